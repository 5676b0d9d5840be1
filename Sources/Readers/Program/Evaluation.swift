import SourceText
import Syntax
import TemplateModel

/// Turns expressions into values: literals as they are, constants followed, resources as references.
///
/// What a dialect knows better (wrappers such as `pulumi.interpolate`, enumerations, tokens) it answers itself.
struct Evaluation {
  let program: Program
  /// The resources, outputs and parameters by the call that makes them: where a name leads to such a call, it
  /// is a reference.
  var targets: [Program.Place: Reference] = [:] {
    didSet { memory = Memory() }
  }
  /// Answers for expressions that a library or a language gives a meaning; nil for the others.
  var interpretation: (Evaluation, Program.Place, Int) -> Value? = { _, _, _ in nil } {
    didSet { memory = Memory() }
  }
  /// How property names are spelled in the model: `bucket_name` → `bucketName`.
  var spelling: (String) -> String = { $0 }
  /// What a function that is being followed was given, by its scope.
  private var given: [Int: Given] = [:]
  private var depth = 0
  private var hops = 0
  private let budget = Budget()
  private var memory = Memory()

  private struct Given {
    var positional: [Value]
    var keywords: [Member]
  }

  /// Expressions are read this deep and names followed this far; behind it an expression keeps its text.
  static let deepest = 96
  static let farthest = 24
  /// A parameter's value is known where so many calls agree on it.
  static let mostCalls = 6

  init(program: Program) {
    self.program = program
    // Twice a chain of names (`a = b + b; b = c + c; …`) would grow without end.
    budget.total = 1_000_000 + 40 * program.files.reduce(0) { $0 + $1.tree.nodes.count }
  }

  /// The value of an expression.
  ///
  /// Where it was not asked for from within another, it has a new budget of steps.
  func value(_ place: Program.Place, in scope: Int) -> Value {
    if depth == 0 { budget.left = Budget.each }
    var inner = self
    inner.depth += 1
    return inner.evaluate(place, scope)
  }

  /// The value that a name leads to.
  ///
  /// What does not depend on the call that is being followed is worked out once, however often it is named.
  private func followed(_ place: Program.Place, in scope: Int) -> Value {
    let isLasting = given.isEmpty && hops < Evaluation.farthest / 2 && depth < Evaluation.deepest / 2
    if isLasting, let known = memory.values[place] {
      // What is known is as large as it was, wherever it is put in.
      guard budget.reuse(known.steps) else { return computed(place) }
      return known.value
    }
    let before = budget.left
    var inner = self
    inner.hops += 1
    let value = inner.value(place, in: scope)
    if isLasting, budget.left > 0 { memory.values[place] = (value, before - budget.left) }
    return value
  }

  /// The values that names lead to, as long as what the program makes stays the same.
  private final class Memory {
    var values: [Program.Place: (value: Value, steps: Int)] = [:]
  }

  /// The steps that may yet be taken, shared by all who evaluate for the same asker.
  private final class Budget {
    static let each = 20_000
    var left = Budget.each
    var total = 0

    func reuse(_ steps: Int) -> Bool {
      left -= steps
      return left > 0
    }

    func spend() -> Bool {
      left -= 1
      total -= 1
      return left > 0 && total > 0
    }
  }

  private func computed(_ place: Program.Place) -> Value {
    Value(.computed(program.text(place)), at: program.location(place))
  }

