import SourceText
import Syntax
import TemplateModel

/// Walks the trees once and notes scopes, bindings and calls.
struct ProgramIndex {
  private(set) var program = Program()
  /// The branches that the walk has yet to come to, with what they hang on.
  private var branches: [ScriptTree.NodeID: Program.Context] = [:]
  /// The variables of `for` statements that the walk has yet to come to, with their conditions.
  private var counters: [ScriptTree.NodeID: Program.Place] = [:]
  /// The lambdas that the walk has yet to come to, with what they walk through.
  private var walkers: [ScriptTree.NodeID: Program.Source] = [:]

  /// Parses and indexes files of the given indices; those in other languages are left out.
  ///
  /// - Returns: the program; problems of the texts are reported to the template.
  static func program(of indices: [Int], in template: inout Template) -> Program {
    var index = ProgramIndex()
    for place in indices {
      let file = template.files[place]
      guard let language = file.language.script else { continue }
      let tree = ScriptParser.parse(file.bytes, language: language)
      template.report(tree.problems, in: file)
      if tree.problems.contains(where: \.breaksOff) { template.files[place].isComplete = false }
      index.add(Program.File(index: place, file: file, tree: tree, scope: 0))
    }
    index.linkBases()
    index.linkInstances()
    index.linkAdditions()
    return index.program
  }

  private mutating func add(_ file: Program.File) {
    let number = program.files.count
    program.files.append(file)
    program.scopes.append(Scope(kind: .file, parent: nil, file: number, node: ScriptTree.root, name: ""))
    program.files[number].scope = program.scopes.count - 1
    walk(number)
  }

  // MARK: Walking

  /// What surrounds a node on the way down: when the walk passes `end`, it is left again.
  private struct Frame {
    let end: ScriptTree.NodeID
    let scope: Int
    let contexts: [Program.Context]
  }

  private mutating func walk(_ file: Int) {
    let tree = program.files[file].tree
    var stack = [Frame(end: tree[ScriptTree.root].next, scope: program.files[file].scope, contexts: [])]
    var id = ScriptTree.root + 1
    while id < tree[ScriptTree.root].next {
      while stack.count > 1, let last = stack.last, last.end <= id { stack.removeLast() }
      guard let frame = stack.last else { return }
      enter(Program.Place(file: file, node: id), frame, &stack)
      id += 1
    }
  }

