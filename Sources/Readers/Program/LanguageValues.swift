import SourceText
import Syntax
import TemplateModel

/// What the languages' own functions mean: collections, formats, JSON, the environment.
///
/// They come out the same from every language: `List.of(a)`, `[a]` and `[]string{a}` are lists, `json.dumps(x)` and
/// `JSON.stringify(x)` are `jsonencode(x)`, `os.Getenv("X")` and `process.env.X` are the parameter `X`.
enum LanguageValues {
  static func value(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    let tree = evaluation.program.tree(place)
    switch tree[place.node].kind {
    case .call: return CallParts(evaluation, place, scope).flatMap(call)
    case .member, .index: return environment(evaluation, place, scope)
    case .taggedTemplate:
      return tree.value(of: place.node).map {
        evaluation.value(Program.Place(file: place.file, node: $0), in: scope)
      }
    case .binary where tree[place.node].op == .remainder: return format(evaluation, place, scope)
    case .comprehension: return comprehension(evaluation, place, scope)
    default: return nil
    }
  }

  // MARK: Expressions

  /// What is read of the environment: `process.env.X`, `process.env["X"]`, `os.environ["X"]`.
  static func environment(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    let tree = evaluation.program.tree(place)
    guard let object = tree.object(of: place.node), tree[object].kind == .member else { return nil }
    guard tree.text(of: object, is: "process.env") || tree.text(of: object, is: "os.environ") else {
      return nil
    }
    if tree[place.node].kind == .member {
      guard tree.language == .typeScript, let name = tree.name(of: place.node) else { return nil }
      return parameter(tree.text(of: name), evaluation.program.location(place))
    }
    guard let index = tree.child(of: place.node, .index) else { return nil }
    let key = evaluation.value(Program.Place(file: place.file, node: index), in: scope)
    return key.string.map { parameter($0, evaluation.program.location(place)) }
  }

  private static func parameter(_ name: String, _ location: SourceLocation) -> Value {
    Value(.reference(Reference(target: name, kind: .parameter)), at: location)
  }

  /// The text of Python's `"%s-%s" % (a, b)`.
  private static func format(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    let tree = evaluation.program.tree(place)
    guard let left = tree.child(of: place.node, .left), let right = tree.child(of: place.node, .right),
      tree[left].kind == .string || tree[left].kind == .concatenation
    else { return nil }
    let format = evaluation.value(Program.Place(file: place.file, node: left), in: scope)
    let arguments = evaluation.value(Program.Place(file: place.file, node: right), in: scope)
    return FormatText.percent(format, arguments.oneOrMany, at: evaluation.program.location(place))
  }

