import SourceText
import Syntax
import TemplateModel

/// CloudFormation's functions, short (`!Sub`) and long (`Fn::Sub`), as references, templates and calls.
struct Intrinsics {
  /// What the names of the template stand for.
  let names: DeclaredNames

  func interpret(_ values: inout KeyedValues, _ id: KeyedTree.NodeID) -> Value? {
    if let name = shortName(id, values) {
      return function(name, argument: id, isTagged: true, at: id, &values)
    }
    guard let (name, argument) = longName(id, values) else { return nil }
    return function(name, argument: argument, isTagged: false, at: id, &values)
  }

  /// `GetAtt` for a node that is tagged `!GetAtt`.
  private func shortName(_ id: KeyedTree.NodeID, _ values: KeyedValues) -> String? {
    guard values.tree.nodes[Int(id)].hasProperties,
      let properties = values.tree.properties(of: id), properties.tag.end > properties.tag.start + 1
    else {
      return nil
    }
    let name = values.file.text(SourceRange(start: properties.tag.start + 1, end: properties.tag.end))
    return Intrinsics.known.contains(name) ? name : nil
  }

  /// `GetAtt` and its argument for a mapping whose only key is `Fn::GetAtt`.
  private func longName(
    _ id: KeyedTree.NodeID, _ values: KeyedValues
  ) -> (name: String, argument: KeyedTree.NodeID)? {
    let node = values.tree.nodes[Int(id)]
    guard node.isMapping, id + 1 < node.next else { return nil }
    let only = (key: id + 1, value: values.tree.nodes[Int(id) + 1].next)
    guard only.value < node.next, values.tree.nodes[Int(only.value)].next >= node.next else { return nil }
    let range = values.tree.nodes[Int(only.key)].range
    guard range.end - range.start <= 26 else { return nil }
    if values.says(only.key, "Ref") { return ("Ref", only.value) }
    if values.says(only.key, "Condition"), values.tree[only.value].kind == .scalar,
      names.conditions.contains(values.text(only.value))
    {
      return ("Condition", only.value)
    }
    // There is no `Fn::Ref`; who writes it means `Ref` and gets a map.
    let initial = UInt8(ascii: "F")
    guard (values.firstByte(only.key) ?? initial) == initial else { return nil }
    let key = values.text(only.key)
    guard key.hasPrefix("Fn::"), key != "Fn::Ref" else { return nil }
    return (String(key.dropFirst(4)), only.value)
  }

  private static let known: Set<String> = [
    "Ref", "GetAtt", "Sub", "Join", "If", "Select", "Split", "FindInMap", "ImportValue", "Base64", "Cidr",
    "GetAZs", "Equals", "And", "Or", "Not", "Condition", "Transform", "Length", "ToJsonString", "Contains",
    "EachMemberEquals", "EachMemberIn", "RefAll", "ValueOf", "ValueOfAll",
  ]

  private func function(
    _ name: String, argument: KeyedTree.NodeID, isTagged: Bool, at id: KeyedTree.NodeID,
    _ values: inout KeyedValues
  ) -> Value? {
    let location = values.location(id)
    let node = values.tree[argument]
    switch name {
    case "Ref" where node.kind == .scalar:
      return Value(.reference(names.reference(to: values.text(argument))), at: location)
    case "Condition" where node.kind == .scalar:
      return Value(.reference(Reference(target: values.text(argument), kind: .condition)), at: location)
    case "GetAtt":
      if let reference = attribute(argument, values) { return Value(.reference(reference), at: location) }
    case "Sub":
      if let parts = substitution(argument, &values, isTagged: isTagged) {
        return Value(.template(parts), at: location)
      }
    default: break
    }
    var arguments: [Value] = []
    switch node.kind {
    case _ where !isTagged && shortName(argument, values) != nil:
      // `Fn::ImportValue: !Join […]`: the argument is a function, not a list of arguments.
      arguments = [values.value(argument, interpreting: interpret)]
    case .sequence:
      for child in values.tree.children(of: argument) {
        arguments.append(values.value(child, interpreting: interpret))
      }
    case .mapping where isTagged:
      // The tag and the mapping are one node: `!Base64 {'Fn::Sub': …}` is a function around another.
      if let (inner, place) = longName(argument, values),
        let value = function(inner, argument: place, isTagged: false, at: argument, &values)
      {
        arguments = [value]
      } else {
        let members = values.members(of: argument, interpreting: interpret)
        arguments = [Value(.map(members), at: location)]
      }
    case .scalar where isTagged:
      arguments = [Value(.string(values.text(argument)), at: location)]
    default:
      arguments = [values.value(argument, interpreting: interpret)]
    }
    if name == "If", case .string(let condition)? = arguments.first?.kind, let first = arguments.first {
      arguments[0] = Value(.reference(Reference(target: condition, kind: .condition)), at: first.location)
    }
    if name == "FindInMap", case .string(let mapping)? = arguments.first?.kind, let first = arguments.first {
      arguments[0] = Value(.reference(Reference(target: mapping, kind: .mapping)), at: first.location)
    }
    return Value(.call(Intrinsics.neutral(name), arguments), at: location)
  }

  /// `FindInMap` → `findInMap`, as the other dialects write their functions.
  private static func neutral(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }

  /// The target of `A.B.C`, `[A, B]` or `[A, B, C]`; nil where a part is not literal.
  private func attribute(_ id: KeyedTree.NodeID, _ values: KeyedValues) -> Reference? {
    switch values.tree[id].kind {
    case .scalar:
      let text = values.text(id)
      guard let dot = text.firstIndex(of: ".") else { return names.reference(to: text) }
      return names.reference(to: String(text[..<dot]), attribute: String(text[text.index(after: dot)...]))
    case .sequence:
      var parts: [String] = []
      for child in values.tree.children(of: id) {
        guard values.tree[child].kind == .scalar, shortName(child, values) == nil else { return nil }
        parts.append(values.text(child))
      }
      guard parts.count >= 2 else { return nil }
      return names.reference(to: parts[0], attribute: parts.dropFirst().joined(separator: "."))
    default: return nil
    }
  }

  /// The parts of a `Sub`, its variables filled in; nil where its text is not literal.
  private func substitution(
    _ id: KeyedTree.NodeID, _ values: inout KeyedValues, isTagged: Bool
  ) -> [Value]? {
    switch values.tree[id].kind {
    case .scalar: return SubstitutionText.parts(of: id, in: values, variables: [], names: names)
    case .sequence:
      var children = values.tree.children(of: id)
      guard let text = children.next(), values.tree[text].kind == .scalar else { return nil }
      var variables: [Member] = []
      if let map = children.next() { variables = values.members(of: map, interpreting: interpret) }
      return SubstitutionText.parts(of: text, in: values, variables: variables, names: names)
    default: return nil
    }
  }
}
