package import SourceText

/// The lossless tree of a JSON or YAML text: mappings, sequences, scalars and aliases with their byte ranges.
///
/// Nodes lie in one flat array in the order in which they stand in the text, a parent before its children, so
/// that a subtree is a run of the array. The children of a mapping are key, value, key, value …:
///
///     a: [1, 2]      0 stream   1 mapping   2 scalar a   3 sequence   4 scalar 1   5 scalar 2
///
/// Node 0 is the stream; its children are the documents' roots. What lies between two nodes (white space,
/// punctuation, comments) belongs to no node and is found by their ranges, so the text can be printed back.
package struct KeyedTree: Sendable {
  /// The index of a node in `nodes`.
  package typealias NodeID = UInt32

  package enum Kind: UInt8, Sendable { case stream, mapping, sequence, scalar, alias }

  /// How a node is written.
  ///
  /// JSON strings are `doubleQuoted`, JSON numbers and words are `plain`.
  package enum Style: UInt8, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded, block, flow }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The scalar's text differs from its bytes (escapes, folding, block indentation): decode it.
    package static let needsDecoding = Flags(rawValue: 1)
    /// The text ends, or an error was met, before the node was complete.
    package static let incomplete = Flags(rawValue: 2)
    /// An earlier key of the same mapping has the same text.
    package static let duplicateKey = Flags(rawValue: 4)
    /// A document root that is announced with `---`.
    package static let explicitStart = Flags(rawValue: 8)
    /// A document root that is closed with `...`.
    package static let explicitEnd = Flags(rawValue: 16)
    /// Nothing is written: an empty node, as the value in `key:`.
    package static let absent = Flags(rawValue: 32)
    /// The node carries a tag or an anchor, to be found in `properties`.
    package static let hasProperties = Flags(rawValue: 64)
  }

  /// One node; 16 bytes.
  package struct Node: Sendable {
    package var kind: Kind
    package var style: Style
    package var flags: Flags
    /// Columns before the text of a block scalar whose header gives its indentation (`|2`); 0 where the first
    /// line with text sets it.
    package var indent: UInt8 = 0
    /// The node's own text without tag and anchor: a quoted scalar with its quotes, a block scalar from its
    /// `|` or `>` to the end of its last line, a mapping from its first key (with that key's tag and anchor) or
    /// brace to its last value or brace.
    package var range: SourceRange
    /// The index behind the last node of this subtree.
    package var next: NodeID

    package init(kind: Kind, style: Style, flags: Flags, range: SourceRange, next: NodeID) {
      self.kind = kind
      self.style = style
      self.flags = flags
      self.range = range
      self.next = next
    }
  }

  /// Tag and anchor of a node, as ranges; empty ranges where there is none.
  package struct Properties: Sendable {
    package var node: NodeID
    /// The tag with its `!`.
    package var tag: SourceRange
    /// The anchor's name without its `&`.
    package var anchor: SourceRange

    package init(node: NodeID, tag: SourceRange, anchor: SourceRange) {
      self.node = node
      self.tag = tag
      self.anchor = anchor
    }
  }

  package var nodes: [Node]
  /// In the order of their nodes.
  package var properties: [Properties]
  /// In the order in which they stand in the text.
  package var problems: [SourceProblem]
  /// Which rules decode the scalars.
  package let language: Language

  package enum Language: UInt8, Sendable { case json, yaml }

  package init(
    nodes: [Node], properties: [Properties] = [], problems: [SourceProblem], language: Language
  ) {
    self.nodes = nodes
    self.properties = properties
    self.problems = problems
    self.language = language
  }

  package static let root: NodeID = 0

  package subscript(_ id: NodeID) -> Node { nodes[Int(id)] }

  /// The children of a node, in the order of the text.
  package func children(of id: NodeID) -> Children {
    Children(tree: self, position: id + 1, end: nodes[Int(id)].next)
  }

  /// The key-value pairs of a mapping; nothing for other nodes.
  package func members(of id: NodeID) -> Members {
    let node = nodes[Int(id)]
    return Members(tree: self, position: id + 1, end: node.kind == .mapping ? node.next : id + 1)
  }

  /// Tag and anchor of a node that has them.
  package func properties(of id: NodeID) -> Properties? {
    guard nodes[Int(id)].flags.contains(.hasProperties) else { return nil }
    var low = 0
    var high = properties.count
    while low < high {
      let middle = (low + high) / 2
      if properties[middle].node < id { low = middle + 1 } else { high = middle }
    }
    return low < properties.count && properties[low].node == id ? properties[low] : nil
  }

  package struct Children: Sequence, IteratorProtocol {
    let tree: KeyedTree
    var position: NodeID
    let end: NodeID

    package mutating func next() -> NodeID? {
      guard position < end else { return nil }
      defer { position = tree.nodes[Int(position)].next }
      return position
    }
  }

  package struct Members: Sequence, IteratorProtocol {
    let tree: KeyedTree
    var position: NodeID
    let end: NodeID

    package mutating func next() -> (key: NodeID, value: NodeID)? {
      guard position < end else { return nil }
      let key = position
      let value = tree.nodes[Int(key)].next
      guard value < end else { return nil }
      position = tree.nodes[Int(value)].next
      return (key, value)
    }
  }
}