  private func evaluate(_ place: Program.Place, _ scope: Int) -> Value {
    guard depth < Evaluation.deepest, hops < Evaluation.farthest, budget.spend() else {
      return computed(place)
    }
    let tree = program.tree(place)
    let id = tree.unwrapped(place.node)
    let place = Program.Place(file: place.file, node: id)
    let location = program.location(place)
    func inner(_ node: ScriptTree.NodeID) -> Value {
      value(Program.Place(file: place.file, node: node), in: scope)
    }
    if let target = targets[place] { return Value(.reference(target), at: location) }
    if let additions = program.additions[place] {
      let own = tree[id].kind == .list ? tree.elements(of: id).map(inner) : []
      return Value(.list(own + additions.map { followed($0.place, in: $0.scope) }), at: location)
    }
    if let value = interpretation(self, place, scope) { return value }
    switch tree[id].kind {
    case .string: return Value(.string(tree.literal(of: id)), at: location)
    case .number: return Value(.number(tree.text(of: id)), at: location)
    case .boolean: return Value(.bool(tree.text(of: id).lowercased() == "true"), at: location)
    case .null: return Value(.null, at: location)
    case .template: return Value(.template(parts(of: place, scope)), at: location)
    case .concatenation: return Value(.template(tree.elements(of: id).map(inner)), at: location)
    case .list, .tuple, .set:
      return Value(.list(tree.elements(of: id).filter { tree[$0].kind != .elision }.map(inner)), at: location)
    case .object: return Value(.map(members(of: place, scope)), at: location)
    case .composite:
      if tree.child(of: id, .member) != nil { return Value(.map(members(of: place, scope)), at: location) }
      let elements = Array(tree.elements(of: id))
      if elements.isEmpty, let type = tree.type(of: id), !tree.text(of: type).contains("[") {
        return Value(.map([]), at: location)
      }
      return Value(.list(elements.map(inner)), at: location)
    // A name is what `constructor(private readonly x: T)` declares.
    case .identifier, .name: return named(tree.text(of: id), place, scope)
    case .member: return member(place, scope)
    case .index: return element(place, scope)
    case .binary: return binary(place, scope)
    case .conditional:
      guard let condition = tree.condition(of: id), let then = tree.child(of: id, .then),
        let otherwise = tree.child(of: id, .otherwise)
      else { return computed(place) }
      return Value(.call("if", [inner(condition), inner(then), inner(otherwise)]), at: location)
    case .unary:
      guard let operand = tree.value(of: id) else { return computed(place) }
      switch tree[id].op {
      case .addressOf, .dereference: return inner(operand)
      case .subtract where tree[operand].kind == .number:
        return Value(.number("-" + tree.text(of: operand)), at: location)
      default: return computed(place)
      }
    case .await: return tree.value(of: id).map(inner) ?? computed(place)
    case .call: return call(place, scope)
    case .lambda:
      return computed(place)
    default: return computed(place)
    }
  }

  // MARK: Parts

  private func parts(of place: Program.Place, _ scope: Int) -> [Value] {
    let tree = program.tree(place)
    return tree.children(of: place.node).compactMap { child in
      let part = Program.Place(file: place.file, node: child)
      switch tree[child].role {
      case .part: return Value(.string(tree.literal(of: child)), at: program.location(part))
      case .hole: return value(part, in: scope)
      default: return nil
      }
    }
  }

  /// The members of an object, dictionary or struct literal; a spread brings those of its value.
  func members(of place: Program.Place, _ scope: Int) -> [Member] {
    let tree = program.tree(place)
    var members: [Member] = []
    for member in tree.members(of: place.node) {
      let at = Program.Place(file: place.file, node: member)
      switch tree[member].kind {
      case .pair:
        guard let key = tree.key(of: member), let node = tree.value(of: member) else { continue }
        let keyPlace = Program.Place(file: place.file, node: key)
        members.append(
          Member(
            key: keyText(keyPlace, scope), keyLocation: program.location(keyPlace),
            value: value(Program.Place(file: place.file, node: node), in: scope)))
      case .shorthand:
        guard let name = tree.name(of: member) else { continue }
        let namePlace = Program.Place(file: place.file, node: name)
        members.append(
          Member(
            key: tree.text(of: name), keyLocation: program.location(namePlace),
            value: named(tree.text(of: name), namePlace, scope)))
      case .spread:
        guard let node = tree.value(of: member) else { continue }
        let spread = value(Program.Place(file: place.file, node: node), in: scope)
        if case .map(let inherited) = spread.kind {
          members += inherited
        } else {
          members.append(Member(key: "...", keyLocation: program.location(at), value: spread))
        }
      case .method, .accessor:
        guard let name = tree.name(of: member) else { continue }
        members.append(
          Member(
            key: tree.text(of: name),
            keyLocation: program.location(Program.Place(file: place.file, node: name)), value: computed(at)))
      default: continue
      }
    }
    return members
  }

  private func keyText(_ place: Program.Place, _ scope: Int) -> String {
    let tree = program.tree(place)
    switch tree[place.node].kind {
    case .string: return tree.literal(of: place.node)
    // Only Go's structs have field names that another language spells otherwise.
    case .name: return tree.language == .go ? spelling(tree.text(of: place.node)) : tree.text(of: place.node)
    case .number: return tree.text(of: place.node)
    default:
      let key = value(place, in: scope)
      return key.string ?? key.summary(limit: 60)
    }
  }

  // MARK: Names

  private func named(_ name: String, _ place: Program.Place, _ scope: Int) -> Value {
    let position = program[place].range.start
    guard let found = program.binding(of: name, in: scope, before: position) else {
      // Java's fields are named without `this`.
      if program.tree(place).language == .java, let owner = program.classScope(of: scope),
        let value = field(name, of: owner, at: place)
      {
        return value
      }
      return Value(.reference(Reference(target: name, kind: .unresolved)), at: program.location(place))
    }
    return bound(found.binding, name: name, declaredIn: found.scope, at: place)
  }

