import SourceText

/// The state of the parser: where it stands, which collections are open, and what it has built.
///
/// The extensions hold the grammar: `YAMLDocuments`, `YAMLBlocks`, `YAMLNodes`, `YAMLFlow`, `YAMLScalars`,
/// `YAMLMarks` and `YAMLRecovery`.
struct YAMLReader {
  typealias NodeID = KeyedTree.NodeID

  /// An open collection.
  struct Frame {
    enum Kind: UInt8 { case blockMapping, blockSequence, flowMapping, flowSequence, flowPair }
    /// What comes next in it.
    enum State: UInt8 { case entry, explicitKey, afterKey, value, afterEntry }

    var kind: Kind
    var state: State
    /// The column of its keys or dashes; in flow collections the column that its lines must exceed.
    var indent: Int
    var node: NodeID
    /// Where its keys start in `keys`.
    var keys: Int
    /// In a flow sequence the last entry, which a colon may turn into a key: its node, the line on which it
    /// starts, and its marks.
    var entry: NodeID = 0
    var entryLine = -1
    /// In a flow collection the line of its bracket.
    var openedAt = 0
    /// Whether a colon needs no white space behind it, because the key is quoted or a collection.
    var isJSONLike = false
  }

  /// A key of an open mapping.
  struct Key {
    var hash: UInt32
    var node: NodeID
  }

  /// Where a node may stand.
  struct Expectation {
    /// Its lines must be indented by more columns than this.
    var indent: Int
    /// A block sequence may stand at the column `indent` itself, as the value of a key.
    var allowsDashAtIndent = false
    /// A block collection may begin on this line, as behind a dash.
    var isCompact = false
  }

  /// A text on lines of its own, which may stand in the way of a collection.
  struct Text {
    var node: Int
    var column: Int
    /// How many collections were open.
    var depth: Int
    var expectation: Expectation
  }

  let source: UnsafeBufferPointer<UInt8>
  let end: Int
  /// The byte that is read next.
  var position = 0
  /// The first byte of the line.
  var lineStart = 0
  /// Whether a node stands before `position` on this line; otherwise `position` is the start of the line.
  var isMidLine = false
  /// Whether the white space before the line's first token holds a tab.
  var isTabbed = false
  /// The end of the last node.
  var lastEnd = 0
  /// The end of the last tag or anchor.
  var lastMarkEnd = 0

