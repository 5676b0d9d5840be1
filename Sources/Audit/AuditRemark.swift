package import SourceText

/// What an audit has to say about one place of a report.
package struct AuditRemark: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case count, numbering
    case sectionSeverity = "section-severity"
    case missingField = "missing-field"
    case quotation
    case citedLines = "cited-lines"
    case crossReference = "cross-reference"
    case repetition
    case contradiction
    case missedFailure = "missed-failure"
  }

  package let kind: Kind
  /// 1-based lines of the report.
  package let lines: ClosedRange<Int>
  /// One sentence.
  package let sentence: String
  /// What puts it right, where that is mechanical.
  package let edits: [Edit]

  /// A range of the report and what should stand there.
  package struct Edit: Hashable, Sendable {
    package let range: SourceRange
    package let text: String
  }

  package init(_ kind: Kind, lines: ClosedRange<Int>, _ sentence: String, edits: [Edit] = []) {
    self.kind = kind
    self.lines = lines
    self.sentence = sentence
    self.edits = edits
  }
}
