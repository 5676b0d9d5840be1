package import TemplateModel
import Syntax

/// Reads Pulumi programs in TypeScript, JavaScript, Python, Go and Java, and Pulumi YAML, without running them.
///
/// Source: the Pulumi documentation, "Concepts" and "Pulumi YAML language reference".
package enum PulumiReader {
  /// Adds what the files declare to the template that holds them; tests and handlers declare nothing.
  ///
  /// - Parameter files: the places of the program's files in `template.files`, in any of the languages.
  package static func read(files: [Int], into template: inout Template) {
    for index in files where [.yaml, .json].contains(template.files[index].language) {
      PulumiYAMLReader.read(file: index, into: &template)
    }
    let programs = files.filter { index in
      template.files[index].language.script != nil
        && ![.unitTest, .integrationTest, .handler].contains(template.files[index].role)
    }
    guard !programs.isEmpty else { return }
    let program = ProgramIndex.program(of: programs, in: &template)
    var reading = PulumiReading(program, documents: template.documents)
    reading.read(into: &template)
    template.symbols += SymbolUses.find(in: program, of: .pulumi)
  }
}
