import SourceText

/// One node in a block: its marks, then what it is by its first byte.
///
///     &a !t          marks of the mapping, because a line break follows
///     &b key: value  marks of the key, because they stand on its line
extension YAMLReader {
  /// A scalar or alias that is read but may not yet be appended, because a mapping may have to stand before it.
  struct Leaf {
    var kind = KeyedTree.Kind.scalar
    var style: KeyedTree.Style
    var flags: KeyedTree.Flags = []
    var start: Int
    var end: Int
    var isMultiline = false
    /// A flow collection appends itself.
    var isAppended = false
    var node: KeyedTree.NodeID = 0
  }

  mutating func appendLeaf(_ leaf: Leaf, _ marks: Marks) {
    append(leaf.kind, leaf.style, leaf.flags, leaf.start, leaf.end, marks)
  }

  /// Reads the node that is expected.
  ///
  /// Returns what is expected next where it opens a block collection, `nil` where it is complete.
  mutating func readNode(_ expectation: Expectation) -> Expectation? {
    var outer = Marks()
    var inner = Marks()
    var isFresh = !isMidLine
    var isBehindTab = false
    if isFresh { skipToContent() }
    while true {
      let offset = skippingBlanks(position)
      if !isFresh || !inner.isEmpty {
        if offset > position, source[position..<offset].contains(.tab) { isBehindTab = true }
      } else if isTabbed {
        isBehindTab = true
      }
      let first = byte(offset)
      if offset >= end || first == .lineFeed || first == .carriageReturn
        || (first == .hash && (offset > position || offset == lineStart || isFresh))
      {
        let place = max(lastEnd, lastMarkEnd)
        let hadBreak = crossLine(offset)
        merge(inner, into: &outer)
        inner = Marks()
        guard hadBreak, isPlaced(expectation) else {
          if hadBreak {
            position = lineStart
            isMidLine = false
          }
          appendAbsent(at: place, outer)
          return nil
        }
        isFresh = true
        isBehindTab = isTabbed
        if isTabbed, skippingSpaces(lineStart) - lineStart <= expectation.indent { reportTab() }
        continue
      }
      position = offset
      isMidLine = true
      if first == .ampersand || first == .exclamation {
        readMark(into: &inner, inFlow: false)
        continue
      }
      return readContent(expectation, outer, inner, isFresh: isFresh, isBehindTab: isBehindTab)
    }
  }

  /// Passes over the comment and the line break at an offset to the next token; false at the end of the text.
  private mutating func crossLine(_ offset: Int) -> Bool {
    let offset = byte(offset) == .hash ? skippingComment(offset) : offset
    guard offset < end else {
      position = end
      isMidLine = true
      return false
    }
    startLine(behindBreak(offset))
    skipToContent()
    guard position < end else {
      position = end
      isMidLine = true
      return false
    }
    return true
  }

  /// Whether the line's first token may belong to the expected node.
  private func isPlaced(_ expectation: Expectation) -> Bool {
    let column = position - lineStart
    if column == 0, isDocumentMarker(position) { return false }
    if column > expectation.indent { return true }
    return column == expectation.indent && expectation.allowsDashAtIndent && byte(position) == .dash
      && isGap(position + 1)
  }

  private mutating func readContent(
    _ expectation: Expectation, _ outer: Marks, _ inner: Marks, isFresh: Bool, isBehindTab: Bool
  ) -> Expectation? {
    let first = byte(position)
    let mayOpen = isFresh || expectation.isCompact
    let start = inner.isEmpty ? position : inner.start
    if first == .dash || first == .question || first == .colon, isGap(position + 1) {
      if !mayOpen { report(.unexpectedToken, position, position + 1, text(position, position + 1)) }
      if isBehindTab { reportTab() }
      return openBlock(first, expectation, outer, inner)
    }
    if first == .pipe || first == .greater {
      var marks = outer
      merge(inner, into: &marks)
      readBlockScalar(indent: expectation.indent, marks)
      return nil
    }
    let firstNode = nodes.count
    let id = NodeID(truncatingIfNeeded: firstNode)
    let leaf = readLeaf(indent: expectation.indent, marks: inner)
    position = leaf.end
    let colon = skippingBlanks(leaf.end)
    let isKey = byte(colon) == .colon && isGap(colon + 1)
    if isKey, mayOpen, !leaf.isMultiline, frames.count < YAMLParser.maximumDepth {
      if isBehindTab { reportTab() }
      if leaf.kind == .alias, !inner.isEmpty { report(.unexpectedToken, leaf.start, leaf.end, "*") }
      if leaf.isAppended {
        insertMapping(before: leaf.node, .block, from: start, outer)
        open(.blockMapping, .entry, indent: start - lineStart, node: leaf.node)
        noteKey(leaf.node &+ 1)
      } else {
        append(.mapping, .block, [], start, start, outer)
        open(.blockMapping, .entry, indent: start - lineStart, node: id)
        appendLeaf(leaf, inner)
        noteKey(id &+ 1)
      }
      position = colon
      return takeIndicator(Expectation(indent: start - lineStart, allowsDashAtIndent: true))
    }
    if isKey, !leaf.isMultiline, frames.count >= YAMLParser.maximumDepth {
      discardNodes(from: firstNode)
      position = start
      skipDeeper(than: expectation.indent, outer)
      return nil
    }
    if isFresh, isJunk(leaf) {
      lastText = Text(
        node: firstNode, column: start - lineStart, depth: frames.count,
        expectation: Expectation(indent: expectation.indent))
    }
    if leaf.isAppended {
      attach(outer, to: leaf.node)
      return nil
    }
    var complete = leaf
    if isKey, !leaf.isMultiline, leaf.style == .plain, leaf.kind == .scalar {
      complete = extended(leaf, over: colon)
    }
    var marks = outer
    merge(inner, into: &marks)
    if leaf.kind == .alias, !marks.isEmpty { report(.unexpectedToken, leaf.start, leaf.end, "*") }
    appendLeaf(complete, marks)
    position = complete.end
    return nil
  }

