import Syntax
import TemplateModel

/// The modules that a program loads, each once a file.
enum Dependencies {
  static func of(_ program: Program) -> [Declaration] {
    var found: [Declaration] = []
    for (number, file) in program.files.enumerated() {
      var seen: Set<String> = []
      for id in file.tree.subtree(of: ScriptTree.root) where file.tree[id].kind == .importDeclaration {
        guard let module = file.tree.module(of: id) else { continue }
        let name = file.tree.moduleText(module)
        guard seen.insert(name).inserted else { continue }
        let place = Program.Place(file: number, node: id)
        let location = program.location(Program.Place(file: number, node: module))
        found.append(
          Declaration(
            kind: .dependency, name: name, file: file.index, value: Value(.string(name), at: location),
            location: program.location(place), nameLocation: location))
      }
    }
    return found
  }
}