  var frames: [Frame] = []
  var keys: [Key] = []
  var nodes: [KeyedTree.Node] = []
  var properties: [KeyedTree.Properties] = []
  var problems: [SourceProblem] = []
  /// The tag handles that the directives of the document declare.
  var tagHandles: [[UInt8]] = []
  var hasAliases = false
  /// The last such text.
  var lastText: Text?
  /// Where the line starts that follows the last skipped one.
  var skippedTo = -1

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    end = source.count
    nodes.reserveCapacity(source.count / 10 + 4)
    nodes.append(
      KeyedTree.Node(kind: .stream, style: .block, flags: [], range: SourceRange(0, end), next: 1))
  }

  // MARK: Bytes

  /// The byte at an offset, 0 behind the end.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < end ? source[offset] : 0 }

  /// Whether white space, a line break or the end stands at an offset.
  @inline(__always)
  func isGap(_ offset: Int) -> Bool {
    guard offset < end else { return true }
    let byte = source[offset]
    return byte == .space || byte == .lineFeed || byte == .tab || byte == .carriageReturn
  }

  @inline(__always)
  func isBreak(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    return source[offset] == .lineFeed || source[offset] == .carriageReturn
  }

  /// The offset behind the line break at an offset.
  @inline(__always)
  func behindBreak(_ offset: Int) -> Int {
    byte(offset) == .carriageReturn && byte(offset + 1) == .lineFeed ? offset + 2 : offset + 1
  }

  /// The offset of the line break, or the end, that follows.
  func lineEnd(from offset: Int) -> Int {
    var offset = offset
    while offset < end, source[offset] != .lineFeed, source[offset] != .carriageReturn { offset += 1 }
    return offset
  }

  func skippingBlanks(_ offset: Int) -> Int {
    var offset = offset
    while offset < end, source[offset] == .space || source[offset] == .tab { offset += 1 }
    return offset
  }

  func skippingSpaces(_ offset: Int) -> Int {
    var offset = offset
    while offset < end, source[offset] == .space { offset += 1 }
    return offset
  }

  /// Whether `---` or `...` with nothing attached stands at the start of a line.
  func isDocumentMarker(_ line: Int) -> Bool {
    let first = byte(line)
    guard first == .dash || first == .dot else { return false }
    return byte(line + 1) == first && byte(line + 2) == first && isGap(line + 3)
  }

  // MARK: Nodes

  @discardableResult
  mutating func append(
    _ kind: KeyedTree.Kind, _ style: KeyedTree.Style, _ flags: KeyedTree.Flags, _ start: Int, _ end: Int,
    _ marks: Marks
  ) -> NodeID {
    let id = NodeID(truncatingIfNeeded: nodes.count)
    var flags = flags
    if !marks.isEmpty {
      flags.insert(.hasProperties)
      properties.append(KeyedTree.Properties(node: id, tag: marks.tag, anchor: marks.anchor))
    }
    nodes.append(
      KeyedTree.Node(kind: kind, style: style, flags: flags, range: SourceRange(start, end), next: id &+ 1))
    lastEnd = end
    return id
  }

  mutating func appendAbsent(at offset: Int, _ marks: Marks = Marks()) {
    append(.scalar, .plain, .absent, offset, offset, marks)
  }

  /// Puts a mapping before the last subtree, whose root has turned out to be a key.
  ///
  /// Keys are short, so few nodes move.
  mutating func insertMapping(before id: NodeID, _ style: KeyedTree.Style, from start: Int, _ marks: Marks) {
    for index in Int(id)..<nodes.count { nodes[index].next &+= 1 }
    nodes.insert(
      KeyedTree.Node(kind: .mapping, style: style, flags: [], range: SourceRange(start, start), next: id),
      at: Int(id))
    var index = properties.count
    while index > 0, properties[index - 1].node >= id {
      index -= 1
      properties[index].node &+= 1
    }
    if !marks.isEmpty {
      nodes[Int(id)].flags.insert(.hasProperties)
      properties.insert(
        KeyedTree.Properties(node: id, tag: marks.tag, anchor: marks.anchor), at: index)
    }
  }

  mutating func open(_ kind: Frame.Kind, _ state: Frame.State, indent: Int, node: NodeID) {
    frames.append(Frame(kind: kind, state: state, indent: indent, node: node, keys: keys.count))
  }

  /// Closes the innermost collection at the end of its last node.
  mutating func close(flags: KeyedTree.Flags = []) {
    guard let frame = frames.popLast() else { return }
    if frame.kind == .blockMapping, frame.state == .afterKey { appendAbsent(at: lastEnd) }
    let index = Int(frame.node)
    nodes[index].range.end = UInt32(truncatingIfNeeded: lastEnd)
    nodes[index].next = NodeID(truncatingIfNeeded: nodes.count)
    nodes[index].flags.formUnion(flags)
    if keys.count > frame.keys + 1 { flagDuplicates(from: frame.keys) }
    keys.removeLast(keys.count - frame.keys)
  }

  /// Takes back every node from `id` on.
  mutating func discardNodes(from id: Int) {
    nodes.removeLast(nodes.count - id)
    while let last = properties.last, Int(last.node) >= id { properties.removeLast() }
  }

  func finish(_ bytes: [UInt8]) -> KeyedTree {
    var tree = KeyedTree(nodes: nodes, properties: properties, problems: [], language: .yaml)
    tree.nodes[0].next = NodeID(truncatingIfNeeded: nodes.count)
    var problems = problems
    if hasAliases { problems += tree.unknownAliases(in: bytes) }
    tree.problems = problems
    if zip(problems, problems.dropFirst()).contains(where: { $1.range.start < $0.range.start }) {
      tree.problems = problems.enumerated()
        .sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
        .map(\.element)
    }
    return tree
  }
}
