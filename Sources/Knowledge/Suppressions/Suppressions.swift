import SourceText
import TemplateModel

/// The suppressions of a response, applied to what was found in it.
struct Suppressions {
  private let reader: SuppressionReader
  private let template: Template
  private let day: CalendarDay
  private var used: Set<Int> = []

  init(in template: Template, rules: Set<String>, on day: CalendarDay) {
    reader = SuppressionReader(template, rules: rules)
    self.template = template
    self.day = day
  }

  /// Takes the accepted places out of the groups; what is left of a group stays a finding.
  mutating func split(
    _ groups: [Group]
  ) -> (told: [Group], accepted: [(group: Group, suppression: Suppression)]) {
    guard !reader.suppressions.isEmpty else { return (groups, []) }
    var told: [Group] = []
    var accepted: [(group: Group, suppression: Suppression)] = []
    for group in groups {
      var rest: [Evidence] = []
      var taken: [(number: Int, evidence: [Evidence])] = []
      for evidence in group.evidence {
        let number = reader.suppressions.indices.first { holds($0, for: evidence, of: group.failure.id) }
        guard let number else {
          rest.append(evidence)
          continue
        }
        used.insert(number)
        if let place = taken.firstIndex(where: { $0.number == number }) {
          taken[place].evidence.append(evidence)
        } else {
          taken.append((number, [evidence]))
        }
      }
      var part = group
      if !rest.isEmpty {
        part.evidence = rest
        told.append(part)
      }
      for (number, evidence) in taken {
        part.evidence = evidence
        accepted.append((part, reader.suppressions[number]))
      }
    }
    return (told, accepted)
  }

  /// What is wrong with the directives: malformed, expired, and, once `split` has been asked, unused.
  var problems: [LocatedProblem] {
    var problems = reader.problems
    for (number, suppression) in reader.suppressions.enumerated() where !used.contains(number) {
      let problem = SourceProblem(
        isExpired(suppression) ? .expiredSuppression : .unusedSuppression, range: suppression.location.range,
        detail: suppression.label)
      problems.append(LocatedProblem(problem: problem, location: suppression.location))
    }
    return problems.sorted {
      ($0.location.document, $0.location.range.start) < ($1.location.document, $1.location.range.start)
    }
  }

  private func isExpired(_ suppression: Suppression) -> Bool { suppression.until.map { $0 < day } ?? false }

  private func holds(_ number: Int, for evidence: Evidence, of rule: String) -> Bool {
    let suppression = reader.suppressions[number]
    guard suppression.rule ?? rule == rule, !isExpired(suppression) else { return false }
    if let property = suppression.property {
      let keys = evidence.path.steps.compactMap { step in
        if case .key(let key) = step { PropertyPattern.normal(key) } else { nil }
      }
      guard property.matches(keys[...]) else { return false }
    }
    switch suppression.scope {
    case .resource(let index):
      let resource = template.resources[index]
      return evidence.subject.isResource && evidence.subject.address == resource.address
        || evidence.response.first.map { lies($0, in: resource.location) } ?? false
    case .declaration(let index):
      let place = template.declarations[index].location
      return evidence.response.first.map { lies($0, in: place) } ?? false
    case .file(let index):
      return evidence.response.first.map { lies($0, in: template.files[index].location) } ?? true
    }
  }

  private func lies(_ place: SourceLocation, in other: SourceLocation) -> Bool {
    place.document == other.document && other.range.start <= place.range.start
      && place.range.start <= other.range.end
  }
}

extension DeltaSubject {
  fileprivate var isResource: Bool { kind == .resource || kind == .property }
}
