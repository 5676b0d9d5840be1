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
      for child in tree.children(of: id) { values.append(value(child, interpreting: interpretation)) }
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
    for (key, valueID) in tree.members(of: id) {
      let name = text(key)
      let member = Member(
        key: name, keyLocation: location(key), value: value(valueID, interpreting: interpretation))
      if name == "<<", tree[key].style == .plain, tree.language == .yaml {
        merged += member.value.oneOrMany.flatMap(\.members)
      } else {
        own.append(member)
      }
    }
    if merged.isEmpty { return own }
    let names = Set(own.map(\.key))
    return merged.filter { !names.contains($0.key) } + own
  }

  func text(_ id: KeyedTree.NodeID) -> String { tree.text(of: id, in: file.bytes) }

  /// Where a node stands, its tag included.
  func location(_ id: KeyedTree.NodeID) -> SourceLocation {
    let range = tree[id].range
    guard let properties = tree.properties(of: id), !properties.tag.isEmpty else {
      return file.location(range)
    }
    return file.location(properties.tag.union(range))
  }

  private func scalar(_ id: KeyedTree.NodeID) -> Value.Kind {
    switch tree.coreValue(of: id, in: file.bytes, schema: schema) {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .integer, .float: .number(text(id))
    case .string: .string(text(id))
    }
  }
}
