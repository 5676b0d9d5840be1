import SourceText

/// Quoted strings and heredocs: literal text, interpolations and directives.
extension HCLTreeBuilder {
  mutating func quotedTemplate() {
    let node = open(.template, at: token.start)
    let outerModes = scanner.outer.count - 1
    advance()
    trimsNextLiteral = false
    parts()
    let isClosed = token.kind == .closeQuote
    if isClosed {
      advance()
    } else {
      // The quote ended with its line, or an interpolation in it was given up.
      rescan(depth: outerModes)
      nodes[node].flags.insert(.incomplete)
      let start = Int(nodes[node].range.start)
      report(.unclosedString, start, max(start + 1, previousEnd))
    }
    close(node, at: previousEnd)
  }

  mutating func heredoc() {
    let node = open(.heredoc, at: token.start)
    let opening = token
    let outerModes = scanner.outer.count - 1
    if scanner.byte(opening.start + 2) == UInt8(ascii: "-") { nodes[node].flags.insert(.indented) }
    advance()
    trimsNextLiteral = false
    parts()
    if token.kind == .closeHeredoc {
      advance()
    } else {
      nodes[node].flags.insert(.incomplete)
      report(
        .unclosedHeredoc, opening.start, endWithoutLineBreak(opening.start, opening.end), text(of: opening))
      rescueBlocks(behind: opening, in: node, outerModes)
    }
    close(node, at: previousEnd)
  }

  /// An unclosed heredoc would swallow the rest of the file; it ends before the next top-level block instead.
  private mutating func rescueBlocks(behind opening: HCLToken, in heredoc: Int, _ outerModes: Int) {
    guard rescues < HCLTreeBuilder.rescueLimit, let start = topLevelBlock(behind: opening.end) else { return }
    rescues += 1
    nodes.removeSubrange((heredoc + 1)...)
    dropProblems(behind: opening.end)
    leaf(.literal, opening.end, start)
    token = HCLToken(kind: .end, start: start, end: start)
    previousEnd = start
    rescan(depth: outerModes)
  }

  /// The parts of a template up to its end, or to a directive that ends the parts of another one.
  mutating func parts() {
    while true {
      switch token.kind {
      case .quotedText, .text: literal()
      case .interpolation: interpolation()
      case .directive:
        switch directiveKeyword() {
        case .if: ifDirective()
        case .for: forDirective()
        case .else, .endif, .endfor:
          if openDirectives > 0 { return }
          strayDirective()
        case nil: strayDirective()
        }
      default: return
      }
    }
  }

  private mutating func literal() {
    let node = open(.literal, at: token.start)
    var flags: HCLTree.Flags = trimsNextLiteral ? .trimsStart : []
    trimsNextLiteral = false
    let isQuoted = token.kind == .quotedText
    repeat {
      if scanner.textNeedsDecoding {
        flags.insert(.needsDecoding)
        if isQuoted { checkEscapes() }
      }
      advance()
    } while token.kind == .quotedText || token.kind == .text
    nodes[node].flags = flags
    close(node, at: previousEnd)
  }

  private mutating func checkEscapes() {
    var offset = token.start
    while offset < token.end {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      let escape = HCLEscape(bytes, at: offset, end: token.end)
      if escape.scalar == nil {
        let end = offset + escape.length
        report(.invalidEscape, offset, end, String(decoding: bytes[offset..<end], as: UTF8.self))
      }
      offset += escape.length
    }
  }

  /// Marks the literal before a sequence that starts with `~`.
  private mutating func trimLiteralBefore() {
    guard bytes[token.end - 1] == UInt8(ascii: "~"), let last = nodes.last, last.kind == .literal,
      Int(last.range.end) == token.start
    else { return }
    nodes[nodes.count - 1].flags.insert(.trimsEnd)
  }

  private mutating func interpolation() {
    trimLiteralBefore()
    let node = open(.interpolation, at: token.start)
    sequence(of: node) { $0.expression() }
    close(node, at: previousEnd)
  }

