import Knowledge
import Reports
import Scoring
import SourceText
import TemplateDiff
import TemplateModel
import TestSupport
import Testing

struct CorpusCaseTests {
  @Test(arguments: CorpusCase.all)
  func `Every failure that its author expects is found, where it shows`(_ subject: CorpusCase) throws {
    let analysis = try subject.analysis()
    for expected in try subject.expectations().failures {
      try withKnownIssue("Open: \(expected.title)") {
        let found = analysis.findings.first { meets(expected, $0, analysis) }
        guard let found else {
          Issue.record("\(expected.title) (\(expected.rule)) is not found")
          return
        }
        let severity = try #require(Severity(rawValue: expected.severity))
        #expect(abs(found.severity.rank - severity.rank) <= 1, "\(expected.title): \(found.severity)")
      } when: {
        expected.isOpen == true
      }
    }
  }

  @Test(arguments: CorpusCase.all)
  func `At most a quarter of the findings are none that the author expects`(_ subject: CorpusCase) throws {
    let analysis = try subject.analysis()
    let expectations = try subject.expectations()
    withKnownIssue("Open: too many further findings") {
      let further = analysis.findings.filter { finding in
        !expectations.failures.contains { meets($0, finding, analysis) }
      }
      #expect(further.count * 4 <= analysis.findings.count, "\(further.count) of \(analysis.findings.count)")
    } when: {
      expectations.tellsTooMuch == true
    }
  }

  @Test(arguments: CorpusCase.all)
  func `The ideal itself has no finding that comes from a difference`(_ subject: CorpusCase) throws {
    let analysis = try subject.analysis()
    let perfect = analysis.diff.ideal
    let findings = CorpusCase.knowledge.judge(.compare(response: perfect, ideal: perfect), requirements: [])
      .findings
    #expect(findings.filter { !$0.ideal.isEmpty }.map(\.title) == [])
  }

  @Test(arguments: CorpusCase.all)
  func `The report of each case stands in Reports`(_ subject: CorpusCase) throws {
    let analysis = try subject.analysis()
    let summary = ReportSummary(analysis)
    let value = try CorpusCase.rubric.get().value(of: analysis)
    try expectGolden(
      MarkdownReport(analysis, summary: summary, trainingValue: value).text, "\(subject.name).md")
    try expectGolden(
      MarkdownReport(analysis, summary: summary, layout: .catalog, trainingValue: value).text,
      "\(subject.name)-catalog.md")
    try expectGolden(
      JSONReport(analysis, summary: summary, trainingValue: value).text(case: subject.name),
      "\(subject.name).json")
    guard subject.name == "cfn-yaml-order-intake" else { return }
    let folder = "Corpus/\(subject.name)"
    try expectGolden(
      SARIFReport(
        analysis, summary: summary, folders: ReportFolders(response: folder, ideal: folder), version: "0.0.0"
      ).text(case: subject.name), "\(subject.name).sarif")
    try expectGolden(
      HTMLReport(analysis, summary: summary, trainingValue: value).text(case: subject.name),
      "\(subject.name).html")
  }

  private func meets(
    _ expected: CorpusCase.Expectation, _ finding: Finding, _ analysis: FailureAnalysis
  ) -> Bool {
    finding.rule == expected.rule && touches(expected.response, finding.response, in: analysis.diff.response)
      && touches(expected.ideal, finding.ideal, in: analysis.diff.ideal)
  }

  /// Whether one of the places shares a line with the expected ones; always where none are expected.
  private func touches(_ lines: [Int]?, _ places: [SourceText.SourceLocation], in template: Template) -> Bool
  {
    guard let lines, lines.count == 2, lines[0] <= lines[1] else { return true }
    return places.contains { template.lines(of: $0).overlaps(lines[0]...lines[1]) }
  }
}
