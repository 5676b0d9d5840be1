import Scoring

extension MarkdownReport {
  /// The value, and a row for each of its points.
  func markdown(of value: TrainingValue) -> String {
    var rows = ["| Points | Because | Failures |", "|---:|---|---|"]
    for point in value.points {
      rows.append(
        "| \(point.amount.signedText) | \(point.reason.markdownCell) | \(labels.spans(point.findings)) |")
    }
    return
      "**\(value.value) of 10** (\(value.grade.markdownInline)): what a model can learn from this pair.\n\n"
      + rows.joined(separator: "\n")
  }
}
