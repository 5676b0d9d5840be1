package import TemplateModel

/// The files that an answer or a folder consists of, before any of them is read as a template.
package struct ParsedResponse: Sendable {
  /// In the order of the documents and of the text.
  package var files: [TemplateFile]
  /// In the order of the documents and of the text.
  package var problems: [LocatedProblem]

  package init(files: [TemplateFile] = [], problems: [LocatedProblem] = []) {
    self.files = files
    self.problems = problems
  }

  mutating func append(_ other: ParsedResponse) {
    files += other.files
    problems += other.problems
  }
}
