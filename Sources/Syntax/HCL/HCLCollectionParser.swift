import SourceText

/// What stands between brackets: elements, items and `for` expressions.
extension HCLTreeBuilder {
  /// Reads from an opening bracket to the one that closes it, which may be missing; then false.
  mutating func bracketed(
    _ closer: HCLToken.Kind, of node: Int, _ content: (inout HCLTreeBuilder) -> Void
  ) -> Bool {
    let opener = token
    let ignoredNewlines = ignoresNewlines
    ignoresNewlines = true
    count(closer, 1)
    advance()
    content(&self)
    while token.kind != closer, canSkip(before: closer) {
      reportToken()
      advance()
    }
    count(closer, -1)
    ignoresNewlines = ignoredNewlines
    guard token.kind == closer else {
      report(.unclosedBracket, opener.start, opener.end, text(of: opener))
      return false
    }
    advance()
    return true
  }

  private mutating func count(_ closer: HCLToken.Kind, _ difference: Int) {
    switch closer {
    case .closeParenthesis: openParentheses += difference
    case .closeBracket: openBrackets += difference
    default: break
    }
  }

  /// The current token can be left out inside brackets: it neither closes what lies around nor starts an item of
  /// the body around.
  private func canSkip(before closer: HCLToken.Kind) -> Bool {
    switch token.kind {
    case .end, .sequenceEnd, .newline: false
    case .closeParenthesis: openParentheses == 0
    case .closeBracket: openBrackets == 0
    case .closeBrace: false
    case .identifier: !(isFirstOnLine(token.start) && looksLikeItem(token.start))
    default: true
    }
  }

  /// Elements of a tuple or arguments of a call, up to a closing bracket or what cannot be one of them.
  mutating func elements(of node: Int) {
    let closer: HCLToken.Kind = nodes[node].kind == .tuple ? .closeBracket : .closeParenthesis
    while token.kind != closer, canSkip(before: closer) {
      let start = token.start
      if token.kind == .comma {
        reportToken(.trailingComma)
      } else {
        expression()
      }
      if token.kind == .ellipsis, nodes[node].kind == .call, token.start > start {
        nodes[node].flags.insert(.expands)
        advance()
      }
      switch token.kind {
      case .comma: advance()
      case closer: return
      case .identifier, .openQuote, .number, .openBrace, .openBracket, .openHeredoc, .ellipsis:
        if canSkip(before: closer) { reportToken(.missingSeparator) }
      default:
        guard canSkip(before: closer) else { return }
        reportToken()
        advance()
      }
    }
  }

  mutating func tuple() {
    let node = open(.tuple, at: token.start)
    let isClosed = bracketed(.closeBracket, of: node) { builder in
      if builder.startsFor() { builder.forExpression(node, .forTuple) } else { builder.elements(of: node) }
    }
    if !isClosed { nodes[node].flags.insert(.incomplete) }
    close(node, at: previousEnd)
  }

  mutating func object() {
    let node = open(.object, at: token.start)
    let isClosed = bracketed(.closeBrace, of: node) { builder in
      if builder.startsFor() { builder.forExpression(node, .forObject) } else { builder.objectItems() }
    }
    if !isClosed { nodes[node].flags.insert(.incomplete) }
    close(node, at: previousEnd)
  }

  /// The items of an object: a line break ends one as a comma does.
  private mutating func objectItems() {
    ignoresNewlines = false
    while true {
      switch token.kind {
      case .closeBrace, .end, .sequenceEnd: return
      case .newline: advance()
      case .comma:
        reportToken(.trailingComma)
        advance()
      case .ellipsis:
        reportToken(.elision)
        advance()
      case .identifier where startsTopLevelBlock(token.start): return
      case .closeParenthesis, .closeBracket:
        guard canSkip(before: .closeBrace) else { return }
        reportToken()
        advance()
      default: objectItem()
      }
    }
  }

  private mutating func objectItem() {
    let start = token.start
    let item = open(.item, at: start)
    expression()
    switch token.kind {
    case .equal, .colon:
      advance()
      expression()
    case .openBrace, .openBracket, .openQuote:
      reportToken(.missingSeparator)
      expression()
    default:
      nodes[item].flags.insert(.incomplete)
      reportToken()
      missing()
    }
    close(item, at: previousEnd)
    switch token.kind {
    case .comma, .newline: advance()
    case .closeBrace, .end, .sequenceEnd, .closeParenthesis, .closeBracket: break
    case .identifier where looksLikeItem(token.start), .openQuote: reportToken(.missingSeparator)
    default:
      reportToken()
      if token.start == start || !isFirstOnLine(token.start) { advance() }
    }
  }

  // MARK: for

  /// `for` and a name.
  private func startsFor() -> Bool {
    guard isKeyword("for") else { return false }
    var next = token.end
    while scanner.byte(next) == 0x20 || scanner.byte(next) == 0x09 || scanner.byte(next) == 0x0A { next += 1 }
    return HCLScanner.startsIdentifier(scanner.byte(next))
  }

  private mutating func forExpression(_ node: Int, _ kind: HCLTree.Kind) {
    nodes[node].kind = kind
    forHead(node)
    expect(.colon, of: node)
    expression()
    if token.kind == .fatArrow {
      if kind == .forTuple { reportToken() }
      nodes[node].flags.insert(.hasKey)
      advance()
      expression()
    } else if kind == .forObject {
      reportToken(.missingValue)
    }
    if token.kind == .ellipsis {
      if kind == .forTuple { reportToken() }
      nodes[node].flags.insert(.expands)
      advance()
    }
    if isKeyword("if") {
      nodes[node].flags.insert(.hasCondition)
      advance()
      expression()
    }
  }

  /// The head of a loop: `for k, v in collection`.
  mutating func forHead(_ node: Int) {
    advance()
    forVariable(of: node)
    if token.kind == .comma {
      nodes[node].flags.insert(.hasKeyVariable)
      advance()
      forVariable(of: node)
    }
    if isKeyword("in") {
      advance()
    } else {
      nodes[node].flags.insert(.incomplete)
      reportToken()
    }
    expression()
  }

  private mutating func forVariable(of node: Int) {
    if token.kind == .identifier {
      leaf(.name, token.start, token.end)
      advance()
    } else {
      leaf(.name, previousEnd, previousEnd)
      nodes[node].flags.insert(.incomplete)
      reportToken()
    }
  }

  private mutating func expect(_ kind: HCLToken.Kind, of node: Int) {
    if token.kind == kind {
      advance()
    } else {
      nodes[node].flags.insert(.incomplete)
      reportToken()
    }
  }
}
