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
      if problems.last?.kind == .missingValue { problems.removeLast() }
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

  mutating func pattern() {
    if sees(.word) {
      leaf(.identifier)
    } else if sees(.openBrace) || sees(.openBracket) {
      primary()
    } else {
      missing()
    }
  }
}
