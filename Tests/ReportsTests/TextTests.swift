import Knowledge
import Reports
import SourceText
import TemplateDiff
import TemplateModel
import Testing

struct TextTests {
  @Test func `Colour adds escapes and changes nothing else`() {
    let analysis = Sample.analysis
    let summary = ReportSummary(analysis)
    let style = TerminalStyle(isColoured: true)
    let pairs = [
      (
        TextReport(analysis, summary: summary, style: style).text, TextReport(analysis, summary: summary).text
      ),
      (TextDiff(analysis.diff, style: style).text, TextDiff(analysis.diff).text),
      (TextTemplate(analysis.diff.ideal, style: style).text, TextTemplate(analysis.diff.ideal).text),
    ]
    for (coloured, plain) in pairs {
      #expect(coloured.contains("\u{1B}["))
      #expect(!plain.contains("\u{1B}"))
      #expect(coloured.replacing(#/\x1B\[[0-9;]*m/#, with: "") == plain)
    }
  }

  @Test func `Prose is wrapped at the width, code is not`() {
    let analysis = Sample.analysis
    let text = TextReport(analysis, summary: ReportSummary(analysis), width: 60).text
    let overview = text.split(separator: "\n\n")[1].split(separator: "\n")
    #expect(overview.count > 3)
    for line in overview { #expect(line.count <= 60, "\(line)") }
    #expect(text.contains("> 26│     MasterUserPassword: hunter2\n"))
  }

  @Test func `Templates without differences are said to have none`() {
    let template = Sample.diff.response
    let diff = TemplateDiff(
      response: template, ideal: template,
      pairs: [
        ResourcePair(response: 0, ideal: 0, reason: .sameAddress),
        ResourcePair(response: 1, ideal: 1, reason: .sameAddress),
      ], deltas: [])
    #expect(TextDiff(diff).text == "no differences\n\n… 2 resources unchanged\n")
    #expect(
      MarkdownDiff(diff).text
        == "# Response and Ideal Compared\n\nNo differences; 2 resources compared, 2 without a difference.\n")
  }

  @Test func `A renamed resource is counted as renamed, and as changed only where more differs`() {
    var diff = Sample.diff
    let subject = Delta.Subject.resource(response: 1, ideal: 2)
    let side = Delta.Side(value: nil, location: diff.response.resources[1].location)
    let rename = Delta(kind: .renamed, subject: subject, path: PropertyPath(), response: side, ideal: side)
    var change = rename
    change.kind = .changed
    change.path = PropertyPath([.key("Engine")])
    diff = TemplateDiff(response: diff.response, ideal: diff.ideal, pairs: diff.pairs, deltas: [rename])
    #expect(DiffSummary(diff).line == "+0 ~0 -0, 1 renamed")
    #expect(DiffSummary(diff).unchangedResources == 1)
    diff = TemplateDiff(
      response: diff.response, ideal: diff.ideal, pairs: diff.pairs, deltas: [rename, change])
    #expect(DiffSummary(diff).line == "+0 ~1 -0, 1 renamed")
  }

  @Test func `Runs of unchanged resources stand in their place, in one line`() {
    let diff = Sample.diff
    let last = TemplateDiff(
      response: diff.response, ideal: diff.ideal, pairs: diff.pairs, deltas: Array(diff.deltas.suffix(2)))
    #expect(
      TextDiff(last).text == """
        +1 ~0 -1

        … 1 resource unchanged
        + Alarm  AWS::CloudWatch::Alarm  IDEAL_RESPONSE.md:19-22
        - Bucket  output  MODEL_RESPONSE.md:28-29
        … 1 resource unchanged

        """)
  }

  @Test func `A changed output shows both values`() {
    let diff = Sample.diff
    let place = diff.response.declarations[0].location
    let delta = Delta(
      kind: .literalToReference, subject: .declaration(.parameter, response: 0, ideal: 0),
      path: PropertyPath(),
      response: Delta.Side(value: Value(.string("a"), at: place), location: place),
      ideal: Delta.Side(
        value: Value(.reference(Reference(target: "B", attribute: "Arn", kind: .resource)), at: place),
        location: place))
    let text = TextDiff(
      TemplateDiff(response: diff.response, ideal: diff.ideal, pairs: [], deltas: [delta])
    ).text
    #expect(text.contains("\n  ~ value: a → ${B.Arn} (literal to reference)\n"))
  }
}
