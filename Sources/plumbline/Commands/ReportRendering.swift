import Knowledge
import Reports
import Scoring

/// One analysis, ready to be written in any form.
struct ReportRendering {
  let analysis: FailureAnalysis
  let summary: ReportSummary
  let trainingValue: TrainingValue
  /// The case's name.
  let name: String
  let promptPath: String
  let folders: ReportFolders

  func text(_ form: ReportForm) -> String {
    switch form.format {
    case .text:
      TextReport(analysis, summary: summary, style: TerminalStyle(isColoured: form.isColored)).text
    case .markdown:
      MarkdownReport(
        analysis, summary: summary, layout: form.layout, trainingValue: trainingValue, promptPath: promptPath
      ).text
    case .html:
      HTMLReport(analysis, summary: summary, trainingValue: trainingValue, promptPath: promptPath)
        .text(case: name)
    case .json: JSONReport(analysis, summary: summary, trainingValue: trainingValue).text(case: name)
    case .jsonl: JSONReport(analysis, summary: summary, trainingValue: trainingValue).line(case: name) + "\n"
    case .sarif:
      SARIFReport(analysis, summary: summary, folders: folders, version: VersionCommand.version).text(
        case: name)
    case .junit: JUnitReport(analysis, summary: summary, folders: folders).text(case: name)
    case .gitlab: GitLabReport(analysis, summary: summary, folders: folders).text
    case .github: GitHubReport(analysis, summary: summary, folders: folders, token: Self.newToken).text
    case .githubSummary:
      GitHubSummary(
        analysis, summary: summary, layout: form.layout, promptPath: promptPath,
        mostBytes: form.room ?? GitHubSummary.mostBytes
      ).text
    case .rdjsonl: RDJSONLReport(analysis, summary: summary, folders: folders).text
    }
  }

  /// 32 random hexadecimal digits, which no template can know.
  private static var newToken: String {
    let digits = [UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)].map { number in
      let text = String(number, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
    return digits.joined()
  }
}
