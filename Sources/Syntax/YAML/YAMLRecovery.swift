import SourceText

extension YAMLReader {
  /// Notes a problem.
  ///
  /// What cannot stand where it stands is one problem as long as it goes on.
  mutating func report(_ kind: SourceProblem.Kind, _ start: Int, _ end: Int, _ detail: String = "") {
    let range = SourceRange(start, end)
    if kind == .unexpectedToken, let last = problems.last, last.kind == kind, last.range.end == range.start {
      problems[problems.count - 1].range.end = range.end
    } else {
      problems.append(SourceProblem(kind, range: range, detail: detail))
    }
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: source[min(start, self.end)..<min(max(start, end), self.end)], as: UTF8.self)
  }

  /// Skips the rest of a line that cannot be read.
  ///
  /// Lines skipped one after the other are one problem.
  mutating func skipLine(_ kind: SourceProblem.Kind) {
    let lineEnd = lineEnd(from: position)
    let kind = isElision(position) ? .elision : kind
    if skippedTo == lineStart, let last = problems.last, last.kind == kind {
      problems[problems.count - 1].range.end = UInt32(truncatingIfNeeded: lineEnd)
    } else {
      let detail = kind == .unexpectedToken ? text(position, min(lineEnd, position + 40)) : ""
      report(kind, position, lineEnd, detail)
    }
    position = lineEnd
    isMidLine = true
    skippedTo = lineEnd < end ? behindBreak(lineEnd) : end
  }

  /// A line that no open block takes.
  ///
  /// Where a plain text stands in place of a collection and the line is an entry at its column, the text was
  /// not meant; it must not cost what follows.
  ///
  ///     Bucket:
  ///       Type                     set aside
  ///       Type: AWS::S3::Bucket    read
  mutating func setAsideText(column: Int) -> Expectation? {
    guard let text = lastText, text.depth == frames.count, text.depth == 0 || text.column == column,
      text.depth == 0 || text.node == nodes.count - 1, looksLikeEntry(position)
    else { return nil }
    lastText = nil
    let range = nodes[text.node].range.bytes
    if !isElision(range.lowerBound) {
      // What was wrong inside it no longer matters.
      while let last = problems.last, range.lowerBound <= last.range.start, last.range.end <= range.upperBound
      {
        problems.removeLast()
      }
      report(
        .unexpectedToken, range.lowerBound, range.upperBound,
        self.text(range.lowerBound, min(range.upperBound, range.lowerBound + 40)))
    }
    discardNodes(from: text.node)
    lastEnd = range.lowerBound
    position = lineStart
    isMidLine = false
    return text.expectation
  }

  /// Whether `...` or `…` stands at an offset.
  func isElision(_ offset: Int) -> Bool {
    switch byte(offset) {
    case .dot: byte(offset + 1) == .dot && byte(offset + 2) == .dot
    case 0xE2: byte(offset + 1) == 0x80 && byte(offset + 2) == 0xA6
    default: false
    }
  }

  /// Whether the text at an offset reads as `key:` or `- entry`, the start of an entry of a block.
  func looksLikeEntry(_ offset: Int) -> Bool {
    switch byte(offset) {
    case .dash where isGap(offset + 1), .question where isGap(offset + 1): return true
    case .doubleQuote, .singleQuote:
      let quote = byte(offset)
      var offset = offset + 1
      while offset < end, !isBreak(offset), byte(offset) != quote { offset += 1 }
      offset = skippingBlanks(offset + 1)
      return byte(offset) == .colon && isGap(offset + 1)
    case .openBrace, .openBracket, .closeBrace, .closeBracket, .comma, .hash, .pipe, .greater, .percent:
      return false
    default: return byte(plainLineEnd(from: offset, inFlow: false)) == .colon
    }
  }

  /// Whether a line that is not indented enough for the flow collection or string that is open was written as
  /// the next entry of the block around it: a plain `key:` without a comma at the line's end.
  func resumesBlock(_ offset: Int) -> Bool {
    let first = byte(offset)
    guard first != .doubleQuote, first != .singleQuote, looksLikeEntry(offset) else { return false }
    var last = lineEnd(from: offset)
    while last > offset, byte(last - 1) == .space || byte(last - 1) == .tab { last -= 1 }
    return byte(last - 1) != .comma
  }

  /// Whether a node is a plain text or a Jinja tag, which could stand in the way of a collection.
  func isJunk(_ leaf: Leaf) -> Bool {
    leaf.style == .plain && leaf.kind == .scalar
      || byte(leaf.start) == .openBrace
        && (byte(leaf.start + 1) == .openBrace || byte(leaf.start + 1) == .percent)
  }

  /// Skips what is nested too deeply: the rest of the line and all lines indented more than `indent`.
  mutating func skipDeeper(than indent: Int, _ marks: Marks) {
    let start = position
    var last = lineEnd(from: position)
    position = last
    while position < end {
      let line = behindBreak(position)
      let first = skippingBlanks(line)
      if first < end, !isBreak(first), first - line <= indent || isDocumentMarker(line) { break }
      position = lineEnd(from: first)
      if !isBreak(first) { last = position }
      lineStart = line
    }
    isMidLine = true
    report(.nestingTooDeep, start, last, String(YAMLParser.maximumDepth))
    append(.scalar, .plain, [.absent, .incomplete], start, start, marks)
    lastEnd = start
  }

  /// Reads a `...` in the first column as left-out lines where the text goes on with an entry of an open block.
  mutating func readElision() -> Bool {
    guard byte(position) == .dot, !frames.isEmpty, isGap(position + 3) else { return false }
    let marker = position
    var line = lineEnd(from: position)
    guard skippingBlanks(position + 3) == line else { return false }
    var first = line
    repeat {
      guard line < end else { return false }
      let start = behindBreak(line)
      first = skippingBlanks(start)
      line = lineEnd(from: first)
      if first < end, !isBreak(first), byte(first) != .hash {
        let column = first - start
        guard !isDocumentMarker(start), byte(first) != .percent, looksLikeEntry(first),
          frames.contains(where: { $0.indent == column })
        else { return false }
        report(.elision, marker, marker + 3)
        position = marker + 3
        isMidLine = true
        return true
      }
    } while true
  }
}
