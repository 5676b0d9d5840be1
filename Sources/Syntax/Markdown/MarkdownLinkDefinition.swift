/// Link reference definitions at the head of a paragraph; they matter because `===` makes no heading of them.
///
///     [label]: <destination> "title"      the title may stand on the next line, and span lines
enum MarkdownLinkDefinition {
  /// How many leading lines of a paragraph are definitions.
  ///
  /// Its lines are trimmed and joined with LF.
  static func lineCount(_ text: [UInt8]) -> Int {
    var reader = Reader(text: text)
    var end = 0
    while let next = reader.definition() { end = next }
    return text[..<end].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 } + (end == text.count && end > 0 ? 1 : 0)
  }

  private struct Reader {
    let text: [UInt8]
    var offset = 0

    var byte: UInt8 { offset < text.count ? text[offset] : 0 }
    var isAtLineEnd: Bool { offset >= text.count || text[offset] == 0x0A }

    init(text: [UInt8]) { self.text = text }

    /// Passes over one definition; the offset behind its line.
    mutating func definition() -> Int? {
      guard label(), byte == 0x3A else { return nil }
      offset += 1
      blanks(acrossLine: true)
      guard destination() else { return nil }
      let afterDestination = offset
      blanks(acrossLine: false)
      let destinationEndsLine = isAtLineEnd
      let isSeparated = offset > afterDestination || destinationEndsLine
      blanks(acrossLine: true)
      if isSeparated, title() {
        blanks(acrossLine: false)
        if isAtLineEnd { return finishLine() }
      }
      guard destinationEndsLine else { return nil }
      offset = afterDestination
      blanks(acrossLine: false)
      return finishLine()
    }

    private mutating func finishLine() -> Int {
      offset = min(offset + 1, text.count)
      return offset
    }

    private mutating func blanks(acrossLine: Bool) {
      var mayCross = acrossLine
      while byte == 0x20 || byte == 0x09 || (mayCross && byte == 0x0A) {
        if byte == 0x0A { mayCross = false }
        offset += 1
      }
    }

    private mutating func label() -> Bool {
      guard byte == 0x5B else { return false }
      offset += 1
      let start = offset
      var hasText = false
      while offset < text.count, offset - start <= 999 {
        switch text[offset] {
        case 0x5B: return false
        case 0x5D:
          offset += 1
          return hasText
        case 0x5C:
          hasText = true
          offset += 2
        case 0x20, 0x09, 0x0A: offset += 1
        default:
          hasText = true
          offset += 1
        }
      }
      return false
    }

    private mutating func destination() -> Bool {
      if byte == 0x3C {
        offset += 1
        while offset < text.count {
          switch text[offset] {
          case 0x0A, 0x3C: return false
          case 0x3E:
            offset += 1
            return true
          case 0x5C where offset + 1 < text.count && text[offset + 1] != 0x0A: offset += 2
          default: offset += 1
          }
        }
        return false
      }
      let start = offset
      var depth = 0
      while offset < text.count, text[offset] > 0x20, text[offset] != 0x7F {
        switch text[offset] {
        case 0x28: depth += 1
        case 0x29 where depth == 0: return offset > start
        case 0x29: depth -= 1
        case 0x5C where offset + 1 < text.count && text[offset + 1] > 0x20: offset += 1
        default: break
        }
        offset += 1
      }
      return offset > start && depth == 0
    }

    private mutating func title() -> Bool {
      let close: UInt8
      switch byte {
      case 0x22, 0x27: close = byte
      case 0x28: close = 0x29
      default: return false
      }
      offset += 1
      while offset < text.count {
        let byte = text[offset]
        if byte == close {
          offset += 1
          return true
        }
        if byte == 0x28, close == 0x29 { return false }
        offset += byte == 0x5C ? 2 : 1
      }
      return false
    }
  }
}
