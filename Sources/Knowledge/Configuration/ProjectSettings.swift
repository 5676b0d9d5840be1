/// What a project says of the known failures: which it does not want to hear of, and how severe it takes others.
package struct ProjectSettings: Sendable {
  /// Ids and categories that are switched off.
  package var off: Set<String> = []
  /// By id or category; an id goes before its category.
  package var severities: [String: Severity] = [:]
  /// The file that says so, as the reason of a severity names it.
  package var origin = ""

  package init() {}

  func isOff(_ failure: KnownFailure) -> Bool {
    off.contains(failure.id) || off.contains(failure.category.rawValue)
  }

  /// The severity that the project gives a finding, with the reason; nil where it leaves it.
  func gravity(of failure: KnownFailure, insteadOf level: Severity) -> (level: Severity, because: String)? {
    guard let wanted = severities[failure.id] ?? severities[failure.category.rawValue], wanted != level else {
      return nil
    }
    return (wanted, "remapped by \(origin) from \(level.rawValue)")
  }
}
