import SourceText
import TemplateModel

/// Tells of each demand whether a template meets it.
///
/// Missed is only what the template contradicts or leaves out although all of it can be read; the rest is not
/// decidable.
struct RequirementCheck {
  let index: ConceptIndex
  let words: DemandWords.Places
  /// Whether a part was not read or is shown in excerpts only, so that nothing is left out for certain.
  let isPartial: Bool
  /// Whether a part was not read, so that something may be there that is not seen.
  let isUnread: Bool
  /// Whether every resource is written out: no program makes them.
  let isDeclarative: Bool

  var template: Template { index.template }
  var table: ConceptTable { index.table }

  init(_ index: ConceptIndex, _ words: DemandWords) {
    self.index = index
    let template = index.template
    self.words = words.places(in: template)
    isUnread = template.resources.isEmpty || template.problems.contains { $0.problem.weight == .notRead }
    isPartial =
      isUnread
      || template.resources.contains {
        !template.files.indices.contains($0.file) || template.files[$0.file].standing != .final
      }
      || template.finalFiles.contains { $0.dialect != nil && !$0.isComplete }
    let dialects = template.finalFiles.compactMap(\.dialect)
    isDeclarative =
      dialects.allSatisfy { $0 == .cloudFormation || $0 == .terraform }
      && template.declarations(.module).isEmpty
      && !template.resources.contains { $0.canonicalType == "AWS::CloudFormation::Stack" }
  }

  func verdict(_ demand: Demand) -> RequirementVerdict {
    switch demand.kind {
    case .thing(let name): thing(name)
    case .count(let name, let count, let bound): self.count(name, count, bound)
    case .trait(let trait, let name): self.trait(trait, of: name)
    case .everywhere(let trait): everywhere(trait)
    case .amount(let trait, let name, let amount, let bound): self.amount(trait, of: name, amount, bound)
    case .region(let region): self.region(region)
    case .platform(let dialect): platform(dialect)
    case .language(let language): self.language(language)
    case .size(let size): self.size(size)
    case .block(let block): self.block(block)
    case .version(let product, let version, let bound): self.version(product, version, bound)
    case .tag(let key): tag(key)
    case .file(let name): file(name)
    case .unitTests: tests(.unitTest)
    case .integrationTests: tests(.integrationTest)
    case .outputs: outputs
    case .suffix: suffix
    case .destroyable: destroyable
    }
  }

  // MARK: Things

  private func concept(_ name: String) -> Int? { table.concepts.firstIndex { $0.name == name } }

  private func locations(_ resources: [Int]) -> [SourceLocation] {
    resources.map { template.resources[$0].location }
  }

  private func thing(_ name: String) -> RequirementVerdict {
    guard let number = concept(name) else { return .undecided }
    let found = index.resources(of: number)
    if !found.isEmpty { return .met(locations(found), found) }
    if isUnread || template.finalFiles.contains(where: { $0.dialect != nil && !$0.isComplete }) {
      return .undecided
    }
    let concept = table.concepts[number]
    // What is looked up exists, and a program may make a thing in a way that is not read.
    if template.resources.contains(where: { $0.isLookup && concept.types.allow($0.canonicalType) }) {
      return .undecided
    }
    let signs = isDeclarative ? concept.signs : DemandWords.signs(of: concept)
    return signs.contains { !words.places(of: $0).isEmpty } ? .undecided : .missed()
  }

  private func count(_ name: String, _ count: Int, _ bound: Demand.Bound) -> RequirementVerdict {
    if name == "zone" { return zones(count) }
    let parts = name.split(separator: " ").map(String.init)
    guard let last = parts.last, let number = concept(last) else { return .undecided }
    var found = index.resources(of: number)
    if parts.count > 1 {
      found = found.filter { template.resources[$0].name.lowercased().contains(parts[0]) }
    }
    if Double(found.count) >= Double(count), bound != .atMost { return .met(locations(found), found) }
    let isCounted = found.allSatisfy {
      template.resources[$0].count == nil && template.resources[$0].condition == nil
    }
    let signs = table.concepts[number].signs
    guard !found.isEmpty, isCounted, !isPartial, isDeclarative || parts.count == 1,
      isDeclarative || !signs.contains(where: { !words.places(of: $0).isEmpty })
    else { return .undecided }
    if bound == .atMost {
      return found.count <= count
        ? .met(locations(found), found) : .missed(locations(found), found: "\(found.count)", found)
    }
    // In a program one statement may make several.
    return isDeclarative ? .missed(locations(found), found: "\(found.count)", found) : .undecided
  }

