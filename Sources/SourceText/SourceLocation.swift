/// A range in one of the documents that the user gave.
///
/// A template read from a Markdown answer has one document, the Markdown file; a template read from a folder
/// has one a file. `document` is the index in the list that the template carries.
package struct SourceLocation: Hashable, Sendable {
  package var document: UInt32
  package var range: SourceRange

  package init(document: UInt32, range: SourceRange) {
    self.document = document
    self.range = range
  }

  /// The smallest location that covers both; where the documents differ, the first.
  package func union(_ other: SourceLocation) -> SourceLocation {
    document == other.document ? SourceLocation(document: document, range: range.union(other.range)) : self
  }
}
