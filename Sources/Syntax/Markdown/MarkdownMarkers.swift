/// What the text of a line can start; each is asked only where the line is indented by less than four columns.
extension MarkdownLine {
  /// An opening code fence: its byte, its length and where its info string lies.
  struct Fence {
    var byte: UInt8
    var length: Int
    var indent: Int
    var info: Range<Int>
  }

  /// A list marker: its bytes, and whether it may cut a paragraph short.
  struct ListMarker {
    var length: Int
    var mayInterrupt: Bool
  }

  /// Level and text of an ATX heading.
  func atxHeading() -> (level: Int, text: Range<Int>)? {
    var start = textOffset
    while byte(at: start) == 0x23 { start += 1 }
    let level = start - textOffset
    guard (1...6).contains(level), isGap(start) else { return nil }
    while start < end, isBlankByte(bytes[start]) { start += 1 }
    let trimmed = max(start, trimmedEnd)
    // A closing sequence counts only behind white space.
    var close = trimmed
    while close > start, bytes[close - 1] == 0x23 { close -= 1 }
    if close == start { return (level, start..<start) }
    guard close < trimmed, isBlankByte(bytes[close - 1]) else { return (level, start..<trimmed) }
    while close > start, isBlankByte(bytes[close - 1]) { close -= 1 }
    return (level, start..<close)
  }

  func openingFence() -> Fence? {
    let mark = first
    guard mark == 0x60 || mark == 0x7E else { return nil }
    var start = textOffset
    while byte(at: start) == mark { start += 1 }
    let length = start - textOffset
    guard length >= 3 else { return nil }
    while start < end, isBlankByte(bytes[start]) { start += 1 }
    let info = start..<max(start, trimmedEnd)
    // Backticks in the info string make it a code span.
    if mark == 0x60, bytes[info].contains(mark) { return nil }
    return Fence(byte: mark, length: length, indent: indent, info: info)
  }

  func closes(_ fence: Fence) -> Bool {
    guard first == fence.byte, !isIndentedCode else { return false }
    var offset = textOffset
    while byte(at: offset) == fence.byte { offset += 1 }
    return offset - textOffset >= fence.length && isBlank(from: offset)
  }

  /// The level that this line gives to the paragraph above it.
  func setextLevel() -> Int? {
    let mark = first
    guard mark == 0x3D || mark == 0x2D else { return nil }
    var offset = textOffset
    while byte(at: offset) == mark { offset += 1 }
    return isBlank(from: offset) ? (mark == 0x3D ? 1 : 2) : nil
  }

  /// Whether the rest is a thematic break, or the offset before which none can start with the same byte.
  func thematicBreak() -> (isBreak: Bool, noneBefore: Int) {
    let mark = first
    var count = 0
    var offset = textOffset
    while offset < end {
      if bytes[offset] == mark { count += 1 } else if !isBlankByte(bytes[offset]) { return (false, offset) }
      offset += 1
    }
    return (count >= 3, end)
  }

  func listMarker() -> ListMarker? {
    var offset = textOffset
    var number = 1
    if first == 0x2D || first == 0x2B || first == 0x2A {
      offset += 1
    } else {
      number = 0
      while offset - textOffset < 9, (0x30...0x39).contains(byte(at: offset)) {
        number = number * 10 + Int(byte(at: offset) - 0x30)
        offset += 1
      }
      guard offset > textOffset, byte(at: offset) == 0x2E || byte(at: offset) == 0x29 else { return nil }
      offset += 1
    }
    guard isGap(offset) else { return nil }
    return ListMarker(length: offset - textOffset, mayInterrupt: number == 1 && !isBlank(from: offset))
  }
}
