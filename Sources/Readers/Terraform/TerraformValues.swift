import SourceText
import Syntax
import TemplateModel

/// Makes values of HCL expressions.
///
///     "${var.env}-logs"                   template: reference, text
///     var.prod ? 2 : 1                    call if(reference, 2, 1)
///     aws_subnet.public[0].id             call select(0, reference)
///     jsonencode({ Version = "…" })       the map itself
///     [for s in var.names : upper(s)]     call for(reference, call upper(computed s))
struct TerraformValues {
  let tree: HCLTree
  let file: TemplateFile
  let names: TerraformNames
  /// The variables of `for` expressions and the iterators of `dynamic` blocks around, the innermost last.
  var variables: [String] = []
  private var depth = 0
  var problems: [SourceProblem] = []

  /// Values nested deeper than this are not built; no template of the field comes near it.
  static let deepest = 400

  init(tree: HCLTree, file: TemplateFile, names: TerraformNames) {
    self.tree = tree
    self.file = file
    self.names = names
  }

  func text(_ id: HCLTree.NodeID) -> String { tree.text(of: id, in: file.bytes) }

  func location(_ id: HCLTree.NodeID) -> SourceLocation { file.location(tree[id].range) }

  /// The name of an attribute, label or key; an expression as it is written.
  func name(_ id: HCLTree.NodeID) -> String { tree.name(of: id, in: file.bytes) ?? text(id) }

  /// Calls `read` one level deeper, unless that is too deep.
  mutating func nested(_ id: HCLTree.NodeID, _ read: (inout TerraformValues) -> Value) -> Value {
    guard depth < TerraformValues.deepest else {
      problems.append(
        SourceProblem(.nestingTooDeep, range: tree[id].range, detail: "\(TerraformValues.deepest)"))
      return computed(id)
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  mutating func value(_ id: HCLTree.NodeID) -> Value { nested(id) { $0.expression(id) } }

  func computed(_ id: HCLTree.NodeID) -> Value { Value(.computed(text(id)), at: location(id)) }

  private mutating func expression(_ id: HCLTree.NodeID) -> Value {
    let location = location(id)
    switch tree[id].kind {
    case .number: return Value(.number(text(id)), at: location)
    case .boolean: return Value(.bool(text(id) == "true"), at: location)
    case .null: return Value(.null, at: location)
    case .template: return template(id)
    case .heredoc: return document(id) ?? template(id)
    case .traversal: return traversal(id)
    case .name: return computed(id)
    case .call: return call(id)
    case .parentheses:
      guard let inner = tree.child(0, of: id) else { return computed(id) }
      return value(inner)
    case .tuple: return Value(.list(values(tree.children(of: id))), at: location)
    case .object: return Value(.map(members(ofObject: id)), at: location)
    case .conditional: return Value(.call("if", values(tree.children(of: id))), at: location)
    case .binary: return Value(.call(tree[id].operation.sign, values(tree.children(of: id))), at: location)
    case .unary: return unary(id)
    case .forTuple, .forObject: return loop(id)
    default: return computed(id)
    }
  }

  mutating func values(_ ids: some Sequence<HCLTree.NodeID>) -> [Value] {
    var values: [Value] = []
    for id in ids { values.append(value(id)) }
    return values
  }

  private mutating func members(ofObject id: HCLTree.NodeID) -> [Member] {
    var members: [Member] = []
    for item in tree.items(of: id) {
      members.append(Member(key: name(item.key), keyLocation: location(item.key), value: value(item.value)))
    }
    return members
  }

  private mutating func unary(_ id: HCLTree.NodeID) -> Value {
    guard let operand = tree.child(0, of: id) else { return computed(id) }
    if tree[operand].kind == .number { return Value(.number(text(id)), at: location(id)) }
    return Value(.call(tree[id].operation.sign, [value(operand)]), at: location(id))
  }

  private mutating func call(_ id: HCLTree.NodeID) -> Value {
    guard let function = tree.child(0, of: id) else { return computed(id) }
    let name = text(function)
    let arguments = values(tree.children(of: id).dropFirst())
    if name == "jsonencode", arguments.count == 1 {
      switch arguments[0].kind {
      case .map, .list: return arguments[0]
      default: break
      }
    }
    return Value(.call(name, arguments), at: location(id))
  }

  /// `[for s in c : v]` as `for(c, v)`, an object's loop as `for(c, k, v)`, each with the condition behind.
  private mutating func loop(_ id: HCLTree.NodeID) -> Value {
    guard let loop = tree.forExpression(of: id) else { return computed(id) }
    var arguments = [value(loop.collection)]
    let outer = variables.count
    variables += [loop.keyVariable, loop.valueVariable].compactMap { $0 }.map(text)
    arguments += values([loop.key, loop.value, loop.condition].compactMap { $0 })
    variables.removeLast(variables.count - outer)
    return Value(.call("for", arguments), at: location(id))
  }
}

extension HCLTree.Operator {
  /// The operator as it is written.
  var sign: String {
    switch self {
    case .none: ""
    case .or: "||"
    case .and: "&&"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .add: "+"
    case .subtract, .negate: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .not: "!"
    }
  }
}
