import SourceText

/// Numbers of the items: each once, without a gap, from 1 on; `N.M` and lettered numbers each in their row.
enum NumberingCheck {
  private struct Row: Hashable {
    let letter: String
    let above: [Int]
  }

  static func remarks(_ report: FailureReport) -> [AuditRemark] {
    var next: [Row: Int] = [:]
    var seen: Set<FailureReport.Number> = []
    var remarks: [AuditRemark] = []
    let isReferredTo = !CrossReferenceCheck.references(report).isEmpty
    for item in report.items {
      let number = item.number
      let row = Row(letter: number.letter, above: number.above)
      let expected = next[row, default: 1]
      next[row] = expected + item.count
      let isFirst = seen.insert(FailureReport.Number(number, at: SourceRange(0, 0))).inserted
      guard number.last != expected else { continue }
      // References to the old numbers would then lead to other items, which takes a person.
      let edits = isReferredTo ? [] : [AuditRemark.Edit(range: number.range, text: "\(expected)")]
      let line = item.lines.lowerBound...item.lines.lowerBound
      let sentence =
        isFirst
        ? "Failure \(number.text) stands where \(expected) is due: the numbering has a gap or is out of order."
        : "The number \(number.text) is used a second time; \(expected) is due."
      remarks.append(AuditRemark(.numbering, lines: line, sentence, edits: edits))
    }
    return onePerBreak(remarks)
  }

  /// Every remark keeps its edit; what only follows from an earlier break is not told again.
  private static func onePerBreak(_ remarks: [AuditRemark]) -> [AuditRemark] {
    guard let first = remarks.first, remarks.count > 1 else { return remarks }
    let more = remarks.count - 1
    return [
      AuditRemark(
        .numbering, lines: first.lines,
        first.sentence + " \(more) more \(more == 1 ? "number is" : "numbers are") off after it.",
        edits: remarks.flatMap(\.edits))
    ]
  }
}

extension FailureReport.Number {
  fileprivate init(_ other: FailureReport.Number, at range: SourceRange) {
    self.init(letter: other.letter, above: other.above, last: other.last, range: range)
  }
}
