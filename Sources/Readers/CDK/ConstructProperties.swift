import SourceText
import Syntax
import TemplateModel

/// The properties that a construct call gives.
enum ConstructProperties {
  static func value(of call: ConstructCall, _ evaluation: Evaluation) -> Value {
    let program = evaluation.program
    let tree = program.tree(call.place)
    let file = call.place.file
    func place(_ node: ScriptTree.NodeID) -> Program.Place { Program.Place(file: file, node: node) }
    var members: [Member] = []
    for (index, node) in call.rest.enumerated() {
      let value = evaluation.value(place(node), in: call.scope)
      switch value.kind {
      case .map(let given): members += given
      case .null: continue
      default:
        members.append(
          Member(key: positionalKey(call, index, evaluation), keyLocation: value.location, value: value))
      }
    }
    for node in call.keywords {
      guard let inner = tree.value(of: node) else { continue }
      let value = evaluation.value(place(inner), in: call.scope)
      if tree[node].kind == .spread {
        if case .map(let given) = value.kind {
          members += given
        } else {
          members.append(Member(key: "...", keyLocation: program.location(place(node)), value: value))
        }
      } else if let name = tree.name(of: node) {
        let key = evaluation.spelling(tree.text(of: name))
        if case .map(let given) = value.kind, key == "props" {
          members += given
        } else {
          members.append(Member(key: key, keyLocation: program.location(place(name)), value: value))
        }
      }
    }
    members += steps(of: call, evaluation)
    return Value(.map(members), at: program.location(call.place))
  }

  /// `.versioned(true)` of a builder.
  private static func steps(of call: ConstructCall, _ evaluation: Evaluation) -> [Member] {
    call.steps.map { step in CDKInterpretation.member(step, call.place.file, call.scope, evaluation) }
  }

  /// What a positional argument that is no map is called: the ARN of `fromBucketArn(…, arn)`, the parameter of
  /// a class of the program.
  private static func positionalKey(_ call: ConstructCall, _ index: Int, _ evaluation: Evaluation) -> String {
    if let lookup = call.lookup {
      // `fromBucketArn` → `bucketArn`
      let name = lookup.dropFirst(4)
      return name.prefix(1).lowercased() + name.dropFirst()
    }
    switch call.maker {
    case .method(let made, _): return made.name == "Method" ? "integration" : "..."
    case .own(let scope):
      let names = evaluation.program.parameterNames(of: scope)
      // Scope and id stand before it.
      return index + 2 < names.count ? evaluation.spelling(names[index + 2]) : "..."
    default: return "..."
    }
  }
}
