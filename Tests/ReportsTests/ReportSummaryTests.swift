import Knowledge
import SourceText
import TemplateDiff
import TemplateModel
import Testing

struct ReportSummaryTests {
  private let summary = ReportSummary(Sample.analysis)

  @Test func `Findings are counted by severity and numbered through from the most severe`() {
    #expect(summary.severities.map(\.severity) == [.critical, .high, .medium, .low])
    #expect(summary.severities.map(\.count) == [1, 2, 1, 0])
    #expect(summary.numbers == [1, 4, 2, 3])
  }

  @Test func `Knowledge gaps come by severity, each root cause once`() {
    #expect(summary.gaps.map(\.category) == [.securityIAM, .monitoring])
    #expect(summary.gaps.map(\.count) == [3, 1])
    #expect(
      summary.gaps[0].rootCauses == [
        "Models fill required properties with literals. A secret needs a second resource.",
        "Models rely on S3's default encryption.",
      ])
  }

  @Test func `Both sides are counted`() {
    #expect(summary.resourcesCompared == 2)
    #expect(summary.response.resources == 2)
    #expect(summary.response.unmatched == 0)
    #expect(summary.ideal.resources == 3)
    #expect(summary.ideal.unmatched == 1)
    #expect(summary.response.outputs == 1)
    #expect(summary.ideal.outputs == 0)
    #expect(summary.response.dialects == [.cloudFormation])
  }

  @Test func `Parts that were not read come with document, lines and reason`() {
    #expect(summary.problems.map(\.path) == ["MODEL_RESPONSE.md", "MODEL_RESPONSE.md"])
    #expect(summary.problems.map(\.lines) == [14...14, 32...32])
    #expect(summary.problems(.partlyRead).map(\.problem.kind) == [.truncated])
    #expect(summary.problems(.note).map(\.problem.kind) == [.tabIndentation])
    #expect(summary.problems(.notRead).isEmpty)
  }
}
