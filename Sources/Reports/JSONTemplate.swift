import SourceText
package import TemplateModel

/// What was read, as JSON, format version 1.0: files, resources, declarations and problems.
///
/// `path` is the file's path in the answer or folder (`lib/TapStack.json`), `document` the path of the document
/// that the user gave; lines are 1-based lines of the document.
package struct JSONTemplate: Sendable {
  private let template: Template

  package init(_ template: Template) { self.template = template }

  /// The whole document, indented, with a final line break.
  package var text: String {
    var writer = JSONWriter(isPretty: true)
    writer.object { writer in
      writer.field("format_version", JSONReport.formatVersion)
      writer.field("documents", template.documents) { writer, document in
        writer.object {
          $0.field("path", document.path)
          $0.field("bytes", document.bytes.count)
          $0.field("lines", document.lines.count)
        }
      }
      writer.field("files", template.files) { write($1, into: &$0) }
      writer.field("resources", template.resources) { write($1, into: &$0) }
      writer.field("parameters", template.declarations(.parameter)) { write($1, into: &$0) }
      writer.field("outputs", template.declarations(.output)) { write($1, into: &$0) }
      let others = template.declarations.filter { $0.kind != .parameter && $0.kind != .output }
      writer.field("declarations", others) { write($1, into: &$0) }
      writer.field("functions", template.functions) { write($1, into: &$0) }
      writer.field("problems", template.problems) { writer, problem in
        writer.object {
          $0.fields(of: problem.problem)
          $0.field("path", template.file(at: problem.location)?.path)
          $0.fields(of: problem.location, in: template, documentKey: "document")
        }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ file: TemplateFile, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("path", file.path)
      writer.field("isPathGiven", file.isPathGiven)
      writer.field("language", file.language.rawValue)
      writer.field("dialect", file.dialect?.rawValue)
      writer.field("dialectReason", file.dialectReason)
      writer.field("role", file.role.rawValue)
      writer.field("standing", file.standing.rawValue)
      writer.field("isComplete", file.isComplete)
      writer.field("bytes", file.bytes.count)
      writer.fields(of: file.location, in: template, documentKey: "document")
    }
  }

  private func write(_ resource: Resource, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("address", resource.address)
      writer.field("type", resource.type)
      writer.field("canonicalType", resource.canonicalType)
      writer.field("name", resource.name)
      writer.field("unit", resource.unit)
      writer.field("path", path(ofFile: resource.file))
      writer.fields(of: resource.location, in: template, documentKey: "document")
      writer.field("isLookup", resource.isLookup)
      writer.field("isComplete", resource.isComplete)
      writer.field("condition", resource.condition?.summary())
      writer.field("count", resource.count?.summary())
      writer.field("dependsOn", resource.dependsOn) { $0.value($1.reference.summary) }
      writer.field("properties", resource.properties.members) { write($1, into: &$0) }
      writer.field("attributes", resource.attributes) { write($1, into: &$0) }
    }
  }

  private func write(_ member: Member, into writer: inout JSONWriter) {
    let lines = template.lines(of: member.location)
    writer.object {
      $0.field("name", member.key)
      $0.field("startLine", lines.lowerBound)
      $0.field("endLine", lines.upperBound)
    }
  }

  private func write(_ declaration: Declaration, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("kind", declaration.kind.rawValue)
      writer.field("name", declaration.name)
      writer.field("unit", declaration.unit)
      writer.field("path", path(ofFile: declaration.file))
      writer.fields(of: declaration.location, in: template, documentKey: "document")
    }
  }

  private func write(_ function: EmbeddedCode, into writer: inout JSONWriter) {
    writer.object { writer in
      let owner = function.resource.flatMap { template.resources.indices.contains($0) ? $0 : nil }
      writer.field("resource", owner.map { template.resources[$0].address })
      writer.field("language", function.language.rawValue)
      writer.fields(of: function.location, in: template, documentKey: "document")
    }
  }

  private func path(ofFile index: Int) -> String {
    template.files.indices.contains(index) ? template.files[index].path : ""
  }
}
