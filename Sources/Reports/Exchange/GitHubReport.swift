package import Knowledge
import SourceText

/// The report as a GitHub Actions log: annotations for the worst findings, then the report for people, in which no
/// workflow command is obeyed.
///
///     ::error file=MODEL_RESPONSE.md,line=129,…,title=Hardcoded master password::`MasterUserPassword` is …
///     ::stop-commands::6f1e…
///     CRITICAL (1) …
///     ::6f1e…::
///
/// A step may show ten errors, ten warnings and ten notices; what is more is counted.
package struct GitHubReport: Sendable {
  private let analysis: FailureAnalysis
  private let summary: ReportSummary
  private let places: CitedPlaces
  private let token: String

  private static let mostOfEach = 10

  /// - Parameter token: what ends the part without commands; no template must be able to guess it.
  package init(
    _ analysis: FailureAnalysis, summary: ReportSummary, folders: ReportFolders = ReportFolders(),
    token: String
  ) {
    self.analysis = analysis
    self.summary = summary
    self.token = token
    places = CitedPlaces(analysis.diff, folders: folders)
  }

  /// The whole log, with a final line break.
  package var text: String {
    var lines: [String] = []
    var counts: [String: Int] = [:]
    for index in summary.severities.flatMap(\.findings) {
      let finding = analysis.findings[index]
      let count = counts[finding.severity.command, default: 0] + 1
      counts[finding.severity.command] = count
      if count <= Self.mostOfEach { lines.append(annotation(finding)) }
    }
    let leftOut = analysis.findings.count - lines.count
    lines.append("::stop-commands::\(token)")
    if leftOut > 0 { lines.append("\(counted(leftOut, "more finding")) without an annotation stand below.") }
    let report = TextReport(analysis, summary: summary).text
    return lines.joined(separator: "\n") + "\n" + report + "::\(token)::\n"
  }

  private func annotation(_ finding: Finding) -> String {
    var properties: [String] = []
    if let place = places.place(of: finding) {
      properties.append("file=\(place.path.visibleLine.commandProperty)")
      properties.append("line=\(place.start.line),endLine=\(place.end.line)")
      // Columns are heeded within one line only.
      if place.start.line == place.end.line {
        properties.append("col=\(place.start.column),endColumn=\(place.end.column)")
      }
    }
    properties.append("title=\(finding.title.visibleLine.limited(to: 200).commandProperty)")
    let message = finding.issue.isEmpty ? finding.title : finding.issue
    return
      "::\(finding.severity.command) \(properties.joined(separator: ","))::\(message.visible.limited(to: 2_000).commandData)"
  }
}

extension Severity {
  fileprivate var command: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "notice"
    }
  }
}

extension String {
  /// The message of a workflow command, escaped as GitHub's runner reads it back (actions/toolkit, `command.ts`).
  fileprivate var commandData: String { escaped(["%": "%25", "\r": "%0D", "\n": "%0A"]) }

  /// A property of a workflow command, escaped likewise.
  fileprivate var commandProperty: String {
    escaped(["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func escaped(_ table: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let escape = table[scalar] { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
