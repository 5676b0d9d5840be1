package import Knowledge
package import Scoring
import SourceText
import TemplateDiff
import TemplateModel

/// The report as one HTML page that needs nothing else: no network, no other file.
///
///     ┌ header: name, verdict ───────────────┐
///     │ contents │ overview with charts      │
///     │          │ failures, with filters    │
///     │          │ fixes in order, value     │
///     │          │ resource graph            │
///     │          │ requirements, denominators│
///     └──────────┴───────────────────────────┘
package struct HTMLReport: Sendable {
  let analysis: FailureAnalysis
  let summary: ReportSummary
  let promptPath: String
  let trainingValue: TrainingValue?
  /// The files that findings are about, in the order of the findings.
  let files: HTMLFiles

  /// - Parameters:
  ///   - trainingValue: nil leaves it out.
  ///   - promptPath: what the document of the requirements is called.
  package init(
    _ analysis: FailureAnalysis, summary: ReportSummary, trainingValue: TrainingValue? = nil,
    promptPath: String = "PROMPT.md"
  ) {
    self.trainingValue = trainingValue
    self.analysis = analysis
    self.summary = summary
    self.promptPath = promptPath
    files = HTMLFiles(analysis, order: summary.severities.flatMap(\.findings))
  }

  /// The whole page, with a final line break.
  package func text(case name: String) -> String {
    let graph = HTMLGraph(analysis.diff)
    return HTMLPage(
      title: "Failures of \(name)", subject: name, script: Self.script,
      content: """
        \(contents(hasGraph: !graph.isEmpty))
        <main id="main">
        \(overview)
        \(findings)
        \(repairs)
        \(graph.section)
        \(requirements)
        \(basis)
        </main>
        """
    ).text
  }

  private func contents(hasGraph: Bool) -> String {
    var lines = [
      "<nav class=\"contents\" aria-label=\"Contents\"><ul>", "<li><a href=\"#overview\">Overview</a></li>",
    ]
    if !analysis.findings.isEmpty {
      lines.append("<li><a href=\"#failures\">Failures</a><ol>")
      for index in summary.severities.flatMap(\.findings) {
        let finding = analysis.findings[index]
        let number = summary.numbers[index]
        lines.append(
          "<li data-for=\"f\(number)\"><a href=\"#f\(number)\"><span class=\"dot \(finding.severity.rawValue)\"></span>"
            + "<span class=\"number\">\(number)</span> \(finding.title.htmlLine(limit: 200))</a></li>")
      }
      lines += ["</ol></li>", "<li><a href=\"#repairs\">Fixes in order</a></li>"]
    }
    if hasGraph { lines.append("<li><a href=\"#graph\">Resources</a></li>") }
    if !analysis.requirements.isEmpty { lines.append("<li><a href=\"#requirements\">Requirements</a></li>") }
    lines += ["<li><a href=\"#basis\">What this rests on</a></li>", "</ul></nav>"]
    return lines.joined(separator: "\n")
  }
}

/// The files that findings show, each with a number that a filter can name.
struct HTMLFiles: Sendable {
  private(set) var names: [String] = []
  private var places: [String: Int] = [:]

  init(_ analysis: FailureAnalysis, order: [Int]) {
    for index in order {
      for name in HTMLFiles.names(of: analysis.findings[index], in: analysis.diff) where places[name] == nil {
        places[name] = names.count
        names.append(name)
      }
    }
  }

  /// The numbers of a finding's files, ascending.
  func numbers(of finding: Finding, in diff: TemplateDiff) -> [Int] {
    Set(HTMLFiles.names(of: finding, in: diff).compactMap { places[$0] }).sorted()
  }

  private static func names(of finding: Finding, in diff: TemplateDiff) -> [String] {
    finding.response.map { name(of: $0, in: diff.response) }
      + finding.ideal.map { name(of: $0, in: diff.ideal) }
  }

  private static func name(of location: SourceLocation, in template: Template) -> String {
    if let file = template.file(at: location), file.isPathGiven { return file.path }
    return template.path(ofDocument: location.document)
  }
}
