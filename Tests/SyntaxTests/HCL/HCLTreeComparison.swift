import SourceText
import Syntax

/// Compares a tree with the one that HashiCorp's parser is expected to give, range by range.
///
/// That parser nests traversals where ours lists their steps, so ranges of inner parts are put together from them.
struct HCLTreeComparison {
  typealias NodeID = HCLTree.NodeID

  let tree: HCLTree
  let bytes: [UInt8]
  private(set) var differences: [String] = []

  init(_ tree: HCLTree, _ bytes: [UInt8]) {
    self.tree = tree
    self.bytes = bytes
  }

  private mutating func expect(_ got: SourceRange, _ wanted: Any?, _ what: String) {
    let wanted = range(wanted)
    if got != wanted { differences.append("\(what): \(got) instead of \(String(describing: wanted))") }
  }

  private func range(_ value: Any?) -> SourceRange? {
    guard let value = value as? [String: Any],
      let start = (value["Start"] as? [String: Any])?["Byte"] as? Int,
      let end = (value["End"] as? [String: Any])?["Byte"] as? Int
    else { return nil }
    return SourceRange(start, end)
  }

  mutating func compare(body: NodeID, with wanted: [String: Any]) {
    // A file of white space is one empty place at its end there.
    if !(body == HCLTree.root && bytes == [0x09]) { expect(tree[body].range, wanted["SrcRange"], "body") }
    let attributes = (wanted["Attributes"] as? [String: Any] ?? [:]).filter { $0.key != "$" }
    let own = tree.attributes(of: body)
    if own.count != attributes.count { differences.append("\(own.count) attributes") }
    for attribute in own {
      let wanted = attributes[tree.text(of: attribute.name, in: bytes)] as? [String: Any] ?? [:]
      expect(tree[attribute.id].range, wanted["SrcRange"], "attribute")
      expect(tree[attribute.name].range, wanted["NameRange"], "name")
      compare(expression: attribute.value, with: wanted["Expr"] as? [String: Any] ?? [:])
    }
    let blocks = wanted["Blocks"] as? [[String: Any]] ?? []
    let ownBlocks = tree.blocks(of: body)
    if blocks.count != ownBlocks.count { differences.append("\(ownBlocks.count) blocks") }
    for (block, wanted) in zip(ownBlocks, blocks) {
      expect(tree[block.type].range, wanted["TypeRange"], "type")
      let labels = wanted["LabelRanges"] as? [Any] ?? []
      if labels.count != block.labels.count { differences.append("\(block.labels.count) labels") }
      for (label, wanted) in zip(block.labels, labels) { expect(tree[label].range, wanted, "label") }
      guard let body = block.body else { continue }
      let range = tree[body].range
      expect(SourceRange(start: range.start, end: range.start + 1), wanted["OpenBraceRange"], "{")
      expect(SourceRange(start: range.end - 1, end: range.end), wanted["CloseBraceRange"], "}")
      compare(body: body, with: wanted["Body"] as? [String: Any] ?? [:])
    }
  }

  private mutating func compare(expression id: NodeID, with wanted: [String: Any]) {
    let kind = wanted["$"] as? String ?? ""
    let children = Array(tree.children(of: id))
    func child(_ key: String) -> [String: Any] { wanted[key] as? [String: Any] ?? [:] }
    if wanted["SrcRange"] != nil { expect(tree[id].range, wanted["SrcRange"], kind) }
    switch kind {
    case "LiteralValueExpr": break
    case "TemplateExpr":
      let parts = wanted["Parts"] as? [[String: Any]] ?? []
      if parts.count != children.count { differences.append("\(children.count) parts") }
      for (part, wanted) in zip(children, parts) {
        compare(expression: tree[part].kind == .interpolation ? part + 1 : part, with: wanted)
      }
    case "TemplateWrapExpr": compare(expression: children[0] + 1, with: child("Wrapped"))
    case "ScopeTraversalExpr":
      let steps = child("Traversal")["items"] as? [[String: Any]] ?? []
      if steps.count != children.count { differences.append("\(children.count) steps") }
      for (step, wanted) in zip(children, steps) { expect(tree[step].range, wanted["SrcRange"], "step") }
    case "IndexExpr", "SplatExpr":
      let step = children[children.count - 1]
      expect(tree[step].range, wanted["BracketRange"] ?? wanted["MarkerRange"], kind)
      let source = child(kind == "IndexExpr" ? "Collection" : "Source")
      if source["$"] as? String == "FunctionCallExpr" {
        compare(expression: children[0], with: source)
      } else {
        let end = tree[children[children.count - 2]].range.end
        expect(SourceRange(start: tree[id].range.start, end: end), source["SrcRange"], "source")
      }
      if kind == "IndexExpr" { compare(expression: step + 1, with: child("Key")) }
    case "FunctionCallExpr":
      expect(tree[children[0]].range, wanted["NameRange"], "function")
      let end = tree[id].range.end
      expect(SourceRange(start: end - 1, end: end), wanted["CloseParenRange"], ")")
      for (argument, wanted) in zip(children.dropFirst(), wanted["Args"] as? [[String: Any]] ?? []) {
        compare(expression: argument, with: wanted)
      }
    case "ForExpr":
      guard let loop = tree.forExpression(of: id) else { return differences.append("no loop") }
      compare(expression: loop.collection, with: child("CollExpr"))
      compare(expression: loop.value, with: child("ValExpr"))
      if let condition = loop.condition { compare(expression: condition, with: child("CondExpr")) }
    default: differences.append("unknown \(kind)")
    }
  }
}
