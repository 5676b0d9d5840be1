import Syntax
import TemplateModel

/// A call that makes, or looks up, a construct.
///
///     new s3.Bucket(this, 'Logs', { versioned: true })     scope this   id 'Logs'   properties { … }
struct ConstructCall {
  enum Maker {
    /// A class of a construct library.
    case library(ConstructClass)
    /// A class, or a function such as Go's `NewNetworkStack`, of the program, by its scope.
    case own(Int)
    /// A class that nothing explains: `new NetworkStack(app, 'Network')` without its import.
    case unknown(String)
    /// A method that makes a construct below its object: `vpc.addInterfaceEndpoint('Logs', …)`.
    case method(ConstructClass, owner: Program.Place)
  }

  let maker: Maker
  /// The whole expression.
  let place: Program.Place
  /// What names the type: `s3.Bucket`.
  let type: Program.Place
  /// Index in `Program.scopes`.
  let scope: Int
  let contexts: [Program.Context]
  /// What the construct is put into; nil for methods.
  var parent: Program.Place?
  var id: Program.Place?
  /// The positional arguments behind the id.
  var rest: [ScriptTree.NodeID] = []
  /// Keyword arguments but for scope and id.
  var keywords: [ScriptTree.NodeID] = []
  var steps: [BuilderChain.Step] = []
  /// `fromBucketName` and the like.
  var lookup: String?
}

/// Finds the calls that make constructs.
struct ConstructCalls {
  let program: Program
  private(set) var found: [ConstructCall] = []
  /// Calls that are parts of another one, as `create(…)` is of `create(…).build()`.
  private var consumed: Set<Program.Place> = []
  private let evaluation: Evaluation

  /// All of them, in the order of the files and of the text.
  static func all(in program: Program, _ evaluation: Evaluation) -> [ConstructCall] {
    var calls = ConstructCalls(program: program, found: [], consumed: [], evaluation: evaluation)
    for call in program.calls where !calls.consumed.contains(call.place) { calls.examine(call) }
    return calls.found
  }

  private mutating func examine(_ call: Program.Call) {
    let tree = program.tree(call.place)
    if tree.language == .java, let chain = BuilderChain(tree, call.place.node) {
      examine(chain, call)
      return
    }
    guard let callee = tree.callee(of: call.place.node) else { return }
    let place = Program.Place(file: call.place.file, node: tree.unwrapped(callee))
    if let made = made(by: place, call) {
      var construct = ConstructCall(
        maker: made.maker, place: call.place, type: place, scope: call.scope, contexts: call.contexts)
      construct.lookup = made.lookup
      guard take(arguments: call.place.node, of: &construct) else { return }
      if isConstruct(construct) { found.append(construct) }
      return
    }
    if let method = ConstructMethods.construct(program, place, call) { found.append(method) }
  }

  private mutating func examine(_ chain: BuilderChain, _ call: Program.Call) {
    let tree = program.tree(call.place)
    for step in chain.steps { consumed.insert(Program.Place(file: call.place.file, node: step.call)) }
    consumed.insert(Program.Place(file: call.place.file, node: chain.start))
    guard tree.arguments(of: chain.start).contains(where: { _ in true }) else { return }
    let type = Program.Place(file: call.place.file, node: chain.type)
    guard let maker = maker(type, call.scope) else { return }
    var construct = ConstructCall(
      maker: maker, place: call.place, type: type, scope: call.scope, contexts: call.contexts)
    construct.steps = chain.steps
    guard take(arguments: chain.start, of: &construct), isConstruct(construct) else { return }
    found.append(construct)
  }

  // MARK: Callees

  /// What a callee makes, judged by its name alone.
  private func made(
    by callee: Program.Place, _ call: Program.Call
  ) -> (maker: ConstructCall.Maker, lookup: String?)? {
    let tree = program.tree(callee)
    let isNew = tree[call.place.node].flags.contains(.isNew)
    switch tree.language {
    case .typeScript, .java:
      if isNew { return maker(callee, call.scope).map { ($0, nil) } }
    case .python:
      if let maker = maker(callee, call.scope) { return (maker, nil) }
    case .go:
      return goMaker(callee, call.scope)
    }
    // `s3.Bucket.fromBucketName(…)`
    guard tree[callee.node].kind == .member, let name = tree.name(of: callee.node),
      let object = tree.object(of: callee.node)
    else { return nil }
    let method = Spelling.camel(tree.text(of: name))
    guard method.hasPrefix("from"),
      let construct = program.construct(Program.Place(file: callee.file, node: object), in: call.scope)
    else { return nil }
    return (.library(construct), method)
  }

