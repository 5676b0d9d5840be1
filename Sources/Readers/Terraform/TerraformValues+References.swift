import SourceText
import Syntax
import TemplateModel

/// References: what a traversal's names lead to, with indexes and splats around it.
///
///     aws_subnet.public[0].id     select(0, aws_subnet.public · id)
///     aws_subnet.public[*].id     splat(aws_subnet.public · id)
extension TerraformValues {
  mutating func traversal(_ id: HCLTree.NodeID) -> Value {
    var steps = tree.children(of: id)
    guard let root = steps.next() else { return computed(id) }
    guard tree[root].kind == .name else { return relative(value(root), steps, of: id) }
    let rootName = text(root)
    if variables.last(where: { $0 == rootName }) != nil { return computed(id) }
    var path = [rootName]
    var rest = steps
    while let step = rest.next(), tree[step].kind == .attributeStep {
      path.append(name(step))
      steps = rest
    }
    guard let (found, used) = names.reference(to: path) else {
      return Value(.reference(Reference(target: text(id), kind: .unresolved)), at: location(id))
    }
    var reference = found
    var attributes = Array(path.dropFirst(used))
    var wraps: [(name: String, key: Value?)] = []
    while let step = steps.next() {
      switch tree[step].kind {
      case .attributeStep: attributes.append(name(step))
      case .legacyIndexStep: wraps.append(("select", Value(.number(name(step)), at: location(step))))
      case .indexStep: wraps.append(("select", tree.child(0, of: step).map { self.value($0) }))
      default: wraps.append(("splat", nil))
      }
    }
    if !attributes.isEmpty { reference.attribute = attributes.joined(separator: ".") }
    var value = Value(.reference(reference), at: location(id))
    for wrap in wraps {
      value = Value(.call(wrap.name, (wrap.key.map { [$0] } ?? []) + [value]), at: location(id))
    }
    return value
  }

  /// The steps behind an expression that is no name: `merge(a, b).key`, `split(",", s)[0]`.
  private mutating func relative(
    _ base: Value, _ steps: HCLTree.Children, of id: HCLTree.NodeID
  ) -> Value {
    var value = base
    for step in steps {
      let location = location(step)
      switch tree[step].kind {
      case .attributeStep:
        value = Value(
          .call("select", [Value(.string(name(step)), at: location), value]), at: self.location(id))
      case .legacyIndexStep:
        value = Value(
          .call("select", [Value(.number(name(step)), at: location), value]), at: self.location(id))
      case .indexStep:
        let key = tree.child(0, of: step).map { self.value($0) }
        value = Value(.call("select", (key.map { [$0] } ?? []) + [value]), at: self.location(id))
      default: value = Value(.call("splat", [value]), at: self.location(id))
      }
    }
    return value
  }

  /// Names that Terraform takes as they stand: `provider = aws.east`, `type = list(string)`, `ignore_changes`.
  mutating func words(_ id: HCLTree.NodeID) -> Value {
    nested(id) { values in
      switch values.tree[id].kind {
      case .traversal, .name, .call:
        return Value(.string(values.text(id)), at: values.location(id))
      case .tuple:
        var elements: [Value] = []
        for child in values.tree.children(of: id) { elements.append(values.words(child)) }
        return Value(.list(elements), at: values.location(id))
      case .object:
        var members: [Member] = []
        for item in values.tree.items(of: id) {
          members.append(
            Member(
              key: values.name(item.key), keyLocation: values.location(item.key),
              value: values.words(item.value)))
        }
        return Value(.map(members), at: values.location(id))
      default: return values.value(id)
      }
    }
  }
}
