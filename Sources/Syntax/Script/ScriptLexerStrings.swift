import SourceText

/// Strings, templates and regular expressions.
extension ScriptLexer {
  /// A string in `'` or `"`, in Python with its prefix and perhaps three quotes, in Java perhaps a text block.
  mutating func quoted(prefix start: Int) {
    var isRaw = false
    var isTemplate = false
    for index in start..<offset {
      isRaw = isRaw || bytes[index] | 0x20 == UInt8(ascii: "r")
      isTemplate =
        isTemplate || bytes[index] | 0x20 == UInt8(ascii: "f") || bytes[index] | 0x20 == UInt8(ascii: "t")
    }
    if isTemplate { return startTemplate(start, raw: isRaw) }
    let quote = bytes[offset]
    let isTriple =
      (language == .python || (language == .java && quote == UInt8(ascii: "\"")))
      && peek(1) == quote && peek(2) == quote
    offset += isTriple ? 3 : 1
    var escaped = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\") {
        escaped = escaped || !isRaw
        offset += 1
        if offset < bytes.count {
          offset += bytes[offset] == 0x0D && peek(1) == 0x0A ? 2 : 1
        }
      } else if byte == quote {
        if !isTriple || (peek(1) == quote && peek(2) == quote) {
          offset += isTriple ? 3 : 1
          return add(.string, start, escaped: escaped)
        }
        offset += 1
      } else if !isTriple, byte == 0x0A || byte == 0x0D {
        break
      } else {
        offset += 1
      }
    }
    report(.unclosedString, start, isTriple ? min(start + 3, bytes.count) : offset)
    add(.string, start, escaped: escaped)
  }

  /// Go's raw string.
  mutating func rawString() {
    let start = offset
    offset += 1
    guard language == .go else { return add(.stray, start) }
    while offset < bytes.count {
      offset += 1
      if bytes[offset - 1] == UInt8(ascii: "`") { return add(.string, start) }
    }
    report(.unclosedString, start, start + 1)
    add(.string, start)
  }

  /// A template: a backtick, or Python's `f"` with the offset at the quote.
  mutating func startTemplate(_ start: Int, raw: Bool, escaped: Bool = false) {
    let quote = bytes[offset]
    let isTriple = quote != UInt8(ascii: "`") && peek(1) == quote && peek(2) == quote
    offset += isTriple ? 3 : 1
    let template = Template(
      start: tokens.count, quote: quote, isTriple: isTriple, isRaw: raw, isEscaped: escaped)
    add(.templateStart, start)
    templateText(template)
  }

  /// Reads text up to the next hole or the end of the template.
  mutating func templateText(_ template: Template) {
    let start = offset
    var escaped = false
    let isBacktick = template.quote == UInt8(ascii: "`")
    func finish(_ lexer: inout ScriptLexer) {
      if lexer.offset > start { lexer.add(.templateText, start, escaped: escaped) }
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if template.isEscaped, byte == UInt8(ascii: "\\"), peek(1) == template.quote {
        finish(&self)
        return endTemplate(template, length: 2)
      }
      if template.isEscaped, byte == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "$"),
        peek(2) == UInt8(ascii: "{")
      {
        finish(&self)
        let hole = offset
        offset += 3
        return openHole(hole, in: template)
      }
      if byte == UInt8(ascii: "\\") {
        escaped = escaped || !template.isRaw
        offset = min(offset + 2, bytes.count)
      } else if byte == template.quote, !template.isTriple || (peek(1) == byte && peek(2) == byte) {
        finish(&self)
        return endTemplate(template, length: template.isTriple ? 3 : 1)
      } else if isBacktick
        ? (byte == UInt8(ascii: "$") && peek(1) == UInt8(ascii: "{")) : byte == UInt8(ascii: "{")
      {
        if !isBacktick, peek(1) == byte {
          escaped = true
          offset += 2
          continue
        }
        finish(&self)
        let hole = offset
        offset += isBacktick ? 2 : 1
        return openHole(hole, in: template)
      } else if !isBacktick, byte == UInt8(ascii: "}"), peek(1) == byte {
        escaped = true
        offset += 2
      } else if !isBacktick, !template.isTriple, byte == 0x0A || byte == 0x0D {
        break
      } else {
        offset += 1
      }
    }
    finish(&self)
    let opener = Int(tokens[template.start].start)
    let isShort = isBacktick || template.isTriple
    report(.unclosedString, opener, isShort ? Int(tokens[template.start].end) : offset)
    endTemplate(template, length: 0)
  }

  mutating func endTemplate(_ template: Template, length: Int) {
    let start = offset
    offset += length
    tokens[template.start].match = UInt32(truncatingIfNeeded: tokens.count)
    add(.templateEnd, start)
  }

  /// `/…/flags` where a value is expected; false where no `/` closes it on the line.
  mutating func regex() -> Bool {
    var end = offset + 1
    var inClass = false
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): inClass = true
      case UInt8(ascii: "]"): inClass = false
      case 0x0A, 0x0D: return false
      case UInt8(ascii: "/") where !inClass:
        let start = offset
        offset = end + 1
        skipWord()
        add(.regex, start)
        return true
      default: break
      }
      end += 1
    }
    return false
  }
}
