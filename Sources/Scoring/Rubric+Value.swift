package import Knowledge
import TemplateDiff
import TemplateModel

extension Rubric {
  /// The training value of a judged pair.
  ///
  ///     blocker? ──yes──► its value
  ///        │no
  ///     base + fixes + complexity ──► held to 0…10 ──► rounded half up
  package func value(of analysis: FailureAnalysis) -> TrainingValue {
    let classes = analysis.findings.map(self.classes.of)
    let search = BlockerSearch(rubric: self, analysis: analysis)
    for (blocker, value) in blockers {
      guard let reason = search.reason(blocker) else { continue }
      return finished([.init(value, reason)], blocker: blocker, classes: classes)
    }
    let points =
      [.init(base, "where every pair starts"), worthOfFixes(classes)]
      + worthOfComplexity(analysis.diff.ideal)
    return finished(points, blocker: nil, classes: classes)
  }

  private func finished(
    _ given: [TrainingValue.Point], blocker: Blocker?, classes: [FindingClass]
  ) -> TrainingValue {
    var points = given
    let sum = given.reduce(Points(0)) { $0 + $1.amount }
    let held = min(max(sum, Points(0)), Points(10))
    if held != sum { points.append(.init(held - sum, "held to 0 to 10")) }
    let value = held.roundedHalfUp
    if Points(value) != held { points.append(.init(Points(value) - held, "rounded half up")) }
    return TrainingValue(
      value: value, grade: grades.first { value >= $0.atLeast }?.grade ?? "", blocker: blocker,
      points: points,
      classes: classes)
  }

  private func worthOfFixes(_ classes: [FindingClass]) -> TrainingValue.Point {
    for row in fixes {
      let counted = classes.indices.filter {
        classes[$0] == row.findingClass || (row.findingClass == .trivial && classes[$0] == .minor)
      }
      guard counted.count >= row.atLeast else { continue }
      let fixes =
        counted.count == 1
        ? "1 \(row.findingClass.word) fix" : "\(counted.count) \(row.findingClass.word) fixes"
      let reason =
        classes.isEmpty
        ? "nothing to learn: no failure was found" : "\(fixes) (class \(row.findingClass.rawValue))"
      return .init(row.points, reason, findings: counted)
    }
    return .init(Points(0), "too few fixes for any class")
  }

  private func worthOfComplexity(_ ideal: Template) -> [TrainingValue.Point] {
    let services = ServiceList(ideal, leavingOut: self.services.supporting).names
    var points: [TrainingValue.Point] = []
    var given = Points(0)
    for ground in complexity.grounds {
      guard given < complexity.atMost, let mark = ground.mark(in: ideal, services: services) else { continue }
      let amount = min(ground.points, complexity.atMost - given)
      given = given + amount
      points.append(.init(amount, "the ideal: \(ground.name) (\(mark))"))
    }
    if services.count == 1 {
      points.append(.init(complexity.singleService, "the ideal uses one service only (\(services[0]))"))
    }
    return points
  }
}

extension Rubric.FindingClass {
  var word: String {
    switch self {
    case .significant: "significant"
    case .moderate: "moderate"
    case .minor: "minor"
    case .trivial: "trivial"
    }
  }
}

extension Rubric.Complexity.Ground {
  /// What shows that the ground holds: the services, the first type or the first property; nil where nothing does.
  fileprivate func mark(in ideal: Template, services: [String]) -> String? {
    if let least = self.services, services.count >= least {
      let shown = services.prefix(3).joined(separator: ", ")
      return services.count > 3 ? "\(shown) and \(services.count - 3) more" : shown
    }
    for resource in ideal.resources {
      if types.contains(where: { $0.matches(resource.canonicalType) }) { return resource.canonicalType }
      if let key = resource.properties.firstKey(like: properties) { return "\(key) of \(resource.name)" }
    }
    return nil
  }
}

extension Value {
  /// The first key inside that matches, unless it is set to false.
  fileprivate func firstKey(like patterns: [Pattern]) -> String? {
    guard !patterns.isEmpty else { return nil }
    var found: String?
    forEach { value in
      guard found == nil else { return }
      for member in value.members where member.value.bool != false {
        let key = member.key.lowercased().filter { $0 != "_" && $0 != "-" }
        if patterns.contains(where: { $0.matches(key) }) {
          found = member.key
          return
        }
      }
    }
    return found
  }
}
