import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

extension JSONWriter {
  /// What the prompt asks for, with what can be told of it on both sides, as a list under a key.
  mutating func field(_ key: String, _ analysis: FailureAnalysis) {
    field(key, analysis.matrix.rows) { writer, row in
      writer.object { writer in
        writer.field("demand", row.demand.text)
        writer.field("certain", row.demand.isCertain)
        writer.field("text", row.quote.text)
        writer.field("startLine", row.quote.lines.lowerBound)
        writer.field("endLine", row.quote.lines.upperBound)
        writer.field("model") { $0.fields(of: row.response, in: analysis.diff.response) }
        writer.field("ideal") { $0.fields(of: row.ideal, in: analysis.diff.ideal) }
      }
    }
  }

  private mutating func fields(of verdict: RequirementVerdict, in template: Template) {
    field("state", verdict.state.rawValue)
    field("found", verdict.found)
    field("places", verdict.places) { $0.write($1, in: template) }
  }
}
