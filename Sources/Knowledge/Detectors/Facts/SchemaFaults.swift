import Facts
import SourceText
import TemplateModel

/// Compares the resources of CloudFormation and Terraform, and what is asked of them, with their schemas.
struct SchemaFaults {
  private let facts: FactsTable
  private let pins: FactPins
  private let memo: FactMemo
  private let template: Template
  private(set) var found: [FactFault] = []
  /// Types by what references call their resources: the logical id, the address.
  private var types: [String: String] = [:]

  init(_ facts: FactsTable, _ pins: FactPins, _ memo: FactMemo, _ template: Template) {
    self.memo = memo
    self.facts = facts
    self.pins = pins
    self.template = template
    for resource in template.resources where dialect(resource) == .cloudFormation {
      types[resource.name] = resource.type
    }
  }

  mutating func check() {
    for resource in template.resources {
      guard template.files.indices.contains(resource.file), template.files[resource.file].standing == .final
      else { continue }
      // What stands in a text that runs together may belong to something else.
      guard !holdsProblem(resource) else { continue }
      switch dialect(resource) {
      case .cloudFormation: check(resource, as: resource.type, in: .cloudFormation)
      case .terraform:
        check(resource, as: (resource.isLookup ? "data." : "") + resource.type, in: .terraform)
      default: continue
      }
      checkReferences(resource.properties, dialect(resource))
      for (reference, location) in resource.dependsOn { check(reference, location, dialect(resource)) }
    }
    for declaration in template.declarations where template.files.indices.contains(declaration.file) {
      guard template.files[declaration.file].standing == .final else { continue }
      checkReferences(declaration.value, template.files[declaration.file].dialect)
    }
  }

  private func holdsProblem(_ resource: Resource) -> Bool {
    template.problems.contains {
      $0.problem.kind != .elision && $0.location.document == resource.location.document
        && resource.location.range.contains($0.location.range)
    }
  }

  private func dialect(_ resource: Resource) -> Dialect? {
    template.files.indices.contains(resource.file) ? template.files[resource.file].dialect : nil
  }

  // MARK: Resources

  private mutating func check(_ resource: Resource, as name: String, in ecosystem: FactsEcosystem) {
    let language = ecosystem == .terraform ? Language.hcl : .yaml
    switch facts.answer(type: name, in: ecosystem, pinned: pins[ecosystem]) {
    case .absent(let absence):
      // A name that the end of the text cuts off.
      guard resource.isComplete else { return }
      let answer =
        ecosystem == .cloudFormation
        ? "Template format error: Unrecognized resource types: [\(name)]"
        : "Invalid \(resource.isLookup ? "data source" : "resource type"): The provider hashicorp/aws does not support \(resource.isLookup ? "data source" : "resource type") \"\(resource.type)\"."
      found.append(
        FactFault(
          kind: .type, symbol: resource.type, owner: "", location: resource.typeLocation, answer: answer,
          instead: absence.nearest))
      return
    case .deprecated(_, let replacement):
      found.append(
        FactFault(
          kind: FactFault.deprecation(of: resource.type), symbol: resource.type, owner: "",
          location: resource.typeLocation,
          answer: "\(resource.type) is deprecated", instead: replacement.map { [$0] } ?? []))
    case .present: break
    case .unknown: return
    }
    guard let type = facts.type(name, in: ecosystem) else { return }
    var check = MemberCheck(facts, ecosystem, language, pinned: pins[ecosystem], memo: memo)
    check.check(resource.properties.members, of: type)
    if resource.isComplete, isWhole(resource.file), case .map(let members) = resource.properties.kind {
      check.checkRequired(members, of: type, location: resource.nameLocation)
    }
    found += check.found
  }

  /// Whether a file shows its resources in full, as blocks that illustrate a text do not.
  private func isWhole(_ index: Int) -> Bool {
    let file = template.files[index]
    return file.isPathGiven
      || template.finalFiles.count { $0.dialect == file.dialect && !$0.isPathGiven } == 1
  }

  // MARK: References

  private mutating func checkReferences(_ value: Value, _ dialect: Dialect?) {
    guard dialect == .cloudFormation || dialect == .terraform else { return }
    for (reference, location) in value.references { check(reference, location, dialect) }
  }

  private mutating func check(_ reference: Reference, _ location: SourceLocation, _ dialect: Dialect?) {
    guard let attribute = reference.attribute, !attribute.contains("$"), !attribute.contains("*"),
      reference.kind == .resource || reference.kind == .data
    else { return }
    let absence: Absence
    let answer: String
    let owner: String
    if dialect == .cloudFormation {
      guard let type = types[reference.target],
        case .absent(let found) = facts.answer(attribute: attribute, ofType: type)
      else { return }
      (absence, owner) = (found, type)
      answer =
        "Template error: resource \(reference.target) does not support attribute type \(attribute) in Fn::GetAtt"
    } else {
      var words = reference.target.split(separator: ".").map(String.init)
      while words.first == "module", words.count > 2 { words.removeFirst(2) }
      let isData = words.first == "data"
      guard words.count == (isData ? 3 : 2) else { return }
      let type = isData ? "data.\(words[1])" : words[0]
      guard let first = attribute.split(separator: ".").first,
        case .absent(let found) = facts.answer(
          member: String(first), of: type, in: .terraform, pinned: pins[.terraform])
      else { return }
      (absence, owner) = (found, type)
      answer =
        "Unsupported attribute: This object has no argument, nested block, or exported attribute named \"\(first)\"."
    }
    found.append(
      FactFault(
        kind: .attribute, symbol: "\(reference.target).\(attribute)", owner: owner, location: location,
        answer: answer, instead: absence.nearest))
  }
}
