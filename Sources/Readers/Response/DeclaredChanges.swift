import SourceText
import Syntax
import TemplateModel

/// Finds what the prose of an answer says was changed, beside its code.
///
///     ### Key corrections                      a heading that announces changes
///     1. **KMS policy**: least privilege       → changed "KMS policy: least privilege"
///
///     - Fixed the `LogBucket` policy           → fixed, names LogBucket
///
/// A sentence counts where it begins with a verb of change, and every list item below an announcing heading.
enum DeclaredChanges {
  static func find(in document: SourceFile, index: UInt32) -> [DeclaredChange] {
    let markdown = MarkdownDocument.parse(document.bytes)
    var changes: [DeclaredChange] = []
    /// The level of the heading that announces changes; nil outside of its section.
    var announced: UInt8?
    for block in markdown.blocks {
      switch block.kind {
      case .heading:
        if let level = announced, block.level <= level { announced = nil }
        if announces(document.text(block.text)) { announced = announced ?? block.level }
      case .paragraph:
        let text = plain(markdown.runs(of: block).map { document.text($0.range) }.joined(separator: " "))
        guard let kind = kind(of: text.words, isAnnounced: announced != nil && block.depth > 0) else {
          continue
        }
        changes.append(
          DeclaredChange(
            kind: kind, text: text.words, names: text.names,
            location: SourceLocation(document: index, range: block.range)))
      default: break
      }
    }
    return changes
  }

  private static let announcements = [
    "key correction", "key fix", "key change", "key improvement", "correction", "fixes", "what was fixed",
    "changes made", "improvements made", "what changed", "issues fixed", "key difference",
    "summary of changes",
  ]

  private static func announces(_ heading: String) -> Bool {
    let heading = heading.lowercased()
    return announcements.contains { heading.contains($0) }
  }

  private static let verbs: [(String, DeclaredChange.Kind)] = [
    ("fixed", .fixed), ("corrected", .fixed), ("resolved", .fixed), ("fixes", .fixed), ("added", .added),
    ("adds", .added), ("introduced", .added), ("included", .added), ("removed", .removed),
    ("removes", .removed),
    ("dropped", .removed), ("deleted", .removed), ("changed", .changed), ("replaced", .changed),
    ("updated", .changed), ("renamed", .changed), ("moved", .changed), ("switched", .changed),
    ("improved", .changed), ("enhanced", .changed),
  ]

  private static func kind(of text: String, isAnnounced: Bool) -> DeclaredChange.Kind? {
    let first = text.prefix { $0.isLetter }.lowercased()
    for (verb, kind) in verbs where first == verb { return kind }
    guard isAnnounced else { return nil }
    // Below an announcement the verb may stand further on: "KMS: added a key policy".
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    for (verb, kind) in verbs where words.contains(verb) { return kind }
    return text.isEmpty ? nil : .changed
  }

  /// The text without marks of emphasis, and what stands between backticks.
  private static func plain(_ text: String) -> (words: String, names: [String]) {
    var words: [UInt8] = []
    var names: [String] = []
    var name: [UInt8]?
    for byte in text.utf8 {
      if byte == UInt8(ascii: "`") {
        if let done = name, !done.isEmpty { names.append(String(decoding: done, as: UTF8.self)) }
        name = name == nil ? [] : nil
      } else if name != nil {
        name?.append(byte)
        words.append(byte)
      } else if byte != UInt8(ascii: "*") {
        words.append(byte)
      }
    }
    return (String(decoding: words, as: UTF8.self).trimmed, names)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "-" { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
