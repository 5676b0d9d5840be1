/// One line and how far into it the containers have read, in bytes and in columns (tab stops of four).
///
/// A list item can claim half a tab; then `offset` stays on the tab while `column` moves on:
///
///     -⇥⇥code     after "-" and its item's 2 columns   offset at the first tab, column 2, 2 columns left of it
struct MarkdownLine {
  let bytes: UnsafeBufferPointer<UInt8>
  /// 1-based.
  let number: UInt32
  /// Behind the last byte before the line break.
  let end: Int
  /// Behind the line break.
  let next: Int
  private(set) var offset: Int
  private(set) var column = 0
  private var isInsideTab = false
  /// The first byte that is no space or tab, `end` on blank lines.
  private(set) var textOffset: Int
  private var textColumn = 0

  /// The line that starts at `start`, which lies within the text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, number: UInt32) {
    self.bytes = bytes
    self.number = number
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    self.end = end
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A {
      next = end + 2
    } else {
      next = min(end + 1, bytes.count)
    }
    offset = start
    textOffset = start
    findText()
  }

  var isBlank: Bool { textOffset == end }
  /// Columns of white space before the text.
  var indent: Int { textColumn - column }
  var isIndentedCode: Bool { indent >= 4 }
  /// The first byte of the text; 0 on blank lines.
  var first: UInt8 { textOffset < end ? bytes[textOffset] : 0 }
  /// Columns that are left of a tab read in part.
  var padding: Int { isInsideTab ? 4 - column % 4 : 0 }
  /// Where the rest starts, behind a tab read in part.
  var restOffset: Int { isInsideTab ? offset + 1 : offset }
  /// Behind the last byte that is no space or tab.
  var trimmedEnd: Int {
    var end = end
    while end > textOffset, isBlankByte(bytes[end - 1]) { end -= 1 }
    return end
  }

  func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  func isBlankByte(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether a marker ends before this offset: white space or the end of the line.
  func isGap(_ offset: Int) -> Bool { offset >= end || isBlankByte(bytes[offset]) }

  func isBlank(from offset: Int) -> Bool {
    var offset = offset
    while offset < end, isBlankByte(bytes[offset]) { offset += 1 }
    return offset >= end
  }

  /// Passes over columns of white space; stops at the text.
  mutating func skip(columns: Int) {
    var left = columns
    while left > 0, offset < textOffset {
      let width = bytes[offset] == 0x09 ? 4 - column % 4 : 1
      if width > left {
        column += left
        isInsideTab = true
        return
      }
      column += width
      offset += 1
      left -= width
      isInsideTab = false
    }
  }

  mutating func skipToText() {
    offset = textOffset
    column = textColumn
    isInsideTab = false
  }

  /// Passes over the white space and over a marker of so many bytes.
  mutating func skipMarker(_ length: Int) {
    skipToText()
    offset += length
    column += length
    findText()
  }

  private mutating func findText() {
    textOffset = offset
    textColumn = column
    while textOffset < end {
      if bytes[textOffset] == 0x20 {
        textColumn += 1
      } else if bytes[textOffset] == 0x09 {
        textColumn += 4 - textColumn % 4
      } else {
        break
      }
      textOffset += 1
    }
  }
}
