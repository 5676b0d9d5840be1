import SourceText
import Syntax
import TemplateModel

/// What each module declares, and by which calls it is reached.
struct TerraformModules {
  private var units: [String: TerraformNames] = [:]
  /// The calls of each module, in the order of the text: name and the unit called.
  private var calls: [String: [(name: String, unit: String)]] = [:]

  init(_ sources: [TerraformSource]) {
    for source in sources {
      switch source.tree {
      case .hcl(let tree): add(tree, source)
      case .json(let tree): add(tree, source)
      }
    }
    setPrefixes(in: sources)
  }

  func names(of unit: String) -> TerraformNames { units[unit] ?? TerraformNames() }

  private mutating func add(_ tree: HCLTree, _ source: TerraformSource) {
    let bytes = source.file.bytes
    for block in tree.blocks(of: HCLTree.root) {
      let type = tree.text(of: block.type, in: bytes)
      if type == "locals" {
        guard let body = block.body else { continue }
        for local in tree.attributes(of: body) {
          units[source.unit, default: TerraformNames()].locals.insert(tree.text(of: local.name, in: bytes))
        }
        continue
      }
      declare(type, tree.labels(of: block, in: bytes), in: source.unit)
      guard type == "module", let name = block.labels.first, let body = block.body else { continue }
      for attribute in tree.attributes(of: body) where tree.text(of: attribute.name, in: bytes) == "source" {
        call(tree.name(of: name, in: bytes), tree.name(of: attribute.value, in: bytes), from: source.unit)
      }
    }
  }

  private mutating func add(_ tree: KeyedTree, _ source: TerraformSource) {
    var blocks = JSONBlocks(tree: tree, file: source.file, names: TerraformNames())
    for block in blocks.read() {
      if block.type == "locals" {
        for member in block.members {
          units[source.unit, default: TerraformNames()].locals.insert(member.key)
        }
      }
      declare(block.type, block.labels.map(\.text), in: source.unit)
      if block.type == "module" {
        call(block.label(0).text, block.value("source")?.string, from: source.unit)
      }
    }
  }

  private mutating func declare(_ type: String, _ labels: [String], in unit: String) {
    guard let first = labels.first else { return }
    switch type {
    case "variable": units[unit, default: TerraformNames()].variables.insert(first)
    case "module": units[unit, default: TerraformNames()].modules.insert(first)
    case "resource" where labels.count > 1:
      units[unit, default: TerraformNames()].resources.insert("\(first).\(labels[1])")
    case "data" where labels.count > 1:
      units[unit, default: TerraformNames()].resources.insert("data.\(first).\(labels[1])")
    case "ephemeral" where labels.count > 1:
      units[unit, default: TerraformNames()].resources.insert("ephemeral.\(first).\(labels[1])")
    default: break
    }
  }

  private mutating func call(_ name: String?, _ source: String?, from unit: String) {
    guard let name, let source, let called = TerraformLayout.unit(ofSource: source, calledFrom: unit) else {
      return
    }
    calls[unit, default: []].append((name, called))
  }

  /// Follows the calls from the root module; what none of them reaches is named by its folder.
  private mutating func setPrefixes(in sources: [TerraformSource]) {
    var called: Set<String> = []
    for source in sources { for call in calls[source.unit] ?? [] { called.insert(call.unit) } }
    var reached: Set<String> = [""]
    var waiting = [""]
    for source in sources where source.unit != "" && !called.contains(source.unit) {
      guard reached.insert(source.unit).inserted else { continue }
      units[source.unit]?.prefix = source.unit + "/"
      waiting.append(source.unit)
    }
    var next = 0
    while next < waiting.count {
      let unit = waiting[next]
      next += 1
      let prefix = units[unit]?.prefix ?? ""
      for (name, called) in calls[unit] ?? [] where reached.insert(called).inserted {
        units[called]?.prefix = "\(prefix)module.\(name)."
        waiting.append(called)
      }
    }
  }
}
