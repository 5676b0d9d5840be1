import SourceText
import TemplateModel

/// The resources of one template by the things that they are, and what can be told of their traits.
struct ConceptIndex {
  /// What can be told of a trait of a resource.
  enum State {
    /// It has it; these places say so.
    case has([SourceLocation])
    /// It does not; the property that says so, or the resource that leaves it out.
    case lacks(SourceLocation)
    /// Only a run could tell.
    case unclear
  }

  let template: Template
  let table: ConceptTable
  /// For each concept the indices of its resources.
  private let resources: [[Int]]
  /// The indices of the resources of each type that may stand beside another.
  private let byType: [String: [Int]]

  init(_ template: Template, _ table: ConceptTable) {
    self.template = template
    self.table = table
    var byType: [String: [Int]] = [:]
    var types: [String] = []
    for (index, resource) in template.resources.enumerated() where !resource.isLookup {
      if byType[resource.canonicalType] == nil { types.append(resource.canonicalType) }
      byType[resource.canonicalType, default: []].append(index)
    }
    self.byType = byType
    resources = table.concepts.map { concept in
      types.filter { type in concept.types.contains { $0.matches(type) } }
        .flatMap { byType[$0] ?? [] }.sorted()
    }
  }

  /// The resources that are such a thing, as indices.
  func resources(of concept: Int) -> [Int] { resources[concept] }

  /// Those of a thing of which a trait can be said, as indices.
  func resources(of concept: Int, having place: TraitPlace) -> [Int] {
    resources[concept].filter { isSaid(place, of: $0) }
  }

  /// Whether a trait can be said of a resource.
  func isSaid(_ place: TraitPlace, of index: Int) -> Bool {
    let resource = template.resources[index]
    return place.types.contains { $0.matches(resource.canonicalType) }
      && !place.exceptions.contains { !resource.values(at: $0).isEmpty }
  }

  /// What can be told of a trait of a resource that can have it.
  func state(of place: TraitPlace, _ index: Int) -> State {
    let resource = template.resources[index]
    if place.names.contains(where: { $0.matches(resource.name) }) { return .has([resource.location]) }
    var off: SourceLocation?
    var isUnclear = false
    for (pattern, _) in properties(of: place, resource) {
      for found in resource.values(at: pattern) {
        switch found.value.isOn(in: template) {
        case true?: return .has([found.location])
        case false?: off = off ?? found.location
        case nil: isUnclear = true
        }
      }
    }
    let beside = besides(place, index)
    if !beside.named.isEmpty { return .has(beside.named) }
    if isUnclear || beside.mayBe { return .unclear }
    if let off { return .lacks(off) }
    if place.isAlways { return .has([resource.location]) }
    return isWhole(resource, place) ? .lacks(resource.location) : .unclear
  }

  /// The amounts that a resource states for a trait, in the smallest unit of its kind; nil where only a run could tell.
  func amounts(of place: TraitPlace, _ unit: Trait.Unit, _ index: Int) -> [(
    value: Double?, location: SourceLocation
  )] {
    let resource = template.resources[index]
    return properties(of: place, resource).flatMap { property in
      resource.values(at: property.pattern).map {
        ($0.value.amount(property.unit ?? unit, in: template), $0.location)
      }
    }
  }

  /// CloudFormation's own resources know no property that begins with a small letter.
  private func properties(
    of place: TraitPlace, _ resource: Resource
  ) -> [(pattern: PropertyPattern, unit: Trait.Unit?)] {
    guard resource.type.contains("::") else { return place.properties }
    return place.properties.filter { $0.pattern.text.first?.isLowercase != true }
  }

  /// Whether everything that a resource is asked to be stands in its properties.
  func isWhole(_ resource: Resource, _ place: TraitPlace) -> Bool {
    guard resource.isComplete, case .map(let members) = resource.properties.kind else { return false }
    if members.contains(where: { $0.key == "..." }) { return false }
    // What is overridden by an escape hatch stands beside the properties.
    return !resource.attributes.contains { $0.key.hasPrefix("Properties.") }
  }

  /// The resources that give a trait to this one, and whether there are some of which this cannot be told.
  private func besides(_ place: TraitPlace, _ index: Int) -> (named: [SourceLocation], mayBe: Bool) {
    if place.beside.isEmpty { return ([], false) }
    let resource = template.resources[index]
    var named: [SourceLocation] = []
    var mayBe = false
    for (type, indices) in byType where place.beside.contains(where: { $0.matches(type) }) {
      for other in indices where other != index {
        let references = template.resources[other].properties.references
        if references.contains(where: {
          $0.reference.target == resource.address || $0.reference.target == resource.name
        }) {
          named.append(template.resources[other].location)
        } else if !references.contains(where: { $0.reference.kind == .resource })
          || template.resources[other].count != nil
        {
          mayBe = true
        }
      }
    }
    named.sort { ($0.document, $0.range.start) < ($1.document, $1.range.start) }
    return (named, mayBe)
  }
}
