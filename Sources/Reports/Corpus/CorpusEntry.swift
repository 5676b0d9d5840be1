package import Knowledge
package import Scoring
import TemplateDiff
import TemplateModel

/// What is told of one case among many.
package struct CorpusEntry: Sendable {
  package let name: String
  /// The case's own page, relative to the index; nil where there is none.
  ///
  /// Only letters, digits, `.`, `-`, `_` and `/`.
  package private(set) var page: String?
  /// The tool that the ideal is written for, or else the response; nil where neither has a template.
  package let platform: String?
  /// How many findings are critical, high, medium and low.
  package let severities: [Severity: Int]
  package let findings: [Failure]
  /// Resources of the response and of the ideal.
  package let resources: (response: Int, ideal: Int)
  /// 0 to 10; nil where the case gave no report.
  package let trainingValue: Int?
  /// Why there is no report.
  package let error: String?

  /// A finding, as far as it counts over many cases.
  package struct Failure: Sendable {
    package let rule: String
    package let category: Category
    package let severity: Severity
  }

  package init(
    name: String, _ analysis: FailureAnalysis, summary: ReportSummary, value: TrainingValue
  ) {
    self.name = name
    platform = (summary.ideal.dialects.first ?? summary.response.dialects.first)?.title
    severities = Dictionary(
      summary.severities.map { ($0.severity, $0.count) }, uniquingKeysWith: { first, _ in first })
    findings = analysis.findings.map {
      Failure(rule: $0.rule, category: $0.category, severity: $0.severity)
    }
    resources = (summary.response.resources, summary.ideal.resources)
    trainingValue = value.value
    error = nil
  }

  /// The same with the path of the case's own page, relative to the index.
  package func with(page: String?) -> CorpusEntry {
    var entry = self
    entry.page = page
    return entry
  }

  /// A case that gave no report.
  package init(name: String, error: String) {
    self.name = name
    page = nil
    platform = nil
    severities = [:]
    findings = []
    resources = (0, 0)
    trainingValue = nil
    self.error = error
  }
}
