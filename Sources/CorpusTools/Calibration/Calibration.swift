package import Audit
package import Knowledge

/// How often a finding of each kind was one that the reviewer of its case reported as well.
///
/// The figures decide on the order of findings; `reported.yaml` beside the known failures holds them.
package struct Calibration: Sendable {
  /// Of one kind, or of all.
  package struct Count: Sendable {
    package var findings = 0
    package var reported = 0

    static func += (total: inout Count, count: Count) {
      total.findings += count.findings
      total.reported += count.reported
    }
  }

  package private(set) var cases = 0
  /// The failures that the reports list.
  package private(set) var failures = 0
  package private(set) var counts: [String: Count] = [:]

  /// A kind that was seen this often is drawn half the way to the mean.
  private static let pull = 4

  package init() {}

  /// The counts of one case.
  ///
  /// - Parameter vocabulary: of the titles of all reports.
  package init(_ analysis: FailureAnalysis, report: FailureReport, vocabulary: TitleVocabulary) {
    let reported = ReportedFindings(analysis, report: report, vocabulary: vocabulary)
    cases = 1
    failures = reported.failures
    for (finding, isReported) in zip(analysis.findings, reported.isReported) {
      counts[finding.rule, default: Count()] += Count(findings: 1, reported: isReported ? 1 : 0)
    }
  }

  package mutating func add(_ other: Calibration) {
    cases += other.cases
    failures += other.failures
    for (rule, count) in other.counts { counts[rule, default: Count()] += count }
  }

  package var total: Count { counts.values.reduce(into: Count()) { $0 += $1 } }

  /// The figure of each kind that was found, in thousandths, in the order of the ids.
  ///
  /// What was seen seldom is drawn towards the mean of all.
  package var figures: [(rule: String, figure: Int)] {
    let total = total
    guard total.findings > 0 else { return [] }
    return counts.keys.sorted().map { rule in
      let count = counts[rule] ?? Count()
      // (reported + pull · mean) / (findings + pull), in whole numbers.
      let above = 1000 * (count.reported * total.findings + Self.pull * total.reported)
      return (rule, above / ((count.findings + Self.pull) * total.findings))
    }
  }

  /// The figures as `reported.yaml`.
  package var text: String {
    """
    # How often a finding of each kind was one that the reviewer's report of its case has as well, in thousandths,
    # drawn towards the mean where it was seen seldom. Written by `plumbline knowledge calibrate` from \(cases) cases.

    """ + figures.map { "\($0.rule): \($0.figure)\n" }.joined()
  }
}

/// Half of the cases, by a hash of their names, so that figures can be drawn from one and tried on the other.
package enum CorpusHalf: String, Sendable, CaseIterable {
  case first, second

  package func holds(_ name: String) -> Bool {
    let last = Fingerprint([name]).text.utf8.last ?? 0
    let isEven = (last & 1 == 0) == (last < 0x61)
    return isEven == (self == .first)
  }
}
