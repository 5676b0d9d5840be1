package import TemplateModel

/// Two templates, what corresponds to what, and how they differ.
package struct TemplateDiff: Sendable {
  package let response: Template
  package let ideal: Template
  /// Resources that correspond, in the order of the ideal.
  package let pairs: [ResourcePair]
  /// In the order of the ideal, what stands in the response only at the end.
  package let deltas: [Delta]
  /// Resources that must follow others, in the order of the pairs.
  package let consequences: [Consequence]
  /// What kind of pair of templates this is.
  package let condition: PairCondition
  /// What the ideal's prose says was changed, each with the deltas that it speaks of.
  package let declared: [DeclaredDelta]
  /// What was left out because there was too much of it.
  package let limits: MatchingLimits

  package init(
    response: Template, ideal: Template, pairs: [ResourcePair], deltas: [Delta],
    consequences: [Consequence] = [], condition: PairCondition = .ordinary, declared: [DeclaredDelta] = [],
    limits: MatchingLimits = MatchingLimits()
  ) {
    self.response = response
    self.ideal = ideal
    self.pairs = pairs
    self.deltas = deltas
    self.consequences = consequences
    self.condition = condition
    self.declared = declared
    self.limits = limits
  }

  /// Two addresses that a user says are the same resource.
  package struct Pin: Sendable {
    package var response: String
    package var ideal: String

    package init(response: String, ideal: String) {
      self.response = response
      self.ideal = ideal
    }
  }
}
