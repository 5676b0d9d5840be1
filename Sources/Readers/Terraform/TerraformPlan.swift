import SourceText
import Syntax
import TemplateModel

/// Reads what `terraform show -json` prints for a plan or a state.
///
///     {"planned_values": {"root_module": {"resources": […], "child_modules": […]}},
///      "configuration": {"root_module": {"resources": [{"address": …, "expressions": {…}}]}}}
///
/// Arguments that are known only after apply are missing in the values; where the configuration says what they
/// refer to, they are references here. Source: Terraform's documentation, "JSON Output Format".
struct TerraformPlan {
  private let root: Value
  private let values: Value
  private let index: Int
  let problems: [SourceProblem]

  /// Nothing where the text is no plan and no state.
  init?(tree: KeyedTree, file: TemplateFile, index: Int) {
    let keys = tree.children(of: KeyedTree.root).flatMap { tree.members(of: $0).map(\.key) }
      .map { tree.text(of: $0, in: file.bytes) }
    guard keys.contains("planned_values") || keys.contains("values") && keys.contains("format_version") else {
      return nil
    }
    var children = tree.children(of: KeyedTree.root)
    guard let id = children.next() else { return nil }
    var keyed = KeyedValues(tree: tree, file: file)
    root = keyed.value(id) { _, _ in nil }
    guard let values = root["planned_values"] ?? root["values"] else { return nil }
    self.values = values
    self.index = index
    problems = keyed.problems
  }

  func read(into template: inout Template) {
    for member in root["variables"]?.members ?? [] { declare(.parameter, member, to: &template) }
    for member in values["outputs"]?.members ?? [] { declare(.output, member, to: &template) }
    let configuration = root.at("configuration", "root_module")
    for member in root.at("configuration", "provider_config")?.members ?? [] {
      declare(.provider, member, to: &template)
    }
    for member in configuration?["module_calls"]?.members ?? [] { declare(.module, member, to: &template) }
    if let module = values["root_module"] {
      read(module, named: "", configured: configuration, to: &template)
    }
  }

  private func declare(_ kind: Declaration.Kind, _ member: Member, to template: inout Template) {
    template.declarations.append(
      Declaration(
        kind: kind, name: member.key, file: index, value: member.value, location: member.location,
        nameLocation: member.keyLocation))
  }

  /// - Parameter name: the module's address: `module.vpc`; empty for the root.
  private func read(_ module: Value, named name: String, configured: Value?, to template: inout Template) {
    var expressions: [String: Value] = [:]
    for resource in configured?["resources"]?.elements ?? [] {
      if let address = resource["address"]?.string { expressions[address] = resource["expressions"] }
    }
    let prefix = name.isEmpty ? "" : name + "."
    for resource in module["resources"]?.elements ?? [] {
      guard let address = resource["address"]?.string, let type = resource["type"],
        let label = resource["name"]
      else { continue }
      let typeName = type.string ?? ""
      let isLookup = resource["mode"]?.string == "data"
      let local = "\(isLookup ? "data." : "")\(typeName).\(label.string ?? "")"
      var found = Resource(
        address: address, type: typeName, canonicalType: CanonicalType.ofTerraform(typeName) ?? typeName,
        name: label.string ?? "", unit: name, file: index,
        properties: resource["values"] ?? Value(.map([]), at: resource.location), location: resource.location,
        nameLocation: label.location, typeLocation: type.location)
      found.isLookup = isLookup
      let known = found.properties.members.filter { if case .null = $0.value.kind { false } else { true } }
      let missing = (expressions[local]?.members ?? []).filter { expression in
        !known.contains { $0.key == expression.key }
      }
      found.properties.kind = .map(known + missing.compactMap { reference($0, prefix) })
      template.resources.append(found)
    }
    for child in module["child_modules"]?.elements ?? [] {
      guard let address = child["address"]?.string else { continue }
      let call = address.dropFirst(prefix.count + "module.".count).prefix { $0 != "[" }
      let called = configured?["module_calls"]?[String(call)]?["module"]
      read(child, named: address, configured: called, to: &template)
    }
  }

  /// `"kms_key_id": {"references": ["aws_kms_key.main.arn", "aws_kms_key.main"]}`
  private func reference(_ expression: Member, _ prefix: String) -> Member? {
    guard let first = expression.value["references"]?.elements.first, let text = first.string else {
      return nil
    }
    var names = TerraformNames()
    names.prefix = prefix
    let path = text.split(separator: ".").map(String.init)
    // A plan is of a configuration that was valid, so that all names are declared.
    if path.count > 1 {
      names.variables = [path[1]]
      names.locals = [path[1]]
      names.modules = [path[1]]
      names.resources = ["\(path[0]).\(path[1])", path.prefix(3).joined(separator: ".")]
    }
    guard let (found, used) = names.reference(to: path) else { return nil }
    var reference = found
    if used < path.count { reference.attribute = path[used...].joined(separator: ".") }
    return Member(
      key: expression.key, keyLocation: expression.keyLocation,
      value: Value(.reference(reference), at: first.location))
  }
}
