import Readers
import SourceText
import TemplateModel

/// Reads a program that a test spells out, as one file of its dialect.
func program(_ text: String, _ language: Language, _ dialect: Dialect) -> Template {
  programs([(path(language), text)], language, dialect)
}

/// Reads a program of several files.
func programs(_ files: [(path: String, text: String)], _ language: Language, _ dialect: Dialect) -> Template {
  var template = Template(documents: files.map { SourceFile(path: $0.path, text: $0.text) })
  for (index, document) in template.documents.enumerated() {
    var file = TemplateFile(
      path: document.path, isPathGiven: true, language: language, bytes: document.bytes, map: OffsetMap(),
      document: UInt32(index))
    file.dialect = dialect
    template.files.append(file)
  }
  let indices = Array(template.files.indices)
  switch dialect {
  case .pulumi: PulumiReader.read(files: indices, into: &template)
  case .cdktf: CDKTFReader.read(files: indices, into: &template)
  default: break
  }
  return template
}

private func path(_ language: Language) -> String {
  switch language {
  case .typeScript: "index.ts"
  case .python: "__main__.py"
  case .go: "main.go"
  case .java: "App.java"
  default: "Pulumi.yaml"
  }
}

/// What a template declares, a line for every resource, property, attribute and declaration, without places.
func outline(_ template: Template) -> [String] {
  var lines: [String] = []
  for resource in template.resources {
    lines.append(
      "\(resource.canonicalType) \(resource.type) \(resource.address)\(resource.isLookup ? " looked up" : "")"
    )
    lines += resource.properties.members.map { "  \($0.key) = \($0.value.summary(limit: 500))" }
    lines += resource.attributes.map { "  [\($0.key)] = \($0.value.summary(limit: 500))" }
    lines += resource.dependsOn.map { "  after \($0.reference.summary)" }
    if let count = resource.count { lines.append("  for \(count.summary())") }
    if let condition = resource.condition { lines.append("  if \(condition.summary())") }
  }
  for declaration in template.declarations where declaration.kind != .setting {
    lines.append(
      "\(declaration.kind) \(declaration.unit)/\(declaration.name) = \(declaration.value.summary(limit: 500))"
    )
  }
  return lines
}
