import SourceText

/// Expressions of all languages: operators by precedence, then what stands in front of and behind a value.
extension ScriptGrammar {
  /// An expression without commas.
  mutating func expression() {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = builder.mark
    let start = start
    if language != .go, lambdaAhead() { return }
    operators(above: 0)
    switch token.kind {
    case .question where language != .python && language != .go:
      conditional(mark, start)
    case .assign where language != .python && language != .go, .define where language == .python:
      advance()
      builder.role(.target)
      expression()
      builder.role(.value)
      builder.finish(.assignment, from: mark, start, end, op: .assign)
    case .compoundAssign where language == .typeScript || language == .java:
      let op = token.op
      advance()
      builder.role(.target)
      expression()
      builder.role(.value)
      builder.finish(.assignment, from: mark, start, end, op: op)
    case .word where language == .python && sees(.if): pythonConditional(mark, start)
    default: break
    }
  }

  /// Reads the rest of `a ? b : c` behind `a`; a chain in the last branch nests to the right.
  private mutating func conditional(_ mark: Int, _ start: UInt32) {
    builder.role(.condition)
    advance()
    let outer = colonEndsCondition
    colonEndsCondition = true
    expression()
    colonEndsCondition = outer
    builder.role(.then)
    if take(.colon) { expression() } else { missing() }
    builder.role(.otherwise)
    builder.finish(.conditional, from: mark, start, end)
  }

  /// How tightly the operator at the position binds, and how many tokens it has; nil where there is none.
  private func infix() -> (op: ScriptOperator, precedence: Int, length: Int)? {
    let token = token
    if token.kind == .op {
      let op = ScriptOperator(rawValue: token.detail) ?? .none
      if token.newlineBefore, language == .go { return nil }
      if op == .greater, let shift = joinedShift() { return shift }
      let precedence = precedence(of: op)
      return precedence > 0 ? (op, precedence, 1) : nil
    }
    if token.kind == .at, language == .python { return (.matrixMultiply, 10, 1) }
    if token.kind == .leftArrow, language == .go, !token.newlineBefore { return (.send, 1, 1) }
    guard token.kind == .word, token.detail != 0 else { return nil }
    switch (token.word, language) {
    case (.in, .typeScript), (.in, .python): return inIsKeyword ? nil : (.in, 7, 1)
    case (.instanceof, .typeScript), (.instanceof, .java): return (.instanceOf, 7, 1)
    case (.and, .python): return (.and, 3, 1)
    case (.or, .python): return (.or, 2, 1)
    case (.is, .python): return ahead(1).word == .not ? (.isNot, 7, 2) : (.is, 7, 1)
    case (.not, .python): return ahead(1).word == .in && !inIsKeyword ? (.notIn, 7, 2) : nil
    default: return nil
    }
  }

  /// `>>`, `>>>` and `>=` are written as single tokens; see `ScriptLexer`.
  private func joinedShift() -> (op: ScriptOperator, precedence: Int, length: Int)? {
    guard language != .go, language != .python else { return nil }
    let second = ahead(1)
    guard second.start == token.end else { return nil }
    if second.kind == .assign { return (.greaterOrEqual, 7, 2) }
    guard second.kind == .op, second.op == .greater else { return nil }
    let third = ahead(2)
    if third.start == second.end, third.kind == .op, third.op == .greater {
      return (.unsignedShiftRight, 8, 3)
    }
    return (.shiftRight, 8, 2)
  }

  /// Higher binds tighter; Go's and Python's comparisons differ from those of C.
  private func precedence(of op: ScriptOperator) -> Int {
    switch op {
    case .coalesce, .or: 2
    case .and: 3
    case .bitOr: language == .python ? 8 : language == .go ? 10 : 4
    case .bitXor: language == .python ? 9 : language == .go ? 10 : 5
    case .bitAnd: language == .python ? 10 : language == .go ? 12 : 6
    case .equal, .notEqual, .strictEqual, .strictNotEqual: language == .python || language == .go ? 7 : 6
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 7
    case .shiftLeft, .shiftRight, .unsignedShiftRight: language == .go ? 12 : language == .python ? 10 : 8
    case .add, .subtract: language == .python ? 11 : 10
    case .multiply, .divide, .floorDivide, .remainder, .matrixMultiply, .bitClear: 12
    case .power: 14
    default: 0
    }
  }

