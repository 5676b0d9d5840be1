/// What becomes of a running resource when a difference is applied, the worst last.
package enum Impact: Int, Sendable, CaseIterable, Comparable {
  case none, inPlace, mayInterrupt, mayReplace, replace, delete, orphan

  package static func < (one: Impact, other: Impact) -> Bool { one.rawValue < other.rawValue }

  /// The worse of two; what is not known says nothing.
  package static func worst(_ one: Impact?, _ other: Impact?) -> Impact? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  /// The word in JSON.
  package var name: String {
    switch self {
    case .none: "none"
    case .inPlace: "inPlace"
    case .mayInterrupt: "mayInterrupt"
    case .mayReplace: "mayReplace"
    case .replace: "replace"
    case .delete: "delete"
    case .orphan: "orphan"
    }
  }
}

/// A resource that must follow another although nothing in it differs.
///
///     Subnet replaced  →  Instance.SubnetId: !Join [ … !Ref Subnet … ]  →  Instance replaced
package struct Consequence: Hashable, Sendable {
  /// Index in `TemplateDiff.pairs`.
  package var pair: Int
  package var impact: Impact
  /// The property whose reference carries the change.
  package var property: String
  /// Index in `TemplateDiff.pairs` of the resource that is replaced.
  package var cause: Int
  /// Whether what the resource holds is gone with it.
  package var losesData: Bool

  package init(pair: Int, impact: Impact, property: String, cause: Int, losesData: Bool = false) {
    self.pair = pair
    self.impact = impact
    self.property = property
    self.cause = cause
    self.losesData = losesData
  }
}
