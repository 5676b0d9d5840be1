import SourceText

/// What a reader asks a tree for.
extension HCLTree {
  package struct Attribute: Sendable {
    package let id, name, value: NodeID
  }

  package struct Block: Sendable {
    package let id, type: NodeID
    /// `name` or `template` nodes.
    package let labels: [NodeID]
    /// Missing where the text ends before it.
    package let body: NodeID?
  }

  package struct ForExpression: Sendable {
    package let keyVariable: NodeID?
    package let valueVariable, collection: NodeID
    package let key: NodeID?
    package let value: NodeID
    package let condition: NodeID?
  }

  /// The attributes of a body, in the order of the text.
  package func attributes(of body: NodeID) -> [Attribute] {
    children(of: body).compactMap { id in
      guard self[id].kind == .attribute, let value = child(1, of: id) else { return nil }
      return Attribute(id: id, name: id + 1, value: value)
    }
  }

  /// The blocks of a body, in the order of the text.
  package func blocks(of body: NodeID) -> [Block] {
    children(of: body).filter { self[$0].kind == .block }.map(block)
  }

  /// The parts of a `block` node.
  package func block(_ id: NodeID) -> Block {
    var labels: [NodeID] = []
    var body: NodeID?
    for child in children(of: id).dropFirst() {
      if self[child].kind == .body { body = child } else { labels.append(child) }
    }
    return Block(id: id, type: id + 1, labels: labels, body: body)
  }

  /// The items of an object, in the order of the text.
  package func items(of object: NodeID) -> [(id: NodeID, key: NodeID, value: NodeID)] {
    children(of: object).compactMap { id in
      guard self[id].kind == .item, let value = child(1, of: id) else { return nil }
      return (id, id + 1, value)
    }
  }

  /// The parts of a `forTuple` or `forObject`; nothing where the text breaks off before its value.
  package func forExpression(of id: NodeID) -> ForExpression? {
    let flags = self[id].flags
    var parts = Array(children(of: id))[...]
    let keyVariable = flags.contains(.hasKeyVariable) ? parts.popFirst() : nil
    guard let valueVariable = parts.popFirst(), let collection = parts.popFirst() else { return nil }
    let key = flags.contains(.hasKey) ? parts.popFirst() : nil
    guard let value = parts.popFirst() else { return nil }
    return ForExpression(
      keyVariable: keyVariable, valueVariable: valueVariable, collection: collection, key: key, value: value,
      condition: parts.popFirst())
  }

  /// The child at a position, from 0.
  package func child(_ position: Int, of id: NodeID) -> NodeID? {
    var remaining = position
    for child in children(of: id) {
      if remaining == 0 { return child }
      remaining -= 1
    }
    return nil
  }

  /// A node's text as it is written.
  package func text(of id: NodeID, in bytes: [UInt8]) -> String {
    String(decoding: bytes[self[id].range.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The name of an attribute, block type, label, step or object key.
  ///
  /// A word is given as it is written, a string without its quotes and with its escapes decoded; nothing for a
  /// key that has to be evaluated.
  package func name(of id: NodeID, in bytes: [UInt8]) -> String? {
    switch self[id].kind {
    case .name, .number, .boolean, .null: return text(of: id, in: bytes)
    case .attributeStep, .legacyIndexStep:
      return String(text(of: id, in: bytes).drop { $0 == "." || $0 == " " })
    case .traversal where self[id].next == id + 2: return name(of: id + 1, in: bytes)
    case .template, .heredoc:
      let text = HCLText(of: id, in: self, bytes: bytes)
      return text.isConstant ? text.string : nil
    default: return nil
    }
  }

  /// The names of a block's labels; a label with an interpolation is given as it is written.
  package func labels(of block: Block, in bytes: [UInt8]) -> [String] {
    block.labels.map { label in
      self[label].kind == .template
        ? HCLText(of: label, in: self, bytes: bytes).string : text(of: label, in: bytes)
    }
  }
}
