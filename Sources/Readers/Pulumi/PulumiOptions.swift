import SourceText
import Syntax
import TemplateModel

/// Resource options: what stands beside a resource's properties.
enum PulumiOptions {
  /// Puts the options where the model has a place for them; the others become attributes.
  static func apply(_ options: Value, to resource: inout Resource) {
    guard case .map(let members) = options.kind else {
      resource.attributes.append(Member(key: "options", keyLocation: options.location, value: options))
      return
    }
    for member in members {
      switch member.key {
      case "dependsOn":
        for value in member.value.oneOrMany {
          guard case .reference(let reference) = value.kind else { continue }
          resource.dependsOn.append((reference, value.location))
        }
      case "parent" where member.value.isSelf: continue
      default: resource.attributes.append(member)
      }
    }
  }

  /// Go's options are functions, one an argument: `pulumi.Provider(west)`, `pulumi.DependsOn([]pulumi.Resource{key})`.
  static func adding(_ argument: Program.Place, _ parts: CallParts, to options: Value?) -> Value {
    let location = parts.evaluation.program.location(argument)
    if parts.tree[argument.node].kind == .null { return options ?? Value(.map([]), at: location) }
    var members = options?.members ?? []
    if let option = CallParts(parts.evaluation, argument, parts.scope), option.receiver != nil,
      let value = option.value(0)
    {
      let callee = option.tree.callee(of: argument.node) ?? argument.node
      let name = parts.evaluation.program.location(Program.Place(file: argument.file, node: callee))
      members.append(Member(key: Spelling.camel(option.name), keyLocation: name, value: value))
    } else {
      members.append(
        Member(key: "...", keyLocation: location, value: parts.evaluation.value(argument, in: parts.scope)))
    }
    return Value(.map(members), at: options?.location.union(location) ?? location)
  }
}

extension Value {
  /// Whether it is `this` or `self`: every resource of a component has it for its parent.
  fileprivate var isSelf: Bool {
    switch kind {
    case .reference(let reference): ["this", "self"].contains(reference.target) && reference.attribute == nil
    case .computed(let text): ["this", "self"].contains(text)
    default: false
    }
  }
}
