import SourceText

/// What only Python's expressions have.
extension ScriptGrammar {
  /// Expressions with commas between them are a tuple, without they are the expression itself.
  mutating func tupleExpression() {
    let mark = builder.mark
    let start = start
    expression()
    guard sees(.comma) else { return }
    builder.role(.element)
    while take(.comma), startsPythonValue {
      expression()
      builder.role(.element)
    }
    builder.finish(.tuple, from: mark, start, end)
  }

  private var startsPythonValue: Bool {
    let token = token
    if token.kind == .op { return token.op == .multiply || token.op == .power || token.op == .subtract }
    if token.kind == .ellipsis { return true }
    return canStartValue(token) && token.word != .in && token.word != .for && token.word != .if
  }

  /// `a if c else b`, with `a` read.
  mutating func pythonConditional(_ mark: Int, _ start: UInt32) {
    builder.role(.then)
    advance()
    operators(above: 0)
    builder.role(.condition)
    if take(.else) { expression() } else { missing() }
    builder.role(.otherwise)
    builder.finish(.conditional, from: mark, start, end)
  }

  /// Reads `lambda a, *b: c`.
  mutating func pythonLambda() {
    let mark = builder.mark
    let start = start
    advance()
    while !sees(.colon), !sees(.endOfFile), !sees(.newline), !token.isCloser {
      let before = position
      pythonParameter(annotated: false)
      builder.role(.parameter)
      _ = take(.comma)
      if position == before { break }
    }
    _ = take(.colon)
    expression()
    builder.role(.body)
    builder.finish(.lambda, from: mark, start, end)
  }

  /// One parameter; the bare marks `*` and `/` have no name.
  mutating func pythonParameter(annotated: Bool) {
    let mark = builder.mark
    let start = start
    var op = ScriptOperator.none
    if sees(.ellipsis) { return elision() }
    if takeOp(.multiply) {
      op = .spread
    } else if takeOp(.power) {
      op = .keywordSpread
    } else if takeOp(.divide) {
      return builder.finish(.parameter, from: mark, start, end, op: .divide)
    }
    name()
    if annotated, take(.colon) {
      type()
      builder.role(.type)
    }
    if take(.assign) {
      expression()
      builder.role(.value)
    }
    builder.finish(.parameter, from: mark, start, end, op: op)
  }

  /// An element of a list or tuple, perhaps with the `for` of a comprehension.
  mutating func pythonElement() {
    if sees(.ellipsis) { return elision() }
    expression()
    comprehensionTail()
  }

  /// `for x in xs if c` behind the expression read last, which becomes its element.
  mutating func comprehensionTail() {
    guard sees(.for) || sees(.async) && ahead(1).word == .for, let element = builder.last else { return }
    let mark = builder.mark - Int(element.next)
    builder.role(.element)
    while true {
      let inner = builder.mark
      let start = start
      if sees(.if) {
        advance()
        operators(above: 0)
        builder.role(.condition)
        builder.finish(.comprehensionIf, from: inner, start, end)
      } else if sees(.for) || sees(.async) && ahead(1).word == .for {
        _ = take(.async)
        advance()
        forTarget()
        if take(.in) { operators(above: 0) } else { missing() }
        builder.role(.value)
        builder.finish(.comprehensionFor, from: inner, start, end)
      } else {
        break
      }
      builder.role(.clause)
    }
    builder.finish(.comprehension, from: mark, element.range.start, end)
  }

  /// The names before `in`.
  mutating func forTarget() {
    let outer = inIsKeyword
    inIsKeyword = true
    tupleExpression()
    inIsKeyword = outer
    builder.role(.target)
  }

  /// `{…}`: a dictionary, a set or a comprehension of either.
  mutating func braceDisplay() {
    let mark = builder.mark
    let start = start
    var elements = 0
    list { grammar in
      grammar.dictionaryItem()
      let kind = grammar.builder.last?.kind
      let isMember = kind == .pair || kind == .elision || grammar.builder.last?.op == .keywordSpread
      if !isMember { elements += 1 }
      grammar.builder.role(isMember ? .member : .element)
    }
    if builder.last?.kind == .comprehension, builder.mark - Int(builder.last?.next ?? 0) == mark {
      return builder.widenLast(start, end)
    }
    builder.finish(elements > 0 ? .set : .object, from: mark, start, end)
  }

  private mutating func dictionaryItem() {
    let mark = builder.mark
    let start = start
    if sees(.ellipsis) { return elision() }
    expression()
    if sees(.colon) {
      let kind = builder.last?.kind
      builder.role(.key)
      advance()
      expression()
      builder.role(.value)
      let isPlain = kind == .string || kind == .number
      builder.finish(.pair, from: mark, start, end, flags: isPlain ? [] : .isComputed)
    }
    comprehensionTail()
  }

  /// An annotation: an expression of which only the range is kept.
  mutating func pythonType() {
    let mark = builder.mark
    let start = start
    expression()
    builder.drop(to: mark)
    builder.finish(.type, from: mark, start, end)
  }
}
