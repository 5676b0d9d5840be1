import SourceText
import TemplateModel

/// Turns a group of evidence into a finding, and puts findings in the order in which a reviewer would tell them.
struct Telling {
  /// A finding with what decides on its place.
  struct Ranked {
    var finding: Finding
    var score: Int
    var order: Int
  }

  let finding: Ranked

  /// What is assumed of a known failure that was never counted.
  private static let unknownShare = 120

  /// What is assumed of one that the ideal's prose confirms.
  private static let declaredShare = 500

  init(
    _ group: Group, scene: Scene, search: RequirementSearch, reported: Int?, settings: ProjectSettings
  ) {
    let failure = group.failure
    let plain = Filling(group.evidence, scene: scene, isPlain: true)
    let marked = Filling(group.evidence, scene: scene, isPlain: false)
    var gravity = group.gravity
    var title = plain.text(failure.title)
    if let fix = group.fix {
      if let level = fix.severity {
        gravity = (level, "the ideal's author says so")
      } else if group.isDeclaredOnly, let weight = fix.weight {
        gravity = weight
      }
      // What only a general entry explains is better told in the words of whoever corrected it.
      let isNamed = group.evidence.contains { $0.requirement != nil }
      if !isNamed, failure.detections.contains(where: \.looksAtTheUnexplained) { title = fix.fault }
    }
    let builtIn = gravity.level
    if let remapped = settings.gravity(of: failure, insteadOf: builtIn) { gravity = remapped }
    let first = group.evidence[0]
    let property = first.path.description
    let subject = [first.subject.type, first.subject.name, property].filter { !$0.isEmpty }.joined(
      separator: " ")
    let requirement = search.requirement(for: group)
    var finding = Finding(
      rule: failure.id, title: title, severity: gravity.level, severityReason: gravity.because,
      category: failure.category, subject: subject,
      fingerprint: Fingerprint([failure.id, first.subject.type, first.subject.address, property]).text,
      response: Group.citations(group.evidence.map(\.response), in: scene.response),
      ideal: Group.citations(group.evidence.map(\.ideal) + [group.fixPlaces], in: scene.ideal),
      issue: (marked.whole ?? marked.text(failure.issue)) + Telling.places(group.evidence, scene),
      fix: marked.known(failure.fix) ?? Telling.withoutIdeal(group),
      rootCause: marked.known(failure.rootCause) ?? marked.text(failure.rootCause),
      impact: failure.impact.map { Finding.Impact(kind: $0.kind, text: marked.text($0.phrase)) },
      references: failure.references, requirement: requirement, confidence: group.confidence)
    var share = reported ?? Telling.unknownShare
    if group.fix != nil { share = max(share, Telling.declaredShare) }
    let score = share * group.confidence / 1000 * (20 + 3 * gravity.level.rank + (requirement == nil ? 0 : 2))
    finding.grounds = Finding.Grounds(
      group, share: share, reported: reported, score: score,
      builtIn: builtIn == gravity.level ? nil : builtIn)
    self.finding = Ranked(finding: finding, score: score, order: group.order)
  }

  /// What to do where the ideal shows nothing in its place.
  private static func withoutIdeal(_ group: Group) -> String {
    let property = group.evidence.first?.path.lastKey ?? ""
    return property.isEmpty
      ? "Leave it out, as the ideal does." : "Leave `\(property)` out, as the ideal does."
  }

  /// The places one by one, where there are several.
  private static func places(_ evidence: [Evidence], _ scene: Scene) -> String {
    guard evidence.count > 1 else { return "" }
    var text = "\n"
    for evidence in evidence.prefix(12) {
      let property = evidence.path.description
      text += "\n- `\(evidence.subject.shownName)`" + (property.isEmpty ? "" : " `\(property)`")
      if let response = evidence.responseText { text += ": `\(response)`" }
      if let line = evidence.response.first.map({ scene.response.lines(of: $0).lowerBound }) {
        text += " (line \(line))"
      } else if let line = evidence.ideal.first.map({ scene.ideal.lines(of: $0).lowerBound }) {
        text += " (ideal, line \(line))"
      }
    }
    if evidence.count > 12 { text += "\n- and \(evidence.count - 12) more" }
    return text
  }

  /// Puts findings in the order in which a reviewer would tell them.
  ///
  /// Whoever has told a kind of failure once is a tenth less likely to tell it again, and so on.
  static func ordered(_ findings: [Ranked]) -> [Ranked] {
    var told: [String: Int] = [:]
    return findings.sorted(by: comesBefore).map { ranked in
      var ranked = ranked
      let times = told[ranked.finding.rule, default: 0]
      told[ranked.finding.rule] = times + 1
      for _ in 0..<min(times, 40) { ranked.score = ranked.score * 9 / 10 }
      return ranked
    }.sorted(by: comesBefore)
  }

  /// How likely it is told, then how severe, then where it stands.
  static func comesBefore(_ first: Ranked, _ second: Ranked) -> Bool {
    if first.score != second.score { return first.score > second.score }
    if first.finding.severity != second.finding.severity {
      return first.finding.severity > second.finding.severity
    }
    if first.order != second.order { return first.order < second.order }
    return (first.finding.rule, first.finding.title) < (second.finding.rule, second.finding.title)
  }

  /// Makes fingerprints differ that would be the same, by their order.
  static func withUniqueFingerprints(_ findings: [Finding]) -> [Finding] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      var finding = finding
      let count = seen[finding.fingerprint, default: 0]
      seen[finding.fingerprint] = count + 1
      if count > 0 { finding.fingerprint = Fingerprint([finding.fingerprint, String(count)]).text }
      return finding
    }
  }
}
