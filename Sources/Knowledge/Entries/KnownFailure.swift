/// A kind of failure that reviewers report, and everything needed to find it and to tell it.
///
/// One YAML file each, `KnownFailures/<category>/<id>.yaml`; `KnownFailureReader` says how it is written.
package struct KnownFailure: Sendable {
  package let id: String
  package let title: Phrase
  package let category: Category
  package let severity: Gravity
  /// Alternatives: one that holds is enough.
  package let detections: [Detection]
  package let issue: Phrase
  package let fix: Phrase
  package let rootCause: Phrase
  /// In the order of the file.
  package let impact: [(kind: Finding.Impact.Kind, phrase: Phrase)]
  package let references: [Finding.Link]
  package let examples: [Example]

  /// How bad it is, and why.
  package struct Gravity: Sendable {
    package var level: Severity
    /// Half a sentence that goes on from "because": `the service refuses the version`.
    package var because: String
    /// The level where it is met in four places or more.
    package var many: Severity?
  }

  /// A pair of documents with what this known failure, and no other, has to say about them.
  package struct Example: Sendable {
    package var name: String
    /// The info string of the code block: `yaml`, `json`, `hcl`, `typescript`; `markdown` for whole answers.
    package var language: String
    package var prompt: String
    package var response: String
    package var ideal: String
    package var findings: [Expectation]
    /// 1-based line of the example in its file.
    package var line: Int
  }

  /// A finding that an example must give.
  package struct Expectation: Hashable, Sendable {
    package var title: String
    /// The 1-based line in the response that is cited first; nil where it cites none.
    package var line: Int?
    /// The 1-based line in the ideal that is cited first; nil where it cites none.
    package var ideal: Int?

    package init(title: String, line: Int?, ideal: Int?) {
      self.title = title
      self.line = line
      self.ideal = ideal
    }
  }
}
