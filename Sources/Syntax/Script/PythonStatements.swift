import SourceText

/// Python's statements.
extension ScriptGrammar {
  mutating func pythonStatement() {
    let mark = builder.mark
    let start = start
    switch token.kind {
    case .newline, .semicolon, .dedent: return advance()
    case .comma: return advance()
    case .indent: return unexpectedIndent()
    default: break
    }
    guard descend() else { return }
    defer { depth -= 1 }
    switch token.kind {
    case .at: decorated(mark, start)
    case .ellipsis where ahead(1).kind == .newline || ahead(1).kind == .endOfFile:
      elisionStatement()
    case .word: if !pythonWord(mark, start) { pythonExpressionStatement(mark, start) }
    default: pythonExpressionStatement(mark, start)
    }
  }

  private mutating func elisionStatement() {
    leaf(.elision)
    if let range = builder.last?.range { report(.elision, range.start, range.end) }
    endLine()
  }

  /// Lines that are deeper than the block they stand in: they belong to it.
  private mutating func unexpectedIndent() {
    guard descend() else { return advance() }
    defer { depth -= 1 }
    advance()
    while !sees(.dedent), !sees(.endOfFile) {
      let before = position
      pythonStatement()
      if position == before { skipStatement() }
    }
    _ = take(.dedent)
  }

  private mutating func pythonWord(_ mark: Int, _ start: UInt32) -> Bool {
    guard token.detail != 0 else { return false }
    let next = ahead(1)
    switch token.word {
    case .import: pythonImport()
    case .from:
      guard next.kind == .word || next.kind == .dot || next.kind == .ellipsis else { return false }
      pythonFrom(mark, start)
    case .def: function(mark, start, [])
    case .class: pythonClass(mark, start)
    case .async:
      switch next.word {
      case .def:
        advance()
        function(mark, start, .isAsync)
      case .for, .with:
        advance()
        return pythonWord(mark, start)
      default: return false
      }
    case .if: pythonIf(mark, start)
    case .elif, .else, .except, .finally:
      // A branch whose beginning is left out.
      pythonIf(mark, start)
    case .for:
      advance()
      forTarget()
      if take(.in) { tupleExpression() } else { missing() }
      builder.role(.value)
      suite(.body)
      pythonElse()
      builder.finish(.forEach, from: mark, start, end)
    case .while:
      advance()
      expression()
      builder.role(.condition)
      suite(.body)
      pythonElse()
      builder.finish(.whileStatement, from: mark, start, end)
    case .try: pythonTry(mark, start)
    case .with: pythonWith(mark, start)
    case .match:
      guard headsBlock else { return false }
      pythonMatch(mark, start)
    case .return, .raise:
      let kind: ScriptTree.Kind = sees(.return) ? .returnStatement : .throwStatement
      advance()
      if !sees(.newline), !sees(.semicolon), !sees(.dedent), !sees(.endOfFile) {
        tupleExpression()
        builder.role(.value)
        if take(.from) {
          expression()
          builder.role(.argument)
        }
      }
      builder.finish(kind, from: mark, start, end)
      endLine()
    case .pass:
      leaf(.empty)
      endLine()
    case .break, .continue:
      leaf(.jump)
      endLine()
    case .global, .nonlocal:
      advance()
      while name(), take(.comma) {}
      builder.finish(.scopeDeclaration, from: mark, start, end)
      endLine()
    case .assert, .del:
      let op: ScriptOperator = sees(.assert) ? .assert : .delete
      advance()
      tupleExpression()
      builder.role(.value)
      builder.finish(.unary, from: mark, start, end, op: op)
      builder.role(.value)
      builder.finish(.expressionStatement, from: mark, start, end)
      endLine()
    case .type:
      guard next.kind == .word, ahead(2).kind == .assign else { return false }
      advance()
      name()
      advance()
      type()
      builder.role(.type)
      builder.finish(.typeAlias, from: mark, start, end)
      endLine()
    default: return false
    }
    return true
  }

  /// Whether the line at the position ends with a colon, as the head of a block does.
  private var headsBlock: Bool {
    guard canStartValue(ahead(1)) || ahead(1).op == .multiply else { return false }
    var index = position + 1
    while index < tokens.count - 1 {
      let token = at(index)
      if token.kind == .newline { return at(index - 1).kind == .colon && index > position + 2 }
      index = token.isOpener ? (match(index) ?? index) + 1 : index + 1
    }
    return false
  }

  // MARK: Simple statements

  private mutating func pythonExpressionStatement(_ mark: Int, _ start: UInt32) {
    tupleExpression()
    if builder.last?.kind == .error, builder.last?.range.isEmpty == true {
      builder.drop(to: mark)
      if problems.last?.kind == .missingValue { problems.removeLast() }
      return skipStatement()
    }
    assignmentTail(mark, start)
    endLine()
  }

