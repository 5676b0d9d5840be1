import SourceText

/// Flow collections: brackets and braces, with YAML's liberties.
///
///     [a, b: c, ? d]     an entry with a colon is a mapping of one pair
///     {a, "b":c, : d}    values and keys may be absent
extension YAMLReader {
  /// Reads the collection at the position and returns its end.
  ///
  /// Lines behind the first must be indented by more than `indent`; with `.max` it must stand on one line.
  mutating func readFlow(indent: Int, _ marks: Marks) -> Int {
    let base = frames.count
    let start = position
    var pending = Marks()
    var isUneven = false
    openFlow(indent, marks)
    while frames.count > base {
      guard skipFlowSpace(indent, &isUneven) else {
        report(.unclosedBracket, start, start + 1, text(start, start + 1))
        lastEnd = position
        while frames.count > base { closeFlow(flags: .incomplete) }
        return position
      }
      let first = byte(position)
      switch first {
      case .ampersand, .exclamation:
        readMark(into: &pending, inFlow: true)
        continue
      case .comma, .closeBracket, .closeBrace:
        takeAbsent(&pending)
        readPunctuation(first, base)
      case .colon where isValueIndicator(pending.isEmpty):
        takeAbsent(&pending)
        readColon()
      case .question where isGap(position + 1):
        takeAbsent(&pending)
        readQuestion()
      case .openBracket, .openBrace:
        prepareEntry()
        openFlow(indent, pending)
        pending = Marks()
      case .hash:
        report(.unexpectedToken, position, lineEnd(from: position), "#")
        position = lineEnd(from: position)
      default:
        prepareEntry()
        let line = lineStart
        let leaf = readLeaf(indent: indent, marks: Marks(), inFlow: true)
        if leaf.kind == .alias, !pending.isEmpty { report(.unexpectedToken, leaf.start, leaf.end, "*") }
        let id = append(leaf.kind, leaf.style, leaf.flags, leaf.start, leaf.end, pending)
        pending = Marks()
        position = leaf.end
        completeEntry(
          id, line: line, isJSONLike: leaf.style == .doubleQuoted || leaf.style == .singleQuoted)
      }
    }
    return position
  }

  /// Opens the bracket at the position, or passes over it where it lies too deep.
  private mutating func openFlow(_ indent: Int, _ marks: Marks) {
    let isMapping = byte(position) == .openBrace
    let id = append(isMapping ? .mapping : .sequence, .flow, [], position, position + 1, marks)
    open(isMapping ? .flowMapping : .flowSequence, .entry, indent: indent, node: id)
    frames[frames.count - 1].entryLine = lineStart
    frames[frames.count - 1].openedAt = lineStart
    position += 1
    guard frames.count > YAMLParser.maximumDepth else { return }
    // Strings are not looked at: what lies this deep is a bomb, not a template.
    let start = position
    var depth = 1
    while position < end {
      let byte = source[position]
      if byte == .openBracket || byte == .openBrace { depth += 1 }
      if byte == .closeBracket || byte == .closeBrace { depth -= 1 }
      if depth == 0 { break }
      position += 1
      if byte == .lineFeed { lineStart = position }
    }
    report(.nestingTooDeep, start, position, String(YAMLParser.maximumDepth))
    lastEnd = position
    nodes[Int(id)].flags.insert(.incomplete)
    if position < end { position += 1 }
    closeFlow(flags: .incomplete)
  }

  private func isValueIndicator(_ hasNoMarks: Bool) -> Bool {
    if isGap(position + 1) || byte(position + 1).isFlowIndicator { return true }
    guard hasNoMarks, let top = frames.last, top.isJSONLike else { return false }
    return top.kind == .flowSequence ? top.state == .afterEntry : top.state == .afterKey
  }

  /// Marks without a node belong to an absent one.
  private mutating func takeAbsent(_ pending: inout Marks) {
    guard !pending.isEmpty else { return }
    prepareEntry()
    let id = append(.scalar, .plain, .absent, lastMarkEnd, lastMarkEnd, pending)
    pending = Marks()
    completeEntry(id, line: lineStart, isJSONLike: false)
  }

  /// Makes room for another node; a missing comma is reported.
  private mutating func prepareEntry() {
    if let top = frames.last, top.kind == .flowPair, top.state == .afterKey || top.state == .afterEntry {
      closeFlow()
    }
    guard let top = frames.last else { return }
    if top.state == .afterEntry || top.state == .afterKey {
      report(.unexpectedToken, position, position + 1, text(position, position + 1))
      if top.state == .afterKey { appendAbsent(at: lastEnd) }
      frames[frames.count - 1].state = .entry
    }
  }

  /// Gives a complete node its place in the innermost collection.
  private mutating func completeEntry(_ id: NodeID, line: Int, isJSONLike: Bool) {
    let top = frames.count - 1
    guard top >= 0 else { return }
    frames[top].isJSONLike = isJSONLike
    if frames[top].kind == .flowSequence {
      frames[top].state = .afterEntry
      frames[top].entry = id
      frames[top].entryLine = line
    } else if frames[top].state == .value {
      frames[top].state = .afterEntry
    } else {
      frames[top].state = .afterKey
      noteKey(id)
    }
  }

