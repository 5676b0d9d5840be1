package import SourceText

/// The languages whose programs `ScriptParser` reads.
package enum ScriptLanguage: UInt8, Sendable, CaseIterable {
  /// TypeScript and JavaScript.
  case typeScript
  case python, java, go
}

/// The lossless tree of a program or an excerpt of one, in words that fit all languages.
///
/// Nodes lie in one flat array in the order in which they stand in the text, a parent before its children, so
/// that a subtree is a run of the array. Each child has a role:
///
///     f(a, 1)   0 file   1 expressionStatement   2 call   3 callee: identifier f
///               4 argument: identifier a   5 argument: number 1
///
/// What lies between two nodes (white space, punctuation, comments, modifiers) belongs to no node and is found by
/// their ranges. `ScriptTree.Kind` says which children each node has.
package struct ScriptTree: Sendable {
  /// The index of a node in `nodes`.
  package typealias NodeID = UInt32

  /// One node; 16 bytes.
  package struct Node: Sendable {
    package var kind: Kind
    package var role: Role
    /// Ten bits of flags, then six of the operator.
    var bits: UInt16
    package var range: SourceRange
    /// The index behind the last node of this subtree.
    package var next: NodeID

    init(_ kind: Kind, role: Role = .none, flags: Flags, op: ScriptOperator, range: SourceRange, next: NodeID)
    {
      self.kind = kind
      self.role = role
      bits = flags.rawValue | UInt16(op.rawValue) << 10
      self.range = range
      self.next = next
    }

    package var flags: Flags { Flags(rawValue: bits & 0x3FF) }
    package var op: ScriptOperator {
      ScriptOperator(rawValue: UInt8(truncatingIfNeeded: bits >> 10)) ?? .none
    }
  }

  package let language: ScriptLanguage
  package let bytes: [UInt8]
  package let nodes: [Node]
  /// In the order of the text, with their marks (two slashes, `/*` or `#`).
  ///
  /// Python's docstrings are string statements.
  package let comments: [SourceRange]
  /// In the order of the text.
  package let problems: [SourceProblem]

  package static let root: NodeID = 0

  package subscript(_ id: NodeID) -> Node { nodes[Int(id)] }

  /// The text put together again from the nodes of the tree and what lies between them in `bytes`.
  package func printed(from bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var position = 0
    func copy(to end: UInt32) {
      let end = min(Int(end), bytes.count)
      if end > position { out += bytes[position..<end] }
      position = max(position, end)
    }
    for (index, node) in nodes.enumerated() {
      copy(to: node.range.start)
      if Int(node.next) == index + 1 { copy(to: node.range.end) }
    }
    copy(to: UInt32(truncatingIfNeeded: bytes.count))
    return out
  }
}
