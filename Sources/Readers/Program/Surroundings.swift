import Syntax
import TemplateModel

/// What stands around a call: its class, the loops and the conditions.
extension Program {
  /// The class that holds a scope; in Go also the struct that a function `NewX` makes; empty at the top level, which
  /// in Java is a class that has a `main`.
  func unit(of scope: Int) -> String {
    if let owner = classScope(of: scope) {
      return scopes[owner].methods["main"] == nil ? scopes[owner].name : ""
    }
    var current: Int? = scope
    while let index = current {
      let name = scopes[index].name
      if scopes[index].kind == .function, files[scopes[index].file].tree.language == .go,
        name.hasPrefix("New"),
        classes[String(name.dropFirst(3))] != nil
      {
        return String(name.dropFirst(3))
      }
      current = scopes[index].parent
    }
    return ""
  }
}

extension Evaluation {
  /// How many there are of what a call makes: what the loops around it walk through; nil outside of loops.
  func count(of call: Program.Call) -> Value? {
    let loops = call.contexts.filter { $0.kind == .loop }.map { walked($0.place, in: call.scope) }
    guard let first = loops.first else { return nil }
    return loops.count == 1 ? first : Value(.call("product", loops), at: first.location)
  }

  /// What a loop walks through: `enumerate(azs)` and `Object.entries(azs)` walk through `azs`, `i < 3` through 3 numbers.
  private func walked(_ place: Program.Place, in scope: Int) -> Value {
    let tree = program.tree(place)
    if tree[place.node].kind == .binary, [.less, .lessOrEqual].contains(tree[place.node].op),
      let right = tree.child(of: place.node, .right)
    {
      let end = value(Program.Place(file: place.file, node: right), in: scope)
      return Value(.call("range", [end]), at: program.location(place))
    }
    guard let call = CallParts(self, place, scope) else { return value(place, in: scope) }
    switch call.name {
    case "enumerate", "sorted", "list", "set": return call.value(0) ?? value(place, in: scope)
    case "entries", "keys", "values", "items", "entrySet", "keySet":
      return call.value(0) ?? call.receiverValue ?? value(place, in: scope)
    case "range" where call.positional.count == 1:
      return Value(.call("range", call.values), at: program.location(place))
    default: return value(place, in: scope)
    }
  }

  /// The conditions under which a call is reached; nil where it always is.
  func condition(of call: Program.Call) -> Value? {
    let conditions = call.contexts.compactMap { context -> Value? in
      switch context.kind {
      case .loop: return nil
      case .condition: return value(context.place, in: call.scope)
      case .otherwise:
        return Value(
          .call("not", [value(context.place, in: call.scope)]), at: program.location(context.place))
      }
    }
    guard let first = conditions.first else { return nil }
    return conditions.count == 1 ? first : Value(.call("and", conditions), at: first.location)
  }
}

/// Hands out addresses that are their resource's own.
struct AddressBook {
  private var taken: Set<String> = []

  mutating func address(unit: String, name: String, type: String) -> String {
    let plain = unit.isEmpty ? name : "\(unit)/\(name)"
    if taken.insert(plain).inserted { return plain }
    // Names need to be their own among resources of one type only.
    let typed = "\(plain) (\(type))"
    if taken.insert(typed).inserted { return typed }
    var number = 2
    while !taken.insert("\(typed) \(number)").inserted { number += 1 }
    return "\(typed) \(number)"
  }
}
