package import Knowledge
package import Scoring

/// The training value of a case for a terminal: the value, and a line for each of its points.
///
///     vpc: 9 of 10, excellent
///       +8  where every pair starts
///       +1  1 significant fix (class A): failure 3
package struct TextTrainingValue {
  private let name: String
  private let value: TrainingValue
  private let summary: ReportSummary
  private let style: TerminalStyle

  package init(
    _ value: TrainingValue, case name: String, summary: ReportSummary,
    style: TerminalStyle = TerminalStyle(isColoured: false)
  ) {
    self.name = name
    self.value = value
    self.summary = summary
    self.style = style
  }

  /// With a final line break.
  package var text: String {
    let amounts = value.points.map(\.amount.signedText)
    let width = amounts.map(\.utf8.count).max() ?? 0
    var text = style.paint(name.leadingName, .bold) + ": \(value.value) of 10, \(value.grade.visibleLine)\n"
    for (point, amount) in zip(value.points, amounts) {
      let margin = String(repeating: " ", count: width - amount.utf8.count)
      text += "  \(margin)\(amount)  \(point.reason.visibleLine)\(failures(point))\n"
    }
    return text
  }

  private func failures(_ point: TrainingValue.Point) -> String {
    guard !point.findings.isEmpty else { return "" }
    let numbers = point.findings.map { summary.numbers[$0] }.sorted().map { "\($0)" }
    return ": failure\(numbers.count == 1 ? "" : "s") \(numbers.listed)"
  }
}
