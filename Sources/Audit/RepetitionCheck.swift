/// Failures that are listed twice: the same title, but for case, numbers of lines and punctuation.
enum RepetitionCheck {
  static func remarks(_ report: FailureReport) -> [AuditRemark] {
    var first: [[String]: FailureReport.Item] = [:]
    var remarks: [AuditRemark] = []
    for item in report.items {
      let bytes = Array(item.title.utf8)
      let words = Token.tokens(bytes, in: 0..<bytes.count).filter { $0.kind != .sign }.map(\.text)
      guard words.count > 1 else { continue }
      if let earlier = first[words] {
        remarks.append(
          AuditRemark(
            .repetition, lines: item.lines.lowerBound...item.lines.lowerBound,
            "Failure \(item.number.text) has the title of failure \(earlier.number.text)."))
      } else {
        first[words] = item
      }
    }
    return remarks
  }
}
