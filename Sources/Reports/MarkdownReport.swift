package import Knowledge
package import Scoring

/// The report in the layout of a reviewer's failure analysis: an overview, the failures by severity and numbered
/// through, a summary, and what all of it rests on.
///
///     # Model Response Failures Analysis
///     ## Critical Failures
///     ### 1. Hardcoded master password on AWS::RDS::DBInstance Database
///     ## Summary
package struct MarkdownReport: Sendable {
  let analysis: FailureAnalysis
  let summary: ReportSummary
  let promptPath: String
  let trainingValue: TrainingValue?

  /// - Parameters:
  ///   - trainingValue: nil leaves its section out.
  ///   - promptPath: what the document of the requirements is called.
  package init(
    _ analysis: FailureAnalysis, summary: ReportSummary, trainingValue: TrainingValue? = nil,
    promptPath: String = "PROMPT.md"
  ) {
    self.analysis = analysis
    self.summary = summary
    self.promptPath = promptPath
    self.trainingValue = trainingValue
  }

  /// The whole document, with a final line break.
  package var text: String {
    var blocks = [
      "# Model Response Failures Analysis",
      Overview(analysis, summary).sentences.joined(separator: " ").markdownInline,
    ]
    var shown = ShownExcerpts()
    for section in summary.severities where section.count > 0 {
      blocks.append("## \(section.severity.title) Failures")
      let items = section.findings.map { markdown(of: $0, shown: &shown) }
      blocks.append(items.joined(separator: "\n\n---\n\n"))
    }
    blocks += summaryBlocks
    return blocks.joined(separator: "\n\n") + "\n"
  }
}
