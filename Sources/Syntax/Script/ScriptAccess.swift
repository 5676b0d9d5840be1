package import SourceText

/// How readers walk the tree: by role, never by position.
extension ScriptTree {
  package func kind(of id: NodeID) -> Kind { self[id].kind }
  package func role(of id: NodeID) -> Role { self[id].role }
  package func flags(of id: NodeID) -> Flags { self[id].flags }
  package func range(of id: NodeID) -> SourceRange { self[id].range }

  /// The node's own text; bytes that are not UTF-8 become U+FFFD.
  package func text(of id: NodeID) -> String {
    String(decoding: bytes[self[id].range.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Whether the node's text is exactly this, without building a string.
  package func text(of id: NodeID, is text: StaticString) -> Bool {
    let range = self[id].range.bytes.clamped(to: 0..<bytes.count)
    guard range.count == text.utf8CodeUnitCount else { return false }
    for (offset, index) in range.enumerated() where bytes[index] != text.utf8Start[offset] { return false }
    return true
  }

  /// The children of a node, in the order of the text.
  package func children(of id: NodeID) -> Children {
    Children(tree: self, position: id + 1, end: self[id].next, role: nil)
  }

  /// The children that play a role, in the order of the text.
  package func children(of id: NodeID, _ role: Role) -> Children {
    Children(tree: self, position: id + 1, end: self[id].next, role: role)
  }

  /// The first child that plays a role.
  package func child(of id: NodeID, _ role: Role) -> NodeID? {
    var children = children(of: id, role)
    return children.next()
  }

  /// All nodes of a subtree, the node itself first, in the order of the text.
  package func subtree(of id: NodeID) -> Range<NodeID> { id..<self[id].next }

  package func name(of id: NodeID) -> NodeID? { child(of: id, .name) }
  package func object(of id: NodeID) -> NodeID? { child(of: id, .object) }
  package func callee(of id: NodeID) -> NodeID? { child(of: id, .callee) }
  /// Positional, keyword (`keywordArgument`) and spread (`spread`) arguments, elisions included.
  package func arguments(of id: NodeID) -> Children { children(of: id, .argument) }
  /// The members of an object or composite literal: `pair`, `shorthand`, `spread`, `method`, `accessor`, `elision`.
  package func members(of id: NodeID) -> Children { children(of: id, .member) }
  /// The elements of a list, tuple, set, slice, concatenation or composite literal.
  package func elements(of id: NodeID) -> Children { children(of: id, .element) }
  package func key(of id: NodeID) -> NodeID? { child(of: id, .key) }
  package func value(of id: NodeID) -> NodeID? { child(of: id, .value) }
  package func target(of id: NodeID) -> NodeID? { child(of: id, .target) }
  package func type(of id: NodeID) -> NodeID? { child(of: id, .type) }
  package func condition(of id: NodeID) -> NodeID? { child(of: id, .condition) }
  package func body(of id: NodeID) -> NodeID? { child(of: id, .body) }
  package func module(of id: NodeID) -> NodeID? { child(of: id, .module) }
  package func alias(of id: NodeID) -> NodeID? { child(of: id, .alias) }
  package func parameters(of id: NodeID) -> Children { children(of: id, .parameter) }
  package func decorators(of id: NodeID) -> Children { children(of: id, .decorator) }
  package func bases(of id: NodeID) -> Children { children(of: id, .base) }
  /// The statements of a file, block or switch case, or the members of a class body.
  package func statements(of id: NodeID) -> Children { children(of: id, .statement) }

  /// What stands inside parentheses, casts and `!`: the expression that carries the value.
  package func unwrapped(_ id: NodeID) -> NodeID {
    var id = id
    while [.parenthesized, .cast, .nonNull].contains(self[id].kind), let inner = value(of: id) { id = inner }
    return id
  }

  package struct Children: Sequence, IteratorProtocol {
    let tree: ScriptTree
    var position: NodeID
    let end: NodeID
    let role: Role?

    package mutating func next() -> NodeID? {
      while position < end {
        let id = position
        position = tree[id].next
        if role == nil || tree[id].role == role { return id }
      }
      return nil
    }
  }
}