  /// What follows the first expression of a statement: an annotation, `=`, `+=`, or nothing.
  private mutating func assignmentTail(_ mark: Int, _ start: UInt32) {
    let target = builder.last?.kind ?? .error
    let isName = target == .identifier
    if sees(.compoundAssign) {
      let op = token.op
      advance()
      builder.role(.target)
      tupleExpression()
      builder.role(.value)
      return builder.finish(.assignment, from: mark, start, end, op: op)
    }
    if sees(.colon) {
      if target == .string || target == .number { return pairFragment(mark, start) }
      guard isName || target == .member || target == .index || target == .parenthesized else {
        builder.role(.value)
        return builder.finish(.expressionStatement, from: mark, start, end)
      }
      markTarget(isName)
      advance()
      type()
      builder.role(.type)
      if take(.assign) {
        tupleExpression()
        builder.role(.value)
      }
    } else if sees(.assign) {
      if isName, start < end, token.start == end, keywordFragment(mark, start) { return }
      markTarget(isName)
      assignedValue()
    } else {
      builder.role(.value)
      return builder.finish(.expressionStatement, from: mark, start, end)
    }
    let declares = isName || target == .tuple || target == .list || target == .parenthesized
    let kind: ScriptTree.Kind = !declares ? .assignment : isName && inClassBody ? .field : .variable
    builder.finish(kind, from: mark, start, end, op: kind == .assignment ? .assign : .none)
  }

  /// `name=value,` without its call, told from a variable by the missing spaces and the comma at the line's end.
  private mutating func keywordFragment(_ mark: Int, _ start: UInt32) -> Bool {
    var index = position + 1
    guard at(index).start == token.end else { return false }
    while at(index).kind != .newline, at(index).kind != .endOfFile {
      if at(index).kind == .comma {
        guard at(index + 1).kind == .newline else { return false }
        break
      }
      index = at(index).isOpener ? (match(index) ?? index) + 1 : index + 1
    }
    guard at(index).kind == .comma else { return false }
    builder.setKind(.name)
    builder.role(.name)
    advance()
    expression()
    builder.role(.value)
    builder.finish(.keywordArgument, from: mark, start, end)
    _ = take(.comma)
    return true
  }

  private mutating func markTarget(_ isName: Bool) {
    if isName, inClassBody {
      builder.setKind(.name)
      builder.role(.name)
    } else {
      builder.role(.target)
    }
  }

  /// `= value`, where the value may be an assignment again: `a = b = c`.
  private mutating func assignedValue() {
    guard descend() else { return builder.role(.value) }
    defer { depth -= 1 }
    advance()
    let mark = builder.mark
    let start = start
    tupleExpression()
    if sees(.assign) {
      builder.role(.target)
      assignedValue()
      builder.finish(.assignment, from: mark, start, end, op: .assign)
    }
    builder.role(.value)
  }

  /// `"key": value,` without its dictionary.
  private mutating func pairFragment(_ mark: Int, _ start: UInt32) {
    builder.role(.key)
    advance()
    if sees(.newline) { missing() } else { expression() }
    builder.role(.value)
    builder.finish(.pair, from: mark, start, end)
    _ = take(.comma)
  }

  func atLineEnd() -> Bool {
    sees(.newline) || sees(.semicolon) || sees(.dedent) || sees(.endOfFile) || sees(.indent)
  }

  mutating func endLine() {
    if take(.newline) || take(.semicolon) { return }
    if !atLineEnd() { skipStatement() }
  }

  // MARK: Imports

  private mutating func moduleName() {
    let mark = builder.mark
    let start = start
    while sees(.dot) || sees(.ellipsis) || sees(.word) && !sees(.import) && !sees(.as) {
      let isWord = sees(.word)
      advance()
      if isWord, !sees(.dot) { break }
    }
    builder.finish(.name, from: mark, start, end)
    builder.role(.module)
  }

  private mutating func pythonImport() {
    advance()
    var mark = builder.mark
    var start = at(position - 1).start
    repeat {
      if builder.mark > mark {
        builder.role(.statement)
        mark = builder.mark
        start = self.start
      }
      moduleName()
      if take(.as) { name(.alias) }
      builder.finish(.importDeclaration, from: mark, start, end)
    } while take(.comma) && sees(.word)
    endLine()
  }

  private mutating func pythonFrom(_ mark: Int, _ start: UInt32) {
    advance()
    moduleName()
    if take(.import) {
      if sees(.openParen) {
        list { $0.importedName() }
      } else {
        repeat { importedName() } while take(.comma) && sees(.word)
      }
    }
    builder.finish(.importDeclaration, from: mark, start, end)
    endLine()
  }

  private mutating func importedName() {
    let mark = builder.mark
    let start = start
    if sees(.ellipsis) {
      elision()
    } else if takeOp(.multiply) {
      builder.finish(.importWildcard, from: mark, start, end)
    } else {
      guard name() else { return }
      if take(.as) { name(.alias) }
      builder.finish(.importName, from: mark, start, end)
    }
    builder.role(.member)
  }
}
