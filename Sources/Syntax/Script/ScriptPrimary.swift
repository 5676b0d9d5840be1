import SourceText

/// The values that expressions are made of.
extension ScriptGrammar {
  mutating func primary() {
    switch token.kind {
    case .word: word()
    case .number: leaf(.number)
    case .string: strings()
    case .regex: leaf(.regex)
    case .templateStart: language == .python ? strings() : template()
    case .openParen: parenthesized()
    case .openBracket: language == .go ? goBracketType() : listLiteral()
    case .openBrace:
      switch language {
      case .typeScript: object()
      case .python: braceDisplay()
      case .java, .go: compositeBody(builder.mark, start)
      }
    case .ellipsis: ellipsisOrSpread()
    case .at where language == .typeScript: classExpression()
    default: missing()
    }
  }

  private mutating func word() {
    let token = token
    guard token.detail != 0 else { return leaf(.identifier) }
    switch token.word {
    case .true, .false: if language == .python { leaf(.identifier) } else { leaf(.boolean) }
    case .trueValue, .falseValue: if language == .python { leaf(.boolean) } else { leaf(.identifier) }
    case .null: language == .typeScript || language == .java ? leaf(.null) : leaf(.identifier)
    case .undefined: language == .typeScript ? leaf(.null) : leaf(.identifier)
    case .noneValue: language == .python ? leaf(.null) : leaf(.identifier)
    case .nil: language == .go ? leaf(.null) : leaf(.identifier)
    case .new where language == .typeScript || language == .java: newExpression()
    case .function where language == .typeScript: functionExpression()
    case .async where language == .typeScript && ahead(1).word == .function: functionExpression()
    case .class where language == .typeScript: classExpression()
    case .switch where language == .java: javaSwitch()
    case .func where language == .go: goFunctionExpression()
    case .map, .chan, .struct, .interface: language == .go ? goTypeExpression() : leaf(.identifier)
    default:
      if isReserved(token.word) { missing() } else { leaf(.identifier) }
    }
  }

  /// Words that start a statement and cannot be a value.
  private func isReserved(_ word: ScriptWord) -> Bool {
    switch (word, language) {
    case (.return, _), (.if, _), (.for, _), (.while, _), (.else, _), (.import, .python), (.class, .python),
      (.break, _),
      (.continue, _), (.const, .typeScript), (.const, .go), (.var, .typeScript), (.export, .typeScript),
      (.def, .python), (.with, .python), (.try, .python), (.except, .python), (.in, .typeScript),
      (.in, .python),
      (.and, .python), (.or, .python), (.is, .python), (.elif, .python), (.finally, .python),
      (.raise, .python),
      (.case, .typeScript), (.case, .java), (.case, .go), (.func, .go), (.var, .go), (.defer, .go),
      (.range, .go), (.as, .python), (.throw, .typeScript), (.throw, .java), (.extends, .java):
      true
    default: false
    }
  }

  // MARK: Strings

  /// One string or template; in Python several next to each other are one value.
  private mutating func strings() {
    let mark = builder.mark
    let start = start
    func one(_ grammar: inout ScriptGrammar) {
      if grammar.sees(.string) { grammar.leaf(.string) } else { grammar.template() }
    }
    one(&self)
    guard language == .python, sees(.string) || sees(.templateStart) else { return }
    builder.role(.element)
    while sees(.string) || sees(.templateStart) {
      one(&self)
      builder.role(.element)
    }
    builder.finish(.concatenation, from: mark, start, end)
  }

  /// A string with holes; without any it is a plain string.
  mutating func template() {
    let mark = builder.mark
    let start = start
    let close = match(position)
    var isEscaped = false
    advance()
    var holes = 0
    while !sees(.templateEnd), !sees(.endOfFile), position < close ?? tokens.count {
      if sees(.templateText) {
        isEscaped = isEscaped || token.isEscaped
        leaf(.templateText)
        builder.role(.part)
      } else if sees(.openHole) {
        holes += 1
        hole()
      } else {
        advance()
      }
    }
    let isClosed = token.end > token.start
    if sees(.templateEnd) { advance() }
    if holes == 0 { builder.drop(to: mark) }
    var flags: ScriptTree.Flags = isEscaped ? .needsDecoding : []
    if !isClosed { flags.insert(.incomplete) }
    builder.finish(holes == 0 ? .string : .template, from: mark, start, end, flags: flags)
  }

  /// `${ … }` and what Python's format text adds (`{x!r:>10}`), which is passed over.
  private mutating func hole() {
    let opener = token
    let close = match(position)
    if close == nil { report(.unclosedBracket, opener.start, opener.end, text(opener)) }
    let outer = (braceIsBody, inIsKeyword, colonEndsCondition)
    (braceIsBody, inIsKeyword, colonEndsCondition) = (false, false, false)
    defer { (braceIsBody, inIsKeyword, colonEndsCondition) = outer }
    advance()
    let mark = builder.mark
    if position != close {
      if language == .python { tupleExpression() } else { sequence() }
      builder.role(.hole)
    }
    guard let close else { return }
    if language == .python { _ = take(.assign) }
    if position < close, !sees(.templateText) {
      let start = start
      position = close
      unexpected(from: mark, start)
      builder.role(.hole)
    }
    position = min(close + 1, tokens.count - 1)
  }

