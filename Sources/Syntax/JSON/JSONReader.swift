import SourceText

/// Puts JSON's tokens together to a tree; open brackets lie on a stack of its own.
///
/// What may come next depends on the innermost bracket and on what came last in it:
///
///     {  "a"  :  1  ,  }        in [ ] and in the stream there are only first, after and next
///      ↑    ↑  ↑  ↑  ↑
///   first   │ value │ next
///         colon   after
///
/// A token that cannot come next is reported, and read as if what lacks before it were there.
struct JSONReader {
  private enum State { case first, next, colon, value, after, elided }

  private struct Frame {
    var node: KeyedTree.NodeID
    var kind: KeyedTree.Kind
    var state: State
  }

  private var scanner: JSONScanner
  private var nodes: [KeyedTree.Node] = []
  /// The innermost open bracket; those around it.
  private var frame = Frame(node: KeyedTree.root, kind: .stream, state: .first)
  private var outer: [Frame] = []
  private var openMappings = 0
  /// Behind the last token.
  private var tokenEnd = 0
  /// The last comma that was wanted.
  private var lastComma = 0
  private var duplicates: JSONDuplicateKeys

  init(_ scanner: JSONScanner) {
    self.scanner = scanner
    duplicates = JSONDuplicateKeys(scanner.bytes)
  }

  mutating func read() -> KeyedTree {
    let count = scanner.bytes.count
    nodes.reserveCapacity(count / 16 + 16)
    append(.stream, .block, [], 0, count)
    if scanner.matches("\u{FEFF}", at: 0) {
      scanner.report(.byteOrderMark, 0, 3)
      scanner.offset = 3
    }
    scanner.skipWhiteSpace()
    while scanner.offset < count {
      token()
      scanner.skipWhiteSpace()
    }
    finish()
    return KeyedTree(nodes: nodes, problems: scanner.problems.inOrder, language: .json)
  }

  // MARK: Tokens

  private mutating func token() {
    let start = scanner.offset
    switch scanner.bytes[start] {
    case 0x22:
      let flags = scanner.string()
      scalar(.doubleQuoted, flags, start)
    case 0x7B: open(.mapping)
    case 0x5B: open(.sequence)
    case 0x7D: close(.mapping)
    case 0x5D: close(.sequence)
    case 0x2C: comma()
    case 0x3A: colon()
    case 0x30...0x39, 0x2D:
      if scanner.number() { scalar(.plain, [], start) } else { word(start) }
    case 0x27:
      scanner.offset += 1
      let flags = scanner.unusualString(start: start + 1, quote: 0x27)
      scanner.report(.unexpectedToken, start, scanner.offset, "JSON's strings have double quotes")
      scalar(.singleQuoted, flags, start)
    case 0x23: scanner.comment()
    case 0x2F where scanner.byte(at: start + 1) == 0x2F || scanner.byte(at: start + 1) == 0x2A:
      scanner.comment()
    case 0...0x1F:
      scanner.skipControlCharacters()
      scanner.report(.controlCharacter, start, scanner.offset)
    case 0x2E, 0xE2:
      let length = scanner.ellipsisLength(at: start)
      if length > 0 { elision(length) } else { word(start) }
    default: word(start)
    }
    tokenEnd = scanner.offset
  }

  /// `true`, `false`, `null`, or something that JSON has no words for; in the stream the latter is skipped.
  private mutating func word(_ start: Int) {
    scanner.word()
    let end = scanner.offset
    if !scanner.isLiteral(start..<end) {
      if frame.kind == .stream { return skip(start, end) }
      if scanner.resemblesNumber(start..<end) {
        scanner.report(.invalidNumber, start, end)
      } else {
        scanner.report(.unexpectedToken, start, end, "a word without quotes")
      }
    }
    scalar(.plain, [], start)
  }

  // MARK: Structure

  private mutating func scalar(_ style: KeyedTree.Style, _ flags: KeyedTree.Flags, _ start: Int) {
    var flags = flags
    // A number or word at the very end of an open bracket may be the first half of one.
    if style == .plain, scanner.offset == scanner.bytes.count, frame.kind != .stream {
      flags.insert(.incomplete)
    }
    if frame.kind == .mapping {
      switch frame.state {
      case .value: frame.state = .after
      case .colon where !isColonNext():
        lacks("a colon", start)
        frame.state = .after
      case .colon:
        absent(.missingValue, tokenEnd)
        lacks("a comma", start)
        key(style, start)
      case .after:
        lacks("a comma", start)
        key(style, start)
      case .first, .next, .elided: key(style, start)
      }
    } else {
      element(start)
    }
    append(.scalar, style, flags, start, scanner.offset)
  }

  private mutating func key(_ style: KeyedTree.Style, _ start: Int) {
    // Other words were reported already.
    if style == .plain, scanner.problems.last?.range.start != UInt32(truncatingIfNeeded: start) {
      scanner.report(.unexpectedToken, start, scanner.offset, "a key without quotes")
    }
    frame.state = .colon
  }

  /// Moves on in a sequence or in the stream.
  @inline(__always)
  private mutating func element(_ start: Int) {
    if frame.state == .after {
      if frame.kind == .stream {
        scanner.report(.unexpectedToken, start, max(start + 1, scanner.offset), "a further value")
      } else {
        lacks("a comma", start)
      }
    }
    frame.state = .after
  }

