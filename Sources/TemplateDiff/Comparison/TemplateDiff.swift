package import TemplateModel

/// Two templates, what corresponds to what, and how they differ.
package struct TemplateDiff: Sendable {
  package let response: Template
  package let ideal: Template
  /// Resources that correspond, in the order of the ideal.
  package let pairs: [ResourcePair]
  /// In the order of the ideal, what stands in the response only at the end.
  package let deltas: [Delta]

  package init(response: Template, ideal: Template, pairs: [ResourcePair], deltas: [Delta]) {
    self.response = response
    self.ideal = ideal
    self.pairs = pairs
    self.deltas = deltas
  }
}

/// A resource of the response and the one of the ideal that it stands for.
package struct ResourcePair: Hashable, Sendable {
  /// Index in the response's `resources`.
  package var response: Int
  /// Index in the ideal's `resources`.
  package var ideal: Int
  package var reason: Reason

  /// Why the two are taken for the same.
  package enum Reason: String, Sendable {
    case sameAddress, sameName, onlyOneOfItsType
  }

  package init(response: Int, ideal: Int, reason: Reason) {
    self.response = response
    self.ideal = ideal
    self.reason = reason
  }
}
