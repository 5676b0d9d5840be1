import SourceText

extension YAMLReader {
  /// Reports a byte-order mark and every run of bytes that is not UTF-8.
  mutating func readEncoding(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report(.byteOrderMark, 0, 3)
      position = 3
      lineStart = 3
    }
    var start = 0
    while start < bytes.count {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span.extracting(start...))
        return
      } catch {
        let range = error.byteOffsets
        report(.notUTF8, start + range.lowerBound, start + max(range.upperBound, range.lowerBound + 1))
        start += max(range.upperBound, range.lowerBound + 1)
      }
    }
  }

  /// Reads document after document.
  ///
  ///     %TAG ! …      directives
  ///     --- node      explicit start
  ///     ...           explicit end
  mutating func readStream() {
    var mayStartBare = true
    while true {
      skipToContent()
      guard position < end else { return }
      var flags: KeyedTree.Flags = []
      var hasDirectives = false
      tagHandles.removeAll(keepingCapacity: true)
      if mayStartBare {
        hasDirectives = readDirectives()
        if position >= end, !hasDirectives { return }
      }
      let atMarker = position == lineStart && isDocumentMarker(position)
      if atMarker, byte(position) == .dot {
        if hasDirectives { report(.invalidDirective, position, position + 3, "...") }
        endMarker()
        mayStartBare = true
        continue
      }
      if atMarker {
        flags = .explicitStart
        lastEnd = position + 3
        position += 3
        isMidLine = true
      } else {
        if hasDirectives { report(.unexpectedEnd, position, position, "---") }
        position = lineStart
        isMidLine = false
        lastEnd = position
      }
      let root = nodes.count
      readRoot()
      if position == lineStart, isDocumentMarker(position), byte(position) == .dot {
        flags.insert(.explicitEnd)
        endMarker()
        mayStartBare = true
      } else {
        mayStartBare = false
      }
      if root < nodes.count { nodes[root].flags.formUnion(flags) }
    }
  }

  /// Passes over `...` and what follows on its line.
  private mutating func endMarker() {
    position += 3
    isMidLine = true
    endLine()
    if byte(position) == 0xEF, byte(position + 1) == 0xBB, byte(position + 2) == 0xBF {
      position += 3
      lineStart = position
    }
  }

  /// Reads the lines that start with `%`; whether there are any.
  private mutating func readDirectives() -> Bool {
    var found = false
    var hasVersion = false
    while position < end, position == lineStart, byte(position) == .percent {
      found = true
      let lineEnd = lineEnd(from: position)
      var words: [Range<Int>] = []
      var offset = position
      while offset < lineEnd {
        offset = skippingBlanks(offset)
        let start = offset
        while !isGap(offset) { offset += 1 }
        if byte(start) == .hash { break }
        if offset > start { words.append(start..<offset) }
      }
      let name = words.first.map { text($0.lowerBound, $0.upperBound) } ?? ""
      if name == "%YAML" {
        if hasVersion || words.count != 2 { report(.invalidDirective, position, lineEnd, name) }
        if words.count == 2, !isVersion(words[1]) { report(.invalidDirective, position, lineEnd, name) }
        hasVersion = true
      } else if name == "%TAG" {
        if words.count == 3 {
          tagHandles.append(Array(source[words[1]]))
        } else {
          report(.invalidDirective, position, lineEnd, name)
        }
      }
      position = lineEnd
      if position < end { startLine(behindBreak(position)) }
      skipToContent()
    }
    return found
  }

  private func isVersion(_ word: Range<Int>) -> Bool {
    word.allSatisfy { source[$0] == .dot || (0x30...0x39).contains(source[$0]) }
  }

  /// Reads the node of a document; stands at a document marker or at the end afterwards.
  private mutating func readRoot() {
    lastText = nil
    var expectation: Expectation? = Expectation(indent: -1)
    while let next = expectation {
      expectation = readNode(next) ?? advance()
    }
    while !frames.isEmpty { close() }
  }
}