  // MARK: Brackets

  private mutating func parenthesized() {
    let mark = builder.mark
    let start = start
    let outerClose = match(position)
    if language == .java, javaCast() { return }
    var commas = false
    var count = 0
    let open = position
    list { grammar in
      grammar.count(&count)
      if grammar.language == .python { grammar.pythonElement() } else { grammar.expression() }
      grammar.builder.role(.element)
    }
    if outerClose != nil, at(position - 2).kind == .comma, position - 2 > open { commas = true }
    if count == 1, !commas {
      if builder.last?.kind == .comprehension, language == .python {
        return builder.widenLast(start, end)
      }
      builder.role(.value)
      builder.finish(.parenthesized, from: mark, start, end)
    } else {
      builder.finish(.tuple, from: mark, start, end, op: language == .python ? .none : .sequence)
    }
  }

  private func count(_ count: inout Int) { count += 1 }

  mutating func listLiteral() {
    let mark = builder.mark
    let start = start
    list { grammar in
      if grammar.language == .python { grammar.pythonElement() } else { grammar.expression() }
      grammar.builder.role(.element)
    }
    if language == .python, builder.last?.kind == .comprehension,
      builder.mark - Int(builder.last?.next ?? 0) == mark
    {
      return builder.widenLast(start, end)
    }
    builder.finish(.list, from: mark, start, end)
  }

  // MARK: Objects

  mutating func object() {
    let mark = builder.mark
    let start = start
    list(
      { grammar in
        grammar.member()
        grammar.builder.role(.member)
      }, separators: (.comma, .semicolon))
    builder.finish(.object, from: mark, start, end)
  }

  /// One member of an object literal or pattern.
  mutating func member() {
    let mark = builder.mark
    let start = start
    if sees(.ellipsis) { return ellipsisOrSpread() }
    let next = ahead(1)
    if sees(.word), next.kind == .comma || next.kind == .closeBrace || next.kind == .assign {
      leaf(.name)
      builder.role(.name)
      if take(.assign) {
        expression()
        builder.role(.value)
      }
      return builder.finish(.shorthand, from: mark, start, end)
    }
    var kind = ScriptTree.Kind.method
    var flags: ScriptTree.Flags = []
    if sees(.async), startsKey(next) || next.op == .multiply {
      advance()
      flags.insert(.isAsync)
    }
    if sees(.get) || sees(.set), startsKey(ahead(1)) {
      advance()
      kind = .accessor
    }
    _ = takeOp(.multiply)
    let isComputed = sees(.openBracket)
    let role: ScriptTree.Role
    if isComputed {
      list { $0.expression() }
      role = .key
    } else if sees(.word) {
      leaf(.name)
      role = .key
    } else if sees(.string) || sees(.number) {
      leaf(sees(.string) ? .string : .number)
      role = .key
    } else if sees(.templateStart) {
      template()
      role = .key
    } else {
      return missing()
    }
    builder.role(role)
    if sees(.openParen) || seesOp(.less) && match(position) != nil {
      builder.role(.name)
      functionTail()
      return builder.finish(kind, from: mark, start, end, flags: flags)
    }
    _ = take(.question)
    if take(.colon) || take(.assign) {
      expression()
    } else {
      if builder.last?.kind == .name, token.newlineBefore || token.isCloser || sees(.endOfFile) {
        builder.role(.name)
        return builder.finish(.shorthand, from: mark, start, end)
      }
      missing()
    }
    builder.role(.value)
    builder.finish(.pair, from: mark, start, end, flags: isComputed ? .isComputed : [])
  }

  /// Whether a token can be the name of a member, behind `get` or `async`.
  func startsKey(_ token: ScriptToken) -> Bool {
    token.kind == .word || token.kind == .string || token.kind == .openBracket || token.kind == .number
  }

  // MARK: new

  /// `new a.B<T>(…)`; Java's `new T[] {…}` and anonymous classes too.
  private mutating func newExpression() {
    let mark = builder.mark
    let start = start
    advance()
    if sees(.dot) {  // new.target
      advance()
      return leaf(.identifier)
    }
    if language == .java { return javaNew(mark, start) }
    let value = builder.mark
    let valueStart = self.start
    guard descend() else { return }
    primary()
    tail(value, valueStart, calls: false)
    depth -= 1
    if seesOp(.less), let close = match(position) { position = close + 1 }
    builder.role(.callee)
    if sees(.openParen) { arguments() }
    builder.finish(.call, from: mark, start, end, flags: .isNew)
  }
}
