/// The value of `report --format`.
enum ReportFormat: String, CaseIterable, Sendable {
  case text, markdown, json

  /// What a file of this name is expected to hold; `text` where the name does not tell.
  init(forOutput path: String?) {
    if path?.hasSuffix(".md") == true {
      self = .markdown
    } else if path?.hasSuffix(".json") == true {
      self = .json
    } else {
      self = .text
    }
  }
}

/// The value of `diff --format`.
enum DiffFormat: String, CaseIterable, Sendable {
  case text, markdown, json
}

/// The value of `score --format`.
enum ScoreFormat: String, CaseIterable, Sendable {
  case text, json, jsonl
}

/// The value of `audit --format`.
enum AuditFormat: String, CaseIterable, Sendable {
  case text, json
}

/// The value of `show --format`.
enum ShowFormat: String, CaseIterable, Sendable {
  case text, json
}
