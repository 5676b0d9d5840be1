import SourceText

/// What a labelled paragraph of an item is about.
enum Field: String, CaseIterable {
  case issue, fix
  case rootCause = "root cause"
  case impact

  private static let causes: Set<String> = ["cause", "reason", "why it happened", "why this happened"]
  private static let fixes: Set<String> = [
    "fix", "fix applied", "solution", "correct implementation", "required", "fix required", "resolution",
    "recommended fix", "required fix", "correction", "expected",
  ]
  private static let issues: Set<String> = [
    "problem", "issue", "issues", "issues list", "bug", "error", "description", "failure encountered",
    "what went wrong", "finding", "failure",
  ]

  /// By the words of a label: `MODEL_RESPONSE Issue`, `Cost/Security/Performance Impact`.
  init?(label words: [String]) {
    let text = words.joined(separator: " ")
    guard !words.isEmpty, words.count <= 7, text != "impact level", text != "training impact" else {
      return nil
    }
    if text.hasPrefix("root cause") || Self.causes.contains(text) {
      self = .rootCause
    } else if text.hasPrefix("ideal") || Self.fixes.contains(text) {
      self = .fix
    } else if text.hasPrefix("model") || Self.issues.contains(text) {
      self = .issue
    } else if words.last == "impact" || text.hasPrefix("impact") {
      self = .impact
    } else {
      return nil
    }
  }
}

extension FailureReport {
  /// The labels in an item, each with its line and what it is about: `**Root Cause**: …`, `#### Root Cause`.
  func fields(of item: Item) -> [(field: Field, line: Int)] {
    guard item.lines.count > 1 else { return [] }
    return (item.lines.lowerBound + 1...item.lines.upperBound).compactMap { line in
      guard !codeLines.contains(line), let words = label(ofLine: line) else { return nil }
      return Field(label: words).map { ($0, line) }
    }
  }

  /// The words of the bold lead or the heading that a line starts with, in lower case.
  private func label(ofLine line: Int) -> [String]? {
    let text = file.text(ofLine: line).drop { $0 == " " || $0 == "-" || $0 == "\t" }
    if text.hasPrefix("#") { return Array(text.utf8).labelWords }
    guard text.hasPrefix("**") else { return nil }
    let rest = text.dropFirst(2)
    guard let end = rest.firstRange(of: "**") else { return nil }
    return Array(rest[..<end.lowerBound].utf8).labelWords
  }
}

extension [UInt8] {
  /// The words up to a bracket or a colon; without `response`, so that `MODEL_RESPONSE Issue` is `model issue`.
  fileprivate var labelWords: [String] {
    Token.tokens(self, in: 0..<count).prefix { $0.text != "(" && $0.text != ":" }.filter { $0.kind == .word }
      .map(\.text).filter { $0 != "response" }
  }
}