  private func zones(_ count: Int) -> RequirementVerdict {
    guard let network = concept("network"), let subnet = concept("subnet") else { return .undecided }
    for number in index.resources(of: network) {
      for found in template.resources[number].values(at: PropertyPattern("maxAzs")) {
        guard let zones = found.value.number else { return .undecided }
        return Int(zones) >= count
          ? .met([found.location], [number]) : .missed([found.location], found: "\(Int(zones))", [number])
      }
    }
    let subnets = index.resources(of: subnet)
    var zones: Set<String> = []
    var places: [SourceLocation] = []
    for number in subnets {
      guard let zone = template.resources[number].values(at: PropertyPattern("AvailabilityZone")).first,
        template.resources[number].count == nil
      else { return .undecided }
      if zones.insert(zone.value.summary(limit: 80)).inserted { places.append(zone.location) }
    }
    if zones.count >= count { return .met(places, subnets) }
    return zones.isEmpty || isPartial || !isDeclarative
      ? .undecided : .missed(places, found: "\(zones.count)", subnets)
  }

  // MARK: Traits

  private func trait(_ trait: String, of name: String) -> RequirementVerdict {
    guard let number = concept(name), let place = table.concepts[number].place(of: trait) else {
      return .undecided
    }
    return verdict(index.resources(of: number, having: place), place)
  }

  /// Met where all have it, missed where none has; of a mixture it cannot be told which of them is meant.
  private func verdict(_ resources: [Int], _ place: TraitPlace) -> RequirementVerdict {
    var having: [(Int, SourceLocation)] = []
    var lacking: [(Int, SourceLocation)] = []
    for resource in resources {
      switch index.state(of: place, resource) {
      case .has(let places): having.append((resource, places.first ?? template.resources[resource].location))
      case .lacks(let location): lacking.append((resource, location))
      case .unclear: if !place.isEnoughOnce { return .undecided }
      }
    }
    if !having.isEmpty, lacking.isEmpty || place.isEnoughOnce {
      return .met(having.map(\.1), having.map(\.0))
    }
    if having.isEmpty, lacking.count == resources.count, !lacking.isEmpty, !isPartial {
      return .missed(lacking.map(\.1), lacking.map(\.0))
    }
    return .undecided
  }

  private func everywhere(_ trait: String) -> RequirementVerdict {
    var met = RequirementVerdict.met([])
    for name in table.trait(trait)?.everywhere ?? [] {
      guard let number = concept(name), let place = table.concepts[number].place(of: trait) else { continue }
      let verdict = verdict(index.resources(of: number, having: place), place)
      if verdict.state == .missed { return verdict }
      met.places += verdict.places
      met.resources += verdict.resources
    }
    return met.places.isEmpty ? .undecided : met
  }

  private func amount(
    _ trait: String, of name: String, _ wanted: Int, _ bound: Demand.Bound
  ) -> RequirementVerdict {
    guard let number = concept(name), let place = table.concepts[number].place(of: trait),
      let unit = table.trait(trait)?.unit
    else { return .undecided }
    var fitting: [(Int, SourceLocation)] = []
    var others: [(Int, SourceLocation, String?)] = []
    for resource in index.resources(of: number, having: place) {
      let amounts = index.amounts(of: place, unit, resource)
      if amounts.isEmpty {
        guard index.isWhole(template.resources[resource], place) else { return .undecided }
        others.append((resource, template.resources[resource].location, nil))
      }
      for amount in amounts {
        guard let value = amount.value else { return .undecided }
        if bound.allows(value, Double(wanted)) {
          fitting.append((resource, amount.location))
        } else {
          let text = value < 1e12 ? AmountText.text(Int(value), unit) : nil
          others.append((resource, amount.location, text))
        }
      }
    }
    if !fitting.isEmpty {

      // What states no amount may be another one than is meant.
      return others.allSatisfy { $0.2 == nil } || place.isEnoughOnce
        ? .met(fitting.map(\.1), fitting.map(\.0)) : .undecided
    }
    guard let first = others.first, !isPartial else { return .undecided }
    return .missed(others.map(\.1), found: others.compactMap(\.2).first ?? first.2, others.map(\.0))
  }
}
