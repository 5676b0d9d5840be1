import SourceText

extension YAMLReader {
  /// Notes a problem; one that continues the last one widens it.
  mutating func report(_ kind: SourceProblem.Kind, _ start: Int, _ end: Int, _ detail: String = "") {
    let range = SourceRange(start, end)
    if kind == .badIndentation, let last = problems.last, last.kind == kind,
      skippedTo == start, range.end >= last.range.end
    {
      problems[problems.count - 1].range.end = range.end
      return
    }
    problems.append(SourceProblem(kind, range: range, detail: detail))
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: source[min(start, self.end)..<min(max(start, end), self.end)], as: UTF8.self)
  }

  /// Skips the rest of a line that cannot be read.
  mutating func skipLine(_ kind: SourceProblem.Kind) {
    let lineEnd = lineEnd(from: position)
    if isElision(position) {
      report(.elision, position, lineEnd)
    } else {
      let detail = kind == .unexpectedToken ? text(position, min(lineEnd, position + 40)) : ""
      report(kind, kind == .badIndentation ? lineStart : position, lineEnd, detail)
    }
    position = lineEnd
    isMidLine = true
    if position < end { skippedTo = behindBreak(position) }
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
