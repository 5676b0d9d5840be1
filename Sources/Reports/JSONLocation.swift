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

  mutating func write(_ problem: SourceProblem, path: String, lines: ClosedRange<Int>, side: String? = nil) {
    object { writer in
      if let side { writer.field("side", side) }
      writer.field("kind", problem.kind.rawValue)
      writer.field("weight", problem.weight.name)
      writer.field("sentence", problem.sentence)
      writer.field("detail", problem.detail)
      writer.field("path", path)
      writer.field("startLine", lines.lowerBound)
      writer.field("endLine", lines.upperBound)
    }
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

extension Template {
  /// The path of a document; empty where there is none with this index.
  func path(ofDocument index: UInt32) -> String {
    documents.indices.contains(Int(index)) ? documents[Int(index)].path : ""
  }

  /// `MODEL_RESPONSE.md:120-126`, as terminals and editors link it.
  func place(_ location: SourceLocation) -> String {
    let lines = lines(of: location)
    let path = path(ofDocument: location.document).visibleLine
    return lines.count == 1
      ? "\(path):\(lines.lowerBound)" : "\(path):\(lines.lowerBound)-\(lines.upperBound)"
  }
}
