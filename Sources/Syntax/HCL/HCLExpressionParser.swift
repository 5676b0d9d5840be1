import SourceText

/// Expressions. A parent that is known only behind its first child is put before it afterwards:
///
///     a + b * c      name a │ name b │ name c   →   binary + ( a, binary * ( b, c ) )
extension HCLTreeBuilder {
  mutating func expression() {
    guard depth < HCLParser.depthLimit else {
      skipNested()
      return
    }
    depth += 1
    defer { depth -= 1 }
    let first = nodes.count
    binary(1)
    guard token.kind == .question else { return }
    wrap([Node(kind: .conditional, range: nodes[first].range, next: 0)], at: first)
    advance()
    expression()
    if token.kind == .colon {
      advance()
      expression()
    } else {
      reportToken()
      nodes[first].flags.insert(.incomplete)
    }
    close(first, at: previousEnd)
  }

  /// Operands and the operators between them that bind at least as tightly as `precedence`.
  private mutating func binary(_ precedence: Int) {
    let first = nodes.count
    unary()
    guard HCLTreeBuilder.binaryOperator(token.kind).precedence >= precedence else { return }
    var parents: [Node] = []
    while true {
      let (operation, tightness) = HCLTreeBuilder.binaryOperator(token.kind)
      guard tightness >= precedence else { break }
      advance()
      if parents.count < HCLParser.depthLimit { binary(tightness + 1) } else { skipNested() }
      let range = SourceRange(Int(nodes[first].range.start), previousEnd)
      parents.append(
        Node(kind: .binary, operation: operation, range: range, next: UInt32(truncatingIfNeeded: nodes.count))
      )
    }
    // The parents that stand before a parent move its end back, all of them move the ends of what was there.
    for index in parents.indices { parents[index].next += UInt32(truncatingIfNeeded: parents.count) }
    wrap(parents.reversed(), at: first)
  }

  /// The operator of a token and how tightly it binds, from 1 to 6; 0 for other tokens.
  @inline(__always)
  private static func binaryOperator(_ kind: HCLToken.Kind) -> (operation: HCLTree.Operator, precedence: Int)
  {
    switch kind {
    case .or: (.or, 1)
    case .and: (.and, 2)
    case .equalEqual: (.equal, 3)
    case .notEqual: (.notEqual, 3)
    case .lessThan: (.less, 4)
    case .lessOrEqual: (.lessOrEqual, 4)
    case .greaterThan: (.greater, 4)
    case .greaterOrEqual: (.greaterOrEqual, 4)
    case .plus: (.add, 5)
    case .minus: (.subtract, 5)
    case .star: (.multiply, 6)
    case .slash: (.divide, 6)
    case .percent: (.modulo, 6)
    default: (.none, 0)
    }
  }

  private mutating func unary() {
    let first = nodes.count
    while token.kind == .minus || token.kind == .bang {
      guard nodes.count - first < HCLParser.depthLimit else {
        skipNested()
        for node in first..<(first + HCLParser.depthLimit) { close(node, at: previousEnd) }
        return
      }
      let node = open(.unary, at: token.start)
      nodes[node].operation = token.kind == .minus ? .negate : .not
      advance()
    }
    let operand = nodes.count
    term()
    for node in first..<operand { close(node, at: previousEnd) }
  }

  private mutating func term() {
    let first = nodes.count
    switch token.kind {
    case .openQuote: quotedTemplate()
    case .identifier:
      if identifier() { return }
    case .number:
      leaf(.number, token.start, token.end)
      if bytes[token.start..<token.end].lazy.filter({ $0 == UInt8(ascii: ".") }).count > 1 {
        reportToken(.invalidNumber)
      }
      advance()
    case .openHeredoc: heredoc()
    case .openBracket: tuple()
    case .openBrace: object()
    case .openParenthesis: parentheses()
    case .ellipsis:
      reportToken(.elision)
      leaf(.missing, token.start, token.end)
      advance()
      return
    default:
      missing()
      reportToken(token.kind == .newline || token.kind == .end ? .missingValue : .unexpectedToken)
      return
    }
    if token.kind == .dot || token.kind == .openBracket {
      wrap([Node(kind: .traversal, range: nodes[first].range, next: 0)], at: first)
      steps(of: first)
    }
  }

