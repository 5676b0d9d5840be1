import SourceText
import Syntax
import TemplateModel

/// Reads Pulumi YAML programs: `resources`, `variables`, `config` and `outputs` of one file.
enum PulumiYAMLReader {
  static func read(file index: Int, into template: inout Template) {
    let file = template.files[index]
    let tree = file.language == .json ? JSONParser.parse(file.bytes) : YAMLParser.parse(file.bytes)
    template.report(tree.problems, in: file)
    if tree.problems.contains(where: \.breaksOff) { template.files[index].isComplete = false }
    for root in tree.children(of: KeyedTree.root) {
      var reading = PulumiYAMLReading(KeyedValues(tree: tree, file: file), root, index)
      reading.read(into: &template)
      template.report(reading.values.problems, in: file)
    }
  }
}

/// The reading of one document.
private struct PulumiYAMLReading {
  private(set) var values: KeyedValues
  private let root: KeyedTree.NodeID
  private let file: Int
  private let names: PulumiYAMLNames
  private let isProject: Bool

  init(_ values: KeyedValues, _ root: KeyedTree.NodeID, _ file: Int) {
    self.values = values
    self.root = root
    self.file = file
    names = PulumiYAMLNames(values, root)
    isProject = values.tree.members(of: root).contains {
      ["name", "runtime", "resources"].contains(values.text($0.key))
    }
  }

  mutating func read(into template: inout Template) {
    for (key, value) in values.tree.members(of: root) {
      switch values.text(key) {
      case "resources":
        for (name, resource) in values.tree.members(of: value) {
          readResource(name, resource, into: &template)
        }
      case "outputs": declare(.output, value, into: &template)
      case "variables": declare(.local, value, into: &template)
      // `Pulumi.dev.yaml` sets what `Pulumi.yaml` declares.
      case "config", "configuration": declare(isProject ? .parameter : .setting, value, into: &template)
      case "name", "runtime", "main", "backend", "plugins", "packages":
        declareOne(.setting, key, value, into: &template)
      case "description": declareOne(.description, key, value, into: &template)
      default: continue
      }
    }
  }

  private mutating func value(_ id: KeyedTree.NodeID) -> Value {
    let names = names
    return values.value(id) { values, id in PulumiYAMLFunctions.value(&values, id, names) }
  }

  private mutating func declare(
    _ kind: Declaration.Kind, _ section: KeyedTree.NodeID, into template: inout Template
  ) {
    for (key, value) in values.tree.members(of: section) { declareOne(kind, key, value, into: &template) }
  }

  private mutating func declareOne(
    _ kind: Declaration.Kind, _ key: KeyedTree.NodeID, _ id: KeyedTree.NodeID, into template: inout Template
  ) {
    let name = values.location(key)
    let value = value(id)
    template.declarations.append(
      Declaration(
        kind: kind, name: values.text(key), file: file, value: value, location: name.union(value.location),
        nameLocation: name))
  }

  private mutating func readResource(
    _ key: KeyedTree.NodeID, _ id: KeyedTree.NodeID, into template: inout Template
  ) {
    var type: KeyedTree.NodeID?
    var given: String?
    for (key, value) in values.tree.members(of: id) {
      if values.text(key) == "type" { type = value }
      if values.text(key) == "name" { given = values.text(value) }
    }
    guard let type, let symbol = PulumiSymbol(token: values.text(type)) else { return }
    let name = values.location(key)
    let address = values.text(key)
    if symbol.name == "Provider" {
      let properties = value(id)["properties"] ?? Value(.map([]), at: values.location(id))
      template.declarations.append(
        Declaration(
          kind: .provider, name: address, file: file, value: properties,
          location: name.union(values.location(id)), nameLocation: name))
      return
    }
    var resource = Resource(
      address: address, type: symbol.type, canonicalType: symbol.canonicalType, name: given ?? address,
      file: file,
      properties: Value(.map([]), at: values.location(id)), location: name.union(values.location(id)),
      nameLocation: name, typeLocation: values.location(type))
    for member in value(id).members {
      switch member.key {
      case "properties": resource.properties = member.value
      case "options": PulumiOptions.apply(member.value, to: &resource)
      case "get":
        resource.isLookup = true
        resource.properties = member.value
      case "type", "name": continue
      default: resource.attributes.append(member)
      }
    }
    resource.isComplete = !values.tree[id].flags.contains(.incomplete)
    template.resources.append(resource)
  }
}
