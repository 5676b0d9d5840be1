import SourceText

/// Conditions, loops, `switch` and `try`; Java and Go share some of them.
extension ScriptGrammar {
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

  mutating func forStatement(_ mark: Int, _ start: UInt32) {
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

  mutating func switchStatement(_ mark: Int, _ start: UInt32) {
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

  mutating func tryStatement(_ mark: Int, _ start: UInt32) {
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
