package import SourceText

/// What a reviewer would write down: one cause, told with its place, its remedy and its consequences.
package struct Finding: Sendable {
  /// The id of the known failure.
  package var rule: String
  /// A noun phrase that names fault and subject: `Hardcoded master password on AWS::RDS::DBInstance Database`.
  package var title: String
  package var severity: Severity
  /// Why it is this severe, in half a sentence.
  package var severityReason: String
  package var category: Category
  /// Canonical type, address and property: `AWS::S3::Bucket LogBucket BucketEncryption`.
  package var subject: String
  /// Stays the same while rule, address and property do; 16 hexadecimal digits.
  package var fingerprint: String
  /// Places in the response, the one meant first.
  package var response: [SourceLocation]
  /// Places in the ideal, the one meant first.
  package var ideal: [SourceLocation]
  /// What the response does, quoted.
  ///
  /// Markdown.
  package var issue: String
  /// What to write instead.
  ///
  /// Markdown.
  package var fix: String
  /// Why models get it wrong.
  ///
  /// Markdown.
  package var rootCause: String
  /// What follows if it stays, by kind, in the order of the report.
  ///
  /// Markdown.
  package var impact: [Impact]
  /// Links to official documentation.
  package var references: [Link]
  /// The line of the prompt that asks for it.
  package var requirement: RequirementQuote?
  /// 0 to 1000: how sure it is that the finding is true of the documents.
  package var confidence: Int
  /// What it rests on; nil for a finding that was not judged here.
  package var grounds: Grounds?

  package struct Impact: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case deployment, security, cost, performance, operations
      package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }
    package var kind: Kind
    package var text: String

    package init(kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  package struct Link: Hashable, Sendable {
    package var title: String
    package var url: String

    package init(title: String, url: String) {
      self.title = title
      self.url = url
    }
  }

  package struct RequirementQuote: Hashable, Sendable {
    package var text: String
    /// 1-based first and last line in the prompt.
    package var lines: ClosedRange<Int>

    package init(text: String, lines: ClosedRange<Int>) {
      self.text = text
      self.lines = lines
    }
  }

  package init(
    rule: String, title: String, severity: Severity, severityReason: String, category: Category,
    subject: String, fingerprint: String, response: [SourceLocation], ideal: [SourceLocation], issue: String,
    fix: String, rootCause: String, impact: [Impact], references: [Link], requirement: RequirementQuote?,
    confidence: Int
  ) {
    self.rule = rule
    self.title = title
    self.severity = severity
    self.severityReason = severityReason
    self.category = category
    self.subject = subject
    self.fingerprint = fingerprint
    self.response = response
    self.ideal = ideal
    self.issue = issue
    self.fix = fix
    self.rootCause = rootCause
    self.impact = impact
    self.references = references
    self.requirement = requirement
    self.confidence = confidence
  }
}
