import Syntax

/// Which stack or construct holds what.
///
/// A construct made in a class of the program belongs to that class; one that is put into a variable made by
/// `new cdk.Stack(app, 'X')` belongs to `X`; one made in a function such as Go's `NewNetworkStack` to `NetworkStack`.
struct Units {
  let program: Program
  /// The names of the stacks that are made without a class of their own.
  private var names: [Program.Place: String] = [:]

  init(program: Program) { self.program = program }

  mutating func add(_ call: ConstructCall, name: String) {
    if case .library = call.maker { names[call.place] = name }
  }

  func unit(of call: ConstructCall) -> String {
    if let parent = call.parent, let name = stack(parent, in: call.scope) { return name }
    if case .method(_, let owner) = call.maker, let name = stack(owner, in: call.scope) { return name }
    return holder(of: call.scope)
  }

  /// The id of the stack that an expression leads to, where the program names it.
  private func stack(_ place: Program.Place, in scope: Int) -> String? {
    guard !names.isEmpty else { return nil }
    var place = place
    var scope = scope
    for _ in 0..<Evaluation.farthest {
      let tree = program.tree(place)
      place.node = tree.unwrapped(place.node)
      if let name = names[place] { return name.hasPrefix("${") ? nil : name }
      guard let next = program.origin(of: place, in: scope) else { return nil }
      (place, scope) = next
    }
    return nil
  }

  /// The class around a scope, else the function that takes a construct to put things into.
  private func holder(of scope: Int) -> String {
    if let owner = program.classScope(of: scope) { return program.scopes[owner].name }
    var current: Int? = scope
    while let index = current {
      let candidate = program.scopes[index]
      if candidate.kind == .function, !candidate.name.isEmpty, program.makesConstructs(index) {
        for prefix in ["New", "new", "create_", "create", "Create"] where candidate.name.hasPrefix(prefix) {
          let rest = candidate.name.dropFirst(prefix.count)
          if !rest.isEmpty { return String(rest) }
        }
        return candidate.name
      }
      current = candidate.parent
    }
    return ""
  }
}
