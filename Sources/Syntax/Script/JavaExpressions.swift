import SourceText

/// Java's types, and what only Java's expressions have.
extension ScriptGrammar {
  mutating func javaType() {
    let mark = builder.mark
    let start = start
    let stop = javaTypeEnd(from: position)
    guard stop > position else { return missing() }
    position = min(stop, tokens.count - 1)
    builder.finish(.type, from: mark, start, end)
  }

  /// The index behind `a.B<C>.D[]`; the index itself where no type starts there.
  func javaTypeEnd(from first: Int) -> Int {
    guard at(first).kind == .word else { return first }
    var index = first + 1
    while index < tokens.count - 1 {
      let token = at(index)
      switch token.kind {
      case .dot where at(index + 1).kind == .word && at(index + 1).word != .class: index += 2
      case .op where token.op == .less:
        guard let close = match(index) else { return index }
        index = close + 1
      case .openBracket where at(index + 1).kind == .closeBracket: index += 2
      default: return index
      }
    }
    return index
  }

  /// The index of the name in a declaration (`Type name`) that starts at an index.
  func javaDeclaredName(from first: Int) -> Int? {
    switch at(first).word {
    case .new, .return, .throw, .else, .instanceof, .assert, .case, .yield, .import, .package: return nil
    default: break
    }
    let index = javaTypeEnd(from: first)
    guard index > first, at(index).kind == .word, at(index).word != .instanceof else { return nil }
    return index
  }

  mutating func javaParameter() {
    let mark = builder.mark
    let start = start
    if sees(.ellipsis) { return elision() }
    let flags = javaModifiers()
    var op = ScriptOperator.none
    if javaDeclaredName(from: position) != nil || at(javaTypeEnd(from: position)).kind == .ellipsis {
      type()
      builder.role(.type)
      if take(.ellipsis) { op = .spread }
    }
    if !name() {
      missing()
      builder.role(.name)
    }
    while sees(.openBracket), let close = match(position) { position = close + 1 }
    builder.finish(.parameter, from: mark, start, end, flags: flags, op: op)
  }

  /// `Type`, `Type name` or `Type(…)` behind `instanceof` and `case`.
  mutating func javaPattern() {
    let mark = builder.mark
    let start = start
    _ = take(.final)
    type()
    if sees(.openParen), let close = match(position) {
      position = close + 1
      builder.widenLast(start, end)
    }
    guard sees(.word), !sees(.when), !token.newlineBefore else { return }
    builder.role(.type)
    name()
    builder.finish(.parameter, from: mark, start, end)
  }

  /// `(T) x`, with the position at the parenthesis; false where it is a value in parentheses.
  mutating func javaCast() -> Bool {
    guard let close = match(position), ahead(1).kind == .word else { return false }
    var stop = javaTypeEnd(from: position + 1)
    while at(stop).op == .bitAnd, at(stop + 1).kind == .word { stop = javaTypeEnd(from: stop + 1) }
    guard stop == close else { return false }
    let next = at(close + 1)
    switch next.kind {
    case .word: if next.word == .instanceof { return false }
    case .string, .number, .openParen: break
    case .op: if next.op != .not && next.op != .bitNot { return false }
    default: return false
    }
    guard descend() else { return true }
    defer { depth -= 1 }
    let mark = builder.mark
    let start = start
    advance()
    builder.finish(.type, from: mark, self.start, at(close - 1).end)
    builder.role(.type)
    position = close + 1
    if !lambdaAhead() { unary() }
    builder.role(.value)
    builder.finish(.cast, from: mark, start, end)
    return true
  }

  /// `new T(…) { … }`, `new T[n]`, `new T[] { … }`; the position is behind `new`.
  mutating func javaNew(_ mark: Int, _ start: UInt32) {
    let callee = builder.mark
    let calleeStart = self.start
    if sees(.word) { leaf(.identifier) } else { missing() }
    while true {
      if sees(.dot), ahead(1).kind == .word {
        builder.role(.object)
        advance()
        name()
        builder.finish(.member, from: callee, calleeStart, end)
      } else if seesOp(.less), let close = match(position) {
        position = close + 1
      } else {
        break
      }
    }
    if sees(.openBracket) {
      builder.drop(to: callee)
      var sizes = 0
      let type = position
      while sees(.openBracket), let close = match(position) {
        if close > position + 1 { sizes += 1 }
        position = close + 1
      }
      if sees(.openBrace) || sizes == 0 {
        builder.finish(.type, from: callee, calleeStart, end)
        if sees(.openBrace) { return compositeBody(callee, start) }
        builder.role(.type)
        return builder.finish(.composite, from: mark, start, end)
      }
      position = type
      builder.finish(.type, from: callee, calleeStart, end)
      builder.role(.callee)
      while sees(.openBracket) {
        list { grammar in
          grammar.expression()
          grammar.builder.role(.argument)
        }
      }
      return builder.finish(.call, from: mark, start, end, flags: .isNew)
    }
    builder.role(.callee)
    if sees(.openParen) { arguments() }
    if sees(.openBrace) { javaBody() }
    builder.finish(.call, from: mark, start, end, flags: .isNew)
  }

  // MARK: switch

  /// `switch` as a statement and as an expression.
  mutating func javaSwitch() {
    let mark = builder.mark
    let start = start
    guard descend() else { return }
    defer { depth -= 1 }
    advance()
    if sees(.openParen) {
      list { $0.expression() }
      builder.role(.value)
    }
    braced { $0.javaCase() }
    builder.finish(.switchStatement, from: mark, start, end)
  }

  private mutating func javaCase() {
    let mark = builder.mark
    let start = start
    guard sees(.case) || sees(.default) else { return statement() }
    let isDefault = sees(.default)
    advance()
    while !isDefault, !sees(.colon), !sees(.thinArrow), !sees(.endOfFile), !token.isCloser {
      let before = position
      let stop = javaTypeEnd(from: position)
      let behind = at(stop)
      if stop > position, behind.kind == .word && behind.word != .when || behind.kind == .openParen {
        javaPattern()
      } else {
        operators(above: 0)
      }
      builder.role(.value)
      if take(.when) {
        operators(above: 0)
        builder.role(.condition)
      }
      _ = take(.comma)
      if position == before { break }
    }
    if take(.thinArrow) {
      let body = builder.mark
      statement()
      builder.giveRole(.body, since: body)
    } else {
      _ = take(.colon)
      while !sees(.case), !sees(.default), !token.isCloser, !sees(.endOfFile) {
        let before = position
        let inner = builder.mark
        statement()
        builder.giveRole(.statement, since: inner)
        if position == before { skipStatement() }
      }
    }
    builder.finish(.switchCase, from: mark, start, end)
    builder.role(.clause)
  }
}
