import SourceText

/// The statements of TypeScript and JavaScript.
extension ScriptGrammar {
  mutating func typeScriptStatement() {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = builder.mark
    let start = start
    switch token.kind {
    case .semicolon, .comma: return advance()
    case .openBrace: if braceOpensObject { break } else { return block() }
    case .at:
      decorators()
      return declaration(mark, start)
    case .ellipsis:
      ellipsisOrSpread()
      return
    case .string, .number: if ahead(1).kind == .colon { return member() }
    case .word: if typeScriptWord(mark, start) { return }
    default: break
    }
    expressionStatement(mark, start)
  }

  /// Whether the brace at the position opens an object rather than a block: `{ a: …`, `{ "a": …`, `{ a, …`.
  private var braceOpensObject: Bool {
    let first = ahead(1)
    let second = ahead(2)
    if first.kind == .ellipsis { return !second.newlineBefore }
    if first.kind == .string { return second.kind == .colon }
    return first.kind == .word && (second.kind == .colon || second.kind == .comma && !first.newlineBefore)
  }

  mutating func expressionStatement(_ mark: Int, _ start: UInt32) {
    sequence()
    builder.role(.value)
    if builder.last?.kind == .error, builder.last?.range.isEmpty == true {
      // Nothing was read: the error node of the whole statement takes its place.
      builder.drop(to: mark)
      problems.removeLast()
      return skipStatement()
    }
    builder.finish(.expressionStatement, from: mark, start, end)
    endStatement()
  }

  /// Expressions with commas between them.
  mutating func sequence() {
    let mark = builder.mark
    let start = start
    expression()
    while sees(.comma), !ahead(1).newlineBefore, canStartValue(ahead(1)), ahead(2).kind != .colon {
      builder.role(.left)
      advance()
      expression()
      builder.role(.right)
      builder.finish(.binary, from: mark, start, end, op: .sequence)
    }
  }

  /// A statement ends with `;`, a line break, or the bracket around it; the rest of its line is skipped.
  mutating func endStatement() {
    if take(.semicolon) || take(.comma) { return }
    if token.newlineBefore || token.isCloser || sees(.endOfFile) { return }
    if sees(.ellipsis) { return elision() }
    skipStatement()
  }

  /// A statement that starts with a word; false where it is an expression.
  private mutating func typeScriptWord(_ mark: Int, _ start: UInt32) -> Bool {
    let next = ahead(1)
    if token.detail == 0 || next.kind == .colon { return labelOrMember(mark, start) }
    switch token.word {
    case .import:
      if next.kind == .openParen || next.kind == .dot { return false }
      importDeclaration(mark, start)
    case .export: export(mark, start)
    case .const, .var: variables(mark, start)
    case .let:
      guard next.kind == .word || next.kind == .openBrace || next.kind == .openBracket else { return false }
      variables(mark, start)
    case .function, .class, .abstract, .interface, .enum, .namespace, .module, .declare, .type, .async,
      .private,
      .public, .protected, .readonly, .static, .override, .constructor, .get, .set:
      guard declares(next) else { return labelOrMember(mark, start) }
      declaration(mark, start)
    case .if: ifStatement(mark, start)
    case .for: forStatement(mark, start)
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
    case .switch: switchStatement(mark, start)
    case .try: tryStatement(mark, start)
    case .return, .throw:
      let kind: ScriptTree.Kind = sees(.return) ? .returnStatement : .throwStatement
      advance()
      if !token.newlineBefore, !token.isCloser, !sees(.semicolon), !sees(.endOfFile) {
        sequence()
        builder.role(.value)
      }
      builder.finish(kind, from: mark, start, end)
      endStatement()
    case .break, .continue:
      advance()
      if !token.newlineBefore { name() }
      builder.finish(.jump, from: mark, start, end)
      endStatement()
    case .debugger:
      leaf(.empty)
      endStatement()
    default: return labelOrMember(mark, start)
    }
    return true
  }

  /// Whether the word at the position and the token behind it start a declaration.
  private func declares(_ next: ScriptToken) -> Bool {
    switch token.word {
    case .function, .class:
      next.kind == .word || next.kind == .openParen || next.op == .multiply || next.kind == .openBrace
    case .constructor: next.kind == .openParen && behindMatch(position + 1)?.kind == .openBrace
    case .async:
      !next.newlineBefore && (next.word == .function || next.kind == .word && ahead(2).kind == .openParen)
    case .static: next.kind == .word || next.kind == .openBrace
    case .type:
      next.kind == .word && !next.newlineBefore && (ahead(2).kind == .assign || ahead(2).op == .less)
    case .module: next.kind == .word && !next.newlineBefore || next.kind == .string
    case .get, .set: next.kind == .word && !next.newlineBefore && ahead(2).kind == .openParen
    default:
      next.kind == .word && !next.newlineBefore || next.kind == .openBracket && ahead(2).kind == .string
    }
  }

