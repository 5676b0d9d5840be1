import Knowledge
import Scoring
import SourceText
import TemplateDiff
import TemplateModel

extension HTMLReport {
  /// The verdict in sentences, and the two charts.
  var overview: String {
    let text = Overview(analysis, summary).sentences.joined(separator: " ").htmlInline(limit: 4_000)
    return """
      <section id="overview" aria-labelledby="overview-title"><h2 id="overview-title">Overview</h2>
      <p class="lead">\(text)</p>
      <div class="charts">\(severityChart)\(categoryChart)</div>
      </section>
      """
  }

  private var severityChart: String {
    let most = max(1, summary.severities.map(\.count).max() ?? 1)
    let rows = summary.severities.map { section in
      let bar = HTMLBar(parts: [(section.severity, section.count)], most: most)
      return "<tr><th scope=\"row\">\(section.severity.title)</th><td class=\"number\">\(section.count)</td>"
        + "<td class=\"bar\">\(bar.svg)</td></tr>"
    }
    return
      "<table class=\"chart\"><caption>Failures by severity</caption><tbody>\(rows.joined())</tbody></table>"
  }

  private var categoryChart: String {
    guard !summary.gaps.isEmpty else { return "" }
    let most = max(1, summary.gaps.map(\.count).max() ?? 1)
    let rows = summary.gaps.map { gap in
      let parts = Severity.allCases.reversed().map { severity in
        (severity, gap.findings.count { analysis.findings[$0].severity == severity })
      }
      return "<tr><th scope=\"row\">\(gap.category.title)</th><td class=\"number\">\(gap.count)</td>"
        + "<td class=\"bar\">\(HTMLBar(parts: parts, most: most).svg)</td></tr>"
    }
    return
      "<table class=\"chart\"><caption>Failures by category</caption><tbody>\(rows.joined())</tbody></table>"
  }

  /// The steps of the repair, and what the pair is worth for training.
  var repairs: String {
    if analysis.findings.isEmpty { return "" }
    let steps = Outlook.Step.allCases.filter { !summary.outlook.findings($0).isEmpty }.map { step in
      let numbers = summary.outlook.findings(step).map { summary.numbers[$0] }.sorted()
      let links = numbers.map { "<a href=\"#f\($0)\">\($0)</a>" }.joined(separator: ", ")
      return "<li><strong>\(step.title)</strong>: \(links)</li>"
    }
    return """
      <section id="repairs" aria-labelledby="repairs-title"><h2 id="repairs-title">Fixes in order</h2>
      <ol>\(steps.joined(separator: "\n"))</ol>
      \(trainingValue.map(html) ?? "")
      </section>
      """
  }

  private func html(_ value: TrainingValue) -> String {
    let rows = value.points.map { point in
      "<tr><td class=\"number\">\(point.amount.signedText)</td><td>\(point.reason.htmlInline(limit: 1_000))</td></tr>"
    }
    return """
      <h3>Training value: \(value.value) of 10, \(value.grade.htmlLine(limit: 100))</h3>
      <table class="list" aria-label="Training value"><thead><tr><th scope="col">Points</th><th scope="col">Because</th></tr></thead>
      <tbody>\(rows.joined())</tbody></table>
      """
  }

  /// The lines of the prompt that ask for something, and which failures name them.
  var requirements: String {
    guard !analysis.requirements.isEmpty else { return "" }
    var numbers: [ClosedRange<Int>: [Int]] = [:]
    for (index, finding) in analysis.findings.enumerated() {
      guard let lines = finding.requirement?.lines else { continue }
      numbers[lines, default: []].append(summary.numbers[index])
    }
    let rows = analysis.requirements.map { requirement in
      let links = (numbers[requirement.lines] ?? []).sorted().map { "<a href=\"#f\($0)\">\($0)</a>" }
      let heading = requirement.headings.last.map { "<small>\($0.htmlInline(limit: 200))</small> " } ?? ""
      return
        "<tr\(links.isEmpty ? "" : " class=\"named\"")><td class=\"number\">\(requirement.lines.lowerBound)</td>"
        + "<td>\(heading)\(requirement.text.htmlInline(limit: 1_000))</td>"
        + "<td>\(links.isEmpty ? "<span class=\"none\">none</span>" : links.joined(separator: ", "))</td></tr>"
    }
    let named = analysis.requirements.count { numbers[$0.lines] != nil }
    return """
      <section id="requirements" aria-labelledby="requirements-title"><h2 id="requirements-title">Requirements</h2>
      <p>\(promptPath.htmlLine(limit: 200)) asks for \(counted(analysis.requirements.count, "thing")); failures name \
      \(named) of them. That no failure names a requirement does not prove that it is met.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Requirements"><table class="list" aria-label="Requirements and failures">
      <thead><tr><th scope="col">Line</th><th scope="col">Requirement</th><th scope="col">Failures</th></tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
      </section>
      """
  }

  /// The denominators, and what was not read.
  var basis: String {
    let rows = [
      ("Files read", summary.response.files, summary.ideal.files),
      ("Resources", summary.response.resources, summary.ideal.resources),
      ("Resources without a counterpart", summary.response.unmatched, summary.ideal.unmatched),
    ].map {
      "<tr><th scope=\"row\">\($0)</th><td class=\"number\">\($1)</td><td class=\"number\">\($2)</td></tr>"
    }
    let lost = UnreadGroup.groups(summary.problems(.notRead) + summary.problems(.partlyRead))
    let parts = lost.prefix(40).map {
      "<li>\($0.path.htmlLine(limit: 300)), \($0.place.htmlLine()): \($0.sentence.htmlInline(limit: 1_000))</li>"
    }
    let more = lost.count > 40 ? "<li>and \(lost.count - 40) more, which the JSON report lists</li>" : ""
    let unread = lost.isEmpty ? "" : "<h3>Parts not read as they stand</h3><ul>\(parts.joined())\(more)</ul>"
    return """
      <section id="basis" aria-labelledby="basis-title"><h2 id="basis-title">What this rests on</h2>
      <table class="list" aria-label="Denominators"><thead><tr><th scope="col">Measured by</th><th scope="col">Response</th>\
      <th scope="col">Ideal</th></tr></thead><tbody>\(rows.joined())</tbody></table>
      <p>Known failures checked: \(summary.knownFailuresChecked). Resources compared: \(summary.resourcesCompared). \
      Parts not read: \(summary.problems(.notRead).count), read in part: \(summary.problems(.partlyRead).count).</p>
      \(unread)
      </section>
      """
  }
}
