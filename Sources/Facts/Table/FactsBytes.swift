/// The bytes of a table, which stay where they are for as long as anything looks at them.
package final class FactsBytes: @unchecked Sendable {
  let buffer: UnsafeBufferPointer<UInt8>
  private let release: @Sendable () -> Void

  /// Bytes that someone else holds, such as a mapped file.
  ///
  /// - Parameter release: called when no one looks at them any more.
  package init(mapped bytes: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
    buffer = bytes.bindMemory(to: UInt8.self)
    self.release = release
  }

  /// A copy of an array.
  package convenience init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    nonisolated(unsafe) let held = copy
    self.init(mapped: UnsafeRawBufferPointer(copy)) { held.deallocate() }
  }

  deinit { release() }
}
