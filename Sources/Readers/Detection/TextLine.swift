/// A line of a text without its indentation and its break.
///
///     "    Type: AWS::S3::Bucket  \r\n"    indent 4, text "Type: AWS::S3::Bucket"
struct TextLine {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the line's first byte, indentation included.
  let lineStart: Int
  /// Offsets of the text.
  let start: Int
  let end: Int
  /// Offset of the next line.
  let next: Int

  /// The line that starts at an offset.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    self.bytes = bytes
    lineStart = offset
    var stop = offset
    while stop + 8 <= bytes.count, !TextLine.hasBreak(bytes, at: stop) { stop += 8 }
    while stop < bytes.count, bytes[stop] != 0x0A, bytes[stop] != 0x0D { stop += 1 }
    var behind = stop
    if behind < bytes.count {
      behind += bytes[stop] == 0x0D && stop + 1 < bytes.count && bytes[stop + 1] == 0x0A ? 2 : 1
    }
    next = behind
    var first = offset
    while first < stop, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
    while stop > first, bytes[stop - 1] == 0x20 || bytes[stop - 1] == 0x09 { stop -= 1 }
    start = first
    end = stop
  }

  /// Whether one of eight bytes ends a line.
  @inline(__always)
  private static func hasBreak(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let (ones, tops) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    let (feed, carriage) = (word ^ ones &* 0x0A, word ^ ones &* 0x0D)
    // A byte is 0 where a borrow reaches its top bit and the bit was not set before.
    return ((feed &- ones) & ~feed | (carriage &- ones) & ~carriage) & tops != 0
  }

  var indent: Int { start - lineStart }
  var count: Int { end - start }
  var isBlank: Bool { start == end }
  /// The text's first byte; 0 in a blank line.
  var first: UInt8 { start < end ? bytes[start] : 0 }
  var last: UInt8 { start < end ? bytes[end - 1] : 0 }

  func starts(with word: StaticString) -> Bool { matches(word, at: start) }

  func ends(with word: StaticString) -> Bool { matches(word, at: end - word.utf8CodeUnitCount) }

  func matches(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= start, offset + length <= end else { return false }
    return word.withUTF8Buffer { word in
      for index in 0..<length where bytes[offset + index] != word[index] { return false }
      return true
    }
  }

  func contains(_ word: StaticString) -> Bool { contains(word, from: start) }

  func contains(_ word: StaticString, from offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard length > 0, offset >= start, offset + length <= end, let text = bytes.baseAddress else {
      return false
    }
    return word.withUTF8Buffer { word in
      let head = word[0]
      var place = text + offset
      let last = text + (end - length)
      while place <= last {
        if place.pointee == head {
          var index = 1
          while index < length, place[index] == word[index] { index += 1 }
          if index == length { return true }
        }
        place += 1
      }
      return false
    }
  }

  /// The text as a string; for the few lines that are shown or taken apart.
  var text: String { String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Calls `body` with each line in turn until it returns false.
  @inline(__always)
  func forEachLine(_ body: (TextLine) -> Bool) {
    var offset = 0
    while offset < count {
      let line = TextLine(self, at: offset)
      guard body(line) else { return }
      offset = line.next
    }
  }
}