  private mutating func readPunctuation(_ mark: UInt8, _ base: Int) {
    if let top = frames.last, top.kind == .flowPair {
      closeFlow()
    }
    guard let top = frames.last else { return }
    let index = frames.count - 1
    if mark == .comma {
      if top.state == .entry { report(.trailingComma, position, position + 1) }
      fillPair(index)
      frames[index].state = .entry
      position += 1
      return
    }
    if (mark == .closeBrace) == (top.kind == .flowMapping) {
      fillPair(index)
      position += 1
      lastEnd = position
      closeFlow()
      return
    }
    // The wrong bracket: the one that is open was forgotten, or this one is too many.
    let parent = frames.count - 2
    if parent >= base, (mark == .closeBrace) == (frames[parent].kind == .flowMapping) {
      let open = Int(nodes[Int(top.node)].range.start)
      report(.unclosedBracket, open, open + 1, text(open, open + 1))
      fillPair(index)
      closeFlow(flags: .incomplete)
    } else {
      report(.unexpectedToken, position, position + 1, text(position, position + 1))
      position += 1
    }
  }

  /// Completes the pair of a mapping that stops here.
  private mutating func fillPair(_ index: Int) {
    if frames[index].kind == .flowSequence { return }
    if frames[index].state == .explicitKey {
      appendAbsent(at: lastEnd)
      frames[index].state = .afterKey
    }
    if frames[index].state == .afterKey || frames[index].state == .value { appendAbsent(at: lastEnd) }
    frames[index].state = .afterEntry
  }

  /// Closes the innermost collection and makes it an entry of the next.
  private mutating func closeFlow(flags: KeyedTree.Flags = []) {
    guard let frame = frames.last else { return }
    fillPair(frames.count - 1)
    close(flags: flags)
    guard let parent = frames.last, parent.kind.isFlow else { return }
    if frame.kind == .flowPair {
      frames[frames.count - 1].state = .afterEntry
      frames[frames.count - 1].entryLine = -1
      frames[frames.count - 1].isJSONLike = false
    } else {
      completeEntry(frame.node, line: frame.openedAt, isJSONLike: true)
    }
  }

  private mutating func readColon() {
    let top = frames.count - 1
    let colon = position
    switch (frames[top].kind, frames[top].state) {
    case (.flowSequence, .entry):
      let id = append(.mapping, .flow, [], colon, colon, Marks())
      open(.flowPair, .value, indent: frames[top].indent, node: id)
      appendAbsent(at: colon)
    case (.flowSequence, _):
      let entry = frames[top].entry
      let start = entryStart(entry)
      if frames[top].entryLine != lineStart || entry == 0 || colon - start > 1024 {
        report(.unexpectedToken, colon, colon + 1, ":")
        if entry == 0 || frames[top].entryLine < 0 || colon - start > 1024 {
          position += 1
          return
        }
      }
      insertMapping(before: entry, .flow, from: start, Marks())
      frames[top].state = .afterEntry
      open(.flowPair, .value, indent: frames[top].indent, node: entry)
      noteKey(entry &+ 1)
    case (_, .entry), (_, .explicitKey):
      appendAbsent(at: colon)
      frames[top].state = .value
    case (_, .afterKey): frames[top].state = .value
    default: report(.unexpectedToken, colon, colon + 1, ":")
    }
    position += 1
    lastEnd = max(lastEnd, position)
  }

  private mutating func readQuestion() {
    prepareEntry()
    let top = frames.count - 1
    if frames[top].kind == .flowSequence {
      let id = append(.mapping, .flow, [], position, position, Marks())
      open(.flowPair, .explicitKey, indent: frames[top].indent, node: id)
    } else if frames[top].state == .entry {
      frames[top].state = .explicitKey
    } else {
      report(.unexpectedToken, position, position + 1, "?")
    }
    position += 1
    lastEnd = position
  }

  /// Where a node starts with its tag and anchor.
  private func entryStart(_ id: NodeID) -> Int {
    var start = Int(nodes[Int(id)].range.start)
    var index = properties.count
    while index > 0, properties[index - 1].node >= id { index -= 1 }
    if index < properties.count, properties[index].node == id {
      let marks = properties[index]
      if !marks.tag.isEmpty { start = min(start, Int(marks.tag.start)) }
      if !marks.anchor.isEmpty { start = min(start, Int(marks.anchor.start) - 1) }
    }
    return start
  }

  /// Passes over white space, line breaks and comments.
  ///
  /// False where the collection breaks off: at the end, at a document marker, or where the block around it
  /// goes on; the position is then the end of the last line.
  private mutating func skipFlowSpace(_ indent: Int, _ isUneven: inout Bool) -> Bool {
    let saved = (position, lineStart)
    while true {
      var offset = skippingBlanks(position)
      if byte(offset) == .hash, offset > position || offset == lineStart { offset = skippingComment(offset) }
      guard offset < end else { break }
      guard isBreak(offset) else {
        position = offset
        return true
      }
      let line = behindBreak(offset)
      let first = skippingBlanks(line)
      position = line
      lineStart = line
      if first >= end || isBreak(first) || byte(first) == .hash { continue }
      if isDocumentMarker(line) || indent == .max { break }
      if skippingSpaces(line) - line <= indent {
        if byte(first) != .closeBracket, byte(first) != .closeBrace, resumesBlock(first) { break }
        if !isUneven { report(.unevenIndentation, line, first) }
        isUneven = true
      }
    }
    (position, lineStart) = saved
    return false
  }
}

extension YAMLReader.Frame.Kind {
  var isFlow: Bool { self == .flowMapping || self == .flowSequence || self == .flowPair }
}
