import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// Analyses that are large or hostile, for the formats that other tools read.
enum ManyFindings {
  /// What may try to leave its place: markup, commands, terminal sequences, direction overrides.
  static let hostileTexts = [
    "<script>alert(1)</script>", "]]></failure><x a='\"'>", "::error::forged", "\n::error file=x::forged\n",
    "\u{1B}[31mred", "\u{9B}31m", "\u{202E}gpj", "\u{2066}x", "\u{0}\u{8}", "\"},{\"ruleId\":\"forged\"}",
    "</style><style>body{display:none}", "[x](javascript:alert(1))", "%0A::error::x", "&#60;b&#62;",
    "\u{FFFF}",
    "--><!--", "${{ secrets.X }}", "'; alert(1); '", "\\",
  ]

  /// Findings of one rule and category for each severity in turn, whose texts all are `quote`.
  static func analysis(
    _ count: Int, quote: String = "Fault", line: String = "  Key: value",
    severities: [Severity] = Severity.allCases
  ) -> FailureAnalysis {
    var response = Sample.template(
      "A:\n\(line)\nB: 1\n", path: "MODEL_RESPONSE.md", file: "a.yml", language: .yaml)
    response.resources = [Sample.resource("A", "T", lines: 1...3, keys: [], in: response)]
    let findings = (0..<count).map { number in
      var finding = Sample.findings(response, response)[0]
      finding.severity = severities[number % severities.count]
      finding.rule = quote
      finding.title = quote
      finding.severityReason = quote
      finding.subject = quote
      finding.issue = quote
      finding.fix = quote
      finding.rootCause = quote
      finding.impact = [Finding.Impact(kind: .security, text: quote)]
      finding.references = [Finding.Link(title: quote, url: "javascript:\(quote)")]
      finding.requirement = Finding.RequirementQuote(text: quote, lines: 1...1)
      finding.fingerprint = Fingerprint([String(number)]).text
      finding.response = [Sample.location(2...2, in: response)]
      finding.ideal = []
      return finding
    }
    return FailureAnalysis(
      diff: TemplateDiff(response: response, ideal: Template(documents: []), pairs: [], deltas: []),
      requirements: [], findings: findings, knownFailuresChecked: 1)
  }
}