  private mutating func enter(_ place: Program.Place, _ frame: Frame, _ stack: inout [Frame]) {
    let tree = program.files[place.file].tree
    let id = place.node
    let node = tree[id]
    func push(scope: Int? = nil, _ context: Program.Context? = nil, end: ScriptTree.NodeID? = nil) {
      stack.append(
        Frame(
          end: end ?? node.next, scope: scope ?? frame.scope,
          contexts: context.map { frame.contexts + [$0] } ?? frame.contexts))
    }
    switch node.kind {
    case .importDeclaration: bindImports(place, frame.scope)
    case .classDeclaration, .structDeclaration, .interfaceDeclaration:
      let scope = open(.classBody, place, in: frame.scope)
      program.scopes[scope].baseName = tree.child(of: id, .base).map { tree.text(of: $0) } ?? ""
      let name = program.scopes[scope].name
      if !name.isEmpty {
        bind(name, .classDeclaration(scope: scope), at: 0, in: frame.scope)
        if program.classes[name] == nil { program.classes[name] = scope }
      }
      push(scope: scope)
    case .function, .method, .constructor, .accessor, .lambda:
      let scope = open(.function, place, in: frame.scope)
      if node.kind == .lambda { program.lambdas[place] = scope }
      let walked = walkers.removeValue(forKey: id)
      if let walked { program.walked[scope] = walked }
      bindParameters(place, scope)
      if node.kind == .function, !program.scopes[scope].name.isEmpty {
        bind(program.scopes[scope].name, .function(scope: scope), at: 0, in: frame.scope)
      }
      if node.kind == .method || node.kind == .accessor, program.scopes[frame.scope].kind == .classBody {
        program.scopes[frame.scope].methods[program.scopes[scope].name] = scope
      }
      if let receiver = tree.child(of: id, .receiver) { bindReceiver(receiver, place.file, scope) }
      if let body = tree.body(of: id), node.kind == .lambda, tree[body].kind != .block {
        program.scopes[scope].returns.append(Program.Place(file: place.file, node: body))
      }
      push(scope: scope, walked.map { Program.Context(kind: .loop, place: $0.place) })
    case .returnStatement:
      if let value = tree.value(of: id), program.scopes[frame.scope].kind == .function {
        program.scopes[frame.scope].returns.append(Program.Place(file: place.file, node: value))
      }
    case .variable:
      // `let i = 0` of a `for`: one of many values.
      if let asked = counters.removeValue(forKey: id), let target = tree.target(of: id) {
        bindLoop(target, asked, frame.scope)
      } else {
        bindVariable(place, frame.scope)
      }
    case .assignment:
      if !isFallback(place, frame) { bindAssignment(place, frame.scope) }
    case .field: bindField(place, frame.scope)
    case .withItem:
      if let target = tree.target(of: id), let value = tree.value(of: id) {
        bindTarget(
          Program.Place(file: place.file, node: target), to: Program.Place(file: place.file, node: value),
          frame.scope)
      }
    case .forEach, .comprehensionFor:
      if let value = tree.value(of: id) {
        let collection = Program.Place(file: place.file, node: value)
        if let target = tree.target(of: id) { bindLoop(target, collection, frame.scope) }
        if node.kind == .forEach { push(Program.Context(kind: .loop, place: collection)) }
      }
    case .comprehension:
      if let clause = tree.children(of: id).first(where: { tree[$0].kind == .comprehensionFor }),
        let value = tree.value(of: clause)
      {
        let collection = Program.Place(file: place.file, node: value)
        if let target = tree.target(of: clause) { bindLoop(target, collection, frame.scope) }
        push(Program.Context(kind: .loop, place: collection))
      }
    case .forStatement, .whileStatement:
      let asked = tree.condition(of: id) ?? id
      if let counter = tree.child(of: id, .initializer) {
        counters[counter] = Program.Place(file: place.file, node: asked)
      }
      push(Program.Context(kind: .loop, place: Program.Place(file: place.file, node: asked)))
    case .ifStatement, .conditional:
      if let asked = tree.condition(of: id) {
        let condition = Program.Place(file: place.file, node: asked)
        if let then = tree.child(of: id, .then) {
          branches[then] = Program.Context(kind: .condition, place: condition)
        }
        if let other = tree.child(of: id, .otherwise) {
          branches[other] = Program.Context(kind: .otherwise, place: condition)
        }
      }
    default: break
    }
    if [.then, .otherwise].contains(node.role), let context = branches.removeValue(forKey: id) {
      let inner = stack.last ?? frame
      stack.append(Frame(end: node.next, scope: inner.scope, contexts: inner.contexts + [context]))
    }
    if [.member, .call, .index, .composite].contains(node.kind), node.role != .object, node.role != .callee {
      program.chains.append(Program.Source(place: place, scope: frame.scope))
    }
    if node.kind == .call {
      noteWalkers(place, frame.scope)
      program.calls.append(
        Program.Call(place: place, scope: frame.scope, contexts: stack.last?.contexts ?? []))
    }
  }

  private mutating func open(_ kind: Scope.Kind, _ place: Program.Place, in parent: Int) -> Int {
    let tree = program.files[place.file].tree
    let name = tree.name(of: place.node).map { tree.text(of: $0) } ?? ""
    program.scopes.append(Scope(kind: kind, parent: parent, file: place.file, node: place.node, name: name))
    return program.scopes.count - 1
  }

  /// `azs.map((az, i) => …)`: the lambda is the body of a loop.
  private mutating func noteWalkers(_ place: Program.Place, _ scope: Int) {
    let tree = program.files[place.file].tree
    guard let callee = tree.callee(of: place.node), tree[callee].kind == .member,
      let name = tree.name(of: callee),
      let object = tree.object(of: callee)
    else { return }
    switch tree.text(of: name) {
    case "map", "forEach", "flatMap": break
    default: return
    }
    for argument in tree.arguments(of: place.node) where tree[argument].kind == .lambda {
      let collection = Program.Place(file: place.file, node: tree.unwrapped(object))
      walkers[argument] = Program.Source(place: collection, scope: scope)
    }
  }

