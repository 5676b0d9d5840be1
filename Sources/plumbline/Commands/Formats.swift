/// The value of `report --format`.
enum ReportFormat: String, CaseIterable, Sendable {
  case text, markdown, html, json, jsonl, sarif, junit, gitlab, github
  case githubSummary = "github-summary"
  case rdjsonl

  /// What a file of this name is expected to hold; `text` where the name does not tell.
  init(forOutput path: String?) {
    let endings: [(String, ReportFormat)] = [
      (".md", .markdown), (".html", .html), (".json", .json), (".jsonl", .jsonl), (".sarif", .sarif),
      (".rdjsonl", .rdjsonl),
    ]
    self = endings.first { path?.hasSuffix($0.0) == true }?.1 ?? .text
  }
}

/// What `corpus report --output FORMAT=PATH` may name.
enum CorpusFormat: String, CaseIterable, Sendable {
  case jsonl, html
}

/// The value of `diff --format`.
enum DiffFormat: String, CaseIterable, Sendable {
  case text, markdown, json
}

/// What `diff` is asked to show.
struct DiffRequest: Sendable {
  var format = DiffFormat.text
  /// Whether the lines are shown instead of the tree.
  var isUnified = false
  /// Types of resources that are wanted; all where there is none.
  var types: [String] = []
  /// Properties that are not wanted.
  var ignored: [String] = []
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
