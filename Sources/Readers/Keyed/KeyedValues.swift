import SourceText
import Syntax
import TemplateModel

/// Makes values of a keyed tree: scalars, lists and maps, with anchors and merge keys resolved.
///
/// A dialect that has functions of its own (CloudFormation's intrinsics) answers for a node first; what it does
/// not know is read as plain data.
struct KeyedValues {
  let tree: KeyedTree
  let file: TemplateFile
  /// Which words without quotes are numbers and booleans.
  private let schema: KeyedTree.Schema
  /// What the aliases stand for; nil where there are none.
  private let expansion: YAMLExpansion?
  private var depth = 0
  private var keys = RepeatedKeys()
  private(set) var problems: [SourceProblem] = []

  /// Values nested deeper than this are not built; no template of the field comes near it.
  static let deepest = 400

  init(tree: KeyedTree, file: TemplateFile, schema: KeyedTree.Schema = .core) {
    self.tree = tree
    self.file = file
    self.schema = schema
    expansion = tree.properties.contains { !$0.anchor.isEmpty } ? YAMLExpansion(tree, in: file.bytes) : nil
  }

  /// Answers for a node that is more than plain data; nil for the others.
  typealias Interpretation = (inout KeyedValues, KeyedTree.NodeID) -> Value?

  mutating func value(_ id: KeyedTree.NodeID, interpreting interpretation: Interpretation) -> Value {
    let node = tree[id]
    let location = location(id)
    guard depth < KeyedValues.deepest else {
      problems.append(SourceProblem(.nestingTooDeep, range: node.range, detail: "\(KeyedValues.deepest)"))
      return Value(.computed(""), at: location)
    }
    depth += 1
    defer { depth -= 1 }
    if let value = interpretation(&self, id) { return value }
    switch node.kind {
    case .scalar: return Value(scalar(id), at: location)
    case .alias:
      guard let target = expansion?.target(of: id, in: tree) else {
        return Value(.computed(file.text(node.range)), at: location)
      }
      var value = value(target, interpreting: interpretation)
      value.location = location
      return value
    case .sequence, .stream:
      var values: [Value] = []
      var child = id + 1
      while child < node.next {
        values.append(value(child, interpreting: interpretation))
        child = tree.nodes[Int(child)].next
      }
      return Value(.list(values), at: location)
    case .mapping:
      return Value(.map(members(of: id, interpreting: interpretation)), at: location)
    }
  }

  /// The members of a mapping, those of its merge keys first.
  mutating func members(
    of id: KeyedTree.NodeID, interpreting interpretation: Interpretation
  ) -> [Member] {
    var merged: [Member] = []
    var own: [Member] = []
    own.reserveCapacity(4)
    let end = tree.nodes[Int(id)].next
    var key = id + 1
    guard tree.nodes[Int(id)].kind == .mapping else { return [] }
    while key < end {
      let valueID = tree.nodes[Int(key)].next
      guard valueID < end else { break }
      defer { key = tree.nodes[Int(valueID)].next }
      let name = keys.text(of: key, in: tree, file.bytes) ?? text(key)
      let member = Member(
        key: name, keyLocation: location(key), value: value(valueID, interpreting: interpretation))
      if tree.language == .yaml, name == "<<", tree.nodes[Int(key)].style == .plain {
        merged += member.value.oneOrMany.flatMap(\.members)
      } else {
        own.append(member)
      }
    }
    if merged.isEmpty { return own }
    let names = Set(own.map(\.key))
    return merged.filter { !names.contains($0.key) } + own
  }

  func text(_ id: KeyedTree.NodeID) -> String {
    let node = tree.nodes[Int(id)]
    guard let range = verbatim(node) else { return tree.text(of: id, in: file.bytes) }
    return file.bytes.withUnsafeBufferPointer { bytes in
      String(
        decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]), as: UTF8.self)
    }
  }

  /// Whether a scalar says exactly these bytes; faster than making a text of it.
  func says(_ id: KeyedTree.NodeID, _ text: StaticString) -> Bool {
    let node = tree.nodes[Int(id)]
    guard let range = verbatim(node) else { return tree.text(of: id, in: file.bytes) == text.description }
    guard range.count == text.utf8CodeUnitCount, range.upperBound <= file.bytes.count else { return false }
    return file.bytes.withUnsafeBufferPointer { bytes in
      text.withUTF8Buffer { wanted in
        for offset in 0..<wanted.count where bytes[range.lowerBound + offset] != wanted[offset] {
          return false
        }
        return true
      }
    }
  }

  /// The bytes of a scalar where they stand in the text as they are; nil for others.
  private func verbatim(_ node: KeyedTree.Node) -> Range<Int>? {
    guard node.kind == .scalar, !node.flags.contains(.needsDecoding) else { return nil }
    let range = node.range.bytes
    switch node.style {
    case .plain: return range
    case .singleQuoted, .doubleQuoted:
      return node.flags.contains(.incomplete) || range.count < 2
        ? nil : range.lowerBound + 1..<range.upperBound - 1
    default: return nil
    }
  }

  /// The length of a scalar's text in bytes, or more; 0 for other nodes.
  func length(_ id: KeyedTree.NodeID) -> Int {
    let node = tree.nodes[Int(id)]
    return node.kind == .scalar ? verbatim(node)?.count ?? node.range.bytes.count : 0
  }

  /// The first byte of a scalar's text that is no white space; nil where it has to be decoded to know.
  func firstByte(_ id: KeyedTree.NodeID) -> UInt8? {
    guard let range = verbatim(tree.nodes[Int(id)]) else { return nil }
    for offset in range where offset < file.bytes.count && file.bytes[offset] > 0x20 {
      return file.bytes[offset]
    }
    return nil
  }

  /// Calls `body` for the key and value of each member of a mapping.
  func forEachMember(of id: KeyedTree.NodeID, _ body: (KeyedTree.NodeID, KeyedTree.NodeID) -> Void) {
    guard tree.nodes[Int(id)].kind == .mapping else { return }
    let end = tree.nodes[Int(id)].next
    var key = id + 1
    while key < end {
      let value = tree.nodes[Int(key)].next
      guard value < end else { return }
      body(key, value)
      key = tree.nodes[Int(value)].next
    }
  }

  /// Where a node stands, its tag included.
  func location(_ id: KeyedTree.NodeID) -> SourceLocation {
    let node = tree.nodes[Int(id)]
    let range = node.range
    guard node.flags.contains(.hasProperties), let properties = tree.properties(of: id),
      !properties.tag.isEmpty
    else { return file.location(range) }
    return file.location(properties.tag.union(range))
  }

  private func scalar(_ id: KeyedTree.NodeID) -> Value.Kind {
    if tree.nodes[Int(id)].style != .plain { return .string(text(id)) }
    return switch tree.coreValue(of: id, in: file.bytes, schema: schema) {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .integer, .float: .number(text(id))
    case .string: .string(text(id))
    }
  }
}
