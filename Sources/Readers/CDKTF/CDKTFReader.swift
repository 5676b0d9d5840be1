package import TemplateModel
import Syntax

/// Reads CDKTF programs in TypeScript, JavaScript, Python, Java and Go, without running them.
///
/// Source: the CDK for Terraform documentation, "Concepts", and the bindings of its providers.
package enum CDKTFReader {
  /// Adds what the files declare to the template that holds them; tests and handlers declare nothing.
  ///
  /// - Parameter files: the places of the program's files in `template.files`, in any of the languages.
  package static func read(files: [Int], into template: inout Template) {
    let programs = files.filter { index in
      template.files[index].language.script != nil
        && ![.unitTest, .integrationTest, .handler].contains(template.files[index].role)
    }
    guard !programs.isEmpty else { return }
    let program = ProgramIndex.program(of: programs, in: &template)
    var reading = CDKTFReading(program, documents: template.documents)
    reading.read(into: &template)
    template.symbols += SymbolUses.find(in: program, of: .cdktf)
  }
}
