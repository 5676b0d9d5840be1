import SourceText
import Syntax
import TemplateModel

/// Reads the blocks of an HCL file.
struct HCLBlocks {
  private var values: TerraformValues
  /// Where something is left out, in the order of the text.
  private let gaps: [SourceRange]

  init(tree: HCLTree, file: TemplateFile, names: TerraformNames) {
    values = TerraformValues(tree: tree, file: file, names: names)
    gaps = tree.problems.filter { $0.kind == .elision }.map(\.range)
  }

  var problems: [SourceProblem] { values.problems }

  /// The blocks and, as a block without a type, the arguments that stand outside them.
  mutating func read() -> [TerraformBlock] {
    var blocks: [TerraformBlock] = []
    let tree = values.tree
    for id in tree.children(of: HCLTree.root) {
      switch tree[id].kind {
      case .block: blocks.append(block(tree.block(id)))
      case .attribute:
        guard let value = tree.child(1, of: id) else { continue }
        let name = Member(
          key: values.name(id + 1), keyLocation: values.location(id + 1), value: values.value(value))
        blocks.append(
          TerraformBlock(
            type: "", typeLocation: name.keyLocation, members: [name], location: values.location(id)))
      default: break
      }
    }
    return blocks
  }

  private mutating func block(_ block: HCLTree.Block) -> TerraformBlock {
    let type = values.text(block.type)
    var result = TerraformBlock(
      type: type, typeLocation: values.location(block.type), location: values.location(block.id))
    let texts = values.tree.labels(of: block, in: values.file.bytes)
    result.labels = zip(texts, block.labels).map { ($0, values.location($1)) }
    if let body = block.body { result.members = members(of: body, in: type) }
    result.isComplete =
      !values.tree[block.id].flags.contains(.incomplete) && !holdsGap(values.tree[block.id].range)
    result.sources = EmbeddedScripts.find(in: block.id, values)
    return result
  }

  /// Whether something is left out in a range.
  private func holdsGap(_ range: SourceRange) -> Bool {
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if gaps[middle].start < range.start { low = middle + 1 } else { high = middle }
    }
    return low < gaps.count && gaps[low].start < range.end
  }

  // MARK: Bodies

  private mutating func members(of body: HCLTree.NodeID, in type: String) -> [Member] {
    let tree = values.tree
    var members = TerraformMembers()
    let words = HCLBlocks.words[type] ?? []
    for id in tree.children(of: body) {
      switch tree[id].kind {
      case .attribute:
        guard let value = tree.child(1, of: id) else { continue }
        let key = values.name(id + 1)
        members.append(
          argument: key, at: values.location(id + 1),
          words.contains(key) || type == "required_providers" ? values.words(value) : values.value(value))
      case .block: nested(tree.block(id), into: &members)
      default: break
      }
    }
    return members.members
  }

  private mutating func nested(_ block: HCLTree.Block, into members: inout TerraformMembers) {
    let type = values.text(block.type)
    if type == "dynamic", let label = block.labels.first {
      members.append(block: values.name(label), at: values.location(label), dynamic(block))
      return
    }
    var value = Value(.map([]), at: values.location(block.id))
    if let body = block.body { value.kind = .map(self.members(of: body, in: type)) }
    for label in block.labels.reversed() {
      let member = Member(key: values.name(label), keyLocation: values.location(label), value: value)
      value = Value(.map([member]), at: values.location(block.id))
    }
    members.append(block: type, at: values.location(block.type), value)
  }

  /// `dynamic "ingress" { for_each = … content { … } }` as `dynamic(collection, content)`.
  private mutating func dynamic(_ block: HCLTree.Block) -> Value {
    let tree = values.tree
    let location = values.location(block.id)
    guard let body = block.body, let label = block.labels.first else {
      return Value(.call("dynamic", []), at: location)
    }
    var iterator = values.name(label)
    var collection: Value?
    for attribute in tree.attributes(of: body) {
      switch values.name(attribute.name) {
      case "for_each": collection = values.value(attribute.value)
      case "iterator": iterator = values.text(attribute.value)
      default: break
      }
    }
    values.variables.append(iterator)
    defer { values.variables.removeLast() }
    var arguments = [collection].compactMap { $0 }
    for content in tree.blocks(of: body) where values.text(content.type) == "content" {
      guard let body = content.body else { continue }
      arguments.append(Value(.map(members(of: body, in: "content")), at: values.location(content.id)))
    }
    return Value(.call("dynamic", arguments), at: location)
  }

  /// Arguments whose names Terraform does not evaluate, by block.
  private static let words: [String: Set<String>] = [
    "resource": ["provider"], "data": ["provider"], "ephemeral": ["provider"], "module": ["providers"],
    "lifecycle": ["ignore_changes"], "variable": ["type"], "moved": ["from", "to"],
    "import": ["to", "provider"], "removed": ["from"],
  ]
}
