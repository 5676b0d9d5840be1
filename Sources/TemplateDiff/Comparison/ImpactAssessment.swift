import TemplateModel

/// What the deltas do to what is running, and which resources must follow others.
struct ImpactAssessment {
  private let response: Template
  private let ideal: Template
  private let facts: SchemaFacts
  private let correspondence: Correspondence

  init(_ response: Template, _ ideal: Template, facts: SchemaFacts, correspondence: Correspondence) {
    self.response = response
    self.ideal = ideal
    self.facts = facts
    self.correspondence = correspondence
  }

  func impact(of delta: Delta) -> Impact? {
    guard case .resource(let before, let after) = delta.subject else { return nil }
    if delta.path.steps.isEmpty {
      switch delta.kind {
      case .added, .split: return Impact.none
      case .removed, .merged:
        return before.map { retention(ofDeleted: $0) == .retained ? .orphan : .delete }
      case .renamed, .moved: return .mayReplace
      case .retyped: return .replace
      default: break
      }
    }
    guard let after, delta.path.description.first != "@" else {
      return delta.path.lastKey == "@Condition" ? .mayReplace : Impact.none
    }
    switch facts.update(ideal.resources[after].canonicalType, delta.path.keys) {
    case .createOnly: return isCertain(delta) ? .replace : .mayReplace
    case .conditionallyCreateOnly: return .mayReplace
    case .interrupts: return .mayInterrupt
    case .inPlace: return .inPlace
    case .unknown: return nil
    }
  }

  /// Whether the values differ whatever the parameters are.
  private func isCertain(_ delta: Delta) -> Bool {
    if delta.kind == .conditionalised { return false }
    return !isComputed(delta.response?.value) && !isComputed(delta.ideal?.value)
  }

  private func isComputed(_ value: Value?) -> Bool {
    if case .computed? = value?.kind { true } else { false }
  }

  /// Whether data is gone once a delta of this impact is applied.
  func losesData(_ delta: Delta) -> Bool {
    guard case .resource(let before?, let after) = delta.subject, !response.resources[before].isLookup,
      facts.isStateful(response.resources[before].canonicalType)
    else { return false }
    switch delta.impact {
    case .delete: return retention(ofDeleted: before) == .deleted
    case .replace where !delta.isNameOrPlace: return after.map(losesDataWhenReplaced) ?? false
    default: return false
    }
  }

  private func losesDataWhenReplaced(_ index: Int) -> Bool {
    facts.isStateful(ideal.resources[index].canonicalType)
      && Retention.of(ideal.resources[index], in: ideal, isReplaced: true, facts: facts) == .deleted
  }

  private func retention(ofDeleted index: Int) -> Retention {
    Retention.of(response.resources[index], in: response, isReplaced: false, facts: facts)
  }

  /// Resources that are replaced because one is that they refer to in a create-only property.
  ///
  /// - Parameter worst: the worst impact of each pair's own deltas.
  func consequences(_ pairs: [ResourcePair], worst: [Impact?]) -> [Consequence] {
    var level = worst
    var queue = pairs.indices.filter { isReplacement(level[$0]) }
    if queue.isEmpty { return [] }
    let mentions = mentions(pairs)
    var found: [Int: Consequence] = [:]
    while let cause = queue.popLast() {
      guard let causeLevel = level[cause] else { continue }
      for mention in mentions[cause] ?? [] {
        let update = facts.update(ideal.resources[pairs[mention.pair].ideal].canonicalType, mention.property)
        let impact: Impact
        switch update {
        case .createOnly: impact = mention.isConditional || causeLevel == .mayReplace ? .mayReplace : .replace
        case .conditionallyCreateOnly: impact = .mayReplace
        default: continue
        }
        if let known = level[mention.pair], known >= impact { continue }
        level[mention.pair] = impact
        found[mention.pair] = Consequence(
          pair: mention.pair, impact: impact, property: mention.property, cause: cause,
          losesData: impact == .replace && losesDataWhenReplaced(pairs[mention.pair].ideal))
        queue.append(mention.pair)
      }
    }
    return found.values.sorted { $0.pair < $1.pair }
  }

  private func isReplacement(_ impact: Impact?) -> Bool { impact == .replace || impact == .mayReplace }

  private struct Mention {
    var pair: Int
    var property: String
    /// Whether it stands in a branch of an `if`.
    var isConditional: Bool
  }

  /// For each pair who refers to it in the ideal, through `Sub`, `Join` and `If` as well.
  private func mentions(_ pairs: [ResourcePair]) -> [Int: [Mention]] {
    var pairOf: [Int: Int] = [:]
    for (index, pair) in pairs.enumerated() { pairOf[pair.ideal] = index }
    var mentions: [Int: [Mention]] = [:]
    for (index, pair) in pairs.enumerated() {
      func visit(_ value: Value, _ path: PropertyPath, _ isConditional: Bool) {
        switch value.kind {
        case .reference(let reference):
          guard let target = correspondence.idealResource(reference), let other = pairOf[target] else {
            return
          }
          mentions[other, default: []].append(
            Mention(pair: index, property: path.keys, isConditional: isConditional))
        case .list(let values), .template(let values):
          for value in values { visit(value, path, isConditional) }
        case .call(let name, let arguments):
          for argument in arguments { visit(argument, path, isConditional || name == "if") }
        case .map(let members):
          for member in members { visit(member.value, path.appending(.key(member.key)), isConditional) }
        default: break
        }
      }
      visit(ideal.resources[pair.ideal].properties, PropertyPath(), false)
    }
    return mentions
  }
}
