import SourceText

/// What stands behind a value: members, calls and indices, with their arguments.
extension ScriptGrammar {
  mutating func postfix() {
    let mark = builder.mark
    let start = start
    primary()
    tail(mark, start, calls: true)
  }

  /// Members, calls and indices behind the value that was read since `mark`.
  mutating func tail(_ mark: Int, _ start: UInt32, calls: Bool) {
    var links = 0
    while true {
      links += 1
      if links > Self.chainLimit { return cutChain() }
      let token = token
      if token.newlineBefore, language == .go, token.kind != .dot { return }
      switch token.kind {
      case .dot, .questionDot, .doubleColon:
        if !memberTail(mark, start) { return }
      case .openParen:
        guard calls else { return }
        builder.role(.callee)
        arguments()
        builder.finish(.call, from: mark, start, end)
      case .openBracket:
        if language == .python || !token.newlineBefore || language == .typeScript {
          indexTail(mark, start)
        } else {
          return
        }
      case .templateStart where language == .typeScript:
        builder.role(.callee)
        template()
        builder.role(.value)
        builder.finish(.taggedTemplate, from: mark, start, end)
      case .openBrace where language == .go:
        guard builder.lastCanBeType, !braceIsBody || builder.last?.kind == .type else { return }
        let range = builder.rangeOfLast
        builder.drop(to: mark)
        builder.finish(.type, from: mark, range.start, range.end)
        compositeBody(mark, start)
      case .op:
        switch token.op {
        case .not where language == .typeScript && !token.newlineBefore:
          advance()
          builder.role(.value)
          builder.finish(.nonNull, from: mark, start, end)
        case .increment, .decrement:
          guard !token.newlineBefore else { return }
          advance()
          builder.role(.value)
          builder.finish(.unary, from: mark, start, end, op: token.op)
        case .less where language == .typeScript:
          guard let close = match(position), calls || at(close + 1).kind == .openParen else { return }
          let next = at(close + 1)
          guard next.kind == .openParen || next.kind == .templateStart, next.start == at(close).end else {
            return
          }
          position = close + 1
        default: return
        }
      default: return
      }
    }
  }

  private mutating func memberTail(_ mark: Int, _ start: UInt32) -> Bool {
    let dot = token
    let next = ahead(1)
    let optional: ScriptTree.Flags = dot.kind == .questionDot ? .optional : []
    if dot.kind == .questionDot, next.kind == .openParen || next.kind == .openBracket {
      advance()
      if next.kind == .openBracket {
        indexTail(mark, start)
      } else {
        builder.role(.callee)
        arguments()
        builder.finish(.call, from: mark, start, end)
      }
      builder.addFlags(.optional)
      return true
    }
    if next.kind == .openParen, language == .go { return typeAssertion(mark, start) }
    advance()
    // Java: `this.<T>call()`.
    if seesOp(.less), let close = match(position) { position = close + 1 }
    builder.role(.object)
    if sees(.word), !(token.newlineBefore && startsStatement(token)) {
      leaf(.name)
      builder.role(.name)
    } else {
      missing()
      builder.role(.name)
      if sees(.ellipsis) { advance() }
    }
    builder.finish(
      .member, from: mark, start, end, flags: optional,
      op: dot.kind == .doubleColon ? .methodReference : .none)
    return true
  }

  /// Whether a word on a new line starts a statement rather than completing the one before.
  func startsStatement(_ token: ScriptToken) -> Bool {
    switch token.word {
    case .const, .let, .var, .return, .if, .for, .while, .class, .import, .export, .function, .def, .func,
      .try:
      true
    default: false
    }
  }

  private mutating func indexTail(_ mark: Int, _ start: UInt32) {
    builder.role(.object)
    list { grammar in
      grammar.sliceOrExpression()
      grammar.builder.role(.index)
    }
    builder.finish(.index, from: mark, start, end)
  }

  private mutating func sliceOrExpression() {
    let mark = builder.mark
    let start = start
    if sees(.ellipsis), language == .python { return leaf(.ellipsis) }
    if !sees(.colon) { expression() }
    guard sees(.colon) else { return }
    if builder.mark > mark { builder.role(.element) }
    while take(.colon) {
      if !sees(.colon), !sees(.closeBracket), !sees(.comma) {
        expression()
        builder.role(.element)
      }
    }
    builder.finish(.slice, from: mark, start, end)
  }

  /// The arguments of a call, each with the role `argument`; the position is at the parenthesis.
  mutating func arguments() {
    list { grammar in
      grammar.argument()
      grammar.builder.role(.argument)
    }
  }

  mutating func argument() {
    switch token.kind {
    case .ellipsis: ellipsisOrSpread()
    case .word where language == .python && ahead(1).kind == .assign:
      let mark = builder.mark
      let start = start
      leaf(.name)
      builder.role(.name)
      advance()
      expression()
      builder.role(.value)
      builder.finish(.keywordArgument, from: mark, start, end)
    default:
      expression()
      if language == .python { comprehensionTail() }
      if language == .go, sees(.ellipsis) { spreadBehind() }
    }
  }

  /// `...x`, or `...` alone in place of something left out.
  mutating func ellipsisOrSpread() {
    let next = ahead(1)
    if language == .python || next.isCloser || next.kind == .comma || next.kind == .endOfFile
      || next.newlineBefore
      || next.kind == .semicolon || next.kind == .ellipsis
    {
      elision()
    } else {
      spread(.spread)
    }
  }

  mutating func elision() {
    let mark = builder.mark
    let start = start
    advance()
    builder.finish(language == .python && !isListElision ? .ellipsis : .elision, from: mark, start, end)
    if builder.last?.kind == .elision { report(.elision, start, end) }
  }

  /// In Python `...` is a value; behind a comma or on a line of its own it stands for left-out items.
  private var isListElision: Bool { token.newlineBefore || token.isCloser }

  /// Go: `f(xs...)`, with `xs` read.
  private mutating func spreadBehind() {
    let node = builder.last
    advance()
    builder.role(.value)
    let size = Int(node?.next ?? 1)
    builder.finish(.spread, from: builder.mark - size, node?.range.start ?? end, end, op: .spread)
  }
}
