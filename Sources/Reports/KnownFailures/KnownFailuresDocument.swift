package import Knowledge

/// All known failures in one Markdown document: an index by category, and a page for each.
package struct KnownFailuresDocument {
  private let knowledge: KnowledgeBase

  /// - Parameter knowledge: read with its examples.
  package init(_ knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// With a final line break.
  package var text: String {
    var blocks = [
      "# Known Failures",
      """
      \(knowledge.entries.count) kinds of failure that Plumbline looks for, written from the files in \
      `Sources/Knowledge/KnownFailures`. The figure says how many of 1000 such findings a reviewer reported as well.
      """,
    ]
    for category in Category.allCases {
      let entries = knowledge.entries.filter { $0.category == category }
      if entries.isEmpty { continue }
      var rows = ["| Known failure | Severity | Figure | What it says |", "|---|---|---:|---|"]
      for entry in entries {
        let figure = knowledge.reported[entry.id].map(String.init) ?? ""
        rows.append(
          "| [\(entry.id)](#\(entry.id)) | \(entry.severity.level.title) | \(figure) | "
            + "\(entry.title.text.markdownCell) |")
      }
      blocks += ["## \(category.title)", rows.joined(separator: "\n")]
    }
    let pages = knowledge.entries.map { entry in
      KnownFailurePage(entry, reported: knowledge.reported[entry.id], level: 3, showsCode: false).text
    }
    return (blocks + ["## Pages"] + pages.map { String($0.dropLast()) }).joined(separator: "\n\n") + "\n"
  }
}
