import SourceText
import Syntax
import TemplateModel

/// Finds the corrections that the ideal's prose claims for itself.
///
///     ## Key Corrections from MODEL_RESPONSE          a section of fixes, by the words of its heading
///     1. **Engine version**: changed from …           an item with its label
///     ### 2. Fixed dependency order                   or a heading below it, with what follows
struct DeclaredFixReader {
  private let document: SourceFile
  private let index: UInt32
  private var fixes: [DeclaredFix] = []
  /// The heading that opened the section of fixes, and what it says about their weight.
  private var section: (level: UInt8, severity: Severity?)?
  /// Whether list items belong to a heading below the section's.
  private var itemLevel: UInt8 = 0

  static func fixes(in template: Template) -> [DeclaredFix] {
    var fixes: [DeclaredFix] = []
    for (index, document) in template.documents.enumerated() where document.path.hasSuffix(".md") {
      var reader = DeclaredFixReader(document: document, index: UInt32(index))
      reader.read()
      fixes += reader.fixes
    }
    return fixes
  }

  private init(document: SourceFile, index: UInt32) {
    self.document = document
    self.index = index
  }

  private mutating func read() {
    let markdown = MarkdownDocument.parse(document.bytes)
    for block in markdown.blocks {
      switch block.kind {
      case .heading: open(block)
      case .paragraph:
        guard section != nil, let first = markdown.runs(of: block).first,
          let last = markdown.runs(of: block).last
        else { continue }
        let range = first.range.union(last.range)
        if itemLevel > 0 { extend(range) } else if block.depth > 0 { add(range, nested: block.depth > 1) }
      default: break
      }
    }
  }

  private mutating func open(_ block: MarkdownDocument.Block) {
    let title = document.text(block.text)
    if let open = section, block.level <= open.level { section = nil }
    let isInside = section != nil
    if DeclaredFixReader.announcesFixes(title) {
      let inherited = section?.severity
      section = (
        isInside ? section?.level ?? block.level : block.level,
        DeclaredFixReader.severity(of: title) ?? inherited
      )
      itemLevel = 0
      guard isInside, DeclaredFixReader.isNumbered(title) else { return }
    }
    guard isInside, let section else { return }
    let label = DeclaredFixReader.plain(title)
    if label.isEmpty
      || RequirementSearch.plainWords(of: label).contains(where: DeclaredFixReader.asides.contains)
    {
      itemLevel = 0
      if !DeclaredFixReader.isNumbered(title) { self.section = nil }
      return
    }
    itemLevel = block.level
    fixes.append(
      DeclaredFix(
        label: label, text: label, location: SourceLocation(document: index, range: block.range),
        severity: DeclaredFixReader.severity(of: title) ?? section.severity))
  }

  /// An item of the section itself; nested items say more about the one above.
  private mutating func add(_ range: SourceRange, nested: Bool) {
    if nested, !fixes.isEmpty { return extend(range) }
    let text = document.text(range)
    guard let section else { return }
    let label = DeclaredFixReader.label(of: text)
    guard label.count >= 4 else { return }
    fixes.append(
      DeclaredFix(
        label: label, text: label + ": " + text, location: SourceLocation(document: index, range: range),
        severity: section.severity))
  }

  private mutating func extend(_ range: SourceRange) {
    guard var fix = fixes.popLast() else { return }
    let text = document.text(range)
    if fix.text.utf8.count < 2_000 { fix.text += " " + text }
    if let level = DeclaredFixReader.statedLevel(text) { fix.severity = level }
    if document.lines.lines(of: fix.location.range.union(range)).count <= 12 {
      fix.location.range = fix.location.range.union(range)
    }
    fixes.append(fix)
  }

  /// Whether a heading announces corrections that were made, not ones that might be.
  private static func announcesFixes(_ title: String) -> Bool {
    let words = RequirementSearch.plainWords(of: title)
    if words.contains(where: avoided.contains) { return false }
    if words.contains(where: corrections.contains) { return true }
    let compares = words.contains {
      ["model", "original", "over", "made", "applied", "key", "initial"].contains($0)
    }
    return compares && words.contains(where: comparisons.contains)
  }

  private static let corrections: Set<String> = [
    "fix", "fixes", "fixed", "correction", "corrections", "failures", "resolved",
  ]
  private static let comparisons: Set<String> = [
    "improvement", "improvements", "difference", "differences", "changes", "enhancements", "issues",
  ]
  private static let avoided: Set<String> = [
    "future", "potential", "consider", "troubleshooting", "prompt", "rollback", "next", "recommended",
    "handling",
    "considerations", "common", "detection", "scenarios", "failover", "roadmap", "summary",
  ]

  /// Words of headings that stand between fixes without being one.
  private static let asides: Set<String> = [
    "overview", "commands", "success", "decisions", "highlights", "conclusion", "results", "verification",
    "steps",
    "instructions", "usage", "structure", "deployment", "maintains", "phase", "benefits", "notes", "file",
    "files",
  ]

  private static func isNumbered(_ title: String) -> Bool { title.first?.isNumber ?? false }

  private static func severity(of title: String) -> Severity? {
    let words = RequirementSearch.plainWords(of: title)
    return Severity.allCases.reversed().first { words.contains($0.rawValue) }
  }

  /// `**Impact Level**: High` → high.
  private static func statedLevel(_ text: String) -> Severity? {
    guard text.hasPrefix("**Impact") || text.hasPrefix("**Severity") else { return nil }
    return severity(of: String(text.prefix(60)))
  }

  /// The part in bold, or what stands before a colon, or the first words.
  private static func label(of text: String) -> String {
    if text.hasPrefix("**") {
      let bold = text.dropFirst(2).prefix { $0 != "*" }
      if bold.count >= 4 { return plain(String(bold)) }
    }
    let line = text.prefix { !$0.isNewline }
    if let colon = line.firstIndex(of: ":"), line[..<colon].count <= 60 {
      return plain(String(line[..<colon]))
    }
    return plain(line.split(separator: " ").prefix(9).joined(separator: " "))
  }

  /// Without numbers, marks of emphasis, pictures and remarks in brackets.
  private static func plain(_ title: String) -> String {
    var text = title.drop { !$0.isLetter && $0 != "`" && $0 != "*" }
    for word in ["Issue", "Fix", "Failure", "Change", "Correction"] where text.hasPrefix(word + " ") {
      let rest = text.dropFirst(word.count + 1)
      if rest.first?.isNumber ?? false { text = rest.drop { !$0.isLetter } }
    }
    if let bracket = text.firstIndex(of: "("), bracket > text.startIndex { text = text[..<bracket] }
    let cleaned = text.filter { $0 != "*" && $0 != "`" && $0 != "#" }
    return String(cleaned.prefix(90)).trimmed
  }
}

extension String {
  /// Without blanks and colons at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace || last == ":" { text.removeLast() }
    return String(text)
  }
}
