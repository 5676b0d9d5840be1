import SourceText

extension YAMLReader {
  /// The tag and the anchor before a node.
  struct Marks {
    var tag = SourceRange(start: 0, end: 0)
    var anchor = SourceRange(start: 0, end: 0)
    /// Where the first of them stands.
    var start = 0

    /// An anchor's name or a tag is never at offset 0 with no bytes, so the ranges tell.
    var isEmpty: Bool { tag.isEmpty && anchor.isEmpty }
  }

  /// Reads the `&anchor` or `!tag` at the position.
  mutating func readMark(into marks: inout Marks, inFlow: Bool) {
    let start = position
    if marks.isEmpty { marks.start = start }
    if byte(start) == .ampersand {
      let name = nameEnd(from: start + 1)
      if !marks.anchor.isEmpty || name == start + 1 { report(.unexpectedToken, start, name, "&") }
      if name > start + 1 { marks.anchor = SourceRange(start + 1, name) }
      position = name
    } else {
      let tagEnd = tagEnd(from: start)
      if !marks.tag.isEmpty { report(.unexpectedToken, start, tagEnd, "!") }
      marks.tag = SourceRange(start, tagEnd)
      position = tagEnd
      if !isGap(tagEnd), !(inFlow && byte(tagEnd).isFlowIndicator) {
        report(.invalidTag, start, tagEnd, text(start, tagEnd))
      }
    }
    lastMarkEnd = position
  }

  /// The end of an anchor's or alias' name.
  func nameEnd(from offset: Int) -> Int {
    var offset = offset
    while !isGap(offset), !byte(offset).isFlowIndicator { offset += 1 }
    return offset
  }

  /// The end of the tag at an offset; reports handles that no directive declares.
  private mutating func tagEnd(from start: Int) -> Int {
    var offset = start + 1
    if byte(offset) == UInt8(ascii: "<") {
      while !isGap(offset), byte(offset) != .greater { offset += 1 }
      if byte(offset) == .greater { return offset + 1 }
      report(.invalidTag, start, offset, text(start, offset))
      return offset
    }
    var handleEnd = 0
    while !isGap(offset), !byte(offset).isFlowIndicator, byte(offset) != .doubleQuote {
      if byte(offset) == .exclamation, handleEnd == 0 { handleEnd = offset + 1 }
      offset += 1
    }
    // `!!` is declared by YAML itself.
    if handleEnd > start + 2 {
      let handle = Array(source[start..<handleEnd])
      if !tagHandles.contains(handle) || handleEnd == offset {
        report(.invalidTag, start, offset, text(start, offset))
      }
    }
    return offset
  }

  /// Marks on two lines before one node belong together.
  mutating func merge(_ inner: Marks, into outer: inout Marks) {
    guard !inner.isEmpty else { return }
    if outer.isEmpty {
      outer = inner
      return
    }
    if !inner.tag.isEmpty {
      if !outer.tag.isEmpty { report(.unexpectedToken, Int(inner.tag.start), Int(inner.tag.end), "!") }
      outer.tag = inner.tag
    }
    if !inner.anchor.isEmpty {
      if !outer.anchor.isEmpty {
        report(.unexpectedToken, Int(inner.anchor.start), Int(inner.anchor.end), "&")
      }
      outer.anchor = inner.anchor
    }
  }
}
