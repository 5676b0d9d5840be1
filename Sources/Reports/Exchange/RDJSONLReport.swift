package import Knowledge
import SourceText

/// The report as lines of the Reviewdog Diagnostic Format: an object a finding, the most severe first.
///
/// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
package struct RDJSONLReport: Sendable {
  private let analysis: FailureAnalysis
  private let summary: ReportSummary
  private let places: CitedPlaces

  package init(
    _ analysis: FailureAnalysis, summary: ReportSummary, folders: ReportFolders = ReportFolders()
  ) {
    self.analysis = analysis
    self.summary = summary
    places = CitedPlaces(analysis.diff, folders: folders)
  }

  /// All lines, each with its line break; empty where there is no finding.
  package var text: String {
    summary.severities.flatMap(\.findings).map { line(analysis.findings[$0]) + "\n" }.joined()
  }

  private func line(_ finding: Finding) -> String {
    var writer = JSONWriter(isPretty: false)
    writer.object { writer in
      let title = finding.title.visibleLine.limited(to: 300)
      // Reviewers show the message as Markdown.
      let issue = finding.issue.isEmpty ? "" : "\n\n" + finding.issue.limited(to: 4_000).markdownBlock
      writer.field("message", title.markdownInline + issue)
      writer.field("location") { writer in
        let place = places.place(of: finding)
        writer.field("path", place?.path.visibleLine ?? "")
        if let place {
          writer.field("range") { writer in
            writer.field("start") { $0.fields(of: place.start) }
            writer.field("end") { $0.fields(of: place.end) }
          }
        }
      }
      writer.field("severity", finding.severity.reviewdogName)
      writer.field("source") { $0.field("name", "plumbline") }
      writer.field("code") { writer in
        writer.field("value", finding.rule.visibleLine.limited(to: 200))
        if let link = finding.references.first(where: \.isWebAddress) { writer.field("url", link.url) }
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  /// Columns in UTF-8 bytes, as the format asks for.
  fileprivate mutating func fields(of position: SourcePosition) {
    field("line", position.line)
    field("column", position.column)
  }
}

extension Severity {
  fileprivate var reviewdogName: String {
    switch self {
    case .critical, .high: "ERROR"
    case .medium: "WARNING"
    case .low: "INFO"
    }
  }
}
