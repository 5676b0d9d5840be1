import Readers
import SourceText
import TemplateDiff
import TemplateModel

/// Reads a CloudFormation template that a test spells out.
func template(_ text: String, _ language: Language = .yaml) -> Template {
  let document = SourceFile(path: "template.yaml", text: text)
  var template = Template(documents: [document])
  template.files = [
    TemplateFile(
      path: document.path, isPathGiven: true, language: language, bytes: document.bytes, map: OffsetMap(),
      document: 0)
  ]
  CloudFormationReader.read(file: 0, into: &template)
  return template
}

/// The deltas of two templates in short: `changed Bucket BucketName: logs → audit`.
func deltas(_ response: String, _ ideal: String) -> [String] {
  words(TemplateDiff.compare(response: template(response), ideal: template(ideal)))
}

/// The deltas of a diff in short.
func words(_ diff: TemplateDiff) -> [String] {
  diff.deltas.map { delta in
    let name =
      switch delta.subject {
      case .resource(_, let index?): diff.ideal.resources[index].name
      case .resource(let index?, nil): diff.response.resources[index].name
      case .declaration(_, _, let index?): diff.ideal.declarations[index].name
      case .declaration(_, let index?, nil): diff.response.declarations[index].name
      default: ""
      }
    let path = delta.path.description.isEmpty ? "" : " \(delta.path)"
    let values = [delta.response?.value, delta.ideal?.value].map { $0?.summary() ?? "" }
    return "\(delta.kind.rawValue) \(name)\(path): \(values[0]) → \(values[1])"
  }
}
