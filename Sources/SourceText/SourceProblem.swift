/// A part of a text that could not be read, or was read with a doubt, and why.
package struct SourceProblem: Hashable, Sendable {
  /// What was met.
  ///
  /// Each reader and parser has its own words; see `Syntax` and `Readers`.
  package var kind: Kind
  /// The part concerned.
  package var range: SourceRange
  /// A name, token or number that the sentence needs: `"Bucket"`, `"}"`, `"10000"`; empty where it needs none.
  package var detail: String

  package init(_ kind: Kind, range: SourceRange, detail: String = "") {
    self.kind = kind
    self.range = range
    self.detail = detail
  }
}
