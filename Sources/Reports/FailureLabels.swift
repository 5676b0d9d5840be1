import Knowledge

/// What the failures are called in a layout: `7`, or `2.3` for the third of the second category.
struct FailureLabels: Sendable {
  private struct Label: Comparable, CustomStringConvertible {
    /// 0 where failures are numbered through.
    let group: Int
    let number: Int

    var description: String { group == 0 ? "\(number)" : "\(group).\(number)" }

    static func < (one: Label, other: Label) -> Bool {
      (one.group, one.number) < (other.group, other.number)
    }
  }

  private var labels: [Label]

  init(_ summary: ReportSummary, _ layout: ReportLayout = .impact) {
    labels = summary.numbers.map { Label(group: 0, number: $0) }
    guard layout == .catalog else { return }
    for (group, gap) in summary.gaps.enumerated() {
      for (place, finding) in gap.findings.enumerated() {
        labels[finding] = Label(group: group + 1, number: place + 1)
      }
    }
  }

  /// The label of a finding, by its index in the analysis.
  subscript(finding: Int) -> String { labels[finding].description }

  /// Some labels in their order, rows of three and more as a span: `1–3, 7`, `1.1–1.4, 2.1`.
  func spans(_ findings: [Int]) -> String { runs(findings).joined(separator: ", ") }

  /// The same in a sentence, behind their noun: `failure 3`, `failures 1–3 and 7`.
  func named(_ findings: [Int]) -> String {
    (findings.count == 1 ? "failure " : "failures ") + runs(findings).listed
  }

  private func runs(_ findings: [Int]) -> [String] {
    var runs: [(first: Label, last: Label)] = []
    for label in findings.map({ labels[$0] }).sorted() {
      if let run = runs.last, run.last.group == label.group, run.last.number + 1 == label.number {
        runs[runs.count - 1].last = label
      } else {
        runs.append((label, label))
      }
    }
    return runs.flatMap { run in
      switch run.last.number - run.first.number {
      case 0: ["\(run.first)"]
      case 1: ["\(run.first)", "\(run.last)"]
      default: ["\(run.first)–\(run.last)"]
      }
    }
  }
}
