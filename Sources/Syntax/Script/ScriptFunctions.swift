import SourceText

/// Arrow functions, parameters and bodies in the style of JavaScript and Java.
extension ScriptGrammar {
  /// Reads a lambda if one starts here.
  ///
  /// The look ahead is one step over a bracket and, where a type follows (`(a): T => b`), at most
  /// `typeLookahead` tokens.
  mutating func lambdaAhead() -> Bool {
    let first = token
    switch first.kind {
    case .word:
      if language == .python {
        guard first.word == .lambda else { return false }
        pythonLambda()
        return true
      }
      let next = ahead(1)
      let arrow: ScriptToken.Kind = language == .java ? .thinArrow : .arrow
      if next.kind == arrow {
        lambda([])
        return true
      }
      guard first.word == .async, language == .typeScript, !next.newlineBefore else { return false }
      if next.kind == .word, ahead(2).kind == .arrow || next.kind == .openParen && arrowBehind(position + 1) {
        lambda(.isAsync)
        return true
      }
      if next.kind == .openParen, arrowBehind(position + 1) {
        lambda(.isAsync)
        return true
      }
      return false
    case .openParen:
      guard language != .python, arrowBehind(position) else { return false }
      lambda([])
      return true
    case .op:
      guard language == .typeScript, first.op == .less, let close = match(position),
        at(close + 1).kind == .openParen, arrowBehind(close + 1)
      else { return false }
      lambda([])
      return true
    default: return false
    }
  }

  private static let typeLookahead = 64

  /// Whether the parenthesis at an index opens the parameters of an arrow function.
  private func arrowBehind(_ index: Int) -> Bool {
    guard let close = match(index) else { return false }
    let next = at(close + 1)
    if language == .java { return next.kind == .thinArrow }
    if next.kind == .arrow { return true }
    guard next.kind == .colon, !colonEndsCondition else { return false }
    return at(typeEnd(from: close + 2, within: Self.typeLookahead)).kind == .arrow
  }

  private mutating func lambda(_ flags: ScriptTree.Flags) {
    let mark = builder.mark
    let start = start
    if flags.contains(.isAsync) { advance() }
    if seesOp(.less), let close = match(position) { position = close + 1 }
    if sees(.openParen) {
      parameters()
      if take(.colon) {
        type()
        builder.role(.type)
      }
    } else {
      let parameter = builder.mark
      let parameterStart = self.start
      name()
      builder.finish(.parameter, from: parameter, parameterStart, end)
      builder.role(.parameter)
    }
    advance()  // the arrow
    if sees(.openBrace) { block() } else { expression() }
    builder.role(.body)
    builder.finish(.lambda, from: mark, start, end, flags: flags)
  }

  /// `(…)` with parameters, each a node of its own.
  mutating func parameters() {
    guard descend() else { return builder.dissolveLast() }
    defer { depth -= 1 }
    list { grammar in
      if grammar.sees(.ellipsis), grammar.ahead(1).kind != .word || grammar.ahead(1).newlineBefore,
        grammar.ahead(1).kind != .openBrace, grammar.ahead(1).kind != .openBracket
      {
        grammar.elision()
      } else if grammar.language == .java {
        grammar.javaParameter()
      } else {
        grammar.parameter()
      }
      grammar.builder.role(.parameter)
    }
  }

  private mutating func parameter() {
    let mark = builder.mark
    let start = start
    decorators()
    var flags = modifiers()
    let op: ScriptOperator = take(.ellipsis) ? .spread : .none
    if sees(.openBrace) || sees(.openBracket) {
      primary()
      builder.role(.target)
    } else if !name() {
      missing()
      builder.role(.name)
    }
    if take(.question) { flags.insert(.optional) }
    if take(.colon) {
      type()
      builder.role(.type)
    }
    if take(.assign) {
      expression()
      builder.role(.value)
    }
    builder.finish(.parameter, from: mark, start, end, flags: flags, op: op)
  }

  /// Words in front of a declaration, as long as another word or name follows.
  mutating func modifiers() -> ScriptTree.Flags {
    var flags: ScriptTree.Flags = []
    while sees(.word) {
      let next = ahead(1)
      guard
        startsKey(next) || next.kind == .openBrace && sees(.static) || next.op == .multiply
          || next.kind == .ellipsis,
        !next.newlineBefore || sees(.private) || sees(.public) || sees(.protected)
      else { break }
      switch token.word {
      case .public, .export: flags.insert(.isExported)
      case .private, .protected: flags.insert(.isPrivate)
      case .readonly: flags.insert(.isConstant)
      case .static: flags.insert(.isStatic)
      case .async: flags.insert(.isAsync)
      case .abstract, .override, .declare, .accessor, .default: break
      default: return flags
      }
      advance()
    }
    return flags
  }

  mutating func decorators() {
    while sees(.at) {
      let mark = builder.mark
      let start = start
      advance()
      guard descend() else { return builder.role(.decorator) }
      postfix()
      depth -= 1
      builder.role(.value)
      builder.finish(.decorator, from: mark, start, end)
      builder.role(.decorator)
    }
  }

  /// `<T>(…): T { … }` behind the name of a function; a body may be missing.
  mutating func functionTail() {
    if seesOp(.less), let close = match(position) { position = close + 1 }
    if sees(.openParen) { parameters() }
    if take(.colon) {
      type()
      builder.role(.type)
    }
    if sees(.openBrace) {
      block()
      builder.role(.body)
    }
  }

  mutating func functionExpression() {
    let mark = builder.mark
    let start = start
    let flags: ScriptTree.Flags = take(.async) ? .isAsync : []
    advance()
    _ = takeOp(.multiply)
    name()
    functionTail()
    builder.finish(.lambda, from: mark, start, end, flags: flags)
  }
}
