import Glibc

/// Gives the lines of a file one by one, so that a stream of any length fits into memory.
final class LineReader {
  /// A line without its line break, and its 1-based number.
  struct Line: Equatable, Sendable {
    let number: Int
    let bytes: [UInt8]
  }

  private let path: String
  private let limit: Int
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var number = 0
  private var isAtEnd = false

  /// - Parameter limit: the longest line, in bytes.
  init(_ path: String, limit: Int = 512 << 20) throws(FileError) {
    self.path = path
    self.limit = limit
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReader.openFault(path, code: errno) }
  }

  deinit { close(descriptor) }

  /// The next line that is not blank; nil at the end.
  ///
  /// A byte-order mark before the first is passed over.
  func next() throws(FileError) -> Line? {
    while let bytes = try nextBytes() {
      number += 1
      let hasMark = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let line = hasMark ? bytes.dropFirst(3) : bytes[...]
      if line.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
        return Line(number: number, bytes: Array(line))
      }
    }
    return nil
  }

  private func nextBytes() throws(FileError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = buffer[start..<end]
        start = end + 1
        return Array(line.last == 0x0D ? line.dropLast() : line)
      }
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      searched = buffer.count - start
      buffer.removeFirst(start)
      start = 0
      guard buffer.count <= limit else { throw .tooLarge("\(path):\(number + 1)", limit: limit) }
      try readMore()
    }
  }

  private func readMore() throws(FileError) {
    let size = max(1 << 16, min(buffer.count, 1 << 24))
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { target, count in
      while true {
        let got = Glibc.read(descriptor, target.baseAddress, size)
        if got < 0 && errno == EINTR { continue }
        failure = got < 0 ? errno : 0
        count = max(0, got)
        return
      }
    }
    if failure == EISDIR { throw .isFolder(path) }
    guard failure == 0 else { throw .readFailed(path, code: failure) }
    isAtEnd = chunk.isEmpty
    buffer += chunk
  }
}
