package import TemplateModel
import SourceText
import Syntax

/// Reads CloudFormation and SAM templates, whole or in excerpts, in YAML and JSON.
///
/// Source: AWS CloudFormation user guide, "Template sections" and "Intrinsic function reference".
package enum CloudFormationReader {
  /// Adds what a file declares to the template that holds it.
  ///
  /// - Parameter index: the file's place in `template.files`.
  package static func read(file index: Int, into template: inout Template) {
    let file = template.files[index]
    let tree = file.language == .json ? JSONParser.parse(file.bytes) : YAMLParser.parse(file.bytes)
    template.report(tree.problems, in: file)
    if tree.problems.contains(where: \.breaksOff) { template.files[index].isComplete = false }
    for root in tree.children(of: KeyedTree.root) {
      var reading = CloudFormationReading(tree: tree, root: root, file: file, index: index)
      reading.read(into: &template)
      template.report(reading.values.problems, in: file)
    }
  }
}

/// The reading of one document of a template file.
private struct CloudFormationReading {
  let tree: KeyedTree
  let root: KeyedTree.NodeID
  let index: Int
  var values: KeyedValues
  let intrinsics: Intrinsics
  private let shape: Shape

  /// What the document's root is.
  private enum Shape { case template, resources, resource, other }

  private static let sections: Set<String> = [
    "Resources", "Parameters", "Outputs", "Conditions", "Mappings", "Rules", "Globals",
    "AWSTemplateFormatVersion",
  ]

  init(tree: KeyedTree, root: KeyedTree.NodeID, file: TemplateFile, index: Int) {
    self.tree = tree
    self.root = root
    self.index = index
    let values = KeyedValues(tree: tree, file: file, schema: .cloudFormation)
    var names = DeclaredNames()
    var isTemplate = false
    var holdsResources = false
    var isResource = false
    for (key, value) in tree.members(of: root) {
      let section = values.text(key)
      if CloudFormationReading.sections.contains(section) { isTemplate = true }
      if section == "Type", CloudFormationReading.isResourceType(values.text(value)) { isResource = true }
      if CloudFormationReading.type(of: value, values) != nil {
        holdsResources = true
        names.resources.insert(section)
      }
      switch section {
      case "Resources": names.resources.formUnion(CloudFormationReading.keys(of: value, values))
      case "Parameters": names.parameters.formUnion(CloudFormationReading.keys(of: value, values))
      case "Conditions": names.conditions.formUnion(CloudFormationReading.keys(of: value, values))
      default: break
      }
    }
    shape = isTemplate ? .template : isResource ? .resource : holdsResources ? .resources : .other
    self.values = values
    intrinsics = Intrinsics(names: names)
  }

  private static func keys(of section: KeyedTree.NodeID, _ values: KeyedValues) -> [String] {
    var keys: [String] = []
    values.forEachMember(of: section) { key, _ in keys.append(values.text(key)) }
    return keys
  }

  /// Whether a text can be the type of a resource: `AWS::S3::Bucket`, `Custom::Seeder`, `Alexa::ASK::Skill`.
  private static func isResourceType(_ text: String) -> Bool {
    text.hasPrefix("AWS::") && text != "AWS::Region" || text.hasPrefix("Custom::")
      || text.hasPrefix("Alexa::")
  }

  private static func type(of id: KeyedTree.NodeID, _ values: KeyedValues) -> KeyedTree.NodeID? {
    var found: KeyedTree.NodeID?
    values.forEachMember(of: id) { key, value in
      guard found == nil, values.tree.nodes[Int(value)].isScalar, values.says(key, "Type"),
        isResourceType(values.text(value))
      else { return }
      found = value
    }
    return found
  }

  mutating func read(into template: inout Template) {
    switch shape {
    case .template:
      for (key, value) in tree.members(of: root) { readSection(key, value, into: &template) }
    case .resources:
      for (key, value) in tree.members(of: root) where CloudFormationReading.type(of: value, values) != nil {
        readResource(key, value, count: nil, into: &template)
      }
    case .resource: readResource(nil, root, count: nil, into: &template)
    case .other:
      template.report([SourceProblem(.notATemplate, range: tree[root].range)], in: values.file)
    }
  }

