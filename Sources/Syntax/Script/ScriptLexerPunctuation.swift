import SourceText

/// Operators and what looks like one.
extension ScriptLexer {
  mutating func punctuation(_ byte: UInt8) {
    let start = offset
    let second = peek(1)
    let third = peek(2)
    let equals = UInt8(ascii: "=")
    switch byte {
    case UInt8(ascii: ","): take(.comma, 1)
    case UInt8(ascii: ";"):
      closeAngles()
      if parens + brackets > 0, !semicolonMayStandInBrackets { abandonBrackets() }
      take(.semicolon, 1)
    case UInt8(ascii: ":"):
      if holeText(byte) { return }
      if second == equals, language == .go || language == .python { return take(.define, 2) }
      take(
        second == byte && language == .java ? .doubleColon : .colon,
        second == byte && language == .java ? 2 : 1)
    case UInt8(ascii: "."):
      if second == byte, third == byte { return take(.ellipsis, 3) }
      if second >= UInt8(ascii: "0"), second <= UInt8(ascii: "9") { return fraction() }
      take(.dot, 1)
    case UInt8(ascii: "?"):
      if second == UInt8(ascii: "."), !(third >= UInt8(ascii: "0") && third <= UInt8(ascii: "9")) {
        take(.questionDot, 2)
      } else if second == byte {
        third == equals ? take(.compoundAssign, 3, .coalesce) : take(.op, 2, .coalesce)
      } else {
        take(.question, 1)
      }
    case UInt8(ascii: "@"):
      if language == .python, second == equals { return take(.compoundAssign, 2, .matrixMultiply) }
      take(.at, 1)
    case equals:
      if second == UInt8(ascii: ">") { return take(.arrow, 2) }
      if second == equals { return third == equals ? take(.op, 3, .strictEqual) : take(.op, 2, .equal) }
      take(.assign, 1)
    case UInt8(ascii: "!"):
      if holeText(byte) { return }
      if second == equals { return third == equals ? take(.op, 3, .strictNotEqual) : take(.op, 2, .notEqual) }
      take(.op, 1, .not)
    case UInt8(ascii: "<"): less(second, third)
    case UInt8(ascii: ">"): greater(second, third)
    case UInt8(ascii: "/"):
      if language == .python {
        return second == byte ? operation(2, .floorDivide) : operation(1, .divide)
      }
      if second == byte { return lineComment() }
      if second == UInt8(ascii: "*") { return blockComment() }
      if language == .typeScript, expectsValue, regex() { return }
      operation(1, .divide)
    case UInt8(ascii: "#"):
      if language == .python { return lineComment() }
      if language == .typeScript, peek(1) | 0x20 >= UInt8(ascii: "a") || peek(1) == UInt8(ascii: "_") {
        offset += 1
        skipWord()
        return add(.word, start)
      }
      // A shell comment in a block of another language.
      lineComment()
    case UInt8(ascii: "\\"):
      offset += 1
      if language == .typeScript, second == UInt8(ascii: "`") {
        report(.invalidEscape, start, offset + 1, "\\`")
        return startTemplate(start, raw: false, escaped: true)
      }
      if peek(0) == 0x0D { offset += 1 }
      if peek(0) == 0x0A { offset += 1 } else { add(.stray, start) }
    default: arithmetic(byte, second, third)
    }
  }

  private mutating func arithmetic(_ byte: UInt8, _ second: UInt8, _ third: UInt8) {
    switch byte {
    case UInt8(ascii: "+"):
      second == byte && language != .python ? take(.op, 2, .increment) : operation(1, .add)
    case UInt8(ascii: "-"):
      if second == UInt8(ascii: ">") { return take(.thinArrow, 2) }
      second == byte && language != .python ? take(.op, 2, .decrement) : operation(1, .subtract)
    case UInt8(ascii: "*"):
      second == byte && language != .go && language != .java ? operation(2, .power) : operation(1, .multiply)
    case UInt8(ascii: "%"): operation(1, .remainder)
    case UInt8(ascii: "&"):
      if second == byte { return operation(2, .and) }
      second == UInt8(ascii: "^") && language == .go ? operation(2, .bitClear) : operation(1, .bitAnd)
    case UInt8(ascii: "|"): second == byte ? operation(2, .or) : operation(1, .bitOr)
    case UInt8(ascii: "^"): operation(1, .bitXor)
    case UInt8(ascii: "~"): take(.op, 1, .bitNot)
    default:
      take(.stray, 1)
    }
  }

