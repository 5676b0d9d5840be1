package import Knowledge

/// The figures of many cases: how often, how bad, and what recurs.
package struct CorpusTally: Sendable {
  /// A known failure that recurs.
  package struct Recurrence: Sendable, Equatable {
    package let rule: String
    package let category: Category
    package let mostSevere: Severity
    /// In how many cases it was found.
    package let cases: Int
    package let findings: Int
  }

  /// A value and how many cases have it.
  package struct Share: Sendable, Equatable {
    package let name: String
    package let count: Int
  }

  package let cases: Int
  /// Cases without a report.
  package let failed: Int
  /// Cases with a report that names no failure.
  package let clean: Int
  package let findings: Int
  /// From critical to low.
  package let severities: [(severity: Severity, count: Int)]
  /// The most frequent first, by cases, then findings, then name.
  package let recurrences: [Recurrence]
  /// The most frequent first.
  package let categories: [Share]
  /// The most frequent first.
  package let platforms: [Share]
  /// How many cases have so many failures.
  package let sizes: [Share]
  /// How many cases have each training value, from the lowest that occurs to 10.
  package let values: [Share]

  private static let bins: [ClosedRange<Int>] = [0...0, 1...5, 6...10, 11...20, 21...40, 41...Int.max]

  package init(_ entries: [CorpusEntry]) {
    let reported = entries.filter { $0.error == nil }
    cases = entries.count
    failed = entries.count - reported.count
    clean = reported.count { $0.findings.isEmpty }
    findings = reported.reduce(0) { $0 + $1.findings.count }
    severities = Severity.allCases.reversed().map { severity in
      (severity, reported.reduce(0) { $0 + ($1.severities[severity] ?? 0) })
    }
    recurrences = Self.recurrences(reported)
    categories = Self.shares(reported.flatMap { $0.findings.map(\.category.title) })
    platforms = Self.shares(reported.map { $0.platform ?? "No template" })
    sizes = Self.bins.map { bin in
      let name =
        bin.count == 1 ? "\(bin.lowerBound)" : bin.upperBound == .max ? "\(bin.lowerBound) and more" : nil
      return Share(
        name: name ?? "\(bin.lowerBound)–\(bin.upperBound)",
        count: reported.count { bin.contains($0.findings.count) })
    }
    let given = reported.compactMap(\.trainingValue)
    values =
      given.min().map { lowest in
        (min(lowest, 10)...10).map { value in Share(name: "\(value)", count: given.count { $0 == value }) }
      } ?? []
  }

  private static func recurrences(_ entries: [CorpusEntry]) -> [Recurrence] {
    var found: [String: Recurrence] = [:]
    for entry in entries {
      var seen: Set<String> = []
      for failure in entry.findings {
        let old = found[failure.rule]
        let isFirst = seen.insert(failure.rule).inserted
        found[failure.rule] = Recurrence(
          rule: failure.rule, category: old?.category ?? failure.category,
          mostSevere: max(old?.mostSevere ?? .low, failure.severity),
          cases: (old?.cases ?? 0) + (isFirst ? 1 : 0), findings: (old?.findings ?? 0) + 1)
      }
    }
    return found.values.sorted {
      ($1.cases, $1.findings, $0.rule) < ($0.cases, $0.findings, $1.rule)
    }
  }

  private static func shares(_ names: [String]) -> [Share] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.map { Share(name: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.name) < ($0.count, $1.name)
    }
  }
}
