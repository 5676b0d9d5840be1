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

/// The value of `show --format`.
enum ShowFormat: String, CaseIterable, Sendable {
  case text, json
}

/// The value of `--fail-on`: the severities, the worst first.
enum FailThreshold: String, CaseIterable, Comparable, Sendable {
  case critical, high, medium, low

  private var rank: Int {
    switch self {
    case .critical: 3
    case .high: 2
    case .medium: 1
    case .low: 0
    }
  }

  static func < (milder: Self, worse: Self) -> Bool { milder.rank < worse.rank }
}
