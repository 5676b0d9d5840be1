import SourceText

/// Block collections: the indentation of each line says to which open one it belongs.
///
///     a:            frames  mapping@0
///       - b: 1              mapping@0  sequence@2  mapping@4
///         c: 2              column 4 → next key of mapping@4
///     d: 3                  column 0 → close two, next key of mapping@0
extension YAMLReader {
  @inline(__always)
  mutating func startLine(_ offset: Int) {
    position = offset
    lineStart = offset
    isMidLine = false
  }

  /// From the start of a line, moves to the first byte that is neither white space nor a comment.
  mutating func skipToContent() {
    while true {
      var offset = skippingSpaces(position)
      isTabbed = byte(offset) == .tab
      if isTabbed { offset = skippingBlanks(offset) }
      switch byte(offset) {
      case .lineFeed, .carriageReturn: startLine(behindBreak(offset))
      case .hash:
        offset = skippingComment(offset)
        if offset >= end {
          position = end
          return
        }
        startLine(behindBreak(offset))
      default:
        position = offset
        return
      }
    }
  }

  /// The end of the comment's line; `# ...` is reported.
  mutating func skippingComment(_ offset: Int) -> Int {
    let lineEnd = lineEnd(from: offset)
    let first = skippingSpaces(offset + 1)
    if isElision(first) { report(.elision, offset, lineEnd) }
    return lineEnd
  }

  /// Passes over the rest of a line behind a node and starts the next one.
  mutating func endLine() {
    var offset = skippingBlanks(position)
    if offset < end, !isBreak(offset) {
      if byte(offset) == .hash, offset > position {
        offset = skippingComment(offset)
      } else {
        position = offset
        skipLine(.unexpectedToken)
        offset = position
      }
    }
    if offset < end { startLine(behindBreak(offset)) } else { position = end }
  }

  /// Moves to the next entry of an open block and over its dash or key; `nil` at the end of the document.
  mutating func advance() -> Expectation? {
    while true {
      if isMidLine { endLine() }
      guard position < end else { return nil }
      skipToContent()
      guard position < end else { return nil }
      if isDocumentMarker(lineStart), position == lineStart {
        if readElision() { continue }
        return nil
      }
      if let next = readEntry() { return next }
    }
  }

  /// Reads the dash or key of the line's entry; `nil` where the line is skipped.
  private mutating func readEntry() -> Expectation? {
    let column = position - lineStart
    while let top = frames.last, top.indent > column {
      let below = frames.count > 1 ? frames[frames.count - 2].indent : -1
      if below < column {
        guard fits(top) else {
          skipLine(.badIndentation)
          return nil
        }
        report(.unevenIndentation, lineStart, position)
        return readEntry(of: top, column: column)
      }
      close()
    }
    guard let top = frames.last, top.indent == column else {
      if let expectation = setAsideText(column: column) { return expectation }
      skipLine(frames.isEmpty ? .unexpectedToken : .badIndentation)
      return nil
    }
    return readEntry(of: top, column: column)
  }

  private func fits(_ frame: Frame) -> Bool {
    let isDash = byte(position) == .dash && isGap(position + 1)
    return frame.kind == .blockSequence ? isDash : !isDash && looksLikeEntry(position)
  }

  private mutating func readEntry(of frame: Frame, column: Int) -> Expectation? {
    let isDash = byte(position) == .dash && isGap(position + 1)
    if frame.kind == .blockSequence {
      if isDash {
        if isTabbed { reportTab() }
        return takeIndicator(Expectation(indent: column, isCompact: true))
      }
      guard frames.count > 1, frames[frames.count - 2].indent == column,
        frames[frames.count - 2].kind == .blockMapping
      else {
        skipLine(.badIndentation)
        return nil
      }
      close()
      return readMappingEntry(column: column)
    }
    if isDash {
      skipLine(.unexpectedToken)
      return nil
    }
    return readMappingEntry(column: column)
  }

  private mutating func readMappingEntry(column: Int) -> Expectation? {
    let top = frames.count - 1
    let first = byte(position)
    if first == .question || first == .colon, isGap(position + 1) {
      if isTabbed { reportTab() }
      let isExplicit = frames[top].state == .afterKey
      if first == .question {
        if isExplicit { appendAbsent(at: lastEnd) }
        frames[top].state = .afterKey
      } else {
        if !isExplicit { appendAbsent(at: position) }
        frames[top].state = .entry
      }
      return takeIndicator(
        Expectation(
          indent: column, allowsDashAtIndent: true, isCompact: first == .question || isExplicit))
    }
    return readImplicitKey(column: column)
  }

  /// Passes over a dash, question mark or colon.
  mutating func takeIndicator(_ expectation: Expectation) -> Expectation {
    position += 1
    lastEnd = position
    isMidLine = true
    return expectation
  }

  mutating func reportTab() { report(.tabIndentation, lineStart, position) }

  /// Reads `key:`; a line without it is skipped.
  private mutating func readImplicitKey(column: Int) -> Expectation? {
    let start = position
    let firstNode = nodes.count
    let savedEnd = lastEnd
    let firstProblem = problems.count
    var marks = Marks()
    while byte(position) == .ampersand || byte(position) == .exclamation {
      readMark(into: &marks, inFlow: false)
      position = skippingBlanks(position)
    }
    let id = NodeID(truncatingIfNeeded: firstNode)
    let top = frames.count - 1
    let isPending = frames[top].state == .afterKey
    if isPending {
      appendAbsent(at: lastEnd)
      frames[top].state = .entry
    }
    var isKey = false
    if byte(position) == .colon, isGap(position + 1) {
      appendAbsent(at: position, marks)
      isKey = true
    } else if !isGap(position), byte(position) != .hash {
      let leaf = readLeaf(indent: .max, marks: marks)
      if leaf.kind == .alias, !marks.isEmpty { report(.unexpectedToken, leaf.start, leaf.end, "*") }
      position = leaf.end
      let colon = skippingBlanks(position)
      isKey = byte(colon) == .colon && isGap(colon + 1) && !leaf.isMultiline
      if isKey {
        if !leaf.isAppended { appendLeaf(leaf, marks) }
        position = colon
      }
    }
    guard isKey else {
      discardNodes(from: firstNode + (isPending ? 1 : 0))
      problems.removeLast(problems.count - firstProblem)
      lastEnd = savedEnd
      position = start
      skipLine(.unexpectedToken)
      return nil
    }
    if isTabbed { reportTab() }
    noteKey(isPending ? id &+ 1 : id)
    return takeIndicator(Expectation(indent: column, allowsDashAtIndent: true))
  }
}
