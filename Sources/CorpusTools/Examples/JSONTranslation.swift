import Reports
import SourceText
import Syntax

/// Writes a CloudFormation template as JSON that was written in YAML.
///
///     Bucket: !GetAtt Uploads.Arn   →   "Bucket": {"Fn::GetAtt": ["Uploads", "Arn"]}
struct JSONTranslation {
  private let bytes: [UInt8]
  private let tree: KeyedTree
  private let root: KeyedTree.NodeID

  /// Nil where the text is no template in YAML, or uses aliases, which JSON has not.
  init?(_ text: String) {
    bytes = Array(text.utf8)
    tree = YAMLParser.parse(bytes)
    var roots = tree.children(of: KeyedTree.root)
    guard let root = roots.next(), !tree.nodes.contains(where: { $0.kind == .alias }) else { return nil }
    self.root = root
    guard tree.members(of: root).contains(where: { tree.text(of: $0.key, in: bytes) == "Resources" }) else {
      return nil
    }
  }

  /// With a final line break.
  var json: String {
    var writer = JSONWriter(isPretty: true)
    write(root, into: &writer)
    return writer.text + "\n"
  }

  private func write(_ node: KeyedTree.NodeID, into writer: inout JSONWriter) {
    let tag = tree.properties(of: node).map { property in
      String(decoding: bytes[property.tag.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    guard let tag, tag.hasPrefix("!"), !tag.hasPrefix("!!") else {
      writePlain(node, into: &writer)
      return
    }
    let name = String(tag.dropFirst())
    writer.object { writer in
      writer.key(["Ref", "Condition"].contains(name) ? name : "Fn::\(name)")
      if name == "GetAtt", tree[node].kind == .scalar {
        let parts = tree.text(of: node, in: bytes).split(separator: ".", maxSplits: 1)
        writer.array(parts) { $0.value(String($1)) }
      } else {
        writePlain(node, into: &writer)
      }
    }
  }

  private func writePlain(_ node: KeyedTree.NodeID, into writer: inout JSONWriter) {
    switch tree[node].kind {
    case .mapping:
      writer.object { writer in
        for (key, value) in tree.members(of: node) {
          writer.key(tree.text(of: key, in: bytes))
          write(value, into: &writer)
        }
      }
    case .sequence: writer.array(tree.children(of: node)) { write($1, into: &$0) }
    case .stream, .scalar, .alias:
      switch tree.coreValue(of: node, in: bytes, schema: .cloudFormation) {
      case .null: writer.null()
      case .bool(let flag): writer.value(flag)
      case .integer(let number): writer.value(number)
      case .float, .string: writer.value(tree.text(of: node, in: bytes))
      }
    }
  }
}
