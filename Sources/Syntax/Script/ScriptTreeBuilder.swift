import SourceText

/// Collects nodes while the grammar reads: children first, then the parent that takes all since its mark.
///
/// An expression is wrapped as its tail is read (`a`, `a.b`, `a.b()`), which costs nothing when parents come
/// behind their children. At the end one pass turns the list around. A node's place in front of its children is
/// its place behind them, less the nodes below it, plus the nodes above it:
///
///     behind:    a  b  a.b  x  call      (0 1 2 3 4)
///     in front:  call  a.b  a  b  x      a.b: 2 - 2 below + 1 above = 1
struct ScriptTreeBuilder {
  /// `next` holds the number of nodes in the subtree until `ordered` turns it into an index.
  private(set) var nodes: [ScriptTree.Node] = []

  init(capacity: Int) { nodes.reserveCapacity(capacity) }

  /// The place from which on nodes become children of the node that is finished with it.
  var mark: Int { nodes.count }

  mutating func finish(
    _ kind: ScriptTree.Kind, from mark: Int, _ start: UInt32, _ end: UInt32, flags: ScriptTree.Flags = [],
    op: ScriptOperator = .none
  ) {
    let size = UInt32(truncatingIfNeeded: max(0, nodes.count - mark) + 1)
    // A node that read nothing stands behind the token before it.
    let start = min(start, end)
    // A missing value is marked behind the token before it, which may lie outside a parent that read nothing.
    if size > 1 {
      for index in [mark, nodes.count - 1] where nodes[index].range.start < start {
        nodes[index].range = SourceRange(start: start, end: max(start, nodes[index].range.end))
      }
    }
    nodes.append(
      ScriptTree.Node(
        kind, flags: flags, op: op, range: SourceRange(start: start, end: end), next: size))
  }

  /// Says what the node finished last is to its parent.
  mutating func role(_ role: ScriptTree.Role) {
    if !nodes.isEmpty { nodes[nodes.count - 1].role = role }
  }

  /// Gives a role to the top nodes since a mark, except to those that have one of their own (`clause`).
  mutating func giveRole(_ role: ScriptTree.Role, since mark: Int) {
    var index = nodes.count - 1
    while index >= mark {
      if nodes[index].role == .none || nodes[index].role == .statement { nodes[index].role = role }
      index -= Int(nodes[index].next)
    }
  }

  mutating func addFlags(_ flags: ScriptTree.Flags) {
    if !nodes.isEmpty { nodes[nodes.count - 1].bits |= flags.rawValue }
  }

  /// The node finished last.
  var last: ScriptTree.Node? { nodes.last }

  mutating func setKind(_ kind: ScriptTree.Kind) {
    if !nodes.isEmpty { nodes[nodes.count - 1].kind = kind }
  }

  var rangeOfLast: SourceRange { nodes.last?.range ?? SourceRange(start: 0, end: 0) }

  /// Whether the node that was finished first since a mark is a callee behind `new`.
  func isNew(at index: Int) -> Bool { index < nodes.count && nodes[index].flags.contains(.isNew) }

  /// Whether the node finished last can be the type of a composite literal: `T`, `a.T`, `T[X]`.
  var lastCanBeType: Bool {
    guard let kind = nodes.last?.kind else { return false }
    return kind == .identifier || kind == .member || kind == .index || kind == .type
  }

  /// Takes the expression out of the expression statement finished last.
  mutating func unwrapStatement() {
    if nodes.last?.kind == .expressionStatement { nodes.removeLast() }
  }

  /// Takes the node finished last away and leaves its children to the next parent.
  mutating func dissolveLast() { if !nodes.isEmpty { nodes.removeLast() } }

  /// Gives the node finished last a wider range.
  mutating func widenLast(_ start: UInt32, _ end: UInt32) {
    if !nodes.isEmpty { nodes[nodes.count - 1].range = SourceRange(start: start, end: max(start, end)) }
  }

  /// Forgets the nodes since a mark.
  mutating func drop(to mark: Int) { nodes.removeLast(nodes.count - mark) }

  /// The nodes in the order of the text, parents first.
  func ordered() -> [ScriptTree.Node] {
    let count = nodes.count
    return [ScriptTree.Node](unsafeUninitializedCapacity: count) { out, initialized in
      nodes.withUnsafeBufferPointer { nodes in
        var above: [Int] = []
        var index = count - 1
        while index >= 0 {
          while let first = above.last, first > index { above.removeLast() }
          var node = nodes[index]
          let size = Int(node.next)
          let place = index - size + 1 + above.count
          node.next = UInt32(truncatingIfNeeded: place + size)
          out.initializeElement(at: place, to: node)
          if size > 1 { above.append(index - size + 1) }
          index -= 1
        }
      }
      initialized = count
    }
  }
}
