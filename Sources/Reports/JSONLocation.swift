import SourceText
import TemplateModel

extension JSONWriter {
  /// `{path, startLine, endLine}`: the document's path and 1-based lines in it.
  mutating func write(_ location: SourceLocation, in template: Template) {
    object { $0.fields(of: location, in: template, documentKey: "path") }
  }

  /// The document's path under `documentKey`, `startLine` and `endLine`.
  mutating func fields(of location: SourceLocation, in template: Template, documentKey: String) {
    let lines = template.lines(of: location)
    field(documentKey, template.path(ofDocument: location.document))
    field("startLine", lines.lowerBound)
    field("endLine", lines.upperBound)
  }

  /// What was met, how much is lost, and the sentence for people.
  mutating func fields(of problem: SourceProblem) {
    field("kind", problem.kind.rawValue)
    field("weight", problem.weight.name)
    field("sentence", problem.sentence)
    field("detail", problem.detail)
  }
}

extension SourceProblem.Weight {
  /// The word in JSON.
  var name: String {
    switch self {
    case .note: "note"
    case .partlyRead: "partlyRead"
    case .notRead: "notRead"
    }
  }
}
