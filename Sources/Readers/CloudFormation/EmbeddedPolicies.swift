import SourceText
import Syntax
import TemplateModel

/// Policy documents that are written as JSON text inside a string become maps with positions of their own.
enum EmbeddedPolicies {
  /// Properties whose text may be a JSON document.
  private static let names: Set<String> = [
    "PolicyDocument", "AssumeRolePolicyDocument", "KeyPolicy", "ResourcePolicy", "PolicyText", "Policy",
    "DefinitionString", "EventPattern", "DashboardBody", "RepositoryPolicyText", "LifecyclePolicyText",
    "Content",
    "RedrivePolicy", "InputTemplate", "SecretStringTemplate",
  ]

  /// Parses the strings of the named properties below a resource, wherever they stand.
  static func expand(in properties: inout Value, of resource: KeyedTree.NodeID, _ values: KeyedValues) {
    let nodes = resource..<values.tree.nodes[Int(resource)].next
    guard nodes.contains(where: { mayBeDocument($0, values) }) else { return }
    for id in nodes where values.tree.nodes[Int(id)].isMapping {
      values.forEachMember(of: id) { key, value in
        guard mayBeDocument(value, values),
          values.tree.properties(of: value) == nil, names.contains(values.text(key)),
          let document = document(value, values)
        else { return }
        properties.replace(at: values.location(value), with: document)
      }
    }
  }

  private static func mayBeDocument(_ id: KeyedTree.NodeID, _ values: KeyedValues) -> Bool {
    let brace = UInt8(ascii: "{")
    return values.length(id) > 2 && values.firstByte(id) ?? brace == brace
  }

  private static func document(_ id: KeyedTree.NodeID, _ values: KeyedValues) -> Value? {
    let (bytes, map) = values.tree.decoded(id, in: values.file.bytes)
    guard let first = bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") else { return nil }
    let tree = JSONParser.parse(bytes)
    guard tree.problems.allSatisfy({ $0.weight == .note }) else { return nil }
    let outer = values.file
    let inner = TemplateFile(
      path: outer.path, isPathGiven: outer.isPathGiven, language: .json, bytes: bytes,
      map: map.followed(by: outer.map), document: outer.document)
    var documents = KeyedValues(tree: tree, file: inner)
    var children = tree.children(of: KeyedTree.root)
    guard let root = children.next() else { return nil }
    return documents.value(root) { _, _ in nil }
  }
}

extension Value {
  /// Replaces the string that stands at a location.
  fileprivate mutating func replace(at location: SourceLocation, with document: Value) {
    switch kind {
    case .string where self.location == location: kind = document.kind
    case .list(var values):
      for index in values.indices where values[index].location.range.contains(location.range) {
        values[index].replace(at: location, with: document)
      }
      kind = .list(values)
    case .map(var members):
      for index in members.indices where members[index].value.location.range.contains(location.range) {
        members[index].value.replace(at: location, with: document)
      }
      kind = .map(members)
    default: break
    }
  }
}
