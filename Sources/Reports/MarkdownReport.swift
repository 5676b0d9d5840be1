package import Knowledge
package import Scoring

/// The report as a reviewer's failure analysis, in one of two layouts: an overview, the failures, a summary, and
/// what all of it rests on.
///
///     # Model Response Failures Analysis           # Model Response Failures Catalog
///                                                  ## Executive Summary
///     ## Critical Failures                         ## Category 1: Security and IAM
///     ### 1. Hardcoded master password on …        ### Failure 1.1: Hardcoded master password on …
///     ## Summary                                   ## Statistics
package struct MarkdownReport: Sendable {
  let analysis: FailureAnalysis
  let summary: ReportSummary
  let layout: ReportLayout
  let labels: FailureLabels
  let titles: FailureTitles
  let promptPath: String
  let trainingValue: TrainingValue?

  /// - Parameters:
  ///   - trainingValue: nil leaves its section out.
  ///   - promptPath: what the document of the requirements is called.
  package init(
    _ analysis: FailureAnalysis, summary: ReportSummary, layout: ReportLayout = .impact,
    trainingValue: TrainingValue? = nil, promptPath: String = "PROMPT.md"
  ) {
    self.analysis = analysis
    self.summary = summary
    self.layout = layout
    self.promptPath = promptPath
    self.trainingValue = trainingValue
    labels = FailureLabels(summary, layout)
    titles = FailureTitles(analysis)
  }

  /// The whole document, with a final line break.
  package var text: String {
    let blocks = [head, overview] + sections + summaryBlocks
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var sections: [String] {
    var told = ToldParts()
    switch layout {
    case .impact:
      return summary.severities.filter { $0.count > 0 }.flatMap { section in
        ["## \(section.severity.title) Failures", items(section.findings, &told)]
      }
    case .catalog:
      return summary.gaps.enumerated().flatMap { place, gap in
        ["## Category \(place + 1): \(gap.category.title)", items(gap.findings, &told)]
      }
    }
  }

  private func items(_ findings: [Int], _ told: inout ToldParts) -> String {
    var items: [String] = []
    for finding in findings { items.append(markdown(of: finding, told: &told)) }
    return items.joined(separator: "\n\n---\n\n")
  }

  /// The title of the document.
  var head: String {
    switch layout {
    case .impact: "# Model Response Failures Analysis"
    case .catalog: "# Model Response Failures Catalog\n\n## Executive Summary"
    }
  }

  /// What the response is and how it fares; in the catalogue with what each category holds.
  var overview: String {
    let text = Overview(analysis, summary, labels: labels).sentences.joined(separator: " ")
      .limited(to: 10_000).markdownInline
    guard layout == .catalog, !summary.gaps.isEmpty else { return text }
    let lines = summary.gaps.map { gap in
      let count = gap.count == 1 ? "1 failure" : "\(gap.count) failures"
      return "- **\(gap.category.title)**: \(count), the most severe \(gap.mostSevere.rawValue)"
    }
    return text + "\n\n" + lines.joined(separator: "\n")
  }

  /// One numbered failure.
  func markdown(of finding: Int, told: inout ToldParts) -> String {
    switch layout {
    case .impact: impactItem(finding, &told)
    case .catalog: catalogItem(finding, &told)
    }
  }
}
