package import TemplateDiff
import SourceText
import TemplateModel

/// A diff as Markdown: one table, a row for each difference.
package struct MarkdownDiff: Sendable {
  private let diff: TemplateDiff
  private let wording: DiffWording

  package init(_ diff: TemplateDiff) {
    self.diff = diff
    wording = DiffWording(diff: diff)
  }

  /// The whole document, with a final line break.
  package var text: String {
    let summary = DiffSummary(diff)
    var lines = ["# Response and Ideal Compared", ""]
    lines.append(
      "\(summary.isEmpty ? "No differences" : summary.line.markdownCode); "
        + "\(counted(diff.pairs.count, "resource")) compared, \(summary.unchangedResources) without a difference."
    )
    let remarks = DiffRemarks(diff: diff)
    if let condition = remarks.condition { lines += ["", condition] }
    if summary.isEmpty { return lines.joined(separator: "\n") + "\n" }
    lines += ["", "| | What | Where | Response | Ideal |", "|---|---|---|---|---|"]
    for group in DeltaGroups(diff).inOrder {
      lines += group.deltas.map { row(for: $0, of: group) }
    }
    let closing = remarks.closing
    if !closing.isEmpty { lines += [""] + closing.map { "- \($0.markdownCell)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(for delta: Delta, of group: DeltaGroup) -> String {
    let name =
      "\(wording.name(of: group.subject).markdownCodeCell) \(wording.type(of: group.subject).markdownCell)"
    let path = delta.path.steps.isEmpty ? "" : delta.path.description.markdownCodeCell
    return "| \(delta.mark.cell) | \(name) | \(path) | \(cell(delta.response, in: diff.response)) | "
      + "\(cell(delta.ideal, in: diff.ideal)) |"
  }

  private func cell(_ side: Delta.Side?, in template: Template) -> String {
    guard let side else { return "" }
    let lines = Excerpt.name(of: template.lines(of: side.location))
    guard let value = side.value else { return lines }
    return "\(value.summary(limit: 60).markdownCodeCell), \(lines)"
  }
}

extension DeltaGroup.Mark {
  /// The mark, which alone in a cell must not start a list.
  fileprivate var cell: String { "`\(rawValue)`" }
}
