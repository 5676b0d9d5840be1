import Knowledge

/// The severity written in an item against that of the section it stands in.
enum SectionSeverityCheck {
  static func remarks(_ report: FailureReport) -> [AuditRemark] {
    report.items.compactMap { item in
      let lines = item.lines.lowerBound...item.lines.lowerBound
      if item.severity == nil {
        return AuditRemark(.missingField, lines: lines, "Failure \(item.number.text) has no severity.")
      }
      guard let own = item.fieldSeverity, let section = item.groupSeverity, own != section else { return nil }
      return AuditRemark(
        .sectionSeverity, lines: lines,
        "Failure \(item.number.text) is \(own.rawValue), but stands among the \(section.rawValue) ones.")
    }
  }
}
