import Syntax
import TemplateModel

/// A call taken apart: whom it asks, for what, with which arguments.
struct CallParts {
  let evaluation: Evaluation
  let place: Program.Place
  let scope: Int
  let tree: ScriptTree
  /// The last name of the callee: `getArn` of `bucket.getArn()`; empty where the callee has none.
  let name: String
  /// What the method is called on; nil for plain functions.
  let receiver: Program.Place?
  /// Arguments without a name, elisions left out.
  let positional: [Program.Place]
  /// Named arguments.
  let keywords: [(name: String, nameNode: ScriptTree.NodeID, value: Program.Place)]
  /// The library symbol of the callee.
  let symbol: Symbol?

  /// - Parameter place: a call; nil for every other node.
  init?(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) {
    let tree = evaluation.program.tree(place)
    guard tree[place.node].kind == .call, let callee = tree.callee(of: place.node) else { return nil }
    self.evaluation = evaluation
    self.place = place
    self.scope = scope
    self.tree = tree
    let target = tree.unwrapped(callee)
    if tree[target].kind == .member {
      name = tree.name(of: target).map { tree.text(of: $0) } ?? ""
      receiver = tree.object(of: target).map { Program.Place(file: place.file, node: tree.unwrapped($0)) }
    } else {
      name = [.identifier, .type].contains(tree[target].kind) ? tree.text(of: target) : ""
      receiver = nil
    }
    symbol = evaluation.program.symbol(Program.Place(file: place.file, node: target), in: scope)
    var positional: [Program.Place] = []
    var keywords: [(name: String, nameNode: ScriptTree.NodeID, value: Program.Place)] = []
    for argument in tree.arguments(of: place.node) {
      switch tree[argument].kind {
      case .keywordArgument:
        guard let key = tree.name(of: argument), let value = tree.value(of: argument) else { continue }
        keywords.append((tree.text(of: key), key, Program.Place(file: place.file, node: value)))
      case .spread:
        if tree[argument].op == .keywordSpread, let value = tree.value(of: argument) {
          keywords.append(("...", argument, Program.Place(file: place.file, node: value)))
        } else {
          positional.append(Program.Place(file: place.file, node: argument))
        }
      case .elision: continue
      default: positional.append(Program.Place(file: place.file, node: argument))
      }
    }
    self.positional = positional
    self.keywords = keywords
  }

  /// The value of a positional argument.
  func value(_ index: Int) -> Value? {
    positional.indices.contains(index) ? evaluation.value(positional[index], in: scope) : nil
  }

  /// The value of a named argument.
  func value(_ keyword: String) -> Value? {
    keywords.last { $0.name == keyword }.map { evaluation.value($0.value, in: scope) }
  }

  var values: [Value] { positional.map { evaluation.value($0, in: scope) } }

  /// The named arguments as members; what `**x` brings stands in its place.
  var members: [Member] {
    keywords.flatMap { keyword -> [Member] in
      let value = evaluation.value(keyword.value, in: scope)
      if keyword.name == "...", case .map(let members) = value.kind { return members }
      let name = evaluation.program.location(Program.Place(file: place.file, node: keyword.nameNode))
      return [Member(key: keyword.name, keyLocation: name, value: value)]
    }
  }

  /// What the method is called on.
  var receiverValue: Value? { receiver.map { evaluation.value($0, in: scope) } }

  func made(_ kind: Value.Kind) -> Value { Value(kind, at: evaluation.program.location(place)) }
}
