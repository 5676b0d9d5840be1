import SourceText

/// A correction that the ideal's prose claims for itself: `1. **Engine version**: changed from 8.0.35 to 8.0.43`.
struct DeclaredFix {
  /// What was corrected, as the ideal calls it.
  var label: String
  /// Everything that is said of it.
  var text: String
  /// In the ideal.
  var location: SourceLocation
  /// What the heading or the item says about its weight; nil where it says nothing.
  var severity: Severity?
  /// The fault in words of its own; nil where the label gives them.
  var told: String?

  /// The label as a noun phrase that names a fault: `Missing …`, `Incorrect …`.
  var fault: String {
    told
      ?? DeclaredFix.fault(
        of: label, deed: text.dropFirst(label.count).drop { !$0.isLetter }.prefix { $0.isLetter }.lowercased()
      )
  }

  /// - Parameter deed: the verb that follows the label, such as `added`.
  static func fault(of label: String, deed: String) -> String {
    let label = DeclaredFix.withoutEnding(label)
    let first = label.prefix { !$0.isWhitespace }.lowercased()
    let rest = DeclaredFix.withoutPraise(String(label.dropFirst(first.count).drop { $0.isWhitespace }))
    if DeclaredFix.faults.contains(first) { return label }
    let isDeed = DeclaredFix.additions.union(DeclaredFix.removals).union(DeclaredFix.changes).contains(first)
    if isDeed, DeclaredFix.faults.contains(rest.prefix { !$0.isWhitespace }.lowercased()) {
      return rest.prefix(1).uppercased() + rest.dropFirst()
    }
    if DeclaredFix.additions.contains(first), !rest.isEmpty { return "Missing " + rest }
    if DeclaredFix.removals.contains(first), !rest.isEmpty { return "Unneeded " + rest }
    if DeclaredFix.changes.contains(first), !rest.isEmpty { return "Incorrect " + rest }
    if DeclaredFix.additions.contains(deed) { return "Missing " + label }
    if DeclaredFix.removals.contains(deed) { return "Unneeded " + label }
    if DeclaredFix.changes.contains(deed) { return "Incorrect " + label }
    return label + " not as required"
  }

  /// `Runtime Update` → `Runtime`.
  private static func withoutEnding(_ label: String) -> String {
    for ending in [
      " Fix", " Fixes", " Update", " Enhancement", " Enhancements", " Implementation", " Resolution",
      " Fixed",
    ]
    where label.hasSuffix(ending) && label.count > ending.count + 3 {
      return String(label.dropLast(ending.count))
    }
    return label
  }

  /// `proper error handling` → `error handling`.
  private static func withoutPraise(_ text: String) -> String {
    for word in ["proper ", "valid ", "correct ", "appropriate ", "comprehensive ", "complete ", "explicit "]
    where text.lowercased().hasPrefix(word) {
      return String(text.dropFirst(word.count))
    }
    return text
  }

  /// How severe it sounds, by the words that reviewers use for the levels; nil where none of them occurs.
  var weight: (level: Severity, because: String)? {
    let words = Set(RequirementSearch.plainWords(of: text))
    if !words.isDisjoint(with: [
      "lint", "linting", "pylint", "eslint", "format", "formatting", "unused", "style",
      "documentation", "readme", "comments", "docstrings", "minor", "cosmetic",
    ]) {
      return (.low, "it concerns the form, not the function")
    }
    if !words.isDisjoint(with: [
      "deployment", "deploy", "blocker", "failed", "fails", "error", "errors", "circular",
      "invalid", "compile", "compilation", "syntax", "quota", "synthesis", "unavailable", "nonexistent",
    ]) {
      return (.critical, "it stops the deployment")
    }
    if !words.isDisjoint(with: [
      "monitoring", "alarm", "alarms", "dashboard", "outputs", "deprecated", "warning",
      "coverage", "tags", "naming", "retention",
    ]) {
      return (.medium, "it works, but not as it should")
    }
    return nil
  }

  private static let faults: Set<String> = [
    "missing", "incorrect", "wrong", "invalid", "incomplete", "hardcoded", "unused", "inconsistent",
    "redundant",
    "deprecated", "circular", "insufficient", "inadequate", "overly", "lack", "unsupported", "unnecessary",
    "excessive", "broken", "outdated", "duplicate",
  ]
  private static let additions: Set<String> = [
    "added", "add", "adds", "adding", "created", "create", "included", "include", "includes", "implemented",
    "enabled", "introduced", "provided", "defined", "complete", "comprehensive",
  ]
  private static let removals: Set<String> = ["removed", "remove", "eliminated", "dropped", "deleted", "no"]
  private static let changes: Set<String> = [
    "fixed", "fix", "fixes", "corrected", "correct", "changed", "change", "updated", "update", "replaced",
    "moved",
    "switched", "separated", "used", "uses", "proper", "properly", "set", "disabled", "renamed", "converted",
    "resolved", "improved", "simplified", "adjusted", "split",
  ]

  /// Literals and names in the text that can be looked up in the documents: what stands in code marks or straight
  /// quotes, and words with a capital letter inside.
  var mentions: [String] {
    var found: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "`" || $0 == "\"" }) {
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: rest[open]) else { break }
      let word = String(rest[after..<close])
      if word.count >= 4, word.count <= 80, !found.contains(word) { found.append(word) }
      rest = rest[rest.index(after: close)...]
    }
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "." }) {
      let word = word.last == "." ? word.dropLast() : word
      let isName =
        word.count >= 6 && word.dropFirst().contains(where: \.isUppercase)
        && word.contains(where: \.isLowercase)
      let isVersion = word.contains(".") && word.first?.isNumber == true && word.count >= 3
      if isName || isVersion, !found.contains(String(word)) { found.append(String(word)) }
    }
    return Array(found.prefix(12))
  }
}
