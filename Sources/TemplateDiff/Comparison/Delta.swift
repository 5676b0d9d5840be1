package import SourceText
package import TemplateModel

/// One difference between the response and the ideal, on the way from the response to the ideal.
package struct Delta: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Stands in the ideal only.
    case added
    /// Stands in the response only.
    case removed
    /// Stands in both with different values.
    case changed
    /// The same thing under another name.
    case renamed
    /// The same elements in another order, where order means something.
    case reordered
    /// A literal in the response is a reference in the ideal.
    case literalToReference
    /// A reference in the response is a literal in the ideal.
    case referenceToLiteral
    /// A reference that points to something else, or to another attribute.
    case retargeted
    /// The same value, made dependent on a condition in the ideal, or the other way round.
    case conditionalised
    /// The same resource in another file, stack or module.
    case moved
    /// The same resource under another type.
    case retyped
    /// A part of a resource of the response is a resource of its own in the ideal.
    case split
    /// A resource of the response is part of another one in the ideal.
    case merged
  }

  /// What differs.
  package enum Subject: Hashable, Sendable {
    /// Indices in the two templates' `resources`; nil on the side that lacks it.
    case resource(response: Int?, ideal: Int?)
    /// Indices in the two templates' `declarations`.
    case declaration(Declaration.Kind, response: Int?, ideal: Int?)
    /// Indices in the two templates' `files`.
    case file(response: Int?, ideal: Int?)
  }

  /// Who may do what, or reach what, in the ideal compared with the response.
  package enum Access: String, Sendable { case widened, narrowed }

  /// One side of a difference.
  package struct Side: Sendable {
    /// Nil where the whole subject is meant.
    package var value: Value?
    package var location: SourceLocation

    package init(value: Value?, location: SourceLocation) {
      self.value = value
      self.location = location
    }
  }

  package var kind: Kind
  package var subject: Subject
  /// Where in the subject; empty for the subject as a whole.
  ///
  /// `DeletionPolicy`, `DependsOn` and other attributes beside the properties are paths that start with `@`:
  /// `@DeletionPolicy`.
  package var path: PropertyPath
  /// What the response has.
  ///
  /// For an added delta the place where it is missed, with no value: the enclosing map or resource; nil where
  /// the response has no such place.
  package var response: Side?
  /// What the ideal has.
  ///
  /// For a removed delta the place where the ideal does without it.
  package var ideal: Side?

  /// What it does to access; nil where it does nothing, or nobody knows.
  package var access: Access?
  /// What it does to what is running; nil where no fact tells.
  package var impact: Impact?
  /// Whether what the resource holds is gone once it is applied; `path` names the property that forces it.
  package var losesData = false
  /// Index in `TemplateDiff.deltas` of the difference that this one follows from.
  ///
  /// A reference to an added resource follows from the addition.
  package var cause: Int?
  /// Mentions in the response that follow a renamed thing and are no differences of their own.
  package var followers: [SourceLocation] = []
  /// Whether the side that lacks it breaks off before the place where it would stand: nobody knows whether it was
  /// left out.
  package var isPastBreak = false
  /// Index in `TemplateDiff.deltas` of the addition that takes the place of this removal, or the other way round:
  /// another type in the same role.
  package var substitute: Int?

  package init(kind: Kind, subject: Subject, path: PropertyPath, response: Side?, ideal: Side?) {
    self.kind = kind
    self.subject = subject
    self.path = path
    self.response = response
    self.ideal = ideal
  }
}
