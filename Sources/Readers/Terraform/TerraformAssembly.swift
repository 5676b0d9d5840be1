import SourceText
import TemplateModel

/// Makes resources and declarations of a module's blocks.
struct TerraformAssembly {
  let names: TerraformNames
  let unit: String
  let file: Int

  func add(_ blocks: [TerraformBlock], to template: inout Template) {
    for block in blocks { add(block, to: &template) }
  }

  private func add(_ block: TerraformBlock, to template: inout Template) {
    switch block.type {
    case "resource", "data", "ephemeral":
      for var source in block.sources {
        source.resource = template.resources.count
        template.functions.append(source)
      }
      template.resources.append(resource(block))
    case "variable": declare(.parameter, block, to: &template)
    case "output": declare(.output, block, to: &template)
    case "module": declare(.module, block, to: &template)
    case "provider":
      let alias = block.value("alias")?.string
      let name = block.label(0).text
      declare(.provider, block, named: alias.map { "\(name).\($0)" } ?? name, to: &template)
    case "locals": for member in block.members { declare(.local, member, to: &template) }
    case "terraform": addSettings(block, to: &template)
    case "": for member in block.members { declare(.setting, member, to: &template) }
    default:
      let words = [block.type] + block.labels.map(\.text)
      declare(.setting, block, named: words.joined(separator: " "), to: &template)
    }
  }

  // MARK: Resources

  private func resource(_ block: TerraformBlock) -> Resource {
    let type = block.label(0)
    let name = block.label(1)
    let kind = block.type == "resource" ? "" : block.type + "."
    var resource = Resource(
      address: "\(names.prefix)\(kind)\(type.text).\(name.text)", type: type.text,
      canonicalType: CanonicalType.ofTerraform(type.text) ?? type.text, name: name.text, unit: unit,
      file: file,
      properties: Value(.map([]), at: block.location), location: block.location,
      nameLocation: name.location, typeLocation: type.location)
    resource.isLookup = block.type != "resource"
    resource.isComplete = block.isComplete
    var properties: [Member] = []
    for member in block.members {
      switch member.key {
      case "count":
        resource.count = member.value
        resource.condition = condition(member.value)
      case "for_each": resource.count = member.value
      case "depends_on":
        let templates = JSONTemplates(names: names)
        resource.dependsOn = member.value.oneOrMany.compactMap { value in
          if case .reference(let reference) = value.kind { return (reference, value.location) }
          return templates.dependency(value).map { ($0, value.location) }
        }
      case "provider", "lifecycle", "provisioner", "connection": resource.attributes.append(member)
      default: properties.append(member)
      }
    }
    resource.properties.kind = .map(properties)
    return resource
  }

  /// The condition of `count = var.enabled ? 1 : 0`.
  private func condition(_ count: Value) -> Value? {
    guard case .call("if", let arguments) = count.kind, arguments.count == 3, arguments[2].number == 0 else {
      return nil
    }
    return arguments[0]
  }

  // MARK: Declarations

  private func declare(
    _ kind: Declaration.Kind, _ block: TerraformBlock, named name: String? = nil, to template: inout Template
  ) {
    let label = block.label(0)
    template.declarations.append(
      Declaration(
        kind: kind, name: name ?? label.text, unit: unit, file: file, value: block.body,
        location: block.location, nameLocation: label.location))
  }

  private func declare(_ kind: Declaration.Kind, _ member: Member, to template: inout Template) {
    template.declarations.append(
      Declaration(
        kind: kind, name: member.key, unit: unit, file: file, value: member.value, location: member.location,
        nameLocation: member.keyLocation))
  }

  /// `terraform { backend "s3" {…} required_providers {…} required_version = … }`
  private func addSettings(_ block: TerraformBlock, to template: inout Template) {
    for member in block.members {
      switch member.key {
      case "backend":
        for backend in member.value.oneOrMany.flatMap(\.members) { declare(.backend, backend, to: &template) }
      case "cloud": declare(.backend, member, to: &template)
      case "required_providers":
        for provider in member.value.oneOrMany.flatMap(\.members) {
          declare(.dependency, provider, to: &template)
        }
      default: declare(.setting, member, to: &template)
      }
    }
  }
}
