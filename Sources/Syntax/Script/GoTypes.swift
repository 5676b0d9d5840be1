import SourceText

/// Go's types: passed over, with their range kept as one leaf.
extension ScriptGrammar {
  mutating func goType() {
    let mark = builder.mark
    let start = start
    let stop = goTypeEnd(from: position)
    guard stop > position else { return missing() }
    position = min(stop, tokens.count - 1)
    builder.finish(.type, from: mark, start, end)
  }

  /// The index behind the type that starts at an index.
  func goTypeEnd(from first: Int) -> Int {
    var index = first
    while index < tokens.count - 1 {
      let token = at(index)
      switch token.kind {
      case .op where token.op == .multiply || token.op == .bitNot: index += 1
      case .leftArrow, .ellipsis: index += 1
      case .openBracket:
        guard let close = match(index) else { return first }
        index = close + 1
      case .openParen: return match(index).map { $0 + 1 } ?? first
      case .word:
        switch token.word {
        case .map where at(index + 1).kind == .openBracket, .chan: index += 1
        case .func:
          guard at(index + 1).kind == .openParen, let close = match(index + 1) else { return index + 1 }
          index = close + 1
          if !startsGoType(at(index)) { return index }
        case .struct, .interface:
          guard at(index + 1).kind == .openBrace, let close = match(index + 1) else { return index + 1 }
          return close + 1
        default: return goNamedTypeEnd(index + 1)
        }
      default: return index > first ? index : first
      }
    }
    return index
  }

  /// Behind the first word of `pkg.Type[T]`, and of the constraint `A | B`.
  private func goNamedTypeEnd(_ index: Int) -> Int {
    var index = index
    if at(index).kind == .dot, at(index + 1).kind == .word { index += 2 }
    if at(index).kind == .openBracket, !at(index).newlineBefore, at(index + 1).kind == .word,
      let close = match(index),
      at(index).start == at(index - 1).end
    {
      index = close + 1
    }
    return index
  }

  func startsGoType(_ token: ScriptToken) -> Bool {
    guard !token.newlineBefore else { return false }
    switch token.kind {
    case .word, .openBracket, .openParen, .leftArrow, .ellipsis: return true
    case .op: return token.op == .multiply
    default: return false
    }
  }

  /// `map[K]V`, `struct{…}` and their like where a value is expected.
  mutating func goTypeExpression() {
    if sees(.map), ahead(1).kind != .openBracket { return leaf(.identifier) }
    goType()
  }

  mutating func goBracketType() { goType() }

  /// `func(…) T { … }`, or the type of a function where no body follows.
  mutating func goFunctionExpression() {
    let mark = builder.mark
    let start = start
    advance()
    guard sees(.openParen) else { return missing() }
    goParameters()
    goResult()
    guard sees(.openBrace), !token.newlineBefore else {
      builder.drop(to: mark)
      return builder.finish(.type, from: mark, start, end)
    }
    block()
    builder.role(.body)
    builder.finish(.lambda, from: mark, start, end)
  }

  mutating func goParameters(_ role: ScriptTree.Role = .parameter) {
    list { grammar in
      grammar.goParameter()
      grammar.builder.role(role)
    }
  }

  /// `a T`, `a` (the type follows another name), or `T` alone.
  private mutating func goParameter() {
    let mark = builder.mark
    let start = start
    if sees(.ellipsis), ahead(1).isCloser || ahead(1).newlineBefore { return elision() }
    let next = ahead(1)
    let isQualified = next.kind == .dot
    let isKeyword = sees(.map) || sees(.func) || sees(.chan) || sees(.struct) || sees(.interface)
    var op = ScriptOperator.none
    if sees(.word), !isQualified, !isKeyword {
      name()
      if next.kind == .ellipsis { op = .spread }
    }
    if !sees(.comma), !token.isCloser {
      goType()
      builder.role(.type)
    }
    builder.finish(.parameter, from: mark, start, end, op: op)
  }

  mutating func goResult() {
    guard startsGoType(token) else { return }
    goType()
    builder.role(.type)
  }

  // MARK: Values

  /// `x.(T)`, with `x` read.
  mutating func typeAssertion(_ mark: Int, _ start: UInt32) -> Bool {
    builder.role(.value)
    advance()
    let close = match(position)
    advance()
    if sees(.type) { leaf(.type) } else { goType() }
    builder.role(.type)
    if let close { position = min(close + 1, tokens.count - 1) }
    builder.finish(.cast, from: mark, start, end)
    return true
  }

  /// `{…}` of a composite literal, whose type, if it has one, was finished at `mark`; Java's array values too.
  mutating func compositeBody(_ mark: Int, _ start: UInt32) {
    if builder.mark > mark { builder.role(.type) }
    guard descend() else { return }
    defer { depth -= 1 }
    list { grammar in
      let mark = grammar.builder.mark
      let start = grammar.start
      if grammar.sees(.ellipsis) {
        grammar.elision()
        return grammar.builder.role(.member)
      }
      grammar.expression()
      guard grammar.language == .go, grammar.sees(.colon) else { return grammar.builder.role(.element) }
      grammar.goPair(mark, start)
      grammar.builder.role(.member)
    }
    builder.finish(.composite, from: mark, start, end)
  }

  /// `: value` behind a key.
  mutating func goPair(_ mark: Int, _ start: UInt32) {
    let kind = builder.last?.kind
    if kind == .identifier { builder.setKind(.name) }
    builder.role(.key)
    advance()
    expression()
    builder.role(.value)
    let isPlain = kind == .identifier || kind == .string || kind == .number
    builder.finish(.pair, from: mark, start, end, flags: isPlain ? [] : .isComputed)
  }
}