  private func bound(
    _ binding: Scope.Binding, name: String, declaredIn owner: Int, at place: Program.Place
  ) -> Value {
    let location = program.location(place)
    switch binding.kind {
    case .value(let source, let scope, let member):
      // A name whose own value mentions it (`x = x || {}`) is not followed round in circles.
      if source == place || program[source].range.contains(program[place].range), source.file == place.file {
        return Value(.reference(Reference(target: name, kind: .local)), at: location)
      }
      var value = followed(source, in: scope)
      if let member { value = select(member, from: value, at: location, text: name) }
      value.location = location
      return value
    case .parameter(let index, let member):
      if var argument = argument(index, name: name, of: owner) {
        if let member { argument = pick(member, from: argument, at: location, text: name) }
        var value = argument
        value.location = location
        return value
      }
      return Value(.reference(Reference(target: Spelling.camel(name), kind: .parameter)), at: location)
    case .element(let collection, let scope):
      return element(of: Program.Source(place: collection, scope: scope), named: name, at: location)
    case .imported(let symbol):
      if let found = program.exported(symbol), case .value(let source, let scope, nil) = found.kind,
        source != place
      {
        var value = followed(source, in: scope)
        value.location = location
        return value
      }
      return Value(.computed(symbol.path.last ?? name), at: location)
    case .classDeclaration, .function: return Value(.computed(name), at: location)
    }
  }

  /// What a loop takes from a collection: the only thing in it, or the loop's own name where there are several.
  private func element(of collection: Program.Source, named name: String, at location: SourceLocation)
    -> Value
  {
    let unknown = Value(.reference(Reference(target: name, kind: .local)), at: location)
    if ["i", "j", "k", "idx", "index", "n", "_"].contains(name) { return unknown }
    guard case .list(let elements) = followed(collection.place, in: collection.scope).kind,
      elements.count == 1,
      var value = elements.first
    else { return unknown }
    value.location = location
    return value
  }

  /// What a function or constructor is given where the program calls it exactly once.
  private func argument(_ index: Int, name: String, of scope: Int) -> Value? {
    guard index >= 0 else { return nil }
    if let given = given[scope] {
      return given.keywords.last { $0.key == name }?.value
        ?? (given.positional.indices.contains(index) ? given.positional[index] : nil)
    }
    if let walked = program.walked[scope] {
      let location = program.location(walked.place)
      guard index == 0 else { return Value(.reference(Reference(target: name, kind: .local)), at: location) }
      return element(of: walked, named: name, at: location)
    }
    var owner = scope
    let node = program.files[program.scopes[scope].file].tree[program.scopes[scope].node]
    if node.kind == .constructor, let parent = program.scopes[scope].parent { owner = parent }
    // The only call may be the recursive one.
    let calls = program.scopes[owner].instances.filter { program.calls[$0].scope != scope }
    guard let first = calls.first, calls.count <= Evaluation.mostCalls else { return nil }
    guard let value = given(index, name, by: first) else { return nil }
    // Where there are several calls, only what they agree on holds.
    for other in calls.dropFirst() {
      guard let second = given(index, name, by: other), second.isSame(as: value) else { return nil }
    }
    return value
  }

  private func given(_ index: Int, _ name: String, by call: Int) -> Value? {
    program.argument(index, name: name, ofCall: call).map { followed($0.place, in: $0.scope) }
  }

  private func member(_ place: Program.Place, _ scope: Int) -> Value {
    let tree = program.tree(place)
    guard let object = tree.object(of: place.node), let nameNode = tree.name(of: place.node) else {
      return computed(place)
    }
    let name = tree.text(of: nameNode)
    let objectPlace = Program.Place(file: place.file, node: tree.unwrapped(object))
    if program.isSelf(objectPlace, in: scope) {
      guard let owner = program.classScope(of: scope) else { return reference(to: name, place) }
      return field(name, of: owner, at: place) ?? property(name, of: owner, at: place)
        ?? reference(to: name, place)
    }
    // `Config.REGION`: a constant of a class.
    if let owner = program.declaration(objectPlace, in: scope), program.scopes[owner].kind == .classBody,
      let value = field(name, of: owner, at: place)
    {
      return value
    }
    if let symbol = program.symbol(place, in: scope) {
      return Value(.computed(symbol.path.suffix(2).joined(separator: ".")), at: program.location(place))
    }
    if let instance = program.instanceClass(of: objectPlace, in: scope),
      let value = field(name, of: instance, at: place) ?? property(name, of: instance, at: place)
    {
      return value
    }
    return select(
      name, from: value(objectPlace, in: scope), at: program.location(place), text: tree.text(of: place.node))
  }

