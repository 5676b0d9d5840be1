import SourceText
import Syntax
import TemplateModel

/// Finds the code that a template carries inside its properties: handlers in `ZipFile`, user data, edge functions.
enum EmbeddedSources {
  static func find(
    in id: KeyedTree.NodeID, of resource: Resource, owner: Int, _ values: KeyedValues
  ) -> [EmbeddedCode] {
    var found: [EmbeddedCode] = []
    for node in id..<values.tree.nodes[Int(id)].next where values.tree.nodes[Int(node)].kind == .mapping {
      values.forEachMember(of: node) { key, value in
        guard (6...12).contains(values.length(key)),
          let language = language(of: values.text(key), in: resource),
          let code = code(value, values, language: language, owner: owner)
        else { return }
        found.append(code)
      }
    }
    return found
  }

  private static func language(of property: String, in resource: Resource) -> Language? {
    switch property {
    case "ZipFile", "InlineCode": runtime(of: resource)
    case "UserData": .shell
    case "FunctionCode": .javaScript
    case "BuildSpec": .yaml
    case "Script": resource.type == "AWS::Synthetics::Canary" ? .javaScript : .python
    default: nil
    }
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