  /// Binary operators that bind tighter than a precedence; `**` groups to the right, all others to the left.
  mutating func operators(above limit: Int) {
    let mark = builder.mark
    let start = start
    unary()
    var links = 0
    while true {
      if language == .typeScript, limit < 7, sees(.as) || sees(.satisfies), !token.newlineBefore {
        advance()
        builder.role(.value)
        type()
        builder.role(.type)
        builder.finish(.cast, from: mark, start, end)
        continue
      }
      guard let (op, precedence, length) = infix(), precedence > limit else { return }
      links += 1
      if links > Self.chainLimit { return cutChain() }
      builder.role(.left)
      for _ in 0..<length { advance() }
      if op == .instanceOf, language == .java { javaPattern() } else { operand(op, precedence) }
      builder.role(.right)
      builder.finish(.binary, from: mark, start, end, op: op)
    }
  }

  private mutating func operand(_ op: ScriptOperator, _ precedence: Int) {
    guard descend() else { return }
    if language != .go, lambdaAhead() {} else { operators(above: op == .power ? precedence - 1 : precedence) }
    depth -= 1
  }

  /// Skips the rest of a chain that is too long.
  mutating func cutChain() {
    let start = start
    while !sees(.endOfFile) {
      let kind = token.kind
      if kind == .comma || kind == .semicolon || kind == .newline || token.isCloser { break }
      if token.newlineBefore, kind == .word, at(position - 1).kind != .op { break }
      if token.isOpener, let close = match(position) { position = close }
      advance()
    }
    report(.nestingTooDeep, start, end, "\(Self.chainLimit)")
  }

  /// Operators in front of a value.
  mutating func unary() {
    let first = token
    var op = ScriptOperator.none
    var kind = ScriptTree.Kind.unary
    switch first.kind {
    case .op:
      switch first.op {
      case .not, .bitNot, .add, .subtract, .increment, .decrement: op = first.op
      case .bitAnd where language == .go: op = .addressOf
      case .multiply where language == .go: op = .dereference
      case .bitXor where language == .go: op = .bitNot
      case .multiply where language == .python: return spread(.spread)
      case .power where language == .python: return spread(.keywordSpread)
      case .less where language == .typeScript:
        if match(position) != nil { return angleCast() }
      default: break
      }
    case .leftArrow: op = .receive
    case .word where first.detail != 0:
      switch (first.word, language) {
      case (.typeof, .typeScript): op = .typeOf
      case (.void, .typeScript): op = .void
      case (.delete, .typeScript): op = .delete
      case (.not, .python): op = .not
      case (.await, .typeScript), (.await, .python):
        op = .none
        kind = .await
      case (.yield, .typeScript), (.yield, .python): return yield()
      default: return postfix()
      }
      // `delete: x`, `await = y`, `typeof,` are names.
      if language == .typeScript, !canStartValue(ahead(1)) { return postfix() }
    default: break
    }
    guard op != .none || kind == .await else { return postfix() }
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = builder.mark
    advance()
    if language == .python, op != .none { operators(above: op == .not ? 4 : 13) } else { unary() }
    builder.role(.value)
    builder.finish(kind, from: mark, first.start, end, op: op)
  }

  /// Whether a token may start the value behind a word that is an operator.
  func canStartValue(_ token: ScriptToken) -> Bool {
    switch token.kind {
    case .word, .number, .string, .templateStart, .regex, .openParen, .openBracket, .openBrace: true
    case .op: token.op == .not || token.op == .add || token.op == .subtract || token.op == .bitNot
    default: false
    }
  }

  mutating func spread(_ op: ScriptOperator) {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = builder.mark
    let start = start
    advance()
    expression()
    builder.role(.value)
    builder.finish(.spread, from: mark, start, end, op: op)
  }

  /// Reads `<T>x`.
  private mutating func angleCast() {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = builder.mark
    let start = start
    let close = match(position) ?? position
    advance()
    type()
    builder.role(.type)
    position = close + 1
    unary()
    builder.role(.value)
    builder.finish(.cast, from: mark, start, end)
  }

  private mutating func yield() {
    let mark = builder.mark
    let start = start
    advance()
    var op = ScriptOperator.none
    if take(.from) || takeOp(.multiply) { op = .yieldFrom }
    if !token.newlineBefore, canStartValue(token) {
      if language == .python { tupleExpression() } else { expression() }
      builder.role(.value)
    }
    builder.finish(.yield, from: mark, start, end, op: op)
  }
}
