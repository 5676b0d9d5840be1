package import SourceText

extension KeyedTree {
  /// What a scalar says: escapes resolved, lines folded, block indentation removed.
  ///
  /// Empty for collections and aliases. Bytes that are not UTF-8 become U+FFFD.
  package func text(of id: NodeID, in bytes: [UInt8]) -> String {
    let node = nodes[Int(id)]
    guard node.kind == .scalar else { return "" }
    if node.style == .plain, !node.flags.contains(.needsDecoding) {
      return String(decoding: bytes[node.range.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    return String(decoding: decoded(id, in: bytes).bytes, as: UTF8.self)
  }

  /// What a scalar says, as UTF-8 bytes, with the way back: `map` leads from an offset in these bytes to the
  /// offset in the text from which it came.
  ///
  /// An escape leads to its backslash.
  package func decoded(_ id: NodeID, in bytes: [UInt8]) -> (bytes: [UInt8], map: OffsetMap) {
    let node = nodes[Int(id)]
    guard node.kind == .scalar, node.range.end <= UInt32(truncatingIfNeeded: bytes.count) else {
      return ([], OffsetMap(startingAt: node.range.start))
    }
    return bytes.withUnsafeBufferPointer { source in
      let text = ScalarText(node, in: source, language: language)
      return (text.bytes, text.map)
    }
  }
}

/// The decoded bytes of one scalar and where each run of them came from.
///
///     "a\tb\n   c"     a → a   \t → tab   b → b   line break and indentation → one space   c → c
struct ScalarText {
  private(set) var bytes: [UInt8] = []
  private(set) var map: OffsetMap
  private let source: UnsafeBufferPointer<UInt8>

  init(_ node: KeyedTree.Node, in source: UnsafeBufferPointer<UInt8>, language: KeyedTree.Language) {
    self.source = source
    var range = node.range.bytes
    map = OffsetMap(startingAt: node.range.start)
    switch node.style {
    case .literal, .folded:
      decodeBlock(node)
      return
    case .doubleQuoted, .singleQuoted:
      let isClosed = !node.flags.contains(.incomplete) && range.count >= 2
      range = min(range.lowerBound + 1, range.upperBound)..<range.upperBound - (isClosed ? 1 : 0)
    default: break
    }
    if !node.flags.contains(.needsDecoding) {
      copy(range)
    } else if language == .json {
      decodeEscapes(range)
    } else {
      decodeFlow(range, style: node.style)
    }
  }

  /// Takes over a run of the source as it stands.
  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    map.append(
      text: UInt32(truncatingIfNeeded: bytes.count), document: UInt32(truncatingIfNeeded: range.lowerBound))
    bytes += source[range]
  }

  /// Adds a byte that stands for the source at an offset.
  private mutating func emit(_ byte: UInt8, from offset: Int) {
    map.append(text: UInt32(truncatingIfNeeded: bytes.count), document: UInt32(truncatingIfNeeded: offset))
    bytes.append(byte)
  }

  private func behindBreak(_ offset: Int, _ end: Int) -> Int {
    source[offset] == .carriageReturn && offset + 1 < end && source[offset + 1] == .lineFeed
      ? offset + 2 : offset + 1
  }

  // MARK: Plain and quoted

  private mutating func decodeFlow(_ range: Range<Int>, style: KeyedTree.Style) {
    var offset = range.lowerBound
    var runStart = offset
    /// White space before this length was escaped and is not trimmed.
    var kept = 0
    while offset < range.upperBound {
      switch source[offset] {
      case .lineFeed, .carriageReturn:
        copy(runStart..<offset)
        trim(to: kept)
        offset = fold(offset, range.upperBound, isEscaped: false)
        runStart = offset
        kept = bytes.count
      case .singleQuote where style == .singleQuoted:
        copy(runStart..<offset + 1)
        offset = min(offset + 2, range.upperBound)
        runStart = offset
      case .backslash where style == .doubleQuoted:
        copy(runStart..<offset)
        let next = offset + 1
        if next < range.upperBound, source[next] == .lineFeed || source[next] == .carriageReturn {
          offset = fold(next, range.upperBound, isEscaped: true)
        } else {
          offset = decodeEscape(offset, range.upperBound)
        }
        runStart = offset
        kept = bytes.count
      default: offset += 1
      }
    }
    copy(runStart..<range.upperBound)
  }

  private mutating func trim(to kept: Int) {
    while bytes.count > kept, let last = bytes.last, last == .space || last == .tab { bytes.removeLast() }
  }

  /// A line break becomes a space, or nothing behind a backslash; blank lines become line feeds.
  ///
  /// Returns the first offset of the next line's text.
  private mutating func fold(_ start: Int, _ end: Int, isEscaped: Bool) -> Int {
    var offset = start
    var breaks: [Int] = []
    var isLast = false
    while !isLast {
      breaks.append(offset)
      offset = behindBreak(offset, end)
      while offset < end, source[offset] == .space || source[offset] == .tab { offset += 1 }
      isLast = offset >= end || (source[offset] != .lineFeed && source[offset] != .carriageReturn)
    }
    if breaks.count == 1 {
      if !isEscaped { emit(.space, from: start) }
    } else {
      for line in breaks.dropFirst() { emit(.lineFeed, from: line) }
    }
    return offset
  }

  // MARK: Escapes

  /// JSON: escapes whatever the quotes, and line breaks stay.
  private mutating func decodeEscapes(_ range: Range<Int>) {
    var offset = range.lowerBound
    var runStart = offset
    while offset < range.upperBound {
      if source[offset] == .backslash {
        copy(runStart..<offset)
        offset = decodeEscape(offset, range.upperBound)
        runStart = offset
      } else {
        offset += 1
      }
    }
    copy(runStart..<range.upperBound)
  }

  private mutating func decodeEscape(_ start: Int, _ end: Int) -> Int {
    guard start + 1 < end else {
      emit(.backslash, from: start)
      return end
    }
    let letter = source[start + 1]
    if let scalar = Self.simpleEscapes(letter) {
      emit(scalar, from: start)
      return start + 2
    }
    let digits: Int
    switch letter {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default:
      emit(.backslash, from: start)
      return start + 1
    }
    guard var code = number(start + 2, digits, end) else {
      emit(.backslash, from: start)
      return start + 1
    }
    var next = start + 2 + digits
    if digits == 4, (0xD800...0xDBFF).contains(code), next + 1 < end, source[next] == .backslash,
      source[next + 1] == UInt8(ascii: "u"), let low = number(next + 2, 4, end),
      (0xDC00...0xDFFF).contains(low)
    {
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      next += 6
    }
    emit(code, from: start)
    return next
  }

  /// Adds a code point as UTF-8; what is none becomes U+FFFD.
  private mutating func emit(_ code: UInt32, from offset: Int) {
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    map.append(text: UInt32(truncatingIfNeeded: bytes.count), document: UInt32(truncatingIfNeeded: offset))
    bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private func number(_ start: Int, _ digits: Int, _ end: Int) -> UInt32? {
    guard start + digits <= end else { return nil }
    var value: UInt32 = 0
    for offset in start..<start + digits {
      guard let digit = source[offset].hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  /// The code point of `\n` and its like.
  ///
  /// JSON knows some of them, YAML all.
  private static func simpleEscapes(_ letter: UInt8) -> UInt32? {
    switch letter {
    case UInt8(ascii: "0"): 0
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "t"), .tab: 9
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "v"): 11
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "e"): 27
    case .space, .doubleQuote, .singleQuote, UInt8(ascii: "/"), .backslash: UInt32(letter)
    case UInt8(ascii: "N"): 0x85
    case UInt8(ascii: "_"): 0xA0
    case UInt8(ascii: "L"): 0x2028
    case UInt8(ascii: "P"): 0x2029
    default: nil
    }
  }

  // MARK: Block scalars

  private mutating func decodeBlock(_ node: KeyedTree.Node) {
    let range = node.range.bytes
    var offset = range.lowerBound + 1
    var chomping: UInt8 = 0
    while offset < range.upperBound, source[offset] != .lineFeed, source[offset] != .carriageReturn {
      let byte = source[offset]
      if byte == .space || byte == .tab { break }
      if byte == .dash || byte == UInt8(ascii: "+") { chomping = byte }
      offset += 1
    }
    while offset < range.upperBound, source[offset] != .lineFeed, source[offset] != .carriageReturn {
      offset += 1
    }
    guard offset < range.upperBound else { return }
    offset = behindBreak(offset, range.upperBound)
    let columns = node.indent > 0 ? Int(node.indent) : detectedIndent(offset, range.upperBound)

    var breaks: [Int] = []
    var hasText = false
    var wasSpaced = false
    while offset < range.upperBound {
      var first = offset
      while first < range.upperBound, first - offset < columns, source[first] == .space { first += 1 }
      var end = first
      while end < range.upperBound, source[end] != .lineFeed, source[end] != .carriageReturn { end += 1 }
      if end > first {
        let isSpaced = source[first] == .space || source[first] == .tab
        let folds = node.style == .folded && hasText && !wasSpaced && !isSpaced
        emitBreaks(breaks, folded: folds)
        breaks.removeAll(keepingCapacity: true)
        copy(first..<end)
        hasText = true
        wasSpaced = isSpaced
      }
      // The end of the text ends a line, too.
      breaks.append(end)
      guard end < range.upperBound else { break }
      offset = behindBreak(end, range.upperBound)
    }
    if chomping == UInt8(ascii: "+") {
      emitBreaks(breaks, folded: false)
    } else if chomping == 0, hasText, let first = breaks.first {
      emit(.lineFeed, from: first)
    }
  }

  private mutating func emitBreaks(_ breaks: [Int], folded: Bool) {
    if folded, breaks.count == 1 {
      emit(.space, from: breaks[0])
    } else {
      for line in folded ? breaks.dropFirst() : breaks[...] { emit(.lineFeed, from: line) }
    }
  }

  /// The columns before the first line with text; no limit where there is none.
  private func detectedIndent(_ start: Int, _ end: Int) -> Int {
    var line = start
    while line < end {
      var first = line
      while first < end, source[first] == .space { first += 1 }
      if first >= end { break }
      if source[first] != .lineFeed, source[first] != .carriageReturn { return first - line }
      line = behindBreak(first, end)
    }
    return .max
  }
}