  /// Reads an interpolation or a directive from its opening to its end.
  ///
  /// Where that end does not come, reading goes on behind it on the same line, or at
  /// the line break, outside the quote.
  private mutating func sequence(of node: Int, _ content: (inout HCLTreeBuilder) -> Void) {
    let opening = token
    let ignoredNewlines = ignoresNewlines
    let modes = scanner.outer.count
    let around = (openParentheses, openBrackets, openDirectives)
    (openParentheses, openBrackets, openDirectives) = (0, 0, 0)
    ignoresNewlines = true
    advance()
    content(&self)
    if !endsSequence(in: modes) {
      nodes[node].flags.insert(.incomplete)
      report(.unclosedBracket, opening.start, opening.end, text(of: opening))
      ignoresNewlines = false
      if !isFirstOnLine(token.start) {
        while token.kind != .end, token.kind != .newline, !endsSequence(in: modes) { advance() }
      }
    }
    (openParentheses, openBrackets, openDirectives) = around
    ignoresNewlines = ignoredNewlines
    if endsSequence(in: modes) {
      trimsNextLiteral = token.end - token.start == 2
      advance()
    } else if scanner.outer.count >= modes, scanner.outer[modes - 1].kind != .quote {
      rescan(depth: modes - 1)
    }
  }

  private func endsSequence(in modes: Int) -> Bool {
    token.kind == .sequenceEnd && scanner.outer.count == modes - 1
  }

  // MARK: Directives

  private enum DirectiveKeyword: Equatable { case `if`, `else`, endif, `for`, endfor }

  /// The word behind `%{`.
  private func directiveKeyword() -> DirectiveKeyword? {
    var start = token.end
    while scanner.byte(start) == 0x20 || scanner.byte(start) == 0x09 || scanner.byte(start) == 0x0A {
      start += 1
    }
    let end = scanner.identifierEnd(from: start)
    return switch String(decoding: bytes[min(start, bytes.count)..<min(end, start + 8)], as: UTF8.self) {
    case "if": .if
    case "else": .else
    case "endif": .endif
    case "for": .for
    case "endfor": .endfor
    default: nil
    }
  }

  private mutating func ifDirective() {
    trimLiteralBefore()
    let node = open(.ifDirective, at: token.start)
    sequence(of: node) { builder in
      builder.advance()
      builder.expression()
    }
    directiveParts()
    if token.kind == .directive, directiveKeyword() == .else {
      trimLiteralBefore()
      sequence(of: node) { $0.advance() }
      directiveParts()
    }
    closeDirective(node, with: .endif, "%{endif}")
  }

  private mutating func forDirective() {
    trimLiteralBefore()
    let node = open(.forDirective, at: token.start)
    sequence(of: node) { $0.forHead(node) }
    directiveParts()
    closeDirective(node, with: .endfor, "%{endfor}")
  }

  private mutating func directiveParts() {
    guard depth < HCLParser.depthLimit else {
      skipNested()
      return
    }
    depth += 1
    openDirectives += 1
    let node = open(.parts, at: previousEnd)
    parts()
    close(node, at: previousEnd)
    openDirectives -= 1
    depth -= 1
  }

  private mutating func closeDirective(_ node: Int, with keyword: DirectiveKeyword, _ shown: String) {
    if token.kind == .directive, directiveKeyword() == keyword {
      trimLiteralBefore()
      sequence(of: node) { $0.advance() }
    } else {
      nodes[node].flags.insert(.incomplete)
      report(.unexpectedEnd, Int(nodes[node].range.start), previousEnd, shown)
    }
    close(node, at: previousEnd)
  }

  private mutating func strayDirective() {
    let node = open(.skipped, at: token.start)
    reportToken(.invalidDirective)
    sequence(of: node) { builder in
      while builder.token.kind != .sequenceEnd, builder.token.kind != .end, builder.token.kind != .newline {
        builder.advance()
      }
    }
    close(node, at: previousEnd)
  }
}