  /// `Description: Foo: bar` is meant as one text.
  private mutating func extended(_ leaf: Leaf, over colon: Int) -> Leaf {
    var leaf = leaf
    var last = lineEnd(from: colon)
    report(.unexpectedToken, colon, colon + 1, ":")
    if let comment = source[colon..<last].indices.first(where: {
      source[$0] == .hash && (source[$0 - 1] == .space || source[$0 - 1] == .tab)
    }) {
      last = comment
    }
    while last > colon, byte(last - 1) == .space || byte(last - 1) == .tab { last -= 1 }
    leaf.end = last
    return leaf
  }

  private mutating func openBlock(
    _ indicator: UInt8, _ expectation: Expectation, _ outer: Marks, _ inner: Marks
  ) -> Expectation? {
    guard frames.count < YAMLParser.maximumDepth else {
      skipDeeper(than: expectation.indent, outer)
      return nil
    }
    let column = position - lineStart
    let isKeyless = indicator == .colon
    var marks = outer
    if !isKeyless, !inner.isEmpty {
      report(.unexpectedToken, position, position + 1, text(position, position + 1))
      merge(inner, into: &marks)
    }
    let start = isKeyless && !inner.isEmpty ? inner.start : position
    let id: NodeID
    if indicator == .dash {
      id = append(.sequence, .block, [], start, start, marks)
      open(.blockSequence, .entry, indent: column, node: id)
      return takeIndicator(Expectation(indent: column, isCompact: true))
    }
    id = append(.mapping, .block, [], start, start, marks)
    open(
      .blockMapping, isKeyless ? .entry : .afterKey, indent: start - lineStart, node: id)
    if isKeyless { appendAbsent(at: position, inner) }
    return takeIndicator(
      Expectation(indent: start - lineStart, allowsDashAtIndent: true, isCompact: !isKeyless))
  }

  /// Reads an alias, a quoted or plain scalar or a flow collection.
  ///
  /// Lines behind the first must be indented by more than `indent`. Flow collections are appended with
  /// `marks`.
  mutating func readLeaf(indent: Int, marks: Marks, inFlow: Bool = false) -> Leaf {
    let start = position
    switch byte(start) {
    case .asterisk:
      let name = nameEnd(from: start + 1)
      guard name > start + 1, endsNode(name) else {
        // `Resource: *` is meant as a text.
        report(.unexpectedToken, start, start + 1, "*")
        return readPlain(indent: indent, inFlow: inFlow)
      }
      hasAliases = true
      return Leaf(kind: .alias, style: .plain, start: start, end: name)
    case .doubleQuote: return readDoubleQuoted(indent: indent)
    case .singleQuote: return readSingleQuoted(indent: indent)
    case .openBracket, .openBrace:
      let line = lineStart
      let node = NodeID(truncatingIfNeeded: nodes.count)
      let flowEnd = readFlow(indent: indent, marks)
      var leaf = Leaf(style: .flow, start: start, end: flowEnd)
      leaf.node = node
      leaf.isAppended = true
      leaf.isMultiline = line != lineStart || flowEnd - start > 1024
      return leaf
    default: return readPlain(indent: indent, inFlow: inFlow)
    }
  }

  /// Whether a node may stop at an offset: what follows is no more text.
  private func endsNode(_ offset: Int) -> Bool {
    let next = skippingBlanks(offset)
    return next >= end || isBreak(next) || byte(next) == .hash || byte(next) == .colon
      || byte(next).isFlowIndicator
  }

  /// Adds the marks of an earlier line to a flow collection.
  private mutating func attach(_ marks: Marks, to id: NodeID) {
    guard !marks.isEmpty else { return }
    if let index = properties.lastIndex(where: { $0.node <= id }), properties[index].node == id {
      var all = marks
      merge(Marks(tag: properties[index].tag, anchor: properties[index].anchor), into: &all)
      properties[index].tag = all.tag
      properties[index].anchor = all.anchor
    } else {
      nodes[Int(id)].flags.insert(.hasProperties)
      let index = (properties.lastIndex { $0.node < id } ?? -1) + 1
      properties.insert(
        KeyedTree.Properties(node: id, tag: marks.tag, anchor: marks.anchor), at: index)
    }
  }
}
