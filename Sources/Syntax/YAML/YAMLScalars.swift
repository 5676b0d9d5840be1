import SourceText

/// Where scalars end; what they say is decoded only when somebody asks.
extension YAMLReader {
  /// The offset at which a plain scalar stops on its line: at `: `, ` #`, the line break, or an indicator of a
  /// flow collection.
  @inline(__always)
  func plainLineEnd(from offset: Int, inFlow: Bool) -> Int {
    var offset = offset
    while offset < end {
      switch source[offset] {
      case .lineFeed, .carriageReturn: return offset
      case .colon:
        if isGap(offset + 1) || (inFlow && byte(offset + 1).isFlowIndicator) { return offset }
      case .hash:
        if offset > 0, source[offset - 1] == .space || source[offset - 1] == .tab { return offset }
      case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace:
        if inFlow { return offset }
      default: break
      }
      offset += 1
    }
    return offset
  }

  @inline(__always)
  private func trimmed(_ start: Int, _ stop: Int) -> Int {
    var stop = stop
    while stop > start, source[stop - 1] == .space || source[stop - 1] == .tab { stop -= 1 }
    return stop
  }

  mutating func readPlain(indent: Int, inFlow: Bool) -> Leaf {
    let start = position
    checkPlainStart(inFlow)
    var stop = plainLineEnd(from: start + 1, inFlow: inFlow)
    var leaf = Leaf(style: .plain, start: start, end: trimmed(start + 1, stop))
    while isBreak(stop), indent != .max {
      guard let next = continuation(from: stop, indent: indent, inFlow: inFlow) else { break }
      stop = plainLineEnd(from: next.offset, inFlow: inFlow)
      // A key on a line of its own was not meant as more of this text.
      if !inFlow, byte(stop) == .colon { break }
      if stop == next.offset { break }
      lineStart = next.line
      leaf.end = trimmed(next.offset, stop)
      leaf.isMultiline = true
      leaf.flags = .needsDecoding
    }
    if byte(start) == .dot || byte(start) == 0xE2, isElision(start), leaf.end - start <= 3 {
      report(.elision, start, leaf.end)
    }
    return leaf
  }

  /// The next line with text that may continue a plain scalar.
  private func continuation(from stop: Int, indent: Int, inFlow: Bool) -> (line: Int, offset: Int)? {
    var line = stop
    while true {
      line = behindBreak(line)
      let spaces = skippingSpaces(line)
      let first = skippingBlanks(spaces)
      guard first < end else { return nil }
      if isBreak(first) {
        line = first
        continue
      }
      guard spaces - line > indent, source[first] != .hash, !isDocumentMarker(line) else { return nil }
      return (line, first)
    }
  }

  /// Reports a first character that plain scalars may not start with.
  private mutating func checkPlainStart(_ inFlow: Bool) {
    switch byte(position) {
    case .dash, .question, .colon:
      guard inFlow, isGap(position + 1) || byte(position + 1).isFlowIndicator else { return }
    case .comma, .closeBracket, .closeBrace, .percent, UInt8(ascii: "@"), UInt8(ascii: "`"), .pipe, .greater,
      .hash:
      break
    default: return
    }
    report(.unexpectedToken, position, position + 1, text(position, position + 1))
  }

  mutating func readSingleQuoted(indent: Int) -> Leaf {
    var leaf = Leaf(style: .singleQuoted, start: position, end: position)
    let line = lineStart
    var offset = position + 1
    while offset < end {
      switch source[offset] {
      case .singleQuote:
        if byte(offset + 1) != .singleQuote {
          leaf.end = offset + 1
          return leaf
        }
        leaf.flags.insert(.needsDecoding)
        offset += 2
      case .lineFeed, .carriageReturn:
        guard let next = crossInQuotes(offset, indent) else { return unclosed(leaf, line) }
        leaf.flags.insert(.needsDecoding)
        leaf.isMultiline = true
        offset = next
      default: offset += 1
      }
    }
    return unclosed(leaf, line)
  }

  mutating func readDoubleQuoted(indent: Int) -> Leaf {
    var leaf = Leaf(style: .doubleQuoted, start: position, end: position)
    let line = lineStart
    let firstProblem = problems.count
    var offset = position + 1
    while offset < end {
      switch source[offset] {
      case .doubleQuote:
        leaf.end = offset + 1
        return leaf
      case .backslash:
        leaf.flags.insert(.needsDecoding)
        offset = behindEscape(offset)
      case .lineFeed, .carriageReturn:
        guard let next = crossInQuotes(offset, indent) else {
          problems.removeLast(problems.count - firstProblem)
          return unclosed(leaf, line)
        }
        leaf.flags.insert(.needsDecoding)
        leaf.isMultiline = true
        offset = next
      default: offset += 1
      }
    }
    problems.removeLast(problems.count - firstProblem)
    return unclosed(leaf, line)
  }

  /// The end of the escape at an offset; a line break behind a backslash is left to the caller.
  private mutating func behindEscape(_ offset: Int) -> Int {
    guard offset + 1 < end else { return end }
    let digits: Int
    switch source[offset + 1] {
    case UInt8(ascii: "0"), UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "t"), .tab, UInt8(ascii: "n"),
      UInt8(ascii: "v"), UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "e"), .space, .doubleQuote,
      UInt8(ascii: "/"), .backslash, UInt8(ascii: "N"), UInt8(ascii: "_"), UInt8(ascii: "L"),
      UInt8(ascii: "P"):
      return offset + 2
    case .lineFeed, .carriageReturn: return offset + 1
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: digits = -1
    }
    let stop = offset + 2 + max(digits, 0)
    if digits < 0 || stop > end || !source[(offset + 2)..<stop].allSatisfy({ $0.hexValue != nil }) {
      report(.invalidEscape, offset, min(offset + 2, end), text(offset, offset + 2))
      return offset + 2
    }
    return stop
  }

  /// From a line break in a quoted scalar to the first character of the next line with text; `nil` where the
  /// scalar is never closed.
  private mutating func crossInQuotes(_ offset: Int, _ indent: Int) -> Int? {
    guard indent != .max else { return nil }
    var offset = offset
    while true {
      let line = behindBreak(offset)
      let first = skippingBlanks(line)
      if isBreak(first) {
        offset = first
        continue
      }
      guard first < end, !isDocumentMarker(line) else { return nil }
      if skippingSpaces(line) - line <= indent {
        if resumesBlock(first) { return nil }
        report(.unevenIndentation, line, first)
      }
      lineStart = line
      return first
    }
  }

  /// A string without an end is taken to reach to the end of its first line.
  private mutating func unclosed(_ leaf: Leaf, _ line: Int) -> Leaf {
    var leaf = leaf
    lineStart = line
    leaf.end = trimmed(leaf.start + 1, lineEnd(from: leaf.start))
    leaf.flags = [.needsDecoding, .incomplete]
    leaf.isMultiline = false
    report(.unclosedString, leaf.start, leaf.end)
    return leaf
  }
}