  /// What a method gives that is asked like a field: Python's `@property`, TypeScript's `get x()`.
  private func property(_ name: String, of owner: Int, at place: Program.Place) -> Value? {
    guard let method = program.method(name, of: owner), var value = result(of: method, positional: []) else {
      return nil
    }
    value.location = program.location(place)
    return value
  }

  private func reference(to name: String, _ place: Program.Place) -> Value {
    Value(.reference(Reference(target: name, kind: .local)), at: program.location(place))
  }

  /// What a field of a class of the program was last set to.
  private func field(_ name: String, of owner: Int, at place: Program.Place) -> Value? {
    guard let binding = program.scopes[owner].fields[name]?.last,
      case .value(let source, let scope, let member) = binding.kind,
      !(source.file == place.file && program[source].range.contains(program[place].range))
    else { return nil }
    var value = followed(source, in: scope)
    if let member { value = select(member, from: value, at: program.location(place), text: name) }
    value.location = program.location(place)
    return value
  }

  /// A member of a value: of a map its value, of a reference one of its attributes.
  func select(_ name: String, from value: Value, at location: SourceLocation, text: String) -> Value {
    switch value.kind {
    case .map:
      if var found = value[spelling(name)] ?? value[name] {
        found.location = location
        return found
      }
      return Value(.reference(Reference(target: Spelling.camel(name), kind: .parameter)), at: location)
    case .call(_, let arguments) where arguments.last?[spelling(name)] != nil:
      // An object of the program that only keeps what it is given: a data class.
      return select(name, from: arguments[arguments.count - 1], at: location, text: text)
    case .reference(let reference):
      if reference.kind == .parameter {
        // `props.environmentSuffix` is the parameter `environmentSuffix`.
        return Value(.reference(Reference(target: Spelling.camel(name), kind: .parameter)), at: location)
      }
      let attribute = reference.attribute.map { "\($0).\(spelling(name))" } ?? spelling(name)
      return Value(
        .reference(Reference(target: reference.target, attribute: attribute, kind: reference.kind)),
        at: location)
    default: return Value(.computed(text), at: location)
    }
  }

  /// What a pattern takes out of a value: a member by its name, an element by its place.
  private func pick(_ member: String, from value: Value, at location: SourceLocation, text: String) -> Value {
    if case .list(let elements) = value.kind, let index = Int(member) {
      guard elements.indices.contains(index) else { return Value(.computed(text), at: location) }
      return elements[index]
    }
    return select(member, from: value, at: location, text: text)
  }

  /// What a function gives for these arguments; nil where it has no value of its own.
  func result(of function: Int, positional: [Value], keywords: [Member] = []) -> Value? {
    guard depth < Evaluation.deepest, let result = program.result(of: function) else { return nil }
    var inner = self
    inner.given[function] = Given(positional: positional, keywords: keywords)
    inner.hops += 1
    return inner.value(result, in: function)
  }

  private func element(_ place: Program.Place, _ scope: Int) -> Value {
    let tree = program.tree(place)
    guard let object = tree.object(of: place.node), let index = tree.child(of: place.node, .index) else {
      return computed(place)
    }
    let base = value(Program.Place(file: place.file, node: object), in: scope)
    let key = value(Program.Place(file: place.file, node: index), in: scope)
    let location = program.location(place)
    switch (base.kind, key.kind) {
    case (.list(let values), .number(let digits)):
      // A loop fills a list by one expression, whatever the number of its rounds.
      if let number = Int(digits), let last = values.last,
        values.indices.contains(number) || values.count == 1
      {
        var found = values.indices.contains(number) ? values[number] : last
        found.location = location
        return found
      }
    case (.map, .string(let name)), (.reference, .string(let name)):
      return select(name, from: base, at: location, text: program.text(place))
    case (.reference, _): return Value(.call("select", [key, base]), at: location)
    case (.map, _): return Value(.call("lookup", [base, key]), at: location)
    case (.list(let values), _):
      guard values.count == 1, var only = values.first else { break }
      only.location = location
      return only
    default: break
    }
    return computed(place)
  }

  // MARK: Operators and calls

