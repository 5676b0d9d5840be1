import TemplateModel

/// Loops and conditions around a construct call as `count` and `condition`.
enum ConstructContexts {
  static func values(_ call: ConstructCall, _ evaluation: Evaluation) -> (count: Value?, condition: Value?) {
    var contexts = call.contexts
    var scope = call.scope
    // A function that is called in one place stands for what surrounds that place.
    for _ in 0..<4 {
      guard let number = evaluation.program.onlyCall(of: scope) else { break }
      let outer = evaluation.program.calls[number]
      contexts = outer.contexts + contexts
      if outer.scope == scope { break }
      scope = outer.scope
    }
    var count: Value?
    var conditions: [Value] = []
    for context in contexts {
      let location = evaluation.program.location(context.place)
      let asked = Value(.computed(evaluation.program.text(context.place)), at: location)
      switch context.kind {
      case .loop: count = evaluation.value(context.place, in: scope)
      case .condition: conditions.append(asked)
      case .otherwise: conditions.append(Value(.call("not", [asked]), at: location))
      }
    }
    guard let first = conditions.first else { return (count, nil) }
    return (count, conditions.count == 1 ? first : Value(.call("and", conditions), at: first.location))
  }
}