  /// `outer: for (…)`, or a member of an object or a class whose other lines are left out.
  private mutating func labelOrMember(_ mark: Int, _ start: UInt32) -> Bool {
    let next = ahead(1)
    if next.kind == .colon {
      switch ahead(2).word {
      case .for, .while, .do, .switch:
        advance()
        advance()
        typeScriptStatement()
      default: member()
      }
      return true
    }
    guard next.kind == .openParen, let close = match(position + 1) else { return false }
    let behind = at(close + 1)
    guard behind.kind == .openBrace && !behind.newlineBefore || behind.kind == .colon && !colonEndsCondition
    else { return false }
    classMember()
    return true
  }

  // MARK: Modules

  private mutating func importDeclaration(_ mark: Int, _ start: UInt32) {
    advance()
    if sees(.type), ahead(1).kind == .openBrace || ahead(1).kind == .word && ahead(1).word != .from {
      advance()
    }
    if ahead(1).kind == .assign, sees(.word) {  // import x = require('m')
      importClause(.importDefault)
      advance()
      if sees(.require), ahead(1).kind == .openParen, ahead(2).kind == .string {
        advance()
        advance()
        leaf(.string)
        builder.role(.module)
        _ = take(.closeParen)
      } else {
        postfix()
        builder.role(.module)
      }
    } else {
      importNames(.importDefault)
    }
    builder.finish(.importDeclaration, from: mark, start, end)
    endStatement()
  }

  private mutating func importClause(_ kind: ScriptTree.Kind) {
    let mark = builder.mark
    let start = start
    name()
    builder.finish(kind, from: mark, start, end)
    builder.role(.member)
  }

  /// Everything between `import` or `export` and the end of the statement, the module included.
  private mutating func importNames(_ single: ScriptTree.Kind) {
    while !sees(.endOfFile) {
      if sees(.openBrace) {
        list { grammar in
          let mark = grammar.builder.mark
          let start = grammar.start
          if grammar.sees(.ellipsis) {
            grammar.elision()
          } else {
            if grammar.sees(.type), grammar.ahead(1).kind == .word, grammar.ahead(1).word != .as {
              grammar.advance()
            }
            guard grammar.name() else { return }
            if grammar.take(.as) { grammar.name(.alias) }
            grammar.builder.finish(.importName, from: mark, start, grammar.end)
          }
          grammar.builder.role(.member)
        }
      } else if seesOp(.multiply) {
        let mark = builder.mark
        let start = start
        advance()
        let named = take(.as) && name()
        builder.finish(named ? .importNamespace : .importWildcard, from: mark, start, end)
        builder.role(.member)
      } else if sees(.from), ahead(1).kind == .string {
        advance()
      } else if sees(.string) {
        leaf(.string)
        builder.role(.module)
        return
      } else if sees(.comma) {
        advance()
      } else if sees(.word), !token.newlineBefore || at(position - 1).word == .import {
        importClause(single)
      } else {
        return
      }
    }
  }

  private mutating func export(_ mark: Int, _ start: UInt32) {
    let next = ahead(1)
    if next.kind == .openBrace || next.op == .multiply || next.word == .type && ahead(2).kind == .openBrace {
      advance()
      _ = take(.type)
      importNames(.importName)
      builder.finish(.exportDeclaration, from: mark, start, end)
      return endStatement()
    }
    advance()
    let isDefault = take(.default)
    if !isDefault, take(.assign) {
      return expressionStatement(mark, start)
    }
    if sees(.at) { decorators() }
    let declared = builder.mark
    switch token.word {
    case .const, .let, .var:
      if ahead(1).word != .enum { variables(mark, start) } else { declaration(mark, start) }
    case .function, .class, .abstract, .interface, .enum, .namespace, .module, .declare, .type, .async:
      declaration(mark, start)
    default: expressionStatement(mark, start)
    }
    if builder.mark > declared { builder.addFlags(.isExported) }
  }

  // MARK: Variables

  /// `const a = 1, b = 2`: a node for each variable.
  mutating func variables(_ mark: Int, _ start: UInt32) {
    let flags: ScriptTree.Flags = sees(.const) ? .isConstant : []
    if sees(.const), ahead(1).word == .enum { return declaration(mark, start) }
    variableList(flags, mark, start)
    endStatement()
  }