  private func binary(_ place: Program.Place, _ scope: Int) -> Value {
    let tree = program.tree(place)
    guard let left = tree.child(of: place.node, .left), let right = tree.child(of: place.node, .right) else {
      return computed(place)
    }
    switch tree[place.node].op {
    case .add:
      let first = value(Program.Place(file: place.file, node: left), in: scope)
      let second = value(Program.Place(file: place.file, node: right), in: scope)
      if first.isNumber, !second.isText { return computed(place) }
      if second.isNumber, !first.isText { return computed(place) }
      if case .list(let some) = first.kind, case .list(let others) = second.kind {
        return Value(.list(some + others), at: program.location(place))
      }
      return Value(.template([first, second]), at: program.location(place))
    case .or, .coalesce:
      // `process.env.X || 'dev'`: the fallback is what is known of the value.
      return Value(
        .call(
          "coalesce",
          [
            value(Program.Place(file: place.file, node: left), in: scope),
            value(Program.Place(file: place.file, node: right), in: scope),
          ]), at: program.location(place))
    default: return computed(place)
    }
  }

  private func call(_ place: Program.Place, _ scope: Int) -> Value {
    let tree = program.tree(place)
    guard let callee = tree.callee(of: place.node) else { return computed(place) }
    let calleePlace = Program.Place(file: place.file, node: callee)
    if let function = function(calleePlace, scope) {
      var positional = arguments(of: place, scope)
      var keywords: [Member] = []
      if hasKeywords(place), let last = positional.popLast() { keywords = last.members }
      if var value = result(of: function, positional: positional, keywords: keywords) {
        value.location = program.location(place)
        return value
      }
    }
    let name =
      program.symbol(calleePlace, in: scope).map { $0.path.suffix(2).joined(separator: ".") }
      ?? tree.text(of: callee)
    return Value(.call(name, arguments(of: place, scope)), at: program.location(place))
  }

  /// The function of the program that a callee names, also as a method of an object that the program makes.
  private func function(_ callee: Program.Place, _ scope: Int) -> Int? {
    if let found = program.declaration(callee, in: scope) {
      return program.scopes[found].kind == .function ? found : nil
    }
    let tree = program.tree(callee)
    guard tree[callee.node].kind == .member, let object = tree.object(of: callee.node),
      let name = tree.name(of: callee.node)
    else { return nil }
    let place = Program.Place(file: callee.file, node: tree.unwrapped(object))
    // `Tags.named("x")` asks the class itself.
    guard let owner = program.declaration(place, in: scope) ?? program.instanceClass(of: place, in: scope)
    else {
      return nil
    }
    return program.method(tree.text(of: name), of: owner)
  }

  private func hasKeywords(_ place: Program.Place) -> Bool {
    let tree = program.tree(place)
    return tree.arguments(of: place.node).contains {
      tree[$0].kind == .keywordArgument || tree[$0].kind == .spread
    }
  }

  /// The arguments of a call in order; keyword arguments are gathered in a map at the end.
  func arguments(of place: Program.Place, _ scope: Int) -> [Value] {
    let tree = program.tree(place)
    var values: [Value] = []
    var keywords: [Member] = []
    for argument in tree.arguments(of: place.node) {
      let at = Program.Place(file: place.file, node: argument)
      switch tree[argument].kind {
      case .keywordArgument:
        guard let key = tree.name(of: argument), let node = tree.value(of: argument) else { continue }
        keywords.append(
          Member(
            key: spelling(tree.text(of: key)),
            keyLocation: program.location(Program.Place(file: place.file, node: key)),
            value: value(Program.Place(file: place.file, node: node), in: scope)))
      case .spread:
        guard let node = tree.value(of: argument) else { continue }
        let spread = value(Program.Place(file: place.file, node: node), in: scope)
        if case .map(let members) = spread.kind {
          keywords += members
        } else {
          keywords.append(Member(key: "...", keyLocation: program.location(at), value: spread))
        }
      case .elision: continue
      default: values.append(value(at, in: scope))
      }
    }
    if !keywords.isEmpty {
      let location = keywords.dropFirst().reduce(keywords[0].location) { $0.union($1.location) }
      values.append(Value(.map(keywords), at: location))
    }
    return values
  }
}

extension Value {
  fileprivate var isNumber: Bool { if case .number = kind { true } else { false } }

  fileprivate var isText: Bool {
    switch kind {
    case .string, .template: true
    default: false
    }
  }

  /// Whether two values are the same literal or lead to the same thing.
  fileprivate func isSame(as other: Value) -> Bool {
    switch (kind, other.kind) {
    case (.string(let some), .string(let others)), (.number(let some), .number(let others)),
      (.computed(let some), .computed(let others)):
      some == others
    case (.bool(let some), .bool(let others)): some == others
    case (.reference(let some), .reference(let others)): some == others
    case (.null, .null): true
    default: false
    }
  }
}
