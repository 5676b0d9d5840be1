package import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// The report as one HTML page that needs nothing else: no network, no other file.
///
/// Its policy allows only the one script and the one style sheet in it, by their digests. Without scripts all is
/// shown and nothing can be filtered.
///
///     ┌ header: name, verdict ───────────────┐
///     │ contents │ overview with charts      │
///     │          │ failures, with filters    │
///     │          │ resource graph            │
///     │          │ requirements, denominators│
///     └──────────┴───────────────────────────┘
package struct HTMLReport: Sendable {
  let analysis: FailureAnalysis
  let summary: ReportSummary
  let promptPath: String
  /// The files that findings are about, in the order of the findings.
  let files: HTMLFiles

  /// - Parameter promptPath: what the document of the requirements is called.
  package init(_ analysis: FailureAnalysis, summary: ReportSummary, promptPath: String = "PROMPT.md") {
    self.analysis = analysis
    self.summary = summary
    self.promptPath = promptPath
    files = HTMLFiles(analysis, order: summary.severities.flatMap(\.findings))
  }

  /// The whole page, with a final line break.
  package func text(case name: String) -> String {
    let title = "Failures of \(name.htmlLine(limit: 200))"
    let graph = HTMLGraph(analysis.diff)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the report</a>
      <header><h1>Model response failures <span class="case">\(name.htmlLine(limit: 200))</span></h1>
      <button type="button" id="theme" hidden>Theme: system</button></header>
      <div class="page">
      \(contents(hasGraph: !graph.isEmpty))
      <main id="main">
      \(overview)
      \(findings)
      \(graph.section)
      \(requirements)
      \(basis)
      </main>
      </div>
      <script>\(Self.script)</script>
      </body>
      </html>

      """
  }

  private static let policy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '\(SHA256.policySource(style))'; "
    + "script-src '\(SHA256.policySource(script))'"

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
      lines.append("</ol></li>")
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
