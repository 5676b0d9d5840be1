import Knowledge
import SourceText

/// Stated counts against the items that the report lists.
///
/// Of each severity a count may agree with the items' own fields or with their sections; `SectionSeverityCheck`
/// speaks of items where the two differ.
enum CountCheck {
  static func remarks(_ report: FailureReport) -> [AuditRemark] {
    guard !report.items.isEmpty else { return [] }
    return report.statedCounts.flatMap { remarks($0, report) }
  }

  private static func remarks(_ stated: StatedCount, _ report: FailureReport) -> [AuditRemark] {
    let listed = report.count
    if let sum = stated.sum, sum != listed {
      let sentence = "The report states \(counted(sum)) and lists \(listed)."
      return [AuditRemark(.count, lines: stated.lines, sentence, edits: edits(stated, report))]
    }
    guard !stated.isVague else { return [] }
    var different: [String] = []
    for severity in Severity.allCases.reversed() {
      guard let value = stated.value(severity) else { continue }
      let own = report.count(severity)
      let inSections = report.count { ($0.sectionSeverity ?? $0.ownSeverity) == severity }
      if value != own, value != inSections {
        different.append("\(value) \(severity.rawValue) (listed: \(own))")
      }
    }
    if different.isEmpty { return [] }
    let sentence = "The report states \(different.joined(separator: ", "))."
    return [AuditRemark(.count, lines: stated.lines, sentence, edits: edits(stated, report))]
  }

  private static func counted(_ count: Int) -> String { count == 1 ? "1 failure" : "\(count) failures" }

  /// Nothing where a severity is named twice or one that has items is not named: that takes a person.
  private static func edits(_ stated: StatedCount, _ report: FailureReport) -> [AuditRemark.Edit] {
    var edits: [AuditRemark.Edit] = []
    func put(_ figure: StatedCount.Figure, _ value: Int) {
      if figure.value != value { edits.append(AuditRemark.Edit(range: figure.range, text: "\(value)")) }
    }
    if stated.isVague { return [] }
    if let total = stated.total { put(total, report.count) }
    let named = Set(stated.severities.map(\.severity))
    if !named.isEmpty {
      guard named.count == stated.severities.count,
        report.items.allSatisfy({ $0.severity.map(named.contains) == true })
      else { return [] }
      for (severity, figure) in stated.severities { put(figure, report.count(severity)) }
    }
    return edits
  }
}
