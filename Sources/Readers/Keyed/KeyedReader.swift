package import TemplateModel
import SourceText
import Syntax

/// Reads the keyed files that stand beside templates: Compose, pipelines, and the files of a project.
///
/// What runs (a service, a job) is a resource, so that it can be compared; all else is declared by its key.
package enum KeyedReader {
  /// Adds what a file declares to the template that holds it; nothing where the file is of another kind.
  ///
  /// - Parameter index: the file's place in `template.files`.
  package static func read(file index: Int, into template: inout Template) {
    let file = template.files[index]
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    switch (file.dialect, name) {
    case (.compose, _): readTree(index, into: &template) { Compose.read(&$0, into: &$1) }
    case (.gitHubActions, _): readTree(index, into: &template) { GitHubActions.read(&$0, into: &$1) }
    case (.gitLabCI, _): readTree(index, into: &template) { GitLabCI.read(&$0, into: &$1) }
    case (_, "package.json"): readTree(index, into: &template) { PackageFile.read(&$0, into: &$1) }
    case (_, "cdk.json"), (_, "cdktf.json"), (_, "tsconfig.json"):
      readTree(index, into: &template) { $0.declareAll(into: &$1) }
    case (.pulumi, _) where file.role == .configuration && file.language == .yaml:
      readTree(index, into: &template) { $0.declareAll(into: &$1) }
    case (_, "pipfile"), (_, "pyproject.toml"): TOMLLines.read(file: index, into: &template)
    case (_, _) where name.hasSuffix("requirements.txt"): Requirements.read(file: index, into: &template)
    default: break
    }
  }

  private static func readTree(
    _ index: Int, into template: inout Template, _ read: (inout KeyedDocument, inout Template) -> Void
  ) {
    let file = template.files[index]
    let tree = file.language == .json ? JSONParser.parse(file.bytes) : YAMLParser.parse(file.bytes)
    template.report(tree.problems, in: file)
    if tree.problems.contains(where: \.breaksOff) { template.files[index].isComplete = false }
    for root in tree.children(of: KeyedTree.root) {
      var document = KeyedDocument(tree: tree, root: root, file: file, index: index)
      read(&document, &template)
      template.report(document.values.problems, in: file)
    }
  }
}

/// A document of a keyed file whose outermost keys are declared one by one.
struct KeyedDocument {
  let tree: KeyedTree
  let root: KeyedTree.NodeID
  let index: Int
  /// The path, where the answer names one: several pipelines may have a job `build`.
  let unit: String
  var values: KeyedValues

  init(tree: KeyedTree, root: KeyedTree.NodeID, file: TemplateFile, index: Int) {
    self.tree = tree
    self.root = root
    self.index = index
    unit = file.isPathGiven ? file.path : ""
    values = KeyedValues(tree: tree, file: file)
  }

  /// The outermost keys with their values.
  mutating func members() -> [Member] {
    guard tree[root].kind == .mapping else { return [] }
    return values.members(of: root) { _, _ in nil }
  }

  mutating func declareAll(into template: inout Template) {
    for member in members() { declare(.setting, member, into: &template) }
  }

  func declare(_ kind: Declaration.Kind, _ member: Member, into template: inout Template) {
    template.declarations.append(
      Declaration(
        kind: kind, name: member.key, unit: unit, file: index, value: member.value, location: member.location,
        nameLocation: member.keyLocation))
  }

  /// A service or job; the keys in `attributes` stand beside its properties, `dependencies` names what it waits for.
  func resource(
    _ member: Member, type: String, attributes: Set<String> = [], dependencies: String
  ) -> Resource {
    var resource = Resource(
      address: unit.isEmpty ? member.key : "\(unit)/\(member.key)", type: type, canonicalType: type,
      name: member.key, unit: unit, file: index, properties: Value(.map([]), at: member.value.location),
      location: member.location, nameLocation: member.keyLocation, typeLocation: member.keyLocation)
    var properties: [Member] = []
    for property in member.value.members {
      switch property.key {
      case dependencies: resource.dependsOn = KeyedDocument.dependencies(property.value, unit: unit)
      case "if":
        resource.condition = Value(
          .computed(property.value.string ?? property.value.summary()), at: property.value.location)
      case _ where attributes.contains(property.key): resource.attributes.append(property)
      default: properties.append(property)
      }
    }
    resource.properties.kind = .map(properties)
    return resource
  }

  /// `needs: build`, `needs: [build, {job: test}]`, `depends_on: {db: {condition: service_healthy}}`
  private static func dependencies(
    _ value: Value, unit: String
  ) -> [(reference: Reference, location: SourceLocation)] {
    let prefix = unit.isEmpty ? "" : unit + "/"
    if value["job"] == nil, !value.members.isEmpty {
      return value.members.map { (Reference(target: prefix + $0.key, kind: .resource), $0.keyLocation) }
    }
    return value.oneOrMany.compactMap { element in
      guard let name = element.string ?? element["job"]?.string else { return nil }
      return (Reference(target: prefix + name, kind: .resource), element.location)
    }
  }
}
