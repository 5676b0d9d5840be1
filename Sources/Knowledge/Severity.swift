/// How bad a failure is, from the least.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case low, medium, high, critical

  package static func < (first: Severity, second: Severity) -> Bool { first.rank < second.rank }

  /// 0 for low to 3 for critical.
  package var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }

  /// `Critical`, as headings write it.
  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
