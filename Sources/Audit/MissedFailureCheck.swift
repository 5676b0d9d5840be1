import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// Serious findings of our own that the report does not tell.
///
/// A finding is told where an item has its title, names its resource and its property, or quotes a line that it
/// cites. Only findings that are critical and sure are held against a report.
enum MissedFailureCheck {
  /// In thousandths.
  private static let sure = 850

  static func remarks(
    _ report: FailureReport, _ analysis: FailureAnalysis, _ documents: QuotedDocuments
  ) -> [AuditRemark] {
    let serious = analysis.findings.filter { $0.severity == .critical && $0.confidence >= sure }
    guard !serious.isEmpty else { return [] }
    let words = Set(
      report.items.flatMap { item in item.lines.flatMap { report.tokens(ofLine: $0).map(\.text) } })
    var quoted: Set<String> = []
    for item in report.items {
      for block in report.blocks(of: item) { quoted.formUnion(report.quotedLines(block).map(\.text)) }
    }
    let end = max(1, report.file.lines.count)
    return serious.compactMap { finding in
      let named = Array(finding.title.utf8)
      let title = Token.tokens(named, in: 0..<named.count).filter { $0.kind == .word && $0.text.count > 3 }
      let isTold = title.allSatisfy { words.contains($0.text) } || quotes(quoted, finding, analysis)
      guard !isTold else { return nil }
      let lines = finding.response.first.map { analysis.diff.response.lines(of: $0) }
      let place = lines.map { " (line \($0.lowerBound) of the response)" } ?? ""
      return AuditRemark(
        .missedFailure, lines: end...end, "The report does not tell: \(finding.title)\(place).")
    }
  }

  /// Whether one of the lines that a finding cites is among the quoted ones.
  private static func quotes(_ quoted: Set<String>, _ finding: Finding, _ analysis: FailureAnalysis) -> Bool {
    let sides = [(finding.response, analysis.diff.response), (finding.ideal, analysis.diff.ideal)]
    return sides.contains { locations, template in
      locations.contains { location in
        guard template.documents.indices.contains(Int(location.document)) else { return false }
        let document = template.documents[Int(location.document)]
        return template.lines(of: location).prefix(20).contains { line in
          QuotedDocuments.squeezed(document.text(ofLine: line)).map(quoted.contains) == true
        }
      }
    }
  }
}
