import Knowledge
import Readers
import Reports
import SourceText
import TemplateDiff
import TemplateModel

/// How long a report of 200 findings takes in each form.
enum ReportScale {
  private static let count = 200

  static func printAll() {
    let analysis = analysis
    let summary = ReportSummary(analysis)
    print("\nreport of \(count) findings    output      fastest     throughput")
    for layout in ReportLayout.allCases {
      measure("Markdown, \(layout.rawValue)") {
        MarkdownReport(analysis, summary: summary, layout: layout).text
      }
    }
    measure("HTML") { HTMLReport(analysis, summary: summary).text(case: "bench") }
    measure("JSON") { JSONReport(analysis, summary: summary).text(case: "bench") }
    measure("SARIF") { SARIFReport(analysis, summary: summary, version: "0.0.0").text(case: "bench") }
    measure("text") { TextReport(analysis, summary: summary).text }
  }

  private static func measure(_ name: String, _ render: () -> String) {
    print(Stage.measure(name, bytes: render().utf8.count) { render().utf8.count }.line)
  }

  /// Queues on both sides, and a finding with prose, links and places for each.
  private static var analysis: FailureAnalysis {
    let text =
      "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n"
      + (0..<count).map { number in
        "  Queue\(number):\n    Type: AWS::SQS::Queue\n    Properties:\n"
          + (0..<15).map { "      Property\($0): value \(number)\n" }.joined()
      }.joined()
    let side = TemplateReader.template(from: [
      SourceFile(path: "MODEL_RESPONSE.md", text: "```yaml\n\(text)```\n")
    ])
    let severities = Severity.allCases
    let findings = side.resources.enumerated().map { number, resource in
      Finding(
        rule: "queue-settings-\(number % 40)", title: "Queue \(resource.name) is not as required",
        severity: severities[number % severities.count], severityReason: "messages are lost",
        category: Category.allCases[number % Category.allCases.count], subject: resource.address,
        fingerprint: "\(number)", response: [resource.location], ideal: [resource.location],
        issue: "`\(resource.name)` has `Property3` unset.", fix: "Set `Property3` to `value \(number)`.",
        rootCause:
          "The defaults let an example run; the figures of the task stand in another paragraph (\(number)).",
        impact: [Finding.Impact(kind: .operations, text: "Messages \(number) are handled twice.")],
        references: [Finding.Link(title: "Queues", url: "https://docs.aws.amazon.com/\(number)")],
        requirement: nil, confidence: 900)
    }
    return FailureAnalysis(
      diff: .compare(response: side, ideal: side), requirements: [], findings: findings,
      knownFailuresChecked: findings.count)
  }
}