  /// `[s.id for s in subnets]`: the element, once for what the program writes once.
  private static func comprehension(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value?
  {
    let tree = evaluation.program.tree(place)
    guard let element = tree.child(of: place.node, .element), tree[element].kind != .pair else { return nil }
    let value = evaluation.value(Program.Place(file: place.file, node: element), in: scope)
    return Value(.list([value]), at: evaluation.program.location(place))
  }

  // MARK: Calls

  private static func call(_ call: CallParts) -> Value? {
    if let receiver = call.receiver, let value = method(call, on: receiver) { return value }
    switch (call.tree.language, call.name) {
    case (.go, "append"):
      guard let first = call.value(0) else { return nil }
      return call.made(.list(first.elements + call.values.dropFirst()))
    case (.go, "string"), (.go, "[]byte"), (.python, "str"), (.typeScript, "String"): return call.value(0)
    case (.python, "dict"): return call.made(.map((call.value(0)?.members ?? []) + call.members))
    case (.python, "list"), (.python, "tuple"): return call.value(0) ?? call.made(.list([]))
    case (.python, "enumerate"), (.python, "sorted"), (.python, "reversed"): return call.value(0)
    default: return nil
    }
  }

  private static func method(_ call: CallParts, on receiver: Program.Place) -> Value? {
    let tree = call.tree
    let text =
      tree[receiver.node].range.end - tree[receiver.node].range.start < 24 ? tree.text(of: receiver.node) : ""
    switch (text, call.name) {
    case ("JSON", "stringify"), ("json", "dumps"), ("json", "Marshal"), ("json", "MarshalIndent"),
      ("gson", "toJson"),
      ("objectMapper", "writeValueAsString"), ("mapper", "writeValueAsString"):
      return call.value(0).map { call.made(.call("jsonencode", [$0])) }
    case ("JSON", "parse"), ("json", "loads"):
      guard let value = call.value(0), case .call("jsonencode", let inner) = value.kind else { return nil }
      return inner.first
    case ("fmt", "Sprintf"), ("String", "format"):
      guard let format = call.value(0) else { return nil }
      return FormatText.percent(format, Array(call.values.dropFirst()), at: call.made(.null).location)
    case ("os", "Getenv"), ("os", "LookupEnv"), ("os", "getenv"), ("os.environ", "get"), ("System", "getenv"),
      ("environ", "get"):
      guard let name = call.value(0)?.string else { return nil }
      let value = parameter(name, call.made(.null).location)
      return call.value(1).map { call.made(.call("coalesce", [value, $0])) } ?? value
    case ("Optional", "ofNullable"), ("Optional", "of"), ("Objects", "requireNonNull"): return call.value(0)
    case ("List", "of"), ("Arrays", "asList"), ("Set", "of"), ("Collections", "singletonList"),
      ("Stream", "of"):
      return call.made(.list(call.values))
    case ("List", "copyOf"), ("Map", "copyOf"), ("Set", "copyOf"): return call.value(0)
    case ("Map", "of"), ("Collections", "singletonMap"): return call.made(.map(pairs(call)))
    case ("Map", "ofEntries"):
      return call.made(
        .map(
          call.positional.flatMap { entry in
            CallParts(call.evaluation, entry, call.scope).map(pairs) ?? []
          }))
    case ("Collections", "emptyMap"), ("Collections", "emptyList"):
      return call.made(call.name == "emptyMap" ? .map([]) : .list([]))
    case ("Object", "assign"): return call.made(.map(call.values.flatMap(\.members)))
    case ("Object", "freeze"), ("Array", "from"): return call.value(0)
    default: return valueMethod(call)
    }
  }

  /// Methods that texts, lists and maps have in every language.
  private static func valueMethod(_ call: CallParts) -> Value? {
    switch call.name {
    case "format" where call.tree.language == .python:
      guard let format = call.receiverValue else { return nil }
      return FormatText.braces(format, call.values, call.members, at: call.made(.null).location)
    case "formatted" where call.tree.language == .java:
      guard let format = call.receiverValue else { return nil }
      return FormatText.percent(format, call.values, at: call.made(.null).location)
    case "concat" where call.positional.count == 1:
      guard let first = call.receiverValue, let second = call.value(0) else { return nil }
      if case .list(let some) = first.kind { return call.made(.list(some + second.oneOrMany)) }
      return call.made(.template([first, second]))
    case "toLowerCase", "lower": return call.receiverValue.map { call.made(.call("lower", [$0])) }
    case "toUpperCase", "upper": return call.receiverValue.map { call.made(.call("upper", [$0])) }
    case "replace", "replaceAll", "split", "substring", "slice", "trim", "strip":
      guard let receiver = call.receiverValue else { return nil }
      return call.made(.call(call.name == "replaceAll" ? "replace" : call.name, [receiver] + call.values))
    case "join":
      guard let receiver = call.receiverValue, let other = call.value(0) ?? Optional(call.made(.string(",")))
      else { return nil }
      // Python asks the separator, the others the list.
      return call.made(.call("join", call.tree.language == .python ? [receiver, other] : [other, receiver]))
    case "toString", "copy", "orElseThrow", "stringValue", "collect", "toList", "stream":
      return call.positional.count <= 1 ? call.receiverValue : nil
    case "orElse", "orElseGet":
      guard let receiver = call.receiverValue, let other = call.value(0) else { return nil }
      return call.made(.call("coalesce", [receiver, other]))
    case "get" where call.positional.count == 1 || call.positional.count == 2:
      return lookup(call)
    case "map" where call.positional.first.map({ call.tree[$0.node].op == .methodReference }) == true:
      return call.receiverValue.map { asked($0, of: call) }
    case "map", "flatMap":
      guard let body = call.positional.first, let function = call.evaluation.program.lambdas[body],
        let receiver = call.receiverValue
      else { return nil }
      return call.evaluation.mapped(receiver, by: function, at: call.made(.null).location)
    default: return nil
    }
  }

  /// `subnets.stream().map(Subnet::getId)`: the attribute of each.
  private static func asked(_ collection: Value, of call: CallParts) -> Value {
    guard let reference = call.positional.first, let node = call.tree.name(of: reference.node) else {
      return collection
    }
    let name = call.tree.text(of: node)
    let attribute = Spelling.camel(name.hasPrefix("get") && name.count > 3 ? String(name.dropFirst(3)) : name)
    guard case .list(let elements) = collection.kind else { return call.made(.call("map", [collection])) }
    return call.made(
      .list(
        elements.map {
          call.evaluation.select(
            attribute, from: $0, at: $0.location, text: call.tree.text(of: call.place.node))
        }))
  }

  /// `sizes.get(env, "small")`, `list.get(0)`: the value where the key is known, else Terraform's `lookup`.
  private static func lookup(_ call: CallParts) -> Value? {
    guard let receiver = call.receiverValue, let key = call.value(0) else { return nil }
    switch (receiver.kind, key.kind) {
    case (.map, .string(let name)): return receiver[name] ?? call.value(1) ?? call.made(.null)
    case (.map, _): return call.made(.call("lookup", [receiver, key] + [call.value(1)].compactMap { $0 }))
    case (.list(let elements), .number(let digits)):
      guard let index = Int(digits), let last = elements.last else { return nil }
      // A loop fills a list by one expression, whatever the number of its rounds.
      return elements.indices.contains(index) ? elements[index] : elements.count == 1 ? last : nil
    case (.list, _): return call.made(.call("select", [key, receiver]))
    case (.reference(let reference), .number) where reference.kind == .resource || reference.kind == .data:
      return call.made(.call("select", [key, receiver]))
    case (.reference(let reference), .string(let name)) where reference.kind == .parameter:
      // `kwargs.get("environment_suffix", "dev")`
      let parameter = call.made(.reference(Reference(target: name, kind: .parameter)))
      return call.value(1).map { call.made(.call("coalesce", [parameter, $0])) } ?? parameter
    default: return nil
    }
  }

  private static func pairs(_ call: CallParts) -> [Member] {
    stride(from: 0, to: call.positional.count - 1, by: 2).map { index in
      let key = call.positional[index]
      let name = call.evaluation.value(key, in: call.scope)
      return Member(
        key: name.string ?? name.summary(limit: 60), keyLocation: call.evaluation.program.location(key),
        value: call.evaluation.value(call.positional[index + 1], in: call.scope))
    }
  }
}

extension Evaluation {
  /// Lists longer than this are not walked through element by element.
  private static let longest = 64

  /// What a function makes of every element of a list; of a list that only a run can tell, what it makes of any.
  func mapped(_ collection: Value, by function: Int, at location: SourceLocation) -> Value? {
    let unknown = Value(.reference(Reference(target: "element", kind: .local)), at: collection.location)
    guard case .list(let elements) = collection.kind, elements.count <= Evaluation.longest else {
      return result(of: function, positional: [unknown]).map { Value(.list([$0]), at: location) }
    }
    let values = elements.enumerated().compactMap { index, element in
      result(of: function, positional: [element, Value(.number("\(index)"), at: element.location)])
    }
    guard values.count == elements.count else { return nil }
    if values.count > 1, values.dropFirst().allSatisfy({ $0.isSameReference(as: values[0]) }) {
      return Value(.list([values[0]]), at: location)
    }
    return Value(.list(values), at: location)
  }
}

extension Value {
  fileprivate func isSameReference(as other: Value) -> Bool {
    guard case .reference(let first) = kind, case .reference(let second) = other.kind else { return false }
    return first == second && first.kind == .resource
  }
}
