/// What people call the things of the cloud and their traits, and where each dialect writes them.
///
/// Read from `concepts.yaml` beside the known failures, which says how it is written.
package struct ConceptTable: Sendable {
  /// In the order of the file.
  package let traits: [Trait]
  /// In the order of the file.
  package let concepts: [Concept]

  /// The table that knows nothing.
  package static let empty = ConceptTable(traits: [], concepts: [])

  /// The file beside the known failures that holds the table.
  package static let fileName = "concepts.yaml"

  init(traits: [Trait], concepts: [Concept]) {
    self.traits = traits
    self.concepts = concepts
  }

  func concept(_ name: String) -> Concept? { concepts.first { $0.name == name } }

  func trait(_ name: String) -> Trait? { traits.first { $0.name == name } }

  /// Whether a word can only be the name of a thing: small letters and hyphens.
  ///
  /// Types have capitals, colons, dots, underscores or wild cards.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D }
  }
}
