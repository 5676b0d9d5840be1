import SourceText

/// Java's statements.
extension ScriptGrammar {
  mutating func javaStatement() {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = builder.mark
    let start = start
    switch token.kind {
    case .semicolon, .comma: return advance()
    case .openBrace: return block()
    case .ellipsis: return ellipsisOrSpread()
    case .at: return javaDeclaration(mark, start)
    case .word: if javaWord(mark, start) { return }
    default: break
    }
    expressionStatement(mark, start)
  }

  private mutating func javaWord(_ mark: Int, _ start: UInt32) -> Bool {
    let next = ahead(1)
    switch token.word {
    case .plain: break
    case .package, .import: javaImport(mark, start)
    case .if: ifStatement(mark, start)
    case .for: javaFor(mark, start)
    case .while:
      advance()
      condition()
      nested(.body)
      builder.finish(.whileStatement, from: mark, start, end)
    case .do:
      advance()
      nested(.body)
      if take(.while) { condition() }
      builder.finish(.whileStatement, from: mark, start, end)
      _ = take(.semicolon)
    case .switch:
      guard match(position + 1).map({ at($0 + 1).kind }) == .openBrace else { return false }
      javaSwitch()
    case .try: javaTry(mark, start)
    case .synchronized where next.kind == .openParen:
      advance()
      list { $0.expression() }
      builder.role(.initializer)
      if sees(.openBrace) {
        block()
        builder.role(.body)
      }
      builder.finish(.withStatement, from: mark, start, end)
    case .return, .throw, .yield:
      if sees(.yield), !canStartValue(next) || next.kind == .openParen { return false }
      let kind: ScriptTree.Kind = sees(.return) ? .returnStatement : sees(.throw) ? .throwStatement : .yield
      advance()
      if !sees(.semicolon), !token.isCloser, !sees(.endOfFile) {
        expression()
        builder.role(.value)
      }
      builder.finish(kind, from: mark, start, end)
      endStatement()
    case .assert where canStartValue(next):
      advance()
      expression()
      builder.role(.value)
      if take(.colon) {
        expression()
        builder.role(.argument)
      }
      builder.finish(.unary, from: mark, start, end, op: .assert)
      builder.role(.value)
      builder.finish(.expressionStatement, from: mark, start, end)
      endStatement()
    case .break, .continue:
      advance()
      name()
      builder.finish(.jump, from: mark, start, end)
      endStatement()
    default: break
    }
    if builder.mark > mark { return true }
    if next.kind == .colon, ahead(2).kind == .word || ahead(2).kind == .openBrace {  // a label
      advance()
      advance()
      javaStatement()
      return true
    }
    guard javaDeclares else { return false }
    javaDeclaration(mark, start)
    return true
  }

  /// Whether a declaration starts at the position: a modifier, `class`, `Type name`, or a constructor.
  private var javaDeclares: Bool {
    let next = ahead(1)
    switch token.word {
    case .public, .private, .protected, .static, .final, .abstract, .native, .transient, .volatile, .strictfp,
      .sealed,
      .synchronized, .class, .interface, .enum:
      return true
    case .default: return next.kind == .word
    case .new, .this, .super: return false
    default: break
    }
    if next.kind == .openParen, let behind = behindMatch(position + 1) {
      return behind.kind == .openBrace && !behind.newlineBefore || behind.word == .throws
    }
    if token.kind == .op { return false }
    return javaDeclaredName(from: position) != nil
  }

  private mutating func javaImport(_ mark: Int, _ start: UInt32) {
    let isPackage = sees(.package)
    advance()
    let flags: ScriptTree.Flags = take(.static) ? .isStatic : []
    // The last name is what is imported; what stands before it is the module.
    let first = position
    var last = position
    while sees(.word) || seesOp(.multiply) {
      last = position
      advance()
      if sees(.dot) { advance() } else { break }
    }
    if position > first {
      let moduleEnd = isPackage ? at(last).end : at(max(first, last - 2)).end
      builder.finish(.name, from: builder.mark, at(first).start, moduleEnd)
      builder.role(.module)
    }
    if !isPackage, last > first {
      let token = at(last)
      let inner = builder.mark
      if token.kind == .op {
        builder.finish(.importWildcard, from: inner, token.start, token.end)
      } else {
        builder.finish(.name, from: inner, token.start, token.end)
        builder.role(.name)
        builder.finish(.importName, from: inner, token.start, token.end)
      }
      builder.role(.member)
    }
    builder.finish(isPackage ? .packageDeclaration : .importDeclaration, from: mark, start, end, flags: flags)
    endStatement()
  }

  private mutating func javaFor(_ mark: Int, _ start: UInt32) {
    advance()
    guard sees(.openParen), let close = match(position) else {
      missing()
      builder.finish(.forStatement, from: mark, start, end, flags: .incomplete)
      return skipStatement()
    }
    advance()
    _ = javaModifiers()
    if let name = javaDeclaredName(from: position), at(name + 1).kind == .colon {
      type()
      builder.role(.type)
      leaf(.identifier)
      builder.role(.target)
      advance()
      expression()
      builder.role(.value)
      if position < close { skipItem(before: close) }
      position = min(close + 1, tokens.count - 1)
      nested(.body)
      return builder.finish(.forEach, from: mark, start, end)
    }
    if !sees(.semicolon) {
      let head = builder.mark
      if javaDeclaredName(from: position) != nil { javaVariables(head, self.start, []) } else { sequence() }
      builder.giveRole(.initializer, since: head)
    }
    if take(.semicolon), !sees(.semicolon), position < close {
      expression()
      builder.role(.condition)
    }
    if take(.semicolon), position < close {
      sequence()
      builder.role(.update)
    }
    if position < close { skipItem(before: close) }
    position = min(close + 1, tokens.count - 1)
    nested(.body)
    builder.finish(.forStatement, from: mark, start, end)
  }

  private mutating func javaTry(_ mark: Int, _ start: UInt32) {
    advance()
    if sees(.openParen) {
      list(
        { grammar in
          let inner = grammar.builder.mark
          _ = grammar.javaModifiers()
          if grammar.javaDeclaredName(from: grammar.position) != nil {
            grammar.javaVariables(inner, grammar.start, [])
          } else {
            grammar.expression()
          }
          grammar.builder.giveRole(.initializer, since: inner)
        }, separators: (.comma, .semicolon))
    }
    if sees(.openBrace) {
      block()
      builder.role(.body)
    }
    while sees(.catch) {
      let inner = builder.mark
      let innerStart = self.start
      advance()
      if sees(.openParen) {
        list { grammar in
          _ = grammar.take(.final)
          let type = grammar.builder.mark
          let typeStart = grammar.start
          repeat {
            grammar.position = grammar.javaTypeEnd(from: grammar.position)
          } while grammar.takeOp(.bitOr)
          grammar.builder.finish(.type, from: type, typeStart, grammar.end)
          grammar.builder.role(.type)
          if grammar.sees(.word) {
            grammar.leaf(.identifier)
            grammar.builder.role(.target)
          }
        }
      }
      if sees(.openBrace) {
        block()
        builder.role(.body)
      }
      builder.finish(.catchClause, from: inner, innerStart, end)
      builder.role(.clause)
    }
    if take(.finally), sees(.openBrace) {
      block()
      builder.role(.finally)
    }
    builder.finish(.tryStatement, from: mark, start, end)
  }
}
