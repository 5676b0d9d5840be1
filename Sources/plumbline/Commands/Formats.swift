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

/// The value of `show --format`.
enum ShowFormat: String, CaseIterable, Sendable {
  case text, json
}
