import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

extension MarkdownReport {
  /// The blocks of what the prompt asks for, with what can be told of it on both sides; none where nothing can.
  ///
  ///     | Line | Requirement | Response | Ideal |
  ///     | 12 | S3 bucket: versioning | missed (line 40) | met (line 55) |
  var requirementBlocks: [String] {
    let rows = analysis.matrix.rows.filter { $0.response.state != .undecided }
    if rows.isEmpty { return [] }
    var lines = ["| Line | Requirement | Response | Ideal |", "|---:|---|---|---|"]
    for row in rows {
      lines.append(
        "| \(row.quote.lines.lowerBound) | \(row.demand.text.markdownCell) "
          + "| \(cell(row.response, analysis.diff.response)) | \(cell(row.ideal, analysis.diff.ideal)) |")
    }
    var blocks = ["### Requirements", lines.joined(separator: "\n")]
    let undecided = analysis.matrix.rows.count - rows.count
    if undecided > 0 {
      blocks.append("Of \(undecided) more it cannot be told from the response whether they are met.")
    }
    return blocks
  }

  /// `missed (line 40: 7 days)`.
  private func cell(_ verdict: RequirementVerdict, _ template: Template) -> String {
    let line = verdict.places.first.map { "line \(template.lines(of: $0).lowerBound)" }
    let details = [line, verdict.found?.markdownCell].compactMap { $0 }.joined(separator: ": ")
    return verdict.state.rawValue + (details.isEmpty ? "" : " (\(details))")
  }
}
