import SourceText
import Syntax
import TemplateModel

/// Finds the code that a template carries inside its properties: handlers in `ZipFile`, user data, edge functions.
enum EmbeddedSources {
  static func find(
    in id: KeyedTree.NodeID, of resource: Resource, owner: Int, _ values: KeyedValues
  ) -> [EmbeddedCode] {
    guard mayHold(id, values) else { return [] }
    var found: [EmbeddedCode] = []
    for node in id..<values.tree.nodes[Int(id)].next where values.tree.nodes[Int(node)].isMapping {
      values.forEachMember(of: node) { key, value in
        guard (6...12).contains(values.length(key)), let language = language(of: key, in: resource, values),
          let code = code(value, values, language: language, owner: owner)
        else { return }
        found.append(code)
      }
    }
    return found
  }

  /// Whether a scalar below the resource begins like one of the properties; most resources have none.
  private static func mayHold(_ id: KeyedTree.NodeID, _ values: KeyedValues) -> Bool {
    for node in id..<values.tree.nodes[Int(id)].next {
      guard let range = values.tree.nodes[Int(node)].verbatim else {
        if values.tree.nodes[Int(node)].isScalar { return true }
        continue
      }
      guard (6...12).contains(range.count), range.upperBound <= values.file.bytes.count else { continue }
      let start = values.file.bytes[range.lowerBound]
      let second = values.file.bytes[range.lowerBound + 1]
      switch (start, second) {
      case (UInt8(ascii: "Z"), _), (UInt8(ascii: "I"), UInt8(ascii: "n")), (UInt8(ascii: "U"), _),
        (UInt8(ascii: "F"), UInt8(ascii: "u")), (UInt8(ascii: "B"), UInt8(ascii: "u")),
        (UInt8(ascii: "S"), UInt8(ascii: "c")):
        return true
      default: break
      }
    }
    return false
  }

  private static func language(
    of key: KeyedTree.NodeID, in resource: Resource, _ values: KeyedValues
  ) -> Language? {
    if values.says(key, "ZipFile") || values.says(key, "InlineCode") { return runtime(of: resource) }
    if values.says(key, "UserData") { return .shell }
    if values.says(key, "FunctionCode") { return .javaScript }
    if values.says(key, "BuildSpec") { return .yaml }
    if values.says(key, "Script") {
      return resource.type == "AWS::Synthetics::Canary" ? .javaScript : .python
    }
    return nil
  }

  private static func runtime(of resource: Resource) -> Language {
    let runtime = resource.properties["Runtime"]?.string ?? ""
    if runtime.hasPrefix("nodejs") { return .javaScript }
    if runtime.hasPrefix("java") { return .java }
    return .python
  }

  /// The text below a node: a scalar, or the lines of a `Join` or `Base64` around one.
  private static func code(
    _ id: KeyedTree.NodeID, _ values: KeyedValues, language: Language, owner: Int
  ) -> EmbeddedCode? {
    var bytes: [UInt8] = []
    var map = OffsetMap()
    for leaf in id..<values.tree[id].next {
      let node = values.tree[leaf]
      guard node.kind == .scalar, !isFunctionName(leaf, values) else { continue }
      let (text, inner) = values.tree.decoded(leaf, in: values.file.bytes)
      map.append(inner, length: UInt32(text.count), at: UInt32(bytes.count))
      bytes += text
    }
    guard bytes.count > 8 else { return nil }
    return EmbeddedCode(
      resource: owner, language: language, bytes: bytes, map: map.followed(by: values.file.map),
      location: values.location(id))
  }

  private static func isFunctionName(_ id: KeyedTree.NodeID, _ values: KeyedValues) -> Bool {
    let range = values.tree[id].range
    guard range.end - range.start < 24 else { return false }
    let text = values.text(id)
    return text.hasPrefix("Fn::") || text == "Ref"
  }
}
