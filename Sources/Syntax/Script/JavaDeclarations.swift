import SourceText

/// Java's classes, methods, fields and variables.
extension ScriptGrammar {
  /// Annotations and modifiers; annotations become nodes.
  mutating func javaModifiers() -> ScriptTree.Flags {
    var flags: ScriptTree.Flags = []
    while true {
      if sees(.at), ahead(1).kind == .word, ahead(1).word != .interface {
        annotation()
        continue
      }
      let next = ahead(1)
      guard sees(.word), next.kind == .word || next.kind == .at || next.op == .less || next.kind == .openBrace
      else { break }
      switch token.word {
      case .public: flags.insert(.isExported)
      case .private, .protected: flags.insert(.isPrivate)
      case .static: flags.insert(.isStatic)
      case .final: flags.insert(.isConstant)
      case .abstract, .native, .synchronized, .transient, .volatile, .default, .strictfp, .sealed: break
      case .non where next.op == .subtract: advance()
      default: return flags
      }
      advance()
    }
    return flags
  }

  private mutating func annotation() {
    let mark = builder.mark
    let start = start
    advance()
    let value = builder.mark
    let valueStart = self.start
    leaf(.identifier)
    while sees(.dot), ahead(1).kind == .word {
      builder.role(.object)
      advance()
      name()
      builder.finish(.member, from: value, valueStart, end)
    }
    if sees(.openParen) {
      builder.role(.callee)
      list { grammar in
        let inner = grammar.builder.mark
        let innerStart = grammar.start
        if grammar.sees(.word), grammar.ahead(1).kind == .assign {
          grammar.name()
          grammar.advance()
          grammar.expression()
          grammar.builder.role(.value)
          grammar.builder.finish(.keywordArgument, from: inner, innerStart, grammar.end)
        } else {
          grammar.expression()
        }
        grammar.builder.role(.argument)
      }
      builder.finish(.call, from: value, valueStart, end)
    }
    builder.role(.value)
    builder.finish(.decorator, from: mark, start, end)
    builder.role(.decorator)
  }

  /// A class, method, field or variable, from its annotations on.
  mutating func javaDeclaration(_ mark: Int, _ start: UInt32) {
    let flags = javaModifiers()
    let hasVisibility = !flags.isDisjoint(with: [.isExported, .isPrivate, .isStatic])
    switch token.word {
    case .class where ahead(1).kind == .word: return javaClass(.classDeclaration, mark, start, flags)
    case .interface where ahead(1).kind == .word: return javaClass(.interfaceDeclaration, mark, start, flags)
    case .enum where ahead(1).kind == .word: return javaClass(.enumDeclaration, mark, start, flags)
    case .record where ahead(1).kind == .word && (ahead(2).kind == .openParen || ahead(2).op == .less):
      return javaClass(.structDeclaration, mark, start, flags)
    case .static where ahead(1).kind == .openBrace:
      advance()
      return block()
    default: break
    }
    if sees(.openBrace) { return block() }  // behind `static`
    if take(.at), sees(.interface) { return javaClass(.interfaceDeclaration, mark, start, flags) }
    if seesOp(.less), let close = match(position) { position = close + 1 }
    if sees(.word), ahead(1).kind == .openParen {
      name()
      return javaMethod(.constructor, mark, start, flags)
    }
    guard let name = javaDeclaredName(from: position) else {
      if builder.mark > mark || sees(.endOfFile) { return skipStatement() }
      return expressionStatement(mark, start)
    }
    if at(name + 1).kind == .openParen {
      type()
      builder.role(.type)
      self.name()
      return javaMethod(.method, mark, start, flags)
    }
    javaVariables(mark, start, flags, isField: inClassBody || hasVisibility)
    endStatement()
  }

  /// `Type a = 1, b = 2`: a node for each; the type belongs to the first.
  mutating func javaVariables(_ mark: Int, _ start: UInt32, _ flags: ScriptTree.Flags, isField: Bool = false)
  {
    type()
    builder.role(.type)
    var mark = mark
    var start = start
    while sees(.word) {
      if isField {
        name()
      } else {
        leaf(.identifier)
        builder.role(.target)
      }
      while sees(.openBracket), let close = match(position) { position = close + 1 }
      if take(.assign) {
        expression()
        builder.role(.value)
      }
      builder.finish(isField ? .field : .variable, from: mark, start, end, flags: flags)
      guard sees(.comma), ahead(1).kind == .word, !isParameterList else { return }
      advance()
      builder.role(.statement)
      mark = builder.mark
      start = self.start
    }
  }

  /// `int a, int b` is a list of parameters whose method is left out.
  private var isParameterList: Bool { javaDeclaredName(from: position + 1) != nil }

  private mutating func javaMethod(
    _ kind: ScriptTree.Kind, _ mark: Int, _ start: UInt32, _ flags: ScriptTree.Flags
  ) {
    parameters()
    while sees(.openBracket), let close = match(position) { position = close + 1 }
    if take(.throws) {
      repeat { position = javaTypeEnd(from: position) } while take(.comma)
    }
    if sees(.openBrace) {
      block()
      builder.role(.body)
    } else if take(.default) {
      expression()
      builder.role(.value)
    }
    builder.finish(kind, from: mark, start, end, flags: flags)
    if builder.last?.kind != .block { _ = take(.semicolon) }
  }

  private mutating func javaClass(
    _ kind: ScriptTree.Kind, _ mark: Int, _ start: UInt32, _ flags: ScriptTree.Flags
  ) {
    advance()
    name()
    if seesOp(.less), let close = match(position) { position = close + 1 }
    if sees(.openParen) { parameters() }
    while sees(.extends) || sees(.implements) || sees(.permits) {
      let isBase = !sees(.permits)
      advance()
      repeat {
        let before = position
        if isBase {
          type()
          builder.role(.base)
        } else {
          position = javaTypeEnd(from: position)
        }
        if position == before { break }
      } while take(.comma)
    }
    if sees(.openBrace) { javaBody(isEnum: kind == .enumDeclaration) }
    builder.finish(kind, from: mark, start, end, flags: flags)
  }

  /// `{ … }` with members.
  mutating func javaBody(isEnum: Bool = false) {
    let mark = builder.mark
    let start = start
    let outer = (inClassBody, braceIsBody, colonEndsCondition)
    inClassBody = true
    colonEndsCondition = false
    var inConstants = isEnum
    braced { grammar in
      grammar.inClassBody = true
      if inConstants, grammar.sees(.word) || grammar.sees(.at) {
        grammar.enumConstant()
        inConstants = !grammar.sees(.semicolon)
      } else {
        if grammar.sees(.semicolon) { inConstants = false }
        grammar.statement()
      }
    }
    (inClassBody, braceIsBody, colonEndsCondition) = outer
    builder.finish(.block, from: mark, start, end)
    builder.role(.body)
  }

  private mutating func enumConstant() {
    let mark = builder.mark
    let start = start
    _ = javaModifiers()
    name()
    if sees(.openParen) { arguments() }
    if sees(.openBrace) { javaBody() }
    builder.finish(.enumMember, from: mark, start, end)
    _ = take(.comma)
  }
}
