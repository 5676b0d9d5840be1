/// What a report has told already, so that no excerpt and no paragraph stands in it twice.
struct ToldParts {
  private enum Part: Hashable {
    case code(isResponse: Bool, path: String, rows: [Excerpt.Row])
    case prose(String)
  }

  /// What is shorter is said again.
  private static let shortest = 40

  private var findings: [Part: Int] = [:]

  /// The index of the finding that shows the same lines with the same marks; nil the first time.
  mutating func earlier(_ excerpt: Excerpt, isResponse: Bool, _ finding: Int) -> Int? {
    earlier(.code(isResponse: isResponse, path: excerpt.path, rows: excerpt.rows), finding)
  }

  /// The index of the finding that says the same; nil the first time, and for a few words.
  mutating func earlier(_ prose: String, _ finding: Int) -> Int? {
    prose.utf8.count < Self.shortest ? nil : earlier(.prose(prose), finding)
  }

  private mutating func earlier(_ part: Part, _ finding: Int) -> Int? {
    if let earlier = findings[part] { return earlier }
    findings[part] = finding
    return nil
  }
}
