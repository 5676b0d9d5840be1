package import Knowledge

/// Known failures as rows: id, severity, category, figure and title.
package struct KnownFailureTable {
  private let entries: [KnownFailure]
  private let reported: [String: Int]
  private let style: TerminalStyle

  package init(
    _ entries: [KnownFailure], reported: [String: Int],
    style: TerminalStyle = TerminalStyle(isColoured: false)
  ) {
    self.entries = entries
    self.reported = reported
    self.style = style
  }

  /// A line each.
  package var text: String {
    let rows = entries.map { entry in
      [
        entry.id, entry.severity.level.rawValue, entry.category.rawValue,
        reported[entry.id].map(String.init) ?? "-", entry.title.text.visibleLine,
      ]
    }
    let widths = (0..<4).map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.dropLast().map { column in
        let margin = String(repeating: " ", count: widths[column] - row[column].utf8.count)
        // Numbers stand to the right.
        return column == 3 ? margin + row[column] : row[column] + margin
      }
      return "\(style.paint(cells[0], .bold))  \(cells.dropFirst().joined(separator: "  "))  \(row[4])\n"
    }.joined()
  }

  /// One JSON array, with a final line break.
  package var json: String {
    var writer = JSONWriter(isPretty: true)
    writer.array(entries) { writer, entry in
      writer.object {
        $0.field("id", entry.id)
        $0.field("severity", entry.severity.level.rawValue)
        $0.field("category", entry.category.rawValue)
        $0.field("title", entry.title.text)
        $0.field("reported", reported[entry.id])
      }
    }
    return writer.text + "\n"
  }
}
