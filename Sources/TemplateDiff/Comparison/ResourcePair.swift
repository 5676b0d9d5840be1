/// A resource of the response and the one of the ideal that it stands for.
package struct ResourcePair: Hashable, Sendable {
  /// Index in the response's `resources`.
  package var response: Int
  /// Index in the ideal's `resources`.
  package var ideal: Int
  package var reason: Reason
  /// How alike the two are, in thousandths.
  package var score: Int
  /// Whether another pairing would be about as good.
  package var isAmbiguous: Bool
  /// Pairings of either resource that came close, the best first, at most eight.
  package var alternatives: [Alternative]
  /// Whether a migration may rely on the pair.
  ///
  /// Comparing may be generous, migrating may not: only a likeness of 850 or more, without an alternative and
  /// without a create-only property that differs.
  package var isMigratable = false

  /// Why the two are taken for the same.
  package enum Reason: String, Sendable {
    case pinned, sameAddress, sameName, onlyOneOfItsType, samePhysicalName, sameNeighbourhood, sameContent,
      alike
  }

  package struct Alternative: Hashable, Sendable {
    package var response: Int
    package var ideal: Int
    package var score: Int
  }

  package init(
    response: Int, ideal: Int, reason: Reason, score: Int = 1000, isAmbiguous: Bool = false,
    alternatives: [Alternative] = []
  ) {
    self.response = response
    self.ideal = ideal
    self.reason = reason
    self.score = score
    self.isAmbiguous = isAmbiguous
    self.alternatives = alternatives
  }
}
