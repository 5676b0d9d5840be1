import Syntax
import TemplateModel

/// The environment variables that a program asks for: they are its parameters, as nobody else can set them.
enum EnvironmentVariables {
  /// One parameter for every variable, where it is asked first; `defaults` say what it is without a value.
  static func parameters(
    of evaluation: Evaluation, defaults: [String: Value], besides declared: Set<String>
  ) -> [Declaration] {
    let program = evaluation.program
    var seen = declared
    var found: [Declaration] = []
    func add(_ value: Value?, _ place: Program.Place) {
      guard var value else { return }
      if case .call("coalesce", let arguments) = value.kind, let first = arguments.first { value = first }
      guard case .reference(let reference) = value.kind, reference.kind == .parameter,
        seen.insert(reference.target).inserted
      else { return }
      let location = program.location(place)
      let members =
        defaults[reference.target].map { [Member(key: "default", keyLocation: location, value: $0)] } ?? []
      found.append(
        Declaration(
          kind: .parameter, name: reference.target, file: program.files[place.file].index,
          value: Value(.map(members), at: location), location: location, nameLocation: location))
    }
    for (number, file) in program.files.enumerated() {
      for id in file.tree.subtree(of: ScriptTree.root) where [.member, .index].contains(file.tree[id].kind) {
        let place = Program.Place(file: number, node: id)
        add(LanguageValues.environment(evaluation, place, file.scope), place)
      }
    }
    for call in program.calls {
      guard let parts = CallParts(evaluation, call.place, call.scope), isQuestion(parts) else { continue }
      add(LanguageValues.value(evaluation, call.place, call.scope), call.place)
    }
    return found
  }

  private static func isQuestion(_ call: CallParts) -> Bool {
    ["Getenv", "getenv", "LookupEnv"].contains(call.name)
      || call.name == "get" && call.receiver.map { call.tree.text(of: $0.node, is: "os.environ") } == true
  }
}
