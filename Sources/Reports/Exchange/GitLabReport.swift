package import Knowledge
import SourceText

/// The report as GitLab's Code Quality reads it: an array of findings, `[]` where there is none.
///
/// https://docs.gitlab.com/ci/testing/code_quality/
package struct GitLabReport: Sendable {
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

  /// The whole document, with a final line break.
  package var text: String {
    var writer = JSONWriter(isPretty: true)
    writer.array(summary.severities.flatMap(\.findings)) { writer, index in
      let finding = analysis.findings[index]
      let place = places.place(of: finding)
      writer.object { writer in
        writer.field("description", finding.title.visibleLine.limited(to: 500))
        writer.field("check_name", finding.rule.visibleLine.limited(to: 200))
        // Findings of equal fingerprints collapse into one, so that the path of the case takes part.
        writer.field("fingerprint", Fingerprint([place?.path ?? "", finding.fingerprint]).text)
        writer.field("severity", finding.severity.gitLabName)
        writer.field("location") { writer in
          writer.field("path", place?.path.visibleLine ?? "")
          writer.field("lines") { $0.field("begin", place?.start.line ?? 1) }
        }
      }
    }
    return writer.text + "\n"
  }
}

extension Severity {
  fileprivate var gitLabName: String {
    switch self {
    case .critical: "blocker"
    case .high: "critical"
    case .medium: "major"
    case .low: "minor"
    }
  }
}