  /// An empty node where an expression should stand: behind the last token, or where its parent starts.
  mutating func missing() {
    let place = max(previousEnd, Int(nodes.last?.range.start ?? 0))
    leaf(.missing, place, place)
    nodes[nodes.count - 1].flags.insert(.incomplete)
  }

  /// A word, a call or a traversal; true where its steps have been read too.
  private mutating func identifier() -> Bool {
    let name = token
    let isNull = isKeyword("null")
    let isBoolean = isKeyword("true") || isKeyword("false")
    advance()
    switch token.kind {
    case .openParenthesis, .doubleColon:
      call(name)
      return false
    case _ where isNull || isBoolean:
      leaf(isNull ? .null : .boolean, name.start, name.end)
      return false
    default:
      let node = open(.traversal, at: name.start)
      leaf(.name, name.start, name.end)
      steps(of: node)
      return true
    }
  }

  private mutating func call(_ name: HCLToken) {
    let node = open(.call, at: name.start)
    var end = name.end
    while token.kind == .doubleColon {
      advance()
      guard token.kind == .identifier else { break }
      end = token.end
      advance()
    }
    leaf(.name, name.start, end)
    guard token.kind == .openParenthesis else {
      nodes[node].flags.insert(.incomplete)
      reportToken(.unexpectedToken)
      close(node, at: previousEnd)
      return
    }
    if bracketed(.closeParenthesis, of: node, { $0.elements(of: node) }) == false {
      nodes[node].flags.insert(.incomplete)
    }
    close(node, at: previousEnd)
  }

  /// Attributes, indexes and splats behind a root.
  private mutating func steps(of node: Int) {
    var isInAttributeSplat = false
    while token.kind == .dot || token.kind == .openBracket {
      if token.kind == .dot {
        let dot = token
        advance()
        switch token.kind {
        case .identifier: leaf(.attributeStep, dot.start, token.end)
        case .number:
          leaf(.legacyIndexStep, dot.start, token.end)
          if bytes[token.start..<token.end].contains(UInt8(ascii: ".")) { reportToken(.invalidNumber) }
        case .star:
          if isInAttributeSplat { reportToken() }
          isInAttributeSplat = true
          leaf(.attributeSplat, dot.start, token.end)
        default:
          leaf(.attributeStep, dot.start, dot.end)
          nodes[nodes.count - 1].flags.insert(.incomplete)
          reportToken()
          close(node, at: previousEnd)
          return
        }
        advance()
      } else {
        isInAttributeSplat = false
        index()
      }
    }
    close(node, at: previousEnd)
  }

  private mutating func index() {
    let step = open(.indexStep, at: token.start)
    let isClosed = bracketed(.closeBracket, of: step) { builder in
      if builder.token.kind == .star {
        builder.nodes[step].kind = .fullSplat
        builder.advance()
      } else {
        builder.expression()
      }
    }
    if !isClosed { nodes[step].flags.insert(.incomplete) }
    close(step, at: previousEnd)
  }

  private mutating func parentheses() {
    let node = open(.parentheses, at: token.start)
    if !bracketed(.closeParenthesis, of: node, { $0.expression() }) { nodes[node].flags.insert(.incomplete) }
    close(node, at: previousEnd)
  }
}

extension HCLTreeBuilder {
  /// A file that holds one expression.
  mutating func loneExpression() {
    ignoresNewlines = true
    if token.kind == .newline { advance() }
    expression()
    if token.kind != .end { reportToken() }
  }

  /// A file that is a template.
  mutating func loneTemplate() {
    let node = open(.template, at: 0)
    parts()
    close(node, at: bytes.count)
  }
}