  private mutating func readSection(
    _ key: KeyedTree.NodeID, _ value: KeyedTree.NodeID, into template: inout Template
  ) {
    switch values.text(key) {
    case "Resources": readResources(value, count: nil, into: &template)
    case "Parameters": declare(.parameter, value, into: &template)
    case "Outputs": declare(.output, value, into: &template)
    case "Mappings": declare(.mapping, value, into: &template)
    case "Conditions": declare(.condition, value, into: &template)
    case "Rules": declare(.rule, value, into: &template)
    case "Metadata", "Globals": declare(.metadata, value, into: &template)
    case "Transform": declareOne(.transform, key, value, into: &template)
    case "Description": declareOne(.description, key, value, into: &template)
    default: declareOne(.setting, key, value, into: &template)
    }
  }

  private mutating func declare(
    _ kind: Declaration.Kind, _ section: KeyedTree.NodeID, into template: inout Template
  ) {
    for (key, value) in tree.members(of: section) { declareOne(kind, key, value, into: &template) }
  }

  private mutating func declareOne(
    _ kind: Declaration.Kind, _ key: KeyedTree.NodeID, _ value: KeyedTree.NodeID,
    into template: inout Template
  ) {
    let nameLocation = values.location(key)
    template.declarations.append(
      Declaration(
        kind: kind, name: values.text(key), file: index,
        value: values.value(value, interpreting: intrinsics.interpret),
        location: nameLocation.union(values.location(value)), nameLocation: nameLocation))
  }

  private mutating func readResources(
    _ section: KeyedTree.NodeID, count: Value?, into template: inout Template
  ) {
    for (key, value) in tree.members(of: section) {
      if tree[value].kind == .sequence, values.text(key).hasPrefix("Fn::ForEach") {
        readLoop(value, into: &template)
      } else if tree[value].kind == .mapping {
        readResource(key, value, count: count, into: &template)
      }
    }
  }

  /// Reads `Fn::ForEach::Name: [Identifier, [values], {"Logical${Identifier}": {…}}]`.
  private mutating func readLoop(_ loop: KeyedTree.NodeID, into template: inout Template) {
    let parts = Array(tree.children(of: loop))
    guard parts.count == 3 else { return }
    let collection = values.value(parts[1], interpreting: intrinsics.interpret)
    readResources(parts[2], count: collection, into: &template)
  }

  private mutating func readResource(
    _ key: KeyedTree.NodeID?, _ id: KeyedTree.NodeID, count: Value?, into template: inout Template
  ) {
    let type = CloudFormationReading.type(of: id, values)
    let name = key.map { values.text($0) } ?? ""
    let typeName = type.map { values.repeatedText($0) } ?? ""
    let location = values.location(id)
    let nameLocation = key.map { values.location($0) } ?? location
    var resource = Resource(
      address: name, type: typeName, canonicalType: ServerlessTypes.canonical(typeName), name: name,
      file: index, properties: Value(.map([]), at: location), location: nameLocation.union(location),
      nameLocation: nameLocation, typeLocation: type.map { values.location($0) } ?? nameLocation)
    resource.count = count
    resource.isComplete = !tree[id].flags.contains(.incomplete)
    let owner = template.resources.count
    for member in values.members(of: id, interpreting: intrinsics.interpret) {
      switch member.key {
      case "Type": if type == nil, let text = member.value.string { resource.type = text }
      case "Properties": resource.properties = member.value
      case "DependsOn":
        resource.dependsOn = member.value.oneOrMany.compactMap { value in
          guard let target = value.string else { return nil }
          return (intrinsics.names.reference(to: target), value.location)
        }
      case "Condition":
        if let condition = member.value.string {
          resource.condition = Value(
            .reference(Reference(target: condition, kind: .condition)), at: member.value.location)
        }
      default: resource.attributes.append(member)
      }
    }
    if resource.canonicalType.isEmpty { resource.canonicalType = resource.type }
    EmbeddedPolicies.expand(in: &resource.properties, of: id, values)
    template.functions += EmbeddedSources.find(in: id, of: resource, owner: owner, values)
    template.resources.append(resource)
  }
}

extension SourceProblem {
  /// Whether the text ends before what it began is complete.
  var breaksOff: Bool { kind == .unexpectedEnd || kind == .truncated || kind == .unclosedString }
}