  /// `if (suffix === "") { suffix = "dev"; }`: what a variable is without a value of its own is not what it is.
  private func isFallback(_ place: Program.Place, _ frame: Frame) -> Bool {
    let tree = program.files[place.file].tree
    guard let target = tree.target(of: place.node), tree[target].kind == .identifier,
      let context = frame.contexts.last, context.kind == .condition, context.place.file == place.file
    else { return false }
    let name = tree.text(of: target)
    guard program.binding(of: name, in: frame.scope, before: tree[target].range.start) != nil else {
      return false
    }
    return tree.subtree(of: context.place.node).contains {
      tree[$0].kind == .identifier && tree.text(of: $0) == name
    }
  }

  // MARK: Binding

  private mutating func bind(_ name: String, _ kind: Scope.Binding.Kind, at position: UInt32, in scope: Int) {
    let binding = Scope.Binding(kind: kind, position: position)
    let place = program.scopes[scope].names[name]?.place(behind: position) ?? 0
    program.scopes[scope].names[name, default: []].insert(binding, at: place)
  }

  private mutating func bindImports(_ place: Program.Place, _ scope: Int) {
    let tree = program.files[place.file].tree
    let id = place.node
    guard let moduleNode = tree.module(of: id) else { return }
    let module = tree.moduleText(moduleNode)
    let end = tree[id].range.end
    var hasNames = false
    for child in tree.children(of: id) {
      let name = tree.name(of: child).map { tree.text(of: $0) } ?? ""
      switch tree[child].kind {
      case .importName:
        hasNames = true
        let alias = tree.alias(of: child).map { tree.text(of: $0) } ?? name
        bind(alias, .imported(Symbol(module: module, path: [name])), at: 0, in: scope)
      case .importDefault, .importNamespace:
        hasNames = true
        bind(name, .imported(Symbol(module: module, path: [])), at: 0, in: scope)
      case .importWildcard:
        hasNames = true
        program.files[place.file].wildcards.append(module)
      default: break
      }
    }
    guard !hasNames else { return }
    if let alias = tree.alias(of: id) {
      bind(tree.text(of: alias), .imported(Symbol(module: module, path: [])), at: 0, in: scope)
    } else if let name = tree.language.importedName(of: module) {
      // Python's `import a.b` binds `a`, and `a.b` is reached through it.
      let root = tree.language == .python ? name : module
      bind(name, .imported(Symbol(module: root, path: [])), at: min(end, 0), in: scope)
    }
  }

  private mutating func bindParameters(_ place: Program.Place, _ scope: Int) {
    let tree = program.files[place.file].tree
    var index = 0
    for parameter in tree.parameters(of: place.node) {
      guard let name = tree.name(of: parameter) else {
        if let target = tree.target(of: parameter) {
          bindPattern(target, place.file, parameter: index, scope)
        }
        index += 1
        continue
      }
      let text = tree.text(of: name)
      if index == 0, tree.language == .python, text == "self" || text == "cls" { continue }
      bind(text, .parameter(index: index, member: nil), at: 0, in: scope)
      bindParameterProperty(parameter, text, index: index, place, scope)
      index += 1
    }
  }

  /// TypeScript's `constructor(private readonly x: T)` makes a field of the parameter.
  private mutating func bindParameterProperty(
    _ parameter: ScriptTree.NodeID, _ name: String, index: Int, _ place: Program.Place, _ scope: Int
  ) {
    let tree = program.files[place.file].tree
    let flags = tree[parameter].flags
    guard tree[place.node].kind == .constructor, let owner = program.scopes[scope].parent,
      !flags.isDisjoint(with: [.isPrivate, .isExported, .isConstant]), let node = tree.name(of: parameter)
    else { return }
    program.scopes[owner].fields[name, default: []].append(
      Scope.Binding(
        kind: .value(Program.Place(file: place.file, node: node), scope: scope, member: nil), position: 0))
  }

