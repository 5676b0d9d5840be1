import SourceText

/// Go's statements.
extension ScriptGrammar {
  mutating func goStatement() {
    let mark = builder.mark
    let start = start
    guard descend() else { return }
    defer { depth -= 1 }
    switch token.kind {
    case .semicolon, .comma: return advance()
    case .openBrace: return block()
    case .ellipsis: return ellipsisOrSpread()
    case .word: if goWord(mark, start) { return }
    default: break
    }
    goSimple(mark, start)
    if builder.last?.kind == .error, builder.last?.range.isEmpty == true {
      builder.drop(to: mark)
      if problems.last?.kind == .missingValue { problems.removeLast() }
      return skipStatement()
    }
    goEnd()
  }

  private mutating func goEnd() {
    if take(.semicolon) || take(.comma) { return }
    if token.newlineBefore || token.isCloser || sees(.endOfFile) { return }
    skipStatement()
  }

  private mutating func goWord(_ mark: Int, _ start: UInt32) -> Bool {
    let next = ahead(1)
    if next.kind == .colon, !sees(.default), ahead(2).newlineBefore {  // a label
      advance()
      advance()
      return true
    }
    guard token.detail != 0 else { return false }
    switch token.word {
    case .package:
      advance()
      name(.module)
      builder.finish(.packageDeclaration, from: mark, start, end)
      goEnd()
    case .import: group { $0.goImport($1, $2) }
    case .var, .const:
      let flags: ScriptTree.Flags = sees(.const) ? .isConstant : []
      group { $0.goVariable($1, $2, flags) }
    case .type:
      guard next.kind == .word || next.kind == .openParen else { return false }
      group { $0.goTypeDeclaration($1, $2) }
    case .func:
      guard next.kind == .word || next.kind == .openParen && behindMatch(position + 1)?.kind == .word,
        next.kind == .word || at((match(position + 1) ?? position) + 2).kind != .openBrace
      else { return false }
      goFunction(mark, start)
    case .if: goIf(mark, start)
    case .for: goFor(mark, start)
    case .switch, .select: goSwitch(mark, start)
    case .return:
      advance()
      if !token.newlineBefore, !token.isCloser, !sees(.semicolon), !sees(.endOfFile) {
        expressions()
        builder.role(.value)
      }
      builder.finish(.returnStatement, from: mark, start, end)
      goEnd()
    case .break, .continue, .goto, .fallthrough:
      advance()
      if !token.newlineBefore { name() }
      builder.finish(.jump, from: mark, start, end)
      goEnd()
    case .go, .defer:
      guard canStartValue(next) else { return false }
      let op: ScriptOperator = sees(.go) ? .go : .defer
      advance()
      expression()
      builder.role(.value)
      builder.finish(.unary, from: mark, start, end, op: op)
      builder.role(.value)
      builder.finish(.expressionStatement, from: mark, start, end)
      goEnd()
    default: return false
    }
    return true
  }

  // MARK: Simple statements

  /// One expression, or several with commas as a tuple.
  mutating func expressions() {
    let mark = builder.mark
    let start = start
    expression()
    guard sees(.comma), !ahead(1).isCloser else { return }
    builder.role(.element)
    while take(.comma) {
      expression()
      builder.role(.element)
    }
    builder.finish(.tuple, from: mark, start, end)
  }

  /// `x`, `x := y`, `x = y`, `x += y`, `x++`; or a member of a literal whose other lines are left out.
  mutating func goSimple(_ mark: Int, _ start: UInt32) {
    if ahead(1).kind == .comma, ahead(2).newlineBefore || ahead(2).kind == .endOfFile {
      expression()
    } else {
      expressions()
    }
    switch token.kind {
    case .define, .assign, .compoundAssign:
      let kind: ScriptTree.Kind = sees(.define) ? .variable : .assignment
      let op = sees(.compoundAssign) ? token.op : sees(.assign) ? .assign : .none
      builder.role(.target)
      advance()
      if sees(.range) {  // for k, v := range xs
        advance()
        expression()
        builder.role(.value)
        return builder.finish(.forEach, from: mark, start, end)
      }
      expressions()
      builder.role(.value)
      builder.finish(kind, from: mark, start, end, op: op)
    case .colon where builder.last?.kind == .identifier || builder.last?.kind == .string:
      if !braceIsBody { goPair(mark, start) }
    default:
      builder.role(.value)
      if builder.last?.kind != .error || builder.last?.range.isEmpty == false {
        builder.finish(.expressionStatement, from: mark, start, end)
      }
    }
  }

  // MARK: Control flow

  /// Reads what stands between a keyword and its opening brace, and gives the number of semicolons in it.
  private mutating func goHead() -> Int {
    let outer = braceIsBody
    braceIsBody = true
    defer { braceIsBody = outer }
    var count = 0
    while !sees(.openBrace), !sees(.endOfFile), !token.isCloser {
      if take(.semicolon) {
        count += 1
        continue
      }
      let before = position
      let mark = builder.mark
      goSimple(mark, start)
      if count > 0 { builder.unwrapStatement() }
      builder.role(count == 0 ? .initializer : count == 1 ? .condition : .update)
      if position == before || !sees(.semicolon) && !sees(.openBrace) { break }
    }
    return count
  }

  /// Turns the statement read last into the expression it holds.
  private mutating func unwrapLast(as role: ScriptTree.Role) {
    builder.unwrapStatement()
    builder.role(role)
  }

  private mutating func goIf(_ mark: Int, _ start: UInt32) {
    guard descend() else { return }
    defer { depth -= 1 }
    advance()
    let head = builder.mark
    _ = goHead()
    if builder.mark > head { unwrapLast(as: .condition) }
    if sees(.openBrace) {
      block()
      builder.role(.then)
    }
    if take(.else) {
      let inner = builder.mark
      if sees(.if) { goIf(inner, self.start) } else if sees(.openBrace) { block() }
      if builder.mark > inner { builder.role(.otherwise) }
    }
    builder.finish(.ifStatement, from: mark, start, end)
  }

  private mutating func goFor(_ mark: Int, _ start: UInt32) {
    advance()
    var kind = ScriptTree.Kind.whileStatement
    if sees(.range) {
      advance()
      let outer = braceIsBody
      braceIsBody = true
      expression()
      braceIsBody = outer
      builder.role(.value)
      kind = .forEach
    } else if !sees(.openBrace) {
      let head = builder.mark
      let semicolons = goHead()
      if semicolons > 0 {
        kind = .forStatement
      } else if builder.mark > head, builder.last?.kind == .forEach {
        builder.dissolveLast()
        kind = .forEach
      } else if builder.mark > head {
        unwrapLast(as: .condition)
      }
    }
    if sees(.openBrace) {
      block()
      builder.role(.body)
    }
    builder.finish(kind, from: mark, start, end)
  }

  private mutating func goSwitch(_ mark: Int, _ start: UInt32) {
    advance()
    let head = builder.mark
    _ = goHead()
    if builder.mark > head { unwrapLast(as: .value) }
    braced { $0.switchCase() }
    builder.finish(.switchStatement, from: mark, start, end)
  }

  mutating func goCaseValues() {
    repeat {
      let mark = builder.mark
      let start = start
      if sees(.openBracket) || sees(.map) || sees(.func) || sees(.struct) { goType() } else { expression() }
      if sees(.define) || sees(.assign) {  // case v := <-channel
        builder.role(.target)
        advance()
        expression()
        builder.role(.value)
        builder.finish(.variable, from: mark, start, end)
      }
      builder.role(.value)
    } while take(.comma)
  }
}
