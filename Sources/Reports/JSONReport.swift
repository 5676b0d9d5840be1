package import Knowledge
package import Scoring
import SourceText
import TemplateDiff
import TemplateModel

/// The report as JSON: the same values as the Markdown, under keys that are always there.
///
/// Format version 1.0. A minor step adds keys; a major one removes or changes some. Lines are 1-based lines of the
/// document under `path`.
package struct JSONReport: Sendable {
  /// The version that stands in every document as `format_version`.
  package static let formatVersion = "1.0"

  private let analysis: FailureAnalysis
  private let summary: ReportSummary
  private let trainingValue: TrainingValue?

  /// - Parameter trainingValue: nil is written as null.
  package init(_ analysis: FailureAnalysis, summary: ReportSummary, trainingValue: TrainingValue? = nil) {
    self.analysis = analysis
    self.summary = summary
    self.trainingValue = trainingValue
  }

  /// The whole document, indented, with a final line break.
  package func text(case name: String? = nil) -> String {
    var writer = JSONWriter(isPretty: true)
    write(case: name, error: nil, into: &writer)
    return writer.text + "\n"
  }

  /// One line for `corpus report`, without its line break.
  ///
  /// The keys are those of the document.
  package func line(case name: String) -> String {
    var writer = JSONWriter(isPretty: false)
    write(case: name, error: nil, into: &writer)
    return writer.text
  }

  /// The line of a case that gave no report: the same keys, no findings, and a sentence under `error`.
  package static func line(case name: String, error: String) -> String {
    let template = Template(documents: [])
    let analysis = FailureAnalysis(
      diff: TemplateDiff(response: template, ideal: template, pairs: [], deltas: []), requirements: [],
      findings: [], knownFailuresChecked: 0)
    var writer = JSONWriter(isPretty: false)
    JSONReport(analysis, summary: ReportSummary(analysis)).write(case: name, error: error, into: &writer)
    return writer.text
  }

  private func write(case name: String?, error: String?, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("format_version", JSONReport.formatVersion)
      writer.field("case", name)
      writer.field("error", error)
      writer.field("findings", analysis.findings.indices) { writer, index in
        write(analysis.findings[index], number: summary.numbers[index], into: &writer)
      }
      writer.field("suppressed", analysis.suppressed) { write($1, into: &$0) }
      writer.field("summary") { write(summary, into: &$0) }
      writer.field("training_value", trainingValue, numbers: summary.numbers)
      writer.field("requirements", analysis)
      writer.field("problems", summary.problems) { writer, part in
        writer.object {
          $0.field("side", part.isResponse ? "model" : "ideal")
          $0.fields(of: part.problem)
          $0.field("path", part.path)
          $0.field("startLine", part.lines.lowerBound)
          $0.field("endLine", part.lines.upperBound)
        }
      }
    }
  }

  private func write(_ finding: Finding, number: Int, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("number", number)
      writer.field("rule", finding.rule)
      writer.field("title", finding.title)
      writer.field("severity", finding.severity.rawValue)
      writer.field("severityReason", finding.severityReason)
      writer.field("category", finding.category.rawValue)
      writer.field("subject", finding.subject)
      writer.field("fingerprint", finding.fingerprint)
      writer.field("confidence", finding.confidence)
      writer.field("model", finding.response) {
        $0.write($1, in: analysis.diff.response)
      }
      writer.field("ideal", finding.ideal) { $0.write($1, in: analysis.diff.ideal) }
      writer.field("issue", finding.issue)
      writer.field("fix", finding.fix)
      writer.field("root_cause", finding.rootCause)
      writer.field("impact", finding.impact) { writer, impact in
        writer.object {
          $0.field("kind", impact.kind.rawValue)
          $0.field("text", impact.text)
        }
      }
      writer.field("references", finding.references) { writer, link in
        writer.object {
          $0.field("title", link.title)
          $0.field("url", link.url)
        }
      }
      writer.key("requirement")
      if let requirement = finding.requirement {
        writer.object {
          $0.field("text", requirement.text)
          $0.field("startLine", requirement.lines.lowerBound)
          $0.field("endLine", requirement.lines.upperBound)
        }
      } else {
        writer.null()
      }
    }
  }

  private func write(_ suppressed: SuppressedFinding, into writer: inout JSONWriter) {
    let finding = suppressed.finding
    writer.object { writer in
      writer.field("rule", finding.rule)
      writer.field("title", finding.title)
      writer.field("severity", finding.severity.rawValue)
      writer.field("subject", finding.subject)
      writer.field("fingerprint", finding.fingerprint)
      writer.field("model", finding.response) { $0.write($1, in: analysis.diff.response) }
      writer.field("reason", suppressed.suppression.reason)
      writer.field("until", suppressed.suppression.until?.description)
      writer.field("remark", [suppressed.suppression.location]) { $0.write($1, in: analysis.diff.response) }
    }
  }

  private func write(_ summary: ReportSummary, into writer: inout JSONWriter) {
    writer.field("findings", analysis.findings.count)
    writer.field("suppressed", analysis.suppressed.count)
    writer.field("severities") { writer in
      for section in summary.severities { writer.field(section.severity.rawValue, section.count) }
    }
    writer.field("categories", summary.gaps) { writer, gap in
      writer.object {
        $0.field("category", gap.category.rawValue)
        $0.field("findings", gap.count)
        $0.field("mostSevere", gap.mostSevere.rawValue)
      }
    }
    writer.field("knownFailuresChecked", summary.knownFailuresChecked)
    writer.field("requirements", analysis.requirements.count)
    writer.field("resourcesCompared", summary.resourcesCompared)
    writer.field("model") { write(summary.response, into: &$0) }
    writer.field("ideal") { write(summary.ideal, into: &$0) }
    writer.field("partsNotRead", summary.problems(.notRead).count)
    writer.field("partsPartlyRead", summary.problems(.partlyRead).count)
    writer.field("remarks", summary.problems(.note).count)
  }

  private func write(_ side: ReportSummary.SideCount, into writer: inout JSONWriter) {
    writer.field("dialects", side.dialects) { $0.value($1.rawValue) }
    writer.field("languages", side.languages) { $0.value($1.rawValue) }
    writer.field("files", side.files)
    writer.field("resources", side.resources)
    writer.field("parameters", side.parameters)
    writer.field("outputs", side.outputs)
    writer.field("unmatched", side.unmatched)
  }
}
