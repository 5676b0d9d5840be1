import Knowledge
import Reports
import TemplateDiff
import TestSupport
import Testing

/// The renderings of one small case, whole.
struct GoldenTests {
  private let analysis = Sample.analysis
  private var summary: ReportSummary { ReportSummary(analysis) }

  @Test func `A report as Markdown`() throws {
    try expectGolden(MarkdownReport(analysis, summary: summary).text, "small-case.md")
  }

  @Test func `A report as JSON`() throws {
    try expectGolden(JSONReport(analysis, summary: summary).text(case: "small-case"), "small-case.json")
  }

  @Test func `A report for a terminal`() throws {
    try expectGolden(TextReport(analysis, summary: summary).text, "small-case.txt")
  }

  @Test func `A diff for a terminal`() throws {
    try expectGolden(TextDiff(analysis.diff).text, "small-case-diff.txt")
  }

  @Test func `A diff as Markdown`() throws {
    try expectGolden(MarkdownDiff(analysis.diff).text, "small-case-diff.md")
  }

  @Test func `A diff as JSON`() throws {
    try expectGolden(JSONDiff(analysis.diff).text, "small-case-diff.json")
  }

  @Test func `A template for a terminal`() throws {
    try expectGolden(TextTemplate(analysis.diff.response).text, "small-case-template.txt")
  }

  @Test func `A template as JSON`() throws {
    try expectGolden(JSONTemplate(analysis.diff.response).text, "small-case-template.json")
  }
}
