import CorpusTools
import Glibc
import Knowledge
import Readers
import Reports
import SourceText
import Syntax
import TemplateDiff
import TemplateModel

// Throughput of each stage on one core, on texts that the generator makes. `make bench` runs it; with the
// argument `diff` only the differ is measured, with `facts` only the table of facts.
if CommandLine.arguments.contains("facts") {
  FactsBench.printAll()
  exit(0)
}
if !CommandLine.arguments.contains("diff") {
  measureStages()
  FactsBench.printAll()
}

if !CommandLine.arguments.contains("diff") { ReportScale.printAll() }
if CommandLine.arguments.count < 3 { measureFiles() }
DiffScale.printAll(only: CommandLine.arguments.count > 2 ? CommandLine.arguments[2] : nil)

func measureStages() {
  let size = 20_000_000
  let json = Generator.json(size: size)
  let yaml = Generator.yaml(size: size)
  let markdown = Generator.markdown(size: size)

  print("stage                       input       fastest     throughput")
  print(Stage.measure("lines", bytes: json.count) { LineIndex(json).count }.line)
  print(Stage.measure("JSON tree", bytes: json.count) { JSONParser.parse(json).nodes.count }.line)
  print(Stage.measure("YAML tree", bytes: yaml.count) { YAMLParser.parse(yaml).nodes.count }.line)
  print(
    Stage.measure("Markdown blocks", bytes: markdown.count) { MarkdownDocument.parse(markdown).blocks.count }
      .line)

  let hcl = Generator.hcl(size: size)
  print(Stage.measure("HCL tree", bytes: hcl.count) { HCLParser.parse(hcl).nodes.count }.line)
  for (name, language, text) in [
    ("TypeScript tree", ScriptLanguage.typeScript, Generator.typeScript(size: size)),
    ("Python tree", .python, Generator.python(size: size)),
    ("Java tree", .java, Generator.java(size: size)),
    ("Go tree", .go, Generator.go(size: size)),
  ] {
    print(
      Stage.measure(name, bytes: text.count) { ScriptParser.parse(text, language: language).nodes.count }.line
    )
  }

  let small = 2_000_000
  for (name, path, text) in [
    ("CloudFormation JSON template", "template.json", Generator.json(size: small)),
    ("CloudFormation YAML template", "template.yaml", Generator.yaml(size: small)),
    ("Markdown answer", "MODEL_RESPONSE.md", Generator.markdown(size: small)),
    ("Terraform template", "main.tf", Generator.hcl(size: small)),
    ("CDK program, TypeScript", "stack.ts", Generator.typeScript(size: small)),
    ("CDK program, Python", "stack.py", Generator.python(size: small)),
  ] {
    let file = SourceFile(path: path, bytes: text)
    print(
      Stage.measure(name, bytes: text.count, runs: 3) {
        TemplateReader.template(from: [file]).resources.count
      }.line)
  }

  let response = TemplateReader.template(from: [
    SourceFile(path: "template.json", bytes: Generator.json(size: small))
  ])
  let ideal = TemplateReader.template(from: [
    SourceFile(path: "template.yaml", bytes: Generator.yaml(size: small))
  ])
  print(
    Stage.measure("diff", bytes: 2 * small, runs: 3) {
      TemplateDiff.compare(response: response, ideal: ideal).deltas.count
    }.line)
}

/// Two templates of 5,000 resources, from bytes to deltas.
func measureFiles() {
  for (name, path, text) in [
    ("5,000 resources, JSON", "template.json", Generator.json(resources: 5_000)),
    ("5,000 resources, YAML", "template.yaml", Generator.yaml(resources: 5_000)),
  ] {
    let edited = String(decoding: text, as: UTF8.self).replacing(
      "python3.12", with: "python3.13", maxReplacements: 50)
    let sides = (SourceFile(path: path, bytes: text), SourceFile(path: path, bytes: Array(edited.utf8)))
    print(
      Stage.measure(name + ", read", bytes: text.count, runs: 5) {
        TemplateReader.template(from: [sides.0]).resources.count
      }.line)
    print(
      Stage.measure(name + ", to deltas", bytes: 2 * text.count, runs: 5) {
        TemplateDiff.compare(
          response: TemplateReader.template(from: [sides.0]), ideal: TemplateReader.template(from: [sides.1])
        ).deltas.count
      }.line)
  }
}
