import Syntax
import TemplateModel

/// The steps of a builder as the members of a map; a step with several arguments takes a list.
enum BuilderSteps {
  static func members(
    _ chain: BuilderChain, _ evaluation: Evaluation, _ place: Program.Place, _ scope: Int
  ) -> [Member] {
    let program = evaluation.program
    let tree = program.tree(place)
    return chain.steps.map { step in
      let call = Program.Place(file: place.file, node: step.call)
      let values = evaluation.arguments(of: call, scope)
      let value =
        values.count == 1
        ? values[0] : Value(values.isEmpty ? .bool(true) : .list(values), at: program.location(call))
      return Member(
        key: tree.text(of: step.name),
        keyLocation: program.location(Program.Place(file: place.file, node: step.name)), value: value)
    }
  }
}
