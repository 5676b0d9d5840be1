package import SourceText

/// What can be told of a demand on one side.
package struct RequirementVerdict: Sendable {
  package enum State: String, Sendable, CaseIterable {
    case met, missed
    case undecided = "not decidable"
  }

  package var state: State
  /// Where it is met, or where it should be.
  package var places: [SourceLocation] = []
  /// What stands there instead: `7 days`; nil where there is nothing.
  package var found: String?
  /// The resources concerned, as indices in the template.
  package var resources: [Int] = []

  static let undecided = RequirementVerdict(state: .undecided)

  static func met(_ places: [SourceLocation], _ resources: [Int] = []) -> RequirementVerdict {
    RequirementVerdict(state: .met, places: Array(places.prefix(most)), resources: resources)
  }

  static func missed(
    _ places: [SourceLocation] = [], found: String? = nil, _ resources: [Int] = []
  ) -> RequirementVerdict {
    RequirementVerdict(state: .missed, places: Array(places.prefix(most)), found: found, resources: resources)
  }

  /// So many places show what is meant.
  private static let most = 6
}