  mutating func variableList(_ flags: ScriptTree.Flags, _ mark: Int, _ start: UInt32) {
    advance()
    var mark = mark
    var start = start
    repeat {
      pattern()
      builder.role(.target)
      _ = takeOp(.not)
      if take(.colon) {
        type()
        builder.role(.type)
      }
      if take(.assign) {
        expression()
        builder.role(.value)
      }
      builder.finish(.variable, from: mark, start, end, flags: flags)
      guard sees(.comma), canStartValue(ahead(1)) else { return }
      advance()
      builder.role(.statement)
      mark = builder.mark
      start = self.start
    } while !sees(.endOfFile)
  }

  private mutating func pattern() {
    if sees(.word) {
      leaf(.identifier)
    } else if sees(.openBrace) || sees(.openBracket) {
      primary()
    } else {
      missing()
    }
  }

  // MARK: Control flow

  mutating func condition() {
    if sees(.openParen) {
      list { $0.sequence() }
    } else {
      expression()
    }
    builder.role(.condition)
  }

  /// The statement under an `if` or a loop.
  mutating func nested(_ role: ScriptTree.Role) {
    let mark = builder.mark
    if sees(.openBrace) { block() } else if !sees(.semicolon) { statement() }
    if builder.mark > mark { builder.giveRole(role, since: mark) }
    _ = take(.semicolon)
  }

  mutating func ifStatement(_ mark: Int, _ start: UInt32) {
    advance()
    condition()
    nested(.then)
    if take(.else) { nested(.otherwise) }
    builder.finish(.ifStatement, from: mark, start, end)
  }

  private mutating func forStatement(_ mark: Int, _ start: UInt32) {
    advance()
    let flags: ScriptTree.Flags = take(.await) ? .isAsync : []
    guard sees(.openParen), let close = match(position) else {
      missing()
      builder.finish(.forStatement, from: mark, start, end, flags: .incomplete)
      return skipStatement()
    }
    advance()
    let outer = inIsKeyword
    inIsKeyword = true
    let head = builder.mark
    let headStart = self.start
    var isEach = false
    if sees(.const) || sees(.let) || sees(.var) {
      let declared: ScriptTree.Flags = sees(.const) ? .isConstant : []
      if language == .typeScript, forEachAhead {
        advance()
        pattern()
        builder.addFlags(declared)
      } else {
        variableList(declared, head, headStart)
      }
    } else if !sees(.semicolon) {
      sequence()
    }
    inIsKeyword = outer
    if sees(.of) || sees(.in) {
      isEach = true
      advance()
      builder.role(.target)
      sequence()
      builder.role(.value)
    } else {
      if builder.mark > head { builder.giveRole(.initializer, since: head) }
      if take(.semicolon), !sees(.semicolon), position < close {
        sequence()
        builder.role(.condition)
      }
      if take(.semicolon), position < close {
        sequence()
        builder.role(.update)
      }
    }
    if position < close { skipItem(before: close) }
    position = min(close + 1, tokens.count - 1)
    nested(.body)
    builder.finish(isEach ? .forEach : .forStatement, from: mark, start, end, flags: flags)
  }

  /// Whether `of` or `in` follows the name or pattern behind `const` at the position.
  private var forEachAhead: Bool {
    let pattern = ahead(1)
    let behind = pattern.isOpener ? behindMatch(position + 1) : ahead(2)
    return behind?.word == .of || behind?.word == .in
  }

  private mutating func switchStatement(_ mark: Int, _ start: UInt32) {
    advance()
    if sees(.openParen) {
      list { $0.sequence() }
      builder.role(.value)
    }
    braced { $0.switchCase() }
    builder.finish(.switchStatement, from: mark, start, end)
  }

  /// One `case` with its statements; Go and TypeScript.
  mutating func switchCase() {
    let mark = builder.mark
    let start = start
    guard sees(.case) || sees(.default) else { return statement() }
    let isDefault = sees(.default)
    advance()
    if !isDefault {
      if language == .go {
        goCaseValues()
      } else {
        sequence()
        builder.role(.value)
      }
    }
    _ = take(.colon)
    while !sees(.case), !sees(.default), !token.isCloser, !sees(.endOfFile) {
      let before = position
      let inner = builder.mark
      statement()
      builder.giveRole(.statement, since: inner)
      if position == before { skipStatement() }
    }
    builder.finish(.switchCase, from: mark, start, end)
    builder.role(.clause)
  }

  private mutating func tryStatement(_ mark: Int, _ start: UInt32) {
    advance()
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
          grammar.pattern()
          grammar.builder.role(.target)
          if grammar.take(.colon) {
            grammar.type()
            grammar.builder.role(.type)
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
