/// A place in a text as people count it.
package struct SourcePosition: Hashable, Sendable, Comparable {
  /// 1-based line.
  package var line: Int
  /// 1-based column, in UTF-8 bytes.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (first: SourcePosition, second: SourcePosition) -> Bool {
    (first.line, first.column) < (second.line, second.column)
  }
}

/// Where each line of a text starts; turns byte offsets into lines and columns.
///
/// Lines end with LF, CRLF or a lone CR, as editors count them.
package struct LineIndex: Sendable {
  /// Byte offset of each line's first byte; the first is always 0.
  package let starts: [UInt32]
  private let length: UInt32

  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count {
        let byte = buffer[offset]
        offset += 1
        if byte == 0x0A || (byte == 0x0D && !(offset < buffer.count && buffer[offset] == 0x0A)) {
          starts.append(UInt32(truncatingIfNeeded: offset))
        }
      }
    }
    self.starts = starts
    length = UInt32(truncatingIfNeeded: bytes.count)
  }

  /// Number of lines; a final line break does not start another one.
  package var count: Int {
    starts.count > 1 && starts[starts.count - 1] == length ? starts.count - 1 : starts.count
  }

  /// The 1-based line that holds a byte offset; offsets behind the end belong to the last line.
  package func line(at offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and column of a byte offset.
  package func position(at offset: UInt32) -> SourcePosition {
    let line = line(at: offset)
    return SourcePosition(line: line, column: Int(offset - min(offset, starts[line - 1])) + 1)
  }

  /// The 1-based first and last line that a range touches; the line break at its very end does not count.
  package func lines(of range: SourceRange) -> ClosedRange<Int> {
    let first = line(at: range.start)
    let last = range.end > range.start ? line(at: range.end - 1) : first
    return first...max(first, last)
  }

  /// The byte range of a 1-based line, its line break included; empty where there is no such line.
  package func range(ofLine line: Int) -> SourceRange {
    guard line >= 1, line <= starts.count else { return SourceRange(start: length, end: length) }
    return SourceRange(start: starts[line - 1], end: line < starts.count ? starts[line] : length)
  }
}
