import Knowledge
import Reports
import SourceText
import TemplateDiff
import TemplateModel
import Testing

/// Nothing in a template leaves its place in a report.
struct HostileTests {
  /// A template whose one line about the password is hostile, and a finding that quotes it everywhere.
  private func analysis(_ line: String, quote: String = "x", language: Language = .yaml) -> FailureAnalysis {
    var response = Sample.template(
      "A\n\(line)\nB\n", path: "MODEL_RESPONSE.md", file: "a", language: language)
    response.resources = [Sample.resource("A", "T", lines: 1...3, keys: [], in: response)]
    var finding = Sample.findings(response, response)[0]
    finding.title = quote
    finding.issue = quote
    finding.fix = quote
    finding.rootCause = quote
    finding.severityReason = quote
    finding.rule = quote
    finding.impact = [Finding.Impact(kind: .security, text: quote)]
    finding.references = [Finding.Link(title: quote, url: "javascript:\(quote)")]
    finding.requirement = Finding.RequirementQuote(text: quote, lines: 1...1)
    finding.response = [Sample.location(2...2, in: response)]
    finding.ideal = []
    return FailureAnalysis(
      diff: TemplateDiff(response: response, ideal: Template(documents: []), pairs: [], deltas: []),
      requirements: [], findings: [finding], knownFailuresChecked: 1)
  }

  private func markdown(_ analysis: FailureAnalysis) -> [Substring] {
    MarkdownReport(analysis, summary: ReportSummary(analysis)).text
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `A fence is longer than every fence inside`() {
    let lines = markdown(analysis(" ``````yaml"))
    #expect(lines.filter { $0.hasPrefix("```````") } == ["```````yaml", "```````"])
  }

  @Test(arguments: [
    "\u{1B}[31m", "\u{9B}31m", "\u{7}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{E0041}", "\u{8}",
  ])
  func `No control or direction character reaches a report`(character: String) {
    let analysis = analysis("a\(character)b", quote: "a\(character)b")
    let summary = ReportSummary(analysis)
    let scalars = Array(character.unicodeScalars.prefix(1))
    for text in [
      MarkdownReport(analysis, summary: summary).text, TextReport(analysis, summary: summary).text,
      JSONReport(analysis, summary: summary).text(),
      JSONReport(analysis, summary: summary).line(case: character),
      TextTemplate(analysis.diff.response).text, JSONTemplate(analysis.diff.response).text,
    ] {
      #expect(!text.unicodeScalars.contains(scalars[0]))
    }
  }

  @Test func `Control characters are shown as pictures and invisible ones by number`() {
    #expect("a\u{1B}[0m\u{202E}\u{9B}\u{7F}é".visible == "a␛[0m⟨U+202E⟩⟨U+009B⟩␡é")
  }

  @Test func `A quoted heading, rule or tag stays text`() {
    let lines = markdown(
      analysis("x", quote: "a\n# Heading\n---\n- ## Item\n===\n> # Q"))
    #expect(!lines.contains("# Heading"))
    #expect(lines.contains("\\# Heading"))
    #expect(lines.contains("\\---"))
    #expect(lines.contains("- \\## Item"))
    #expect(lines.contains("\\==="))
    #expect(lines.contains("> \\# Q"))
    #expect(lines.filter { $0.hasPrefix("# ") } == ["# Model Response Failures Analysis"])
  }

  @Test func `A quoted tag stays text`() {
    #expect(
      "<script>x</script> <!-- y --> `<b>` 1 < 2".markdownBlock
        == "&lt;script>x&lt;/script> &lt;!-- y --> `<b>` 1 < 2")
  }

  @Test func `A fence that a quoted text leaves open is closed in its place`() {
    let lines = markdown(analysis("x", quote: "a\n~~~~\nopen"))
    #expect(lines.contains("## Summary"))
    #expect(lines.count { $0.hasPrefix("~~~~") || $0.hasPrefix("  ~~~~") } % 2 == 0)
  }

  @Test func `A backtick without a counterpart opens no code span`() {
    #expect("a `b` c ` <b>".markdownBlock == "a `b` c \\` &lt;b>")
    #expect("`".markdownBlock == "\\`")
    #expect("x\n```` y` <i>".markdownBlock == "x\n\\`\\`\\`\\` y\\` &lt;i>")
  }

  @Test func `Headings show a plain text as it is`() {
    #expect(
      "aws_s3_bucket.logs *all* [x](y) <b> | a_ ~~b~~".markdownInline
        == "aws_s3_bucket.logs \\*all\\* \\[x\\](y) &lt;b> \\| a\\_ \\~\\~b\\~\\~")
    #expect("the `latest|x` tag\nnext".markdownInline == "the `latest|x` tag next")
    #expect("the `latest|x` tag".markdownCell == "the `latest\\|x` tag")
  }

  @Test func `A code span is longer than every run of backticks inside`() {
    #expect("a``b".markdownCode == "```a``b```")
    #expect("`a".markdownCode == "`` `a ``")
    #expect("".markdownCode == "(empty)")
    #expect("a|b".markdownCodeCell == "`a\\|b`")
  }

  @Test func `A link that is no web address is not a link`() {
    #expect(
      markdown(analysis("x", quote: "y")).contains("**Documentation Reference**: y (`javascript:y`)"))
  }

  @Test func `A line of a megabyte is cut, and says by how much`() {
    let lines = markdown(analysis(String(repeating: "é", count: 500_000)))
    let line = lines.first { $0.hasPrefix("éé") }
    #expect(line == "\(String(repeating: "é", count: 120))… 999760 bytes more # ❌")
  }

  @Test func `Bytes that are not UTF-8 become U+FFFD`() {
    let document = SourceFile(path: "a.yml", bytes: [0x61, 0xFF, 0x0A])
    let text = JSONTemplate(Template(documents: [document])).text
    #expect(text.contains("\"path\": \"a.yml\""))
    var analysis = analysis("x")
    var response = analysis.diff.response
    response.documents = [document]
    var finding = analysis.findings[0]
    finding.response = [SourceText.SourceLocation(document: 0, range: SourceRange(0, 1))]
    analysis = FailureAnalysis(
      diff: TemplateDiff(response: response, ideal: response, pairs: [], deltas: []), requirements: [],
      findings: [finding], knownFailuresChecked: 1)
    #expect(markdown(analysis).contains { $0.contains("a\u{FFFD}") })
  }

  @Test func `A location without a document gives a report without an excerpt`() {
    var finding = analysis("x").findings[0]
    finding.response = [SourceText.SourceLocation(document: 9, range: SourceRange(5, 900))]
    let template = Template(documents: [])
    let analysis = FailureAnalysis(
      diff: TemplateDiff(response: template, ideal: template, pairs: [], deltas: []), requirements: [],
      findings: [finding], knownFailuresChecked: 1)
    #expect(!markdown(analysis).contains { $0.hasPrefix("```") })
    #expect(TextReport(analysis, summary: ReportSummary(analysis)).text.contains("1 failure"))
  }
}
