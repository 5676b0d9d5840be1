package import SourceText

/// A change that an answer's prose says it makes: "Fixed the bucket policy", an item below "Key corrections".
package struct DeclaredChange: Hashable, Sendable {
  package enum Kind: String, Sendable { case fixed, added, removed, changed }

  package var kind: Kind
  /// The sentence or list item as written, without its bullet and emphasis marks.
  package var text: String
  /// What stands in code marks: names of resources, properties and values.
  package var names: [String]
  package var location: SourceLocation

  package init(kind: Kind, text: String, names: [String], location: SourceLocation) {
    self.kind = kind
    self.text = text
    self.names = names
    self.location = location
  }
}