  private func maker(_ type: Program.Place, _ scope: Int) -> ConstructCall.Maker? {
    let tree = program.tree(type)
    if let own = program.declaration(type, in: scope) {
      return program.scopes[own].kind == .classBody ? .own(own) : nil
    }
    if let construct = program.construct(type, in: scope) {
      return construct.name.first?.isUppercase == true ? .library(construct) : nil
    }
    guard tree[type.node].kind == .identifier, program.isUnexplained(type, in: scope) else { return nil }
    let name = tree.text(of: type.node)
    return name.first?.isUppercase == true ? .unknown(name) : nil
  }

  /// Go's `awss3.NewBucket`, `awss3.Bucket_FromBucketName` and `NewTapStack`.
  private func goMaker(
    _ callee: Program.Place, _ scope: Int
  ) -> (maker: ConstructCall.Maker, lookup: String?)? {
    let tree = program.tree(callee)
    if let own = program.declaration(callee, in: scope) {
      let name = program.scopes[own].name
      return name.hasPrefix("New") || name.hasPrefix("new") ? (.own(own), nil) : nil
    }
    guard let construct = program.construct(callee, in: scope) else {
      guard tree[callee.node].kind == .identifier, tree.text(of: callee.node).hasPrefix("New") else {
        return nil
      }
      return (.unknown(String(tree.text(of: callee.node).dropFirst(3))), nil)
    }
    if construct.name.hasPrefix("New") {
      let name = String(construct.name.dropFirst(3))
      return (.library(ConstructClass(module: construct.module, name: name)), nil)
    }
    let parts = construct.name.split(separator: "_", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[1].hasPrefix("From") else { return nil }
    return (.library(ConstructClass(module: construct.module, name: parts[0])), Spelling.camel(parts[1]))
  }

  // MARK: Arguments

  /// Splits the arguments into scope, id and the rest; false where there is no id.
  private func take(arguments call: ScriptTree.NodeID, of construct: inout ConstructCall) -> Bool {
    let tree = program.tree(construct.place)
    let file = construct.place.file
    var positional: [ScriptTree.NodeID] = []
    for argument in tree.arguments(of: call) {
      switch tree[argument].kind {
      case .keywordArgument:
        guard let name = tree.name(of: argument), let value = tree.value(of: argument) else { continue }
        switch tree.text(of: name) {
        case "scope" where construct.parent == nil && positional.isEmpty:
          construct.parent = Program.Place(file: file, node: value)
        case "id" where construct.id == nil && positional.count < 2,
          "construct_id" where construct.id == nil && positional.count < 2:
          construct.id = Program.Place(file: file, node: value)
        default: construct.keywords.append(argument)
        }
      case .spread: construct.keywords.append(argument)
      case .elision: continue
      default: positional.append(argument)
      }
    }
    var rest = positional[...]
    if construct.parent == nil, let first = rest.popFirst() {
      construct.parent = Program.Place(file: file, node: first)
    }
    if construct.id == nil, let next = rest.popFirst() {
      construct.id = Program.Place(file: file, node: next)
    }
    construct.rest = Array(rest)
    return construct.parent != nil && construct.id != nil
  }

  /// Whether scope and id are what their places say; `new iam.ServicePrincipal('…')` is no construct.
  private func isConstruct(_ construct: ConstructCall) -> Bool {
    guard let parent = construct.parent, let id = construct.id, looksLikeID(id, construct.scope) else {
      return false
    }
    switch construct.maker {
    case .library(let type):
      if program.isScope(parent, in: construct.scope) { return true }
      let tree = program.tree(parent)
      guard [.identifier, .member, .call, .index].contains(tree[tree.unwrapped(parent.node)].kind) else {
        return false
      }
      return CanonicalType.ofCDK(module: type.module, className: type.name) != nil
    case .own(let scope):
      return program.isScope(parent, in: construct.scope) || program.makesConstructs(scope)
    case .unknown: return program.isScope(parent, in: construct.scope) && isText(id)
    case .method: return true
    }
  }

  private func isText(_ place: Program.Place) -> Bool {
    let tree = program.tree(place)
    switch tree[tree.unwrapped(place.node)].kind {
    case .string, .template, .concatenation: return true
    case .call: return tree.isPointer(place.node)
    default: return false
    }
  }

  private func looksLikeID(_ place: Program.Place, _ scope: Int) -> Bool {
    let tree = program.tree(place)
    switch tree[tree.unwrapped(place.node)].kind {
    case .string, .template, .concatenation, .binary, .conditional, .call: return true
    case .identifier, .member, .index, .unary:
      switch evaluation.value(place, in: scope).kind {
      case .map, .list, .bool, .null, .number: return false
      case .reference(let reference): return reference.kind != .resource
      default: return true
      }
    default: return false
    }
  }
}
