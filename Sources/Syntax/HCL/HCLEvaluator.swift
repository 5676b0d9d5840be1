import SourceText

/// Computes expressions whose parts are constants or known variables.
///
/// What cannot be known (a resource's attribute, an unknown function, an error) makes the whole `unknown`, unless
/// the rest decides: `unknown && false` is false.
package struct HCLEvaluator {
  package typealias NodeID = HCLTree.NodeID

  /// Steps that one evaluator takes at most; `for` expressions in each other multiply.
  static let stepLimit = 100_000
  /// Text that is put together costs a step for so many bytes.
  static let bytesPerStep = 64
  /// Chains of operators lean to one side and nest deeper than brackets may.
  static let depthLimit = 1_000

  let tree: HCLTree
  let bytes: [UInt8]
  let variables: [String: HCLValue]
  let functions: [String: HCLFunction]
  /// Variables of the `for` expressions around, the innermost last.
  var locals: [HCLValue.Member] = []
  var steps = 0
  private var depth = 0
  /// The limits were reached, so that values are `unknown` that could have been computed.
  package internal(set) var isLimitReached = false

  package init(
    _ tree: HCLTree, bytes: [UInt8], variables: [String: HCLValue] = [:],
    functions: [String: HCLFunction] = HCLFunctions.standard
  ) {
    self.tree = tree
    self.bytes = bytes
    self.variables = variables
    self.functions = functions
  }

  /// The value of an expression node.
  package mutating func value(of id: NodeID) -> HCLValue {
    guard steps < HCLEvaluator.stepLimit, depth < HCLEvaluator.depthLimit else {
      isLimitReached = true
      return .unknown
    }
    steps += 1
    depth += 1
    defer { depth -= 1 }
    let node = tree[id]
    switch node.kind {
    case .null: return .null
    case .boolean: return .boolean(node.range.end - node.range.start == 4)
    case .number: return Double(tree.text(of: id, in: bytes)).map { .number($0) } ?? .unknown
    case .template, .heredoc: return template(id)
    case .parentheses: return tree.child(0, of: id).map { value(of: $0) } ?? .unknown
    case .tuple: return .list(tree.children(of: id).map { value(of: $0) })
    case .object: return object(id)
    case .forTuple, .forObject: return forExpression(id)
    case .traversal: return traversal(id)
    case .call: return call(id)
    case .unary: return unary(id)
    case .binary: return binary(id)
    case .conditional: return conditional(id)
    default: return .unknown
    }
  }

  private mutating func object(_ id: NodeID) -> HCLValue {
    var members: [HCLValue.Member] = []
    for item in tree.items(of: id) {
      guard let name = tree.name(of: item.key, in: bytes) ?? value(of: item.key).text else { return .unknown }
      let isNumber = tree[item.key].kind == .number
      members.append(.init(isNumber ? value(of: item.key).text ?? name : name, value(of: item.value)))
    }
    return .object(of: members)
  }

  private mutating func call(_ id: NodeID) -> HCLValue {
    let name = tree.text(of: id + 1, in: bytes).filter { !$0.isWhitespace }
    var arguments = tree.children(of: id).dropFirst().map { value(of: $0) }
    if tree[id].flags.contains(.expands) {
      guard case .list(let last)? = arguments.popLast() else { return .unknown }
      arguments += last
    }
    return functions[name]?(arguments) ?? .unknown
  }

  private mutating func unary(_ id: NodeID) -> HCLValue {
    guard let operand = tree.child(0, of: id) else { return .unknown }
    let value = value(of: operand)
    return tree[id].operation == .not
      ? value.asBoolean.map { .boolean(!$0) } ?? .unknown : value.asNumber.map { .number(-$0) } ?? .unknown
  }

  private mutating func binary(_ id: NodeID) -> HCLValue {
    guard let left = tree.child(0, of: id), let right = tree.child(1, of: id) else { return .unknown }
    return tree[id].operation.applied(to: value(of: left), value(of: right))
  }

  private mutating func conditional(_ id: NodeID) -> HCLValue {
    let parts = Array(tree.children(of: id))
    guard parts.count == 3 else { return .unknown }
    switch value(of: parts[0]).asBoolean {
    case true?: return value(of: parts[1])
    case false?: return value(of: parts[2])
    case nil:
      let (first, second) = (value(of: parts[1]), value(of: parts[2]))
      return first == second ? first : .unknown
    }
  }

  private mutating func forExpression(_ id: NodeID) -> HCLValue {
    guard let loop = tree.forExpression(of: id), let entries = value(of: loop.collection).entries else {
      return .unknown
    }
    var values: [(key: String?, value: HCLValue)] = []
    let outerLocals = locals
    defer { locals = outerLocals }
    for entry in entries {
      locals = outerLocals
      bind(loop.keyVariable, entry.key)
      bind(loop.valueVariable, entry.value)
      if let condition = loop.condition {
        guard let isIncluded = value(of: condition).asBoolean else { return .unknown }
        if !isIncluded { continue }
      }
      let key = loop.key.map { value(of: $0) }
      if key != nil, key?.text == nil { return .unknown }
      values.append((key?.text, value(of: loop.value)))
    }
    guard loop.key != nil else { return .list(values.map(\.value)) }
    return HCLEvaluator.collected(values, groups: tree[id].flags.contains(.expands))
  }

  /// The object of a `for`: values of the same key are gathered, or the first one counts.
  private static func collected(_ values: [(key: String?, value: HCLValue)], groups: Bool) -> HCLValue {
    let sorted = values.enumerated()
      .sorted { ($0.element.key ?? "", $0.offset) < ($1.element.key ?? "", $1.offset) }
      .map(\.element)
    var members: [(name: String, values: [HCLValue])] = []
    for (key, value) in sorted {
      if members.last?.name == key {
        members[members.count - 1].values.append(value)
      } else {
        members.append((key ?? "", [value]))
      }
    }
    return .object(members.map { .init($0.name, groups ? .list($0.values) : $0.values[0]) })
  }

  mutating func bind(_ name: NodeID?, _ value: HCLValue) {
    if let name { locals.append(.init(tree.text(of: name, in: bytes), value)) }
  }

  // MARK: Traversals

  private mutating func traversal(_ id: NodeID) -> HCLValue {
    let parts = Array(tree.children(of: id))
    guard let root = parts.first else { return .unknown }
    var start = value(of: root)
    if tree[root].kind == .name {
      let name = tree.text(of: root, in: bytes)
      start = locals.last { $0.name == name }?.value ?? variables[name] ?? .unknown
    }
    return follow(parts.dropFirst(), from: start)
  }

  private mutating func follow(_ steps: ArraySlice<NodeID>, from start: HCLValue) -> HCLValue {
    var result = start
    var steps = steps
    while let step = steps.popFirst() {
      switch tree[step].kind {
      case .attributeSplat:
        let own = steps.prefix { tree[$0].kind != .indexStep && tree[$0].kind != .fullSplat }
        steps = steps.dropFirst(own.count)
        result = splat(own.filter { tree[$0].kind != .attributeSplat }[...], over: result)
      case .fullSplat: return splat(steps, over: result)
      case .indexStep: result = result.element(tree.child(0, of: step).map { value(of: $0) } ?? .unknown)
      default: result = result.element(tree.name(of: step, in: bytes).map { .string($0) } ?? .unknown)
      }
    }
    return result
  }

  /// A splat over a single value is a list of one, over null the empty list.
  private mutating func splat(_ steps: ArraySlice<NodeID>, over value: HCLValue) -> HCLValue {
    switch value {
    case .unknown: .unknown
    case .null: .list([])
    case .list(let elements): .list(elements.map { follow(steps, from: $0) })
    default: .list([follow(steps, from: value)])
    }
  }
}