  private mutating func bindPattern(_ target: ScriptTree.NodeID, _ file: Int, parameter: Int, _ scope: Int) {
    let tree = program.files[file].tree
    for (index, element) in tree.elements(of: target).enumerated() where tree[element].kind == .identifier {
      bind(tree.text(of: element), .parameter(index: parameter, member: "\(index)"), at: 0, in: scope)
    }
    for id in tree.subtree(of: target) where tree[id].kind == .shorthand {
      guard let name = tree.name(of: id) else { continue }
      let text = tree.text(of: name)
      bind(text, .parameter(index: parameter, member: text), at: 0, in: scope)
    }
  }

  /// Go's `func (s *Stack) add()`: the receiver is the class's own name for `this`.
  private mutating func bindReceiver(_ receiver: ScriptTree.NodeID, _ file: Int, _ scope: Int) {
    let tree = program.files[file].tree
    if let name = tree.name(of: receiver) {
      bind(tree.text(of: name), .parameter(index: -1, member: nil), at: 0, in: scope)
    }
  }

  private mutating func bindVariable(_ place: Program.Place, _ scope: Int) {
    let tree = program.files[place.file].tree
    guard let target = tree.target(of: place.node), let value = tree.value(of: place.node) else { return }
    if let module = tree.requiredModule(value) {
      bindRequired(module, target, place.file, scope)
      return
    }
    bindTarget(
      Program.Place(file: place.file, node: target), to: Program.Place(file: place.file, node: value), scope)
  }

  /// Reads `const s3 = require('aws-cdk-lib/aws-s3')` and `const { Stack } = require('aws-cdk-lib')` as imports.
  private mutating func bindRequired(_ module: String, _ target: ScriptTree.NodeID, _ file: Int, _ scope: Int)
  {
    let tree = program.files[file].tree
    switch tree[target].kind {
    case .identifier, .name:
      bind(tree.text(of: target), .imported(Symbol(module: module, path: [])), at: 0, in: scope)
    case .object:
      for member in tree.members(of: target) {
        guard let key = tree.name(of: member) ?? tree.key(of: member) else { continue }
        let name = tree[member].kind == .pair ? tree.value(of: member) ?? key : key
        bind(
          tree.text(of: name), .imported(Symbol(module: module, path: [tree.text(of: key)])), at: 0, in: scope
        )
      }
    default: break
    }
  }

  private mutating func bindTarget(_ target: Program.Place, to value: Program.Place, _ scope: Int) {
    let tree = program.files[target.file].tree
    // The value itself still sees what the name stood for before: `x = x + 1`.
    let position = max(tree[target.node].range.start, program[value].range.end)
    switch tree[target.node].kind {
    case .identifier, .name:
      bind(tree.text(of: target.node), .value(value, scope: scope, member: nil), at: position, in: scope)
    case .tuple, .list:
      let values =
        [.tuple, .list].contains(tree[value.node].kind) ? Array(tree.elements(of: value.node)) : []
      for (index, element) in tree.elements(of: target.node).enumerated() {
        // Go returns a value and an error: the first name stands for the value.
        let source = index < values.count ? Program.Place(file: value.file, node: values[index]) : value
        let member = values.isEmpty && index > 0 ? "\(index)" : nil
        guard [.identifier, .name].contains(tree[element].kind) else { continue }
        bind(tree.text(of: element), .value(source, scope: scope, member: member), at: position, in: scope)
      }
    case .object:
      for member in tree.members(of: target.node) {
        guard let key = tree.name(of: member) ?? tree.key(of: member) else { continue }
        let name = tree.value(of: member).flatMap { tree[member].kind == .pair ? $0 : nil } ?? key
        bind(
          tree.text(of: name), .value(value, scope: scope, member: tree.text(of: key)), at: position,
          in: scope)
      }
    default: break
    }
  }

