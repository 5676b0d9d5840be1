import SourceText

/// Bodies: attributes, blocks and, between them, lines that are neither.
extension HCLTreeBuilder {
  mutating func file() {
    let body = open(.body, at: 0)
    items(of: .file)
    close(body, at: bytes.count)
  }

  /// Where a body stands, which decides about its end and its line breaks.
  enum BodyPlace { case file, block, oneLineBlock }

  mutating func items(of place: BodyPlace) {
    while true {
      switch token.kind {
      case .newline: advance()
      case .end: return
      case .closeBrace where place != .file: return
      case .ellipsis:
        reportToken(.elision)
        advance()
      case .identifier:
        if place != .file, startsTopLevelBlock(token.start) { return }
        item(in: place)
      default:
        reportToken()
        skipLine(from: token.start, in: place)
      }
    }
  }

  private mutating func item(in place: BodyPlace) {
    let name = token
    advance()
    switch token.kind {
    case .equal, .colon:
      if token.kind == .colon { reportToken() }
      let node = open(.attribute, at: name.start)
      leaf(.name, name.start, name.end)
      advance()
      expression()
      close(node, at: previousEnd)
      expectLineBreak(in: place)
    case .openBrace, .openQuote, .identifier:
      if place == .oneLineBlock { report(.missingSeparator, name.start, name.end) }
      if block(name, in: place) { expectLineBreak(in: place) }
    default:
      report(.unexpectedToken, name.start, name.end, text(of: name))
      skipLine(from: name.start, in: place)
    }
  }

  /// Reads a block from its first label or brace on; false where the line was no block and has been skipped.
  private mutating func block(_ name: HCLToken, in place: BodyPlace) -> Bool {
    let node = open(.block, at: name.start)
    leaf(.name, name.start, name.end)
    var hasBadLabel = false
    var endsWithLabel = false
    while token.kind != .openBrace {
      switch token.kind {
      case .identifier:
        leaf(.name, token.start, token.end)
        endsWithLabel = false
        advance()
      case .openQuote: endsWithLabel = label()
      case .comma:
        reportToken()
        advance()
      case .newline where opensBraceBehindLineBreaks():
        report(.missingSeparator, name.start, previousEnd)
        while token.kind == .newline { advance() }
      case .newline where endsWithLabel, .end where nodes[nodes.count - 1].kind != .name:
        nodes[node].flags.insert(.incomplete)
        report(.unexpectedEnd, name.start, previousEnd, "{")
        close(node, at: previousEnd)
        return true
      case .newline, .end, .closeBrace, .equal, .colon:
        nodes.removeSubrange(node...)
        report(.unexpectedToken, name.start, previousEnd)
        skipLine(from: name.start, in: place)
        return false
      default:
        if !hasBadLabel { reportToken() }
        hasBadLabel = true
        advance()
      }
    }
    if place == .file { outermostColumn = isFirstOnLine(name.start) ? column(of: name.start) : 0 }
    let end = blockBody()
    close(node, at: end ?? previousEnd)
    if end == nil { nodes[node].flags.insert(.incomplete) }
    return true
  }

  /// Reads a quoted label; false where its quote is not closed.
  private mutating func label() -> Bool {
    let label = nodes.count
    quotedTemplate()
    for index in label..<nodes.count
    where nodes[index].kind == .interpolation || nodes[index].kind == .ifDirective {
      report(.unexpectedToken, Int(nodes[index].range.start), Int(nodes[index].range.end))
    }
    return !nodes[label].flags.contains(.incomplete)
  }

  /// `{ … }`; the offset behind the closing brace, if there is one.
  private mutating func blockBody() -> Int? {
    guard depth < HCLParser.depthLimit else {
      skipNested()
      return previousEnd
    }
    depth += 1
    defer { depth -= 1 }
    let brace = token
    let body = open(.body, at: brace.start)
    advance()
    items(of: token.kind == .newline ? .block : .oneLineBlock)
    if token.kind == .closeBrace {
      let end = token.end
      advance()
      close(body, at: end)
      return end
    }
    report(.unclosedBracket, brace.start, brace.end, "{")
    nodes[body].flags.insert(.incomplete)
    close(body, at: previousEnd)
    return nil
  }

  /// Ends an attribute or block: a line break, the end, or the brace of a block on one line.
  private mutating func expectLineBreak(in place: BodyPlace) {
    switch token.kind {
    case .newline: advance()
    case .end: break
    case .closeBrace where place != .file:
      if place == .block, !isFirstOnLine(token.start) { reportToken(.missingSeparator) }
    case .comma, .semicolon:
      reportToken(token.kind == .comma ? .trailingComma : .unexpectedToken)
      advance()
      expectLineBreak(in: place)
    case _ where isFirstOnLine(token.start): break
    case .identifier where looksLikeItem(token.start): reportToken(.missingSeparator)
    default:
      reportToken()
      skipLine(from: token.start, in: place)
    }
  }
}
