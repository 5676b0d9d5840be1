import SourceText

/// Python's statements with a block.
extension ScriptGrammar {
  /// `:` and the block behind it, on the same line or indented.
  mutating func suite(_ role: ScriptTree.Role) {
    if !take(.colon) {
      let start = start
      if atLineEnd() {
        report(.unexpectedEnd, end, end, ":")
      } else {
        let mark = builder.mark
        while !atLineEnd(), !sees(.colon) { advance() }
        unexpected(from: mark, start)
        builder.drop(to: mark)
        _ = take(.colon)
      }
    }
    let mark = builder.mark
    var start = start
    if take(.newline) {
      if take(.indent) {
        start = self.start
        while !sees(.dedent), !sees(.endOfFile) {
          let before = position
          let inner = builder.mark
          pythonStatement()
          builder.giveRole(.statement, since: inner)
          if position == before { skipStatement() }
        }
        let last = builder.mark > mark ? builder.rangeOfLast.end : start
        _ = take(.dedent)
        builder.finish(.block, from: mark, start, last)
        return builder.role(role)
      }
      // The block is left out, or its lines lost their indentation.
      report(.unexpectedEnd, end, end, "block")
      builder.finish(.block, from: mark, end, end, flags: .incomplete)
      return builder.role(role)
    }
    while !sees(.newline), !sees(.endOfFile), !sees(.dedent) {
      let before = position
      let inner = builder.mark
      pythonStatement()
      builder.giveRole(.statement, since: inner)
      if position == before { skipStatement() }
      if at(position - 1).kind == .newline { break }
    }
    builder.finish(.block, from: mark, start, builder.mark > mark ? builder.rangeOfLast.end : start)
    builder.role(role)
  }

  mutating func decorated(_ mark: Int, _ start: UInt32) {
    while take(.at) {
      let inner = builder.mark
      let innerStart = at(position - 1).start
      expression()
      builder.role(.value)
      builder.finish(.decorator, from: inner, innerStart, end)
      builder.role(.decorator)
      endLine()
      while sees(.newline) { advance() }
    }
    switch token.word {
    case .class: pythonClass(mark, start)
    case .def: function(mark, start, [])
    case .async where ahead(1).word == .def:
      advance()
      function(mark, start, .isAsync)
    default: break
    }
  }

  mutating func function(_ mark: Int, _ start: UInt32, _ flags: ScriptTree.Flags) {
    advance()
    let nameToken = token
    name()
    if sees(.openBracket), let close = match(position) { position = close + 1 }
    var isMethod = inClassBody
    if sees(.openParen) {
      let first = ahead(1)
      if first.kind == .word, ["self", "cls"].contains(text(first)) { isMethod = true }
      list { grammar in
        grammar.pythonParameter(annotated: true)
        grammar.builder.role(.parameter)
      }
    }
    if take(.thinArrow) {
      type()
      builder.role(.type)
    }
    let outer = inClassBody
    inClassBody = false
    suite(.body)
    inClassBody = outer
    let isInit = isMethod && nameToken.end - nameToken.start == 8 && text(nameToken) == "__init__"
    builder.finish(
      isInit ? .constructor : isMethod ? .method : .function, from: mark, start, lastEnd(since: mark),
      flags: flags)
  }

  mutating func pythonClass(_ mark: Int, _ start: UInt32) {
    advance()
    name()
    if sees(.openBracket), let close = match(position) { position = close + 1 }
    if sees(.openParen) {
      list { grammar in
        grammar.argument()
        grammar.builder.role(.base)
      }
    }
    let outer = inClassBody
    inClassBody = true
    suite(.body)
    inClassBody = outer
    builder.finish(.classDeclaration, from: mark, start, lastEnd(since: mark))
  }

  /// A statement ends with its last block; the tokens behind that only close lines.
  private func lastEnd(since mark: Int) -> UInt32 { builder.mark > mark ? builder.rangeOfLast.end : end }

  /// `if`, and `elif` as an `if` in its `otherwise`; a stray `else` or `except` gives a bare branch.
  mutating func pythonIf(_ mark: Int, _ start: UInt32) {
    guard descend() else { return }
    defer { depth -= 1 }
    if sees(.if) || sees(.elif) {
      advance()
      expression()
      builder.role(.condition)
      suite(.then)
    } else {
      advance()
      while !sees(.colon), !atLineEnd() { advance() }
      suite(.otherwise)
    }
    if sees(.elif) {
      let inner = builder.mark
      pythonIf(inner, self.start)
      builder.role(.otherwise)
    } else {
      pythonElse()
    }
    builder.finish(.ifStatement, from: mark, start, lastEnd(since: mark))
  }

  mutating func pythonElse() {
    if take(.else) { suite(.otherwise) }
  }

  mutating func pythonTry(_ mark: Int, _ start: UInt32) {
    advance()
    suite(.body)
    while sees(.except) {
      let inner = builder.mark
      let innerStart = self.start
      advance()
      _ = takeOp(.multiply)
      if !sees(.colon) {
        pythonTypes()
        if take(.as) {
          leaf(.identifier)
          builder.role(.target)
        }
      }
      suite(.body)
      builder.finish(.catchClause, from: inner, innerStart, lastEnd(since: inner))
      builder.role(.clause)
    }
    pythonElse()
    if take(.finally) { suite(.finally) }
    builder.finish(.tryStatement, from: mark, start, lastEnd(since: mark))
  }

  private mutating func pythonTypes() {
    let mark = builder.mark
    let start = start
    tupleExpression()
    builder.drop(to: mark)
    builder.finish(.type, from: mark, start, end)
    builder.role(.type)
  }

  mutating func pythonWith(_ mark: Int, _ start: UInt32) {
    advance()
    if sees(.openParen), behindMatch(position)?.kind == .colon {
      list { $0.withItem() }
    } else {
      repeat { withItem() } while take(.comma)
    }
    suite(.body)
    builder.finish(.withStatement, from: mark, start, lastEnd(since: mark))
  }

  private mutating func withItem() {
    let mark = builder.mark
    let start = start
    expression()
    builder.role(.value)
    if take(.as) {
      operators(above: 0)
      builder.role(.target)
    }
    builder.finish(.withItem, from: mark, start, end)
    builder.role(.initializer)
  }

  mutating func pythonMatch(_ mark: Int, _ start: UInt32) {
    advance()
    tupleExpression()
    builder.role(.value)
    _ = take(.colon)
    _ = take(.newline)
    if take(.indent) {
      while !sees(.dedent), !sees(.endOfFile) {
        let before = position
        if sees(.case) { pythonCase() } else { pythonStatement() }
        if position == before { skipStatement() }
      }
      _ = take(.dedent)
    }
    builder.finish(.switchStatement, from: mark, start, lastEnd(since: mark))
  }

  private mutating func pythonCase() {
    let mark = builder.mark
    let start = start
    advance()
    operators(above: 0)
    if sees(.comma) || sees(.as) { while !sees(.colon), !sees(.if), !atLineEnd() { advance() } }
    builder.role(.value)
    if take(.if) {
      expression()
      builder.role(.condition)
    }
    suite(.body)
    builder.finish(.switchCase, from: mark, start, lastEnd(since: mark))
    builder.role(.clause)
  }
}
