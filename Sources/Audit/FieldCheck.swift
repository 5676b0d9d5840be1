/// Fields that an item lacks though at least three quarters of the report's items have them.
enum FieldCheck {
  static func remarks(_ report: FailureReport) -> [AuditRemark] {
    guard report.items.count > 1 else { return [] }
    let fields = report.items.map { item in Set(report.fields(of: item).map(\.field)) }
    let usual = Field.allCases.filter { field in
      fields.count { $0.contains(field) } * 4 >= fields.count * 3
    }
    return zip(report.items, fields).compactMap { item, given in
      let missing = usual.filter { !given.contains($0) }.map(\.rawValue)
      if missing.isEmpty { return nil }
      return AuditRemark(
        .missingField, lines: item.lines.lowerBound...item.lines.lowerBound,
        "Failure \(item.number.text) has no \(missing.joined(separator: " and no ")), as the others have.")
    }
  }
}
