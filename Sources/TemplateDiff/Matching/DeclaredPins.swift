import TemplateModel

/// What the templates say themselves of names that a resource had before: Terraform's `moved` blocks and Pulumi's
/// `aliases`.
///
///     moved { from = aws_s3_bucket.a        in the ideal: the response's a is the ideal's logs
///             to   = aws_s3_bucket.logs }   in the response: the response's logs is the ideal's a
///
/// A name that both sides have already needs no help.
///
/// Source: https://developer.hashicorp.com/terraform/language/moved and
/// https://www.pulumi.com/docs/iac/concepts/options/aliases/.
enum DeclaredPins {
  static func find(_ response: Template, _ ideal: Template) -> [TemplateDiff.Pin] {
    let moves = (moves(response), moves(ideal))
    if moves.0.isEmpty, moves.1.isEmpty { return [] }
    let addresses = (Set(response.resources.map(\.address)), Set(ideal.resources.map(\.address)))
    let told =
      moves.1.map { TemplateDiff.Pin(response: $0.former, ideal: $0.address) }
      + moves.0.map { TemplateDiff.Pin(response: $0.address, ideal: $0.former) }
    return told.filter { pin in
      addresses.0.contains(pin.response) && addresses.1.contains(pin.ideal)
        && !addresses.1.contains(pin.response) && !addresses.0.contains(pin.ideal)
    }
  }

  private static func moves(_ template: Template) -> [(former: String, address: String)] {
    var moves: [(former: String, address: String)] = []
    for declaration in template.declarations where declaration.kind == .setting && declaration.name == "moved"
    {
      guard let former = address(declaration.value["from"]), let now = address(declaration.value["to"]) else {
        continue
      }
      moves.append((former, now))
    }
    for index in template.resources.indices where !template.resources[index].attributes.isEmpty {
      let resource = template.resources[index]
      for alias in resource.attribute("aliases")?.oneOrMany ?? [] {
        guard let name = alias["name"]?.string, resource.address.hasSuffix(resource.name) else { continue }
        moves.append((resource.address.dropLast(resource.name.count) + name, resource.address))
      }
    }
    return moves
  }

  private static func address(_ value: Value?) -> String? {
    switch value?.kind {
    case .reference(let reference)?: reference.summary
    case .computed(let text)?, .string(let text)?: text
    default: nil
    }
  }
}
