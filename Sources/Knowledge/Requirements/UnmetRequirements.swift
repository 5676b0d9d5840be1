import SourceText
import TemplateDiff
import TemplateModel

/// Makes evidence of the demands that the response misses and the ideal does not, where no finding speaks of their
/// lines already.
struct UnmetRequirements {
  /// What is missed: each is told by a known failure of its own.
  enum Family { case thing, trait, amount, value }

  private let scene: Scene

  init(_ scene: Scene) { self.scene = scene }

  func evidence(of family: Family) -> [Evidence] {
    scene.matrix.rows.compactMap { row in
      guard row.isUnmet, row.demand.kind.family == family else { return nil }
      let evidence = evidence(row)
      // What has no place on either side cannot be shown.
      if evidence.response.isEmpty, evidence.ideal.isEmpty { return nil }
      return scene.cited.tells(evidence.response, evidence.ideal, scene) ? nil : evidence
    }
  }

  private func evidence(_ row: RequirementMatrix.Row) -> Evidence {
    let missing = row.response.resources.filter(scene.response.resources.indices.contains)
    let shown = row.ideal.resources.filter(scene.ideal.resources.indices.contains)
    var subject = DeltaSubject.template
    if let first = missing.first {
      subject = DeltaSubject(
        scene.response.resources[first], order: scene.idealOf[first] ?? 1_000_000 + first)
    } else if let first = shown.first {
      subject = DeltaSubject(scene.ideal.resources[first], order: first)
    }
    let names =
      missing.isEmpty
      ? shown.map { scene.ideal.resources[$0].name } : missing.map { scene.response.resources[$0].name }
    return Evidence(
      subject: subject, names: names, responseText: row.response.found, idealText: row.ideal.found,
      detail: title(row), response: row.response.places,
      ideal: row.ideal.places,
      deltas: deltas(missing, shown), confidence: row.ideal.state == .met ? 800 : 600, requirement: row.quote)
  }

  /// The resources that only the ideal has.
  private func deltas(_ missing: [Int], _ shown: [Int]) -> [Int] {
    guard missing.isEmpty else { return [] }
    return scene.diff.deltas.indices.filter { index in
      guard case .resource(nil, let ideal?) = scene.diff.deltas[index].subject else { return false }
      return scene.diff.deltas[index].path.steps.isEmpty && shown.contains(ideal)
    }
  }

  /// What a reviewer would write above it.
  private func title(_ row: RequirementMatrix.Row) -> String {
    let text = row.demand.text
    let found = row.response.found
    switch row.demand.kind {
    case .thing: return "No \(UnmetRequirements.plural(text))"
    case .count: return "\(found.map { "Only \($0)" } ?? "Less") of \(text)"
    case .trait, .everywhere:
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return "No \(text)" }
      return "\(parts[0]) without\(parts[1])"
    case .amount(let trait, let concept, let amount, _):
      let table = scene.responseThings.table
      guard let trait = table.trait(trait), let concept = table.concept(concept), let unit = trait.unit else {
        return text
      }
      let wanted = AmountText.text(amount, unit)
      guard let found else { return "\(concept.title) without \(trait.title) of \(wanted)" }
      return "\(concept.title) \(trait.title) is \(found) instead of \(wanted)"
    case .tag: return "Missing \(text)"
    case .file: return "Required \(text) not delivered"
    case .unitTests, .integrationTests, .outputs: return "No \(text)"
    case .suffix: return "Names without the environment suffix"
    case .destroyable: return "The stack cannot be removed: \(found ?? text)"
    case .language, .platform: return "Written in \(found ?? "something else") instead of \(text)"
    case .region(let wanted): return found.map { "Region \($0) instead of \(wanted)" } ?? "No \(text)"
    case .size(let wanted): return found.map { "Instance size \($0) instead of \(wanted)" } ?? "No \(text)"
    case .block(let wanted): return found.map { "Addresses \($0) instead of \(wanted)" } ?? "No \(text)"
    case .version: return found.map { "Version \($0) instead of \(text)" } ?? "No \(text)"
    }
  }

  private static func plural(_ title: String) -> String {
    title.hasSuffix("s") || title.hasSuffix("y") ? title : title + "s"
  }
}

extension Demand.Kind {
  /// Nil for what known failures of their own tell.
  var family: UnmetRequirements.Family? {
    switch self {
    case .thing, .count: .thing
    case .trait, .everywhere: .trait
    case .amount: .amount
    case .region, .size, .block, .version, .language, .platform, .tag, .suffix: .value
    case .file, .unitTests, .integrationTests, .outputs, .destroyable: nil
    }
  }
}
