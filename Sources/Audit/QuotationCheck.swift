import SourceText

/// Quoted code that stands in neither document.
///
/// A block speaks of the side that the label above it names. Shell commands, messages and plain text are not
/// taken for quotations, nor is a block of fewer than two lines that could be found again.
enum QuotationCheck {
  private static let others: Set<String> = [
    "", "bash", "sh", "shell", "console", "text", "txt", "log", "diff", "plaintext", "markdown", "md",
    "output",
  ]

  static func remarks(_ report: FailureReport, _ documents: QuotedDocuments) -> [AuditRemark] {
    var remarks: [AuditRemark] = []
    for item in report.items {
      let fields = report.fields(of: item)
      for block in report.blocks(of: item) where !others.contains(block.language) {
        guard let field = fields.last(where: { $0.line < block.lines.lowerBound })?.field,
          field == .issue || field == .fix
        else { continue }
        let quoted = report.quotedLines(block)
        guard quoted.count >= 2 else { continue }
        let side = documents.side(isResponse: field == .issue)
        let other = documents.side(isResponse: field != .issue)
        guard !quoted.contains(where: { side.holds($0.text) }) else { continue }
        let elsewhere = quoted.contains { other.holds($0.text) } ? ", but in the \(other.name)" : ""
        remarks.append(
          AuditRemark(
            .quotation,
            lines: block.lines.lowerBound...max(block.lines.lowerBound, block.lines.upperBound - 1),
            "None of the \(quoted.count) lines quoted in failure \(item.number.text) stands in the \(side.name)\(elsewhere)."
          ))
      }
    }
    return remarks
  }
}

extension FailureReport {
  /// The code blocks of an item.
  func blocks(of item: Item) -> [CodeBlock] { blocks.filter { item.lines.contains($0.lines.lowerBound) } }

  /// The lines of a block that could be found again, comments and cut lines left out.
  func quotedLines(_ block: CodeBlock) -> [(line: Int, text: String)] {
    block.lines.compactMap { line in
      let text = file.text(ofLine: line)
      let start = text.drop { $0 == " " || $0 == "\t" }
      if ["#", "//", "/*", "*", "--", "<!--"].contains(where: start.hasPrefix) || text.contains("…") {
        return nil
      }
      return QuotedDocuments.squeezed(text).map { (line, $0) }
    }
  }
}
