import SourceText
import TemplateModel

@testable import Readers

/// Reads CDK files that a test spells out, by their paths.
func cdk(_ files: [(path: String, text: String)]) -> Template {
  var template = Template(documents: files.map { SourceFile(path: $0.path, text: $0.text) })
  for (index, file) in files.enumerated() {
    var read = TemplateFile(
      path: file.path, isPathGiven: true, language: language(of: file.path), bytes: Array(file.text.utf8),
      map: OffsetMap(), document: UInt32(index))
    read.dialect = .cdk
    template.files.append(read)
  }
  CDKReader.read(files: Array(files.indices), into: &template)
  return template
}

func cdk(_ path: String, _ text: String) -> Template { cdk([(path, text)]) }

func language(of path: String) -> Language {
  if path.hasSuffix(".py") { return .python }
  if path.hasSuffix(".java") { return .java }
  return path.hasSuffix(".go") ? .go : .typeScript
}

extension Template {
  /// The resource with a name.
  func resource(_ name: String) -> Resource? { resources.first { $0.name == name } }

  /// `AWS::S3::Bucket Stack/Logs` for each resource, in order.
  var outline: [String] { resources.map { "\($0.canonicalType) \($0.address)" } }
}

extension Resource {
  /// A property as text.
  func text(_ key: String) -> String { properties[key]?.summary(limit: 400) ?? "" }

  /// All properties as text, sorted by their keys.
  var propertyTexts: [String] {
    properties.members.map { "\($0.key): \($0.value.summary(limit: 400))" }.sorted()
  }
}
