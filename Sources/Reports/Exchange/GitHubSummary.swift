package import Knowledge

/// The Markdown of a GitHub Actions job summary: the report, cut between failures where it would be refused.
///
/// A step's summary may have 1 MiB; a longer one is not shown at all.
package struct GitHubSummary: Sendable {
  private let report: MarkdownReport

  /// What a step's summary may have at most.
  package static let mostBytes = 1_048_576

  private let mostBytes: Int

  /// - Parameters:
  ///   - promptPath: what the document of the requirements is called.
  ///   - mostBytes: what the step's summary has room for.
  package init(
    _ analysis: FailureAnalysis, summary: ReportSummary, layout: ReportLayout = .impact,
    promptPath: String = "PROMPT.md", mostBytes: Int = GitHubSummary.mostBytes
  ) {
    self.mostBytes = mostBytes
    report = MarkdownReport(analysis, summary: summary, layout: layout, promptPath: promptPath)
  }

  /// The whole document, with a final line break.
  package var text: String {
    let whole = report.text
    return whole.utf8.count <= mostBytes ? whole : cut
  }

  /// The overview and the counts first, then failures as long as there is room.
  private var cut: String {
    let total = report.analysis.findings.count
    var rows = ["| Severity | Failures |", "|---|---:|"]
    rows += report.summary.severities.map { "| \($0.severity.title) | \($0.count) |" }
    var text = "\(report.head)\n\n\(report.overview)\n\n\(rows.joined(separator: "\n"))\n"
    // Room for the sentence at the end.
    let limit = mostBytes - 1_000
    if text.utf8.count > limit { text = "" }
    var told = ToldParts()
    var written = 0
    for index in report.summary.severities.flatMap(\.findings) {
      let block = "\n" + report.markdown(of: index, told: &told) + "\n"
      guard text.utf8.count + block.utf8.count <= limit else { break }
      text += block
      written += 1
    }
    return text
      + "\n\(counted(total - written, "more failure")), the least severe, did not fit into this summary; the reports "
      + "as Markdown and JSON have all.\n"
  }
}
