package import SourceText

/// One file of a template: a block of a Markdown answer, or a file of a folder.
package struct TemplateFile: Sendable {
  /// What the file is for.
  package enum Role: String, Sendable, CaseIterable {
    case entry, stack, module, handler, unitTest = "unit-test", integrationTest = "integration-test"
    case configuration, document, script
  }

  /// Which of several versions of a file this is.
  package enum Standing: String, Sendable {
    /// The text that counts.
    case final
    /// A later block gives the file again.
    case superseded
    /// A few lines of a file that another block gives whole, or that repair it.
    case excerpt
  }

  /// The path as given; for a block without one, a path made from its language and place: `block-3.yaml`.
  package var path: String
  /// Whether the answer names the path, or it was made up here.
  package var isPathGiven: Bool
  package var language: Language
  /// Nil where the file is not written for an infrastructure tool.
  package var dialect: Dialect?
  /// Why the dialect was chosen: `Resources with AWS:: types`, `imports aws-cdk-lib`; empty where there is none.
  package var dialectReason: String
  package var role: Role
  package var standing: Standing
  /// False where the text breaks off.
  package var isComplete: Bool
  /// The code, without fences and without the indentation of a surrounding list.
  package var bytes: [UInt8]
  /// Leads from offsets in `bytes` to those in the document.
  package var map: OffsetMap
  /// Index of the document in `Template.documents`.
  package var document: UInt32
  /// The code in its document.
  package var location: SourceLocation

  package init(
    path: String, isPathGiven: Bool, language: Language, bytes: [UInt8], map: OffsetMap, document: UInt32
  ) {
    self.path = path
    self.isPathGiven = isPathGiven
    self.language = language
    dialect = nil
    dialectReason = ""
    role = .document
    standing = .final
    isComplete = true
    self.bytes = bytes
    self.map = map
    self.document = document
    location = SourceLocation(document: document, range: map.document(SourceRange(0, bytes.count)))
  }

  /// Where a range of `bytes` stands in the document.
  package func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(document: document, range: map.document(range))
  }

  /// The text of a range of `bytes`; what is not UTF-8 becomes U+FFFD.
  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
