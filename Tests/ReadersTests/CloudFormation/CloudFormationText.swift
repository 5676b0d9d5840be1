import Readers
import SourceText
import TemplateModel

/// Reads a template that a test spells out.
func cloudFormation(_ text: String, _ language: Language = .yaml) -> Template {
  let document = SourceFile(path: language == .json ? "template.json" : "template.yaml", text: text)
  var template = Template(documents: [document])
  template.files = [
    TemplateFile(
      path: document.path, isPathGiven: true, language: language, bytes: document.bytes, map: OffsetMap(),
      document: 0)
  ]
  CloudFormationReader.read(file: 0, into: &template)
  return template
}
