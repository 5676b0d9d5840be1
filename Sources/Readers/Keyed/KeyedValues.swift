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
  /// The document's place, to be narrowed down; nil where offsets differ from the document's.
  private let whole: SourceLocation?
  private(set) var problems: [SourceProblem] = []

  /// Values nested deeper than this are not built; no template of the field comes near it.
  static let deepest = 400

  init(tree: KeyedTree, file: TemplateFile, schema: KeyedTree.Schema = .core) {
    self.tree = tree
    self.file = file
    self.schema = schema
    whole = file.map.isIdentity ? file.location(SourceRange(0, file.bytes.count)) : nil
    expansion = tree.properties.contains { !$0.anchor.isEmpty } ? YAMLExpansion(tree, in: file.bytes) : nil
  }

  /// Answers for a node that is more than plain data; nil for the others.
  typealias Interpretation = (inout KeyedValues, KeyedTree.NodeID) -> Value?

  mutating func value(_ id: KeyedTree.NodeID, interpreting interpretation: Interpretation) -> Value {
    let node = tree.nodes[Int(id)]
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
    guard tree.nodes[Int(id)].isMapping else { return [] }
    while key < end {
      let valueID = tree.nodes[Int(key)].next
      guard valueID < end else { break }
      defer { key = tree.nodes[Int(valueID)].next }
      let member = Member(
        key: repeatedText(key), keyLocation: location(key),
        value: value(valueID, interpreting: interpretation))
      if isMergeKey(key) {
        merged += member.value.oneOrMany.flatMap(\.members)
      } else {
        own.append(member)
      }
    }
    if merged.isEmpty { return own }
    let names = Set(own.map(\.key))
    return merged.filter { !names.contains($0.key) } + own
  }

  /// Whether a key is YAML's `<<`, whose value's members become the mapping's own.
  private func isMergeKey(_ id: KeyedTree.NodeID) -> Bool {
    guard case .yaml = tree.language, case .plain = tree.nodes[Int(id)].style else { return false }
    return says(id, "<<")
  }

  /// The text of a scalar that is likely to be met again: a key, a type.
  mutating func repeatedText(_ id: KeyedTree.NodeID) -> String {
    keys.text(of: id, in: tree, file.bytes) ?? text(id)
  }

  func text(_ id: KeyedTree.NodeID) -> String {
    let node = tree.nodes[Int(id)]
    guard let range = node.verbatim else { return tree.text(of: id, in: file.bytes) }
    return file.bytes.withUnsafeBufferPointer { bytes in
      String(
        decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]), as: UTF8.self)
    }
  }

  /// Whether a scalar says exactly these bytes; faster than making a text of it.
  func says(_ id: KeyedTree.NodeID, _ text: StaticString) -> Bool {
    let node = tree.nodes[Int(id)]
    guard let range = node.verbatim else { return tree.text(of: id, in: file.bytes) == text.description }
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

  /// The length of a scalar's text in bytes, or more; 0 for other nodes.
  func length(_ id: KeyedTree.NodeID) -> Int {
    let node = tree.nodes[Int(id)]
    return node.isScalar ? node.verbatim?.count ?? Int(node.range.end - node.range.start) : 0
  }

  /// The first byte of a scalar's text that is no white space; nil where it has to be decoded to know.
  func firstByte(_ id: KeyedTree.NodeID) -> UInt8? {
    guard let range = tree.nodes[Int(id)].verbatim else { return nil }
    for offset in range where offset < file.bytes.count && file.bytes[offset] > 0x20 {
      return file.bytes[offset]
    }
    return nil
  }

  /// Calls `body` for the key and value of each member of a mapping.
  func forEachMember(of id: KeyedTree.NodeID, _ body: (KeyedTree.NodeID, KeyedTree.NodeID) -> Void) {
    guard tree.nodes[Int(id)].isMapping else { return }
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
    if !node.hasProperties, var place = whole {
      place.range = node.range
      return place
    }
    guard let properties = tree.properties(of: id), !properties.tag.isEmpty else {
      return file.location(node.range)
    }
    return file.location(properties.tag.union(node.range))
  }

  private func scalar(_ id: KeyedTree.NodeID) -> Value.Kind {
    guard case .plain = tree.nodes[Int(id)].style else { return .string(text(id)) }
    return switch tree.coreValue(of: id, in: file.bytes, schema: schema) {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .integer, .float: .number(text(id))
    case .string: .string(text(id))
    }
  }
}
