package import TemplateModel
import SourceText

extension TemplateDiff {
  /// Compares what the response declares with what the ideal declares.
  ///
  /// - Parameter facts: what schemas say of properties; nothing unless given.
  /// - Parameter pins: addresses that a user says are the same resource.
  package static func compare(
    response: Template, ideal: Template, facts: SchemaFacts = .none, pins: [Pin] = []
  ) -> TemplateDiff {
    let matching = ResourceMatching.match(response: response, ideal: ideal, pins: pins)
    var pairs = matching.pairs
    var limits = matching.limits
    let declarations = DeclarationMatching.pairs(response, ideal, cut: &limits.candidates)
    var correspondence = Correspondence(
      pairs: pairs, counts: (response.resources.count, ideal.resources.count), targets: matching.targets)
    for pair in declarations {
      let (one, other) = (response.declarations[pair.response], ideal.declarations[pair.ideal])
      if one.name != other.name { correspondence.rename(one.kind, one.name, to: other.name) }
    }
    let equality = Equality(correspondence: correspondence, facts: facts)
    let files = FileComparison(response, ideal, pairs: pairs)
    var resources = PairedResources(
      response: response, ideal: ideal, pairs: pairs, features: matching.features, equality: equality,
      relocation: Relocation(response, ideal, pairs: pairs, files: files.partner))
    var others = DeclarationComparison(equality: equality, pairs: declarations)
    var deltas = CompositeDeltas(response, ideal, equality: equality).joined(resources.deltas())
    deltas += others.deltas(response, ideal) + files.deltas()
    limits.listElements += resources.cutElements + others.cutElements
    deltas = InstanceDeltas(response, ideal, pairs: pairs, equality: equality).joined(deltas)
    BrokenOff(response, ideal, pairs: pairs, files: files.partner).tell(&deltas)
    Causes(response, ideal, correspondence).tell(&deltas)
    Substitutes(response, ideal).tell(&deltas, cut: &limits.candidates)

    let assessment = ImpactAssessment(response, ideal, facts: facts, correspondence: correspondence)
    let worst = assess(&deltas, &pairs, response.resources.count, assessment)
    return TemplateDiff(
      response: response, ideal: ideal, pairs: pairs, deltas: deltas,
      consequences: assessment.consequences(pairs, worst: worst),
      condition: PairCondition.of(response, ideal, pairs: pairs, deltas: deltas),
      declared: DeclaredDeltas.tie(ideal.declaredChanges, deltas, response, ideal), limits: limits)
  }

  /// Gives each delta its impact, and says which pairs a migration may rely on; the worst of each pair.
  private static func assess(
    _ deltas: inout [Delta], _ pairs: inout [ResourcePair], _ count: Int, _ assessment: ImpactAssessment
  ) -> [Impact?] {
    var pairOf = [Int](repeating: -1, count: count)
    for (index, pair) in pairs.enumerated() { pairOf[pair.response] = index }
    var worst = [Impact?](repeating: nil, count: pairs.count)
    // A new name or place alone is what a migration deals with; it replaces nothing that others follow.
    for index in deltas.indices {
      deltas[index].impact = assessment.impact(of: deltas[index])
      deltas[index].losesData = assessment.losesData(deltas[index])
      guard case .resource(let response?, _?) = deltas[index].subject, pairOf[response] >= 0,
        deltas[index].kind != .renamed, deltas[index].kind != .moved
      else { continue }
      worst[pairOf[response]] = Impact.worst(worst[pairOf[response]], deltas[index].impact)
    }
    for index in pairs.indices {
      pairs[index].isMigratable =
        pairs[index].score >= 850 && !pairs[index].isAmbiguous && (worst[index] ?? .none) < .mayReplace
    }
    return worst
  }
}