  private mutating func less(_ second: UInt8, _ third: UInt8) {
    if second == UInt8(ascii: "-"), language == .go { return take(.leftArrow, 2) }
    if second == UInt8(ascii: "=") { return take(.op, 2, .lessOrEqual) }
    if second == UInt8(ascii: "<") { return operation(2, .shiftLeft) }
    if language == .typeScript || language == .java { angles.append(tokens.count) }
    take(.op, 1, .less)
  }

  /// `>` stays alone even in `>>`, because it may close type arguments; the grammar joins shifts.
  private mutating func greater(_ second: UInt8, _ third: UInt8) {
    if second == UInt8(ascii: "="), angles.count == angleBase { return take(.op, 2, .greaterOrEqual) }
    if language == .go || language == .python, second == UInt8(ascii: ">") {
      return operation(2, .shiftRight)
    }
    if angles.count > angleBase {
      let index = angles.removeLast()
      tokens[index].match = UInt32(truncatingIfNeeded: tokens.count)
    }
    take(.op, 1, .greater)
  }

  /// An operator that may be followed by `=`.
  ///
  /// None of these stands in type arguments but `|` and `&`.
  private mutating func operation(_ length: Int, _ op: ScriptOperator) {
    if op != .bitOr, op != .bitAnd { closeAngles() }
    if peek(length) == UInt8(ascii: "=") { return take(.compoundAssign, length + 1, op) }
    take(.op, length, op)
  }

  /// Every `<` that is open in this bracket is a comparison.
  private mutating func closeAngles() {
    if angles.count > angleBase { angles.removeLast(angles.count - angleBase) }
  }

  /// Whether the innermost bracket is the head of a `for` or of Java's `try`; nothing else holds semicolons.
  private var semicolonMayStandInBrackets: Bool {
    guard language != .python, let last = open.last, last.template == nil, last.token > 0 else { return true }
    let word = tokens[last.token - 1].word
    return word == .for || word == .await || word == .try || word == .import || word == .const || word == .var
      || word == .type
  }

  @inline(__always)
  private mutating func take(_ kind: ScriptToken.Kind, _ length: Int, _ op: ScriptOperator = .none) {
    let start = offset
    offset += length
    add(kind, start, detail: op.rawValue)
  }

  /// Reads `.5`.
  private mutating func fraction() {
    let start = offset
    offset += 1
    skipWord()
    add(.number, start)
  }

  /// Whether a `/` here starts a regular expression: behind an operator, an opening bracket or a keyword.
  private var expectsValue: Bool {
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .number, .string, .regex, .templateEnd, .closeParen, .closeBracket, .closeBrace: return false
    case .word:
      switch last.word {
      case .return, .typeof, .case, .in, .of, .delete, .void, .throw, .new, .instanceof, .else, .do, .await,
        .yield:
        return true
      default: return false
      }
    default: return true
    }
  }

  /// In a hole of a Python template, `:` and `!` outside brackets start what is no longer the expression.
  private mutating func holeText(_ byte: UInt8) -> Bool {
    guard language == .python, let last = open.last, last.template != nil else { return false }
    if byte == UInt8(ascii: "!"), peek(1) == UInt8(ascii: "=") { return false }
    if let lambda = tokens.last, lambda.word == .lambda { return false }
    formatText()
    return true
  }

  /// Reads `!r` and `:>{width}` to the `}` of the hole, which they belong to.
  private mutating func formatText() {
    let start = offset
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") {
        if depth == 0 { break }
        depth -= 1
      }
      if byte == 0x0A || byte == 0x0D { break }
      if let quote = open.last?.template?.quote, byte == quote, depth == 0 { break }
      offset += 1
    }
    if offset > start { add(.templateText, start) }
  }
}