  private mutating func open(_ kind: KeyedTree.Kind) {
    let start = scanner.offset
    if frame.kind == .mapping {
      switch frame.state {
      case .value: break
      case .colon: lacks("a colon", start)
      case .after:
        lacks("a comma", start)
        absent(.unexpectedToken, start, "a value without a key")
      case .first, .next, .elided: absent(.unexpectedToken, start, "a value without a key")
      }
      frame.state = .after
    } else {
      element(start)
    }
    let node = append(kind, .flow, [], start, start + 1)
    guard outer.count < JSONParser.maximumDepth else {
      scanner.skipBrackets()
      scanner.report(.nestingTooDeep, start, scanner.offset, "\(JSONParser.maximumDepth)")
      nodes[Int(node)].range.end = UInt32(truncatingIfNeeded: scanner.offset)
      nodes[Int(node)].flags.insert(.incomplete)
      return
    }
    scanner.offset += 1
    outer.append(frame)
    frame = Frame(node: node, kind: kind, state: .first)
    if kind == .mapping { openMappings += 1 }
  }

  private mutating func close(_ kind: KeyedTree.Kind) {
    let start = scanner.offset
    scanner.offset += 1
    if frame.kind != kind {
      let openOnes = kind == .mapping ? openMappings : outer.count - openMappings
      guard openOnes > 0 else { return skip(start, start + 1) }
      while frame.kind != kind { leaveOpen() }
    }
    if frame.state == .next { scanner.report(.trailingComma, lastComma, lastComma + 1) }
    endFrame(at: start + 1)
  }

  /// Ends a bracket that lacks its partner.
  private mutating func leaveOpen() {
    let start = Int(nodes[Int(frame.node)].range.start)
    scanner.report(.unclosedBracket, start, start + 1, frame.kind == .mapping ? "{" : "[")
    nodes[Int(frame.node)].flags.insert(.incomplete)
    endFrame(at: tokenEnd)
  }

  private mutating func endFrame(at end: Int) {
    if frame.state == .colon || frame.state == .value { absent(.missingValue, tokenEnd) }
    let index = Int(frame.node)
    nodes[index].range.end = UInt32(truncatingIfNeeded: end)
    nodes[index].next = KeyedTree.NodeID(truncatingIfNeeded: nodes.count)
    if frame.kind == .mapping {
      openMappings -= 1
      markDuplicates(in: frame.node)
    }
    if let last = outer.popLast() { frame = last }
  }

  private mutating func comma() {
    let start = scanner.offset
    scanner.offset += 1
    if frame.kind == .stream { return skip(start, start + 1) }
    switch frame.state {
    case .after, .elided: break
    case .colon, .value: absent(.missingValue, tokenEnd)
    case .first, .next:
      scanner.report(.trailingComma, start, start + 1)
      return
    }
    frame.state = .next
    lastComma = start
  }

  private mutating func colon() {
    let start = scanner.offset
    scanner.offset += 1
    switch (frame.kind, frame.state) {
    case (.mapping, .colon): break
    case (.mapping, .first), (.mapping, .next), (.mapping, .elided):
      absent(.unexpectedToken, start, "a colon without a key")
    default: return skip(start, start + 1)
    }
    frame.state = .value
  }

  private mutating func elision(_ length: Int) {
    let start = scanner.offset
    scanner.offset += length
    scanner.report(.elision, start, scanner.offset)
    switch frame.state {
    case .colon, .value:
      append(.scalar, .plain, .absent, start, start)
      frame.state = .after
    case .first, .next, .after, .elided:
      if frame.kind != .stream { frame.state = .elided }
    }
  }

  private mutating func finish() {
    if nodes.count == 1, scanner.problems.allSatisfy({ $0.kind == .byteOrderMark }) {
      scanner.report(.empty, 0, scanner.bytes.count)
    }
    while frame.kind != .stream { leaveOpen() }
    nodes[0].next = KeyedTree.NodeID(truncatingIfNeeded: nodes.count)
  }

  // MARK: Nodes and problems

  @inline(__always)
  @discardableResult
  private mutating func append(
    _ kind: KeyedTree.Kind, _ style: KeyedTree.Style, _ flags: KeyedTree.Flags, _ start: Int, _ end: Int
  ) -> KeyedTree.NodeID {
    let id = KeyedTree.NodeID(truncatingIfNeeded: nodes.count)
    nodes.append(
      KeyedTree.Node(kind: kind, style: style, flags: flags, range: SourceRange(start, end), next: id &+ 1))
    return id
  }

  /// Stands for a key or value that is not there.
  private mutating func absent(_ kind: SourceProblem.Kind, _ place: Int, _ detail: String = "") {
    scanner.report(kind, place, place, detail)
    append(.scalar, .plain, .absent, place, place)
  }

  private mutating func lacks(_ mark: String, _ start: Int) {
    scanner.report(.unexpectedToken, start, start + 1, "\(mark) is missing before it")
  }

  /// Passes over a token that nothing can be made of; neighbours become one problem.
  private mutating func skip(_ start: Int, _ end: Int) {
    if let last = scanner.problems.indices.last, scanner.problems[last].kind == .unexpectedToken,
      scanner.problems[last].detail.isEmpty, Int(scanner.problems[last].range.end) == tokenEnd
    {
      scanner.problems[last].range.end = UInt32(truncatingIfNeeded: end)
    } else {
      scanner.report(.unexpectedToken, start, end)
    }
  }

  private func isColonNext() -> Bool {
    var ahead = scanner.offset
    while ahead < scanner.bytes.count, scanner.bytes[ahead] <= 0x20 { ahead += 1 }
    return scanner.byte(at: ahead) == 0x3A
  }

  private mutating func markDuplicates(in mapping: KeyedTree.NodeID) {
    duplicates.search(mapping, in: nodes)
    for key in duplicates.found {
      let node = nodes[Int(key.node)]
      nodes[Int(key.node)].flags.insert(.duplicateKey)
      let text = String(decoding: scanner.bytes[key.text.bytes], as: UTF8.self)
      scanner.report(.duplicateKey, Int(node.range.start), Int(node.range.end), text)
    }
  }
}
