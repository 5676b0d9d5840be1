/// Cuts an HCL text into tokens, one at a time.
///
/// Quotes and heredocs hold text, in which `${` and `%{` open a stretch of ordinary tokens that may hold quotes
/// again. What is open lies on a stack, so that nesting costs no recursion:
///
///     "a ${ upper("b") } c"        quote > sequence > quote        (each with the braces open inside)
struct HCLScanner {
  /// A quote, a heredoc or a `${…}` that is open.
  struct Mode {
    enum Kind { case normal, quote, heredoc, template }
    var kind: Kind
    /// Open `{` of a normal stretch.
    var braces = 0
    /// The marker of a heredoc, as byte offsets.
    var marker = 0..<0
    /// The heredoc's next byte is the first of a line.
    var atLineStart = false
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  var mode: Mode
  private(set) var outer: [Mode] = []
  /// The last text token holds a backslash or an escaped `${`.
  var textNeedsDecoding = false

  /// A scanner at the start of a text; a byte-order mark is passed over.
  init(_ bytes: UnsafeBufferPointer<UInt8>, mode: Mode.Kind = .normal) {
    self.bytes = bytes
    self.mode = Mode(kind: mode)
    position = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Every token of a text, the last one being the end.
  static func tokens(_ bytes: [UInt8]) -> [HCLToken] {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = HCLScanner(buffer)
      var tokens: [HCLToken] = []
      repeat { tokens.append(scanner.next()) } while tokens.last?.kind != .end
      return tokens
    }
  }

  /// Goes back or on to an offset with only the outermost `depth` modes open.
  mutating func restart(at offset: Int, depth: Int) {
    position = offset
    guard outer.count > depth else { return }
    mode = outer[depth]
    outer.removeSubrange(depth...)
  }

  mutating func push(_ kind: Mode.Kind) {
    outer.append(mode)
    mode = Mode(kind: kind)
  }

  mutating func pop() {
    if let last = outer.popLast() { mode = last }
  }

  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  @inline(__always)
  mutating func token(_ kind: HCLToken.Kind, _ length: Int) -> HCLToken {
    let start = position
    position = min(position + length, bytes.count)
    return HCLToken(kind: kind, start: start, end: position)
  }

  @inline(__always)
  mutating func next() -> HCLToken {
    switch mode.kind {
    case .normal: nextInCode()
    case .quote: nextInQuote()
    case .heredoc, .template: nextInText()
    }
  }

  private mutating func nextInCode() -> HCLToken {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    guard position < bytes.count else { return token(.end, 0) }
    let first = bytes[position]
    if HCLScanner.startsIdentifier(first) { return identifier() }
    switch first {
    case 0x0A: return token(.newline, 1)
    case 0x0D: return token(.newline, byte(position + 1) == 0x0A ? 2 : 1)
    case UInt8(ascii: "\""):
      push(.quote)
      return token(.openQuote, 1)
    case UInt8(ascii: "="):
      switch byte(position + 1) {
      case UInt8(ascii: "="): return token(.equalEqual, 2)
      case UInt8(ascii: ">"): return token(.fatArrow, 2)
      default: return token(.equal, 1)
      }
    case UInt8(ascii: "."):
      let isEllipsis = byte(position + 1) == first && byte(position + 2) == first
      return token(isEllipsis ? .ellipsis : .dot, isEllipsis ? 3 : 1)
    case UInt8(ascii: ","): return token(.comma, 1)
    case UInt8(ascii: "{"):
      mode.braces += 1
      return token(.openBrace, 1)
    case UInt8(ascii: "}"):
      if mode.braces > 0 {
        mode.braces -= 1
      } else if !outer.isEmpty {
        pop()
        return token(.sequenceEnd, 1)
      }
      return token(.closeBrace, 1)
    case UInt8(ascii: "["): return token(.openBracket, 1)
    case UInt8(ascii: "]"): return token(.closeBracket, 1)
    case UInt8(ascii: "("): return token(.openParenthesis, 1)
    case UInt8(ascii: ")"): return token(.closeParenthesis, 1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "#"): return lineComment()
    default: return punctuation(first)
    }
  }

  private mutating func punctuation(_ first: UInt8) -> HCLToken {
    let second = byte(position + 1)
    switch first {
    case UInt8(ascii: "/"):
      if second == first { return lineComment() }
      return second == UInt8(ascii: "*") ? blockComment() : token(.slash, 1)
    case UInt8(ascii: "*"): return second == first ? token(.starStar, 2) : token(.star, 1)
    case UInt8(ascii: "+"): return token(.plus, 1)
    case UInt8(ascii: "-"): return token(.minus, 1)
    case UInt8(ascii: "%"): return token(.percent, 1)
    case UInt8(ascii: "!"): return second == UInt8(ascii: "=") ? token(.notEqual, 2) : token(.bang, 1)
    case UInt8(ascii: "<"):
      if second == first, let heredoc = heredoc() { return heredoc }
      return second == UInt8(ascii: "=") ? token(.lessOrEqual, 2) : token(.lessThan, 1)
    case UInt8(ascii: ">"):
      return second == UInt8(ascii: "=") ? token(.greaterOrEqual, 2) : token(.greaterThan, 1)
    case UInt8(ascii: "&"): return second == first ? token(.and, 2) : token(.bitwiseAnd, 1)
    case UInt8(ascii: "|"): return second == first ? token(.or, 2) : token(.bitwiseOr, 1)
    case UInt8(ascii: ":"): return second == first ? token(.doubleColon, 2) : token(.colon, 1)
    case UInt8(ascii: "?"): return token(.question, 1)
    case UInt8(ascii: "~"):
      if second == UInt8(ascii: "}"), mode.braces == 0, !outer.isEmpty {
        pop()
        return token(.sequenceEnd, 2)
      }
      return token(.bitwiseNot, 1)
    case UInt8(ascii: "^"): return token(.bitwiseXor, 1)
    case UInt8(ascii: "'"): return token(.apostrophe, 1)
    case UInt8(ascii: "`"): return token(.backtick, 1)
    case UInt8(ascii: ";"): return token(.semicolon, 1)
    case 0x80...: return beyondASCII()
    default: return token(.invalid, 1)
    }
  }

  private mutating func number() -> HCLToken {
    var end = position + 1
    while HCLScanner.isDigit(byte(end))
      || (byte(end) == UInt8(ascii: ".") && HCLScanner.isDigit(byte(end + 1)))
    {
      end += 1
    }
    if byte(end) | 0x20 == UInt8(ascii: "e") {
      let isSigned = byte(end + 1) == UInt8(ascii: "+") || byte(end + 1) == UInt8(ascii: "-")
      var digits = end + (isSigned ? 2 : 1)
      if HCLScanner.isDigit(byte(digits)) {
        while HCLScanner.isDigit(byte(digits)) { digits += 1 }
        end = digits
      }
    }
    return token(.number, end - position)
  }

  private mutating func lineComment() -> HCLToken {
    var end = position + 1
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return token(.comment, end + 1 - position)
  }

  private mutating func blockComment() -> HCLToken {
    var end = position + 2
    while end < bytes.count, !(bytes[end] == UInt8(ascii: "*") && byte(end + 1) == UInt8(ascii: "/")) {
      end += 1
    }
    return token(.comment, end + 2 - position)
  }
}