  private mutating func bindLoop(_ target: ScriptTree.NodeID, _ collection: Program.Place, _ scope: Int) {
    let tree = program.files[collection.file].tree
    for id in tree.subtree(of: target) where [.identifier, .name].contains(tree[id].kind) {
      bind(tree.text(of: id), .element(of: collection, scope: scope), at: tree[id].range.start, in: scope)
    }
  }

  private mutating func bindAssignment(_ place: Program.Place, _ scope: Int) {
    let tree = program.files[place.file].tree
    guard tree[place.node].op == .assign, let target = tree.target(of: place.node),
      let value = tree.value(of: place.node)
    else { return }
    let source = Program.Place(file: place.file, node: value)
    if tree[target].kind == .member {
      if let object = tree.object(of: target), !isSelf(object, place.file, scope) {
        program.settings.append(Program.Setting(place: place, scope: scope))
      }
      guard let object = tree.object(of: target), let name = tree.name(of: target),
        isSelf(object, place.file, scope), let owner = classScope(of: scope)
      else { return }
      program.scopes[owner].fields[tree.text(of: name), default: []].append(
        Scope.Binding(kind: .value(source, scope: scope, member: nil), position: tree[place.node].range.start)
      )
    } else {
      bindTarget(Program.Place(file: place.file, node: target), to: source, scope)
      // Java assigns fields without `this`.
      if tree.language == .java, tree[target].kind == .identifier, let owner = classScope(of: scope) {
        program.scopes[owner].fields[tree.text(of: target), default: []].append(
          Scope.Binding(
            kind: .value(source, scope: scope, member: nil), position: tree[place.node].range.start))
      }
    }
  }

  private mutating func bindField(_ place: Program.Place, _ scope: Int) {
    let tree = program.files[place.file].tree
    guard let name = tree.name(of: place.node), let value = tree.value(of: place.node),
      program.scopes[scope].kind == .classBody
    else { return }
    let source = Program.Place(file: place.file, node: value)
    let binding = Scope.Binding(kind: .value(source, scope: scope, member: nil), position: 0)
    program.scopes[scope].fields[tree.text(of: name), default: []].append(binding)
    program.scopes[scope].names[tree.text(of: name), default: []].append(binding)
  }

  private func isSelf(_ id: ScriptTree.NodeID, _ file: Int, _ scope: Int) -> Bool {
    program.isSelf(Program.Place(file: file, node: id), in: scope)
  }

  private func classScope(of scope: Int) -> Int? { program.classScope(of: scope) }

  // MARK: Linking

  private mutating func linkBases() {
    for scope in program.scopes.indices where program.scopes[scope].kind == .classBody {
      guard
        let base = program.files[program.scopes[scope].file].tree.child(
          of: program.scopes[scope].node, .base),
        let parent = program.scopes[scope].parent
      else { continue }
      program.scopes[scope].base = program.symbol(
        Program.Place(file: program.scopes[scope].file, node: base), in: parent)
    }
  }

  /// `subnets.push(subnet)` adds to the list that `subnets` was set to.
  private mutating func linkAdditions() {
    for call in program.calls {
      let tree = program.tree(call.place)
      guard let callee = tree.callee(of: call.place.node), tree[callee].kind == .member,
        let name = tree.name(of: callee), let object = tree.object(of: callee)
      else { continue }
      switch tree.text(of: name) {
      case "push", "append", "add": break
      default: continue
      }
      var arguments = tree.arguments(of: call.place.node).makeIterator()
      guard let argument = arguments.next(), arguments.next() == nil else { continue }
      let receiver = Program.Place(file: call.place.file, node: tree.unwrapped(object))
      guard let (origin, _) = program.origin(of: receiver, in: call.scope) else { continue }
      let source = Program.Source(
        place: Program.Place(file: call.place.file, node: argument), scope: call.scope)
      program.additions[origin, default: []].append(source)
    }
  }

  private mutating func linkInstances() {
    for (index, call) in program.calls.enumerated() {
      guard let callee = program.tree(call.place).callee(of: call.place.node) else { continue }
      let place = Program.Place(file: call.place.file, node: callee)
      if let scope = program.declaration(place, in: call.scope) {
        program.scopes[scope].instances.append(index)
      }
    }
  }
}
