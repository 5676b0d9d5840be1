import SourceText
import Syntax
import TemplateModel

/// Reads the blocks of a `.tf.json` file, such as CDKTF synthesizes.
///
///     {"resource": {"aws_s3_bucket": {"logs": {…}}}}    block resource, labels aws_s3_bucket and logs
///
/// Source: Terraform's documentation, "JSON Configuration Syntax".
struct JSONBlocks {
  private var values: KeyedValues
  private let templates: JSONTemplates

  init(tree: KeyedTree, file: TemplateFile, names: TerraformNames) {
    values = KeyedValues(tree: tree, file: file)
    templates = JSONTemplates(names: names)
  }

  var problems: [SourceProblem] { values.problems }

  mutating func read() -> [TerraformBlock] {
    var blocks: [TerraformBlock] = []
    for root in values.tree.children(of: KeyedTree.root) {
      for (key, value) in values.tree.members(of: root) where values.text(key) != "//" {
        let type = values.text(key)
        let block = TerraformBlock(
          type: type, typeLocation: values.location(key), location: values.location(key))
        read(value, JSONBlocks.labels(of: type), block, into: &blocks)
      }
    }
    return blocks
  }

  private mutating func read(
    _ id: KeyedTree.NodeID, _ labels: Int, _ block: TerraformBlock, into blocks: inout [TerraformBlock]
  ) {
    switch values.tree[id].kind {
    case .sequence:
      for child in values.tree.children(of: id) { read(child, labels, block, into: &blocks) }
    case .mapping where labels > 0:
      for (key, value) in values.tree.members(of: id) where values.text(key) != "//" {
        var labelled = block
        labelled.labels.append((values.text(key), values.location(key)))
        labelled.location = values.location(key)
        read(value, labels - 1, labelled, into: &blocks)
      }
    case .mapping:
      var block = block
      block.location = block.location.union(values.location(id))
      block.members = values.members(of: id, interpreting: templates.interpret).filter { $0.key != "//" }
      block.isComplete = !values.tree[id].flags.contains(.incomplete)
      blocks.append(block)
    default: break
    }
  }

  /// How many labels a block has.
  static func labels(of type: String) -> Int {
    switch type {
    case "resource", "data", "ephemeral": 2
    case "variable", "output", "provider", "module", "check": 1
    default: 0
    }
  }
}
