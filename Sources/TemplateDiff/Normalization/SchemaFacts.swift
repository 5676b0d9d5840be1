/// What a provider's schema says of properties, as far as comparing needs it.
///
/// Each question names a canonical type and the keys that lead to the property, joined by dots as in
/// `PropertyPath.keys`; nil and `unknown` mean that nobody knows. Nothing is known unless a caller fills this in.
package struct SchemaFacts: Sendable {
  package enum Scalar: Sendable { case string, number, boolean }

  package enum Update: Sendable {
    /// A change makes the platform create the resource anew.
    case createOnly
    /// A change does so in some cases.
    case conditionallyCreateOnly
    /// A change takes the resource out of service for a while.
    case interrupts
    case inPlace
    case unknown
  }

  package typealias Question<Answer> = @Sendable (_ type: String, _ property: String) -> Answer

  package var scalar: Question<Scalar?>
  package var update: Question<Update>
  /// Whether a list's order means nothing; nil where the schema does not say.
  package var isSet: Question<Bool?>
  /// Whether a type holds data that is gone when the resource is.
  package var isStateful: @Sendable (_ type: String) -> Bool = { _ in false }
  /// Whether the platform refuses to delete a resource of a type that holds something.
  package var mustBeEmpty: @Sendable (_ type: String) -> Bool = { _ in false }

  package init(
    scalar: @escaping Question<Scalar?> = { _, _ in nil },
    update: @escaping Question<Update> = { _, _ in .unknown },
    isSet: @escaping Question<Bool?> = { _, _ in nil }
  ) {
    self.scalar = scalar
    self.update = update
    self.isSet = isSet
  }

  package static let none = SchemaFacts()
}
