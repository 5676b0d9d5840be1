import SourceText
import Syntax
import TemplateModel

/// Finds where a program uses the names of an infrastructure library.
///
///     imports and chains of members and calls ─► the import, or the value of the variable, that a chain starts from
struct SymbolUses {
  private let program: Program
  private let dialect: Dialect
  /// What a variable's value is, by the place of the value; nil where no library says.
  private var values: [Program.Place: Way?] = [:]

  /// A row of steps that starts at a module.
  private struct Way {
    var module: String
    var steps: [SymbolUse.Step]
    var inherited = 0
  }

  private init(_ program: Program, _ dialect: Dialect) {
    self.program = program
    self.dialect = dialect
  }

  /// All uses in the texts that count, in the order of the files and of the text.
  static func find(in program: Program, of dialect: Dialect) -> [SymbolUse] {
    var uses = SymbolUses(program, dialect)
    var found: [SymbolUse] = []
    for file in program.files where file.file.standing == .final { found += uses.imports(of: file) }
    let added = uses.addedMembers()
    for place in program.chains where program.files[place.place.file].file.standing == .final {
      guard program[place.place].role != .target, let way = uses.way(place.place, in: place.scope, hops: 0),
        way.inherited < way.steps.count
      else {
        continue
      }
      if way.steps[way.inherited...].contains(where: { added.contains($0.name) }) { continue }
      found.append(uses.use(way, place.place.file, program.location(place.place), isImport: false))
    }
    return found
  }

  /// The members that a program gives to objects itself, as Python and JavaScript let it: `vpc.subnet_id = subnet.id`.
  private func addedMembers() -> Set<String> {
    var names: Set<String> = []
    for setting in program.settings {
      let tree = program.tree(setting.place)
      guard let target = tree.target(of: setting.place.node), let name = tree.name(of: target) else {
        continue
      }
      names.insert(tree.text(of: name))
    }
    return names
  }

  private func use(_ way: Way, _ file: Int, _ location: SourceLocation, isImport: Bool) -> SymbolUse {
    let file = program.files[file]
    return SymbolUse(
      dialect: dialect, language: file.file.language, file: file.index, module: way.module, steps: way.steps,
      inherited: way.inherited, isImport: isImport, location: location)
  }

  // MARK: Imports

  private func imports(of file: Program.File) -> [SymbolUse] {
    let tree = file.tree
    guard let number = program.files.firstIndex(where: { $0.index == file.index }) else { return [] }
    var found: [SymbolUse] = []
    for id in tree.subtree(of: ScriptTree.root) where tree[id].kind == .importDeclaration {
      guard let node = tree.module(of: id),
        let module = LibraryModule.name(of: tree.moduleText(node), in: dialect)
      else { continue }
      func add(_ steps: [SymbolUse.Step], _ node: ScriptTree.NodeID) {
        found.append(
          use(
            Way(module: module, steps: steps), number, file.file.location(tree[node].range), isImport: true))
      }
      var hasNames = false
      for child in tree.children(of: id) where tree[child].kind == .importName {
        guard let name = tree.name(of: child) else { continue }
        hasNames = true
        add([step(tree, name, number)], name)
      }
      if !hasNames { add([], node) }
    }
    return found
  }

  // MARK: Chains

  /// The way that an expression stands for; nil where it starts from nothing that a library gives.
  private mutating func way(_ place: Program.Place, in scope: Int, hops: Int) -> Way? {
    guard hops < 12 else { return nil }
    let tree = program.tree(place)
    var written: [SymbolUse.Step] = []
    var arguments: [Member]?
    var isNew = false
    var isIndexed = false
    var node = place.node
    func take(_ name: ScriptTree.NodeID) {
      var step = step(tree, name, place.file)
      (step.arguments, step.isNew, step.isIndexed) = (arguments, isNew, isIndexed)
      (arguments, isNew, isIndexed) = (nil, false, false)
      written.append(step)
    }
    while true {
      switch tree[node].kind {
      case .parenthesized, .nonNull:
        guard let inner = tree.value(of: node) else { return nil }
        node = inner
      case .unary where tree.language == .go:
        // `*vpc.VpcId()` and `&awss3.BucketProps{…}`
        guard let inner = tree.value(of: node) else { return nil }
        node = inner
      case .index:
        guard let object = tree.object(of: node), !isIndexed, arguments == nil else { return nil }
        isIndexed = true
        node = object
      case .call:
        // A call of what a call gives: nothing that a table tells of.
        guard arguments == nil else { return nil }
        if tree.language == .java, let chain = BuilderChain(tree, node) {
          arguments = builderArguments(chain, tree, place.file)
          isNew = true
          node = chain.type
          continue
        }
        guard let callee = tree.callee(of: node) else { return nil }
        arguments = self.arguments(of: node, tree, place.file)
        isNew = tree[node].flags.contains(.isNew)
        node = callee
      case .composite:
        guard let type = tree.type(of: node), written.isEmpty else { return nil }
        return composite(node, type, tree, place.file, scope)
      case .member:
        guard let object = tree.object(of: node), let name = tree.name(of: node) else { return nil }
        if tree[object].kind == .identifier, arguments == nil || !isNew,
          let field = field(Program.Place(file: place.file, node: node), scope)
        {
          guard arguments == nil else { return nil }
          return joined(field, written, isIndexed, hops)
        }
        take(name)
        node = object
      case .identifier:
        let name = tree.text(of: node)
        guard let found = program.binding(of: name, in: scope, before: tree[node].range.start) else {
          return nil
        }
        switch found.binding.kind {
        case .imported(let symbol):
          guard let module = LibraryModule.name(of: symbol.module, in: dialect) else { return nil }
          var steps = symbol.path.map {
            SymbolUse.Step(name: $0, location: program.location(Program.Place(file: place.file, node: node)))
          }
          if arguments != nil || isIndexed {
            guard let last = steps.indices.last else { return nil }
            (steps[last].arguments, steps[last].isNew, steps[last].isIndexed) = (arguments, isNew, isIndexed)
          }
          return normalized(
            Way(module: module, steps: steps + written.reversed(), inherited: 0), tree.language)
        case .value(let source, let inner, nil):
          guard arguments == nil, isOnly(name, in: found.scope) else { return nil }
          return joined(Source(place: source, scope: inner), written, isIndexed, hops)
        default: return nil
        }
      default: return nil
      }
    }
  }

  private typealias Source = Program.Source

  /// The value of a variable or field with the steps that follow it.
  private mutating func joined(
    _ source: Source, _ written: [SymbolUse.Step], _ isIndexed: Bool, _ hops: Int
  ) -> Way? {
    guard !isIndexed, var way = value(source, hops) else { return nil }
    way.inherited = way.steps.count
    way.steps += written.reversed()
    return normalized(way, program.tree(source.place).language)
  }

  private mutating func value(_ source: Source, _ hops: Int) -> Way? {
    if let known = values[source.place] { return known }
    values[source.place] = .some(nil)
    let way = way(source.place, in: source.scope, hops: hops + 1)
    values[source.place] = .some(way)
    return way
  }

  /// Whether a name stands for one value only, as far as its scope says.
  private func isOnly(_ name: String, in scope: Int) -> Bool {
    program.scopes[scope].names[name]?.count == 1
  }

  /// What the only assignment to `this.x` gives it.
  private func field(_ place: Program.Place, _ scope: Int) -> Source? {
    let tree = program.tree(place)
    guard let object = tree.object(of: place.node), let name = tree.name(of: place.node),
      program.isSelf(Program.Place(file: place.file, node: object), in: scope),
      let owner = program.classScope(of: scope),
      let bindings = program.scopes[owner].fields[tree.text(of: name)], bindings.count == 1,
      case .value(let source, let inner, nil) = bindings[0].kind
    else { return nil }
    return Source(place: source, scope: inner)
  }

  private func step(_ tree: ScriptTree, _ name: ScriptTree.NodeID, _ file: Int) -> SymbolUse.Step {
    SymbolUse.Step(
      name: tree.text(of: name), location: program.location(Program.Place(file: file, node: name)))
  }

  // MARK: Languages

  /// Go's `NewBucket(…)` makes a `Bucket`, its `Bucket_FromBucketName(…)` is a method of it.
  private func normalized(_ way: Way, _ language: ScriptLanguage) -> Way {
    guard language == .go, let index = way.steps.indices.first, way.inherited == 0 else { return way }
    var way = way
    let first = way.steps[index]
    if first.name.hasPrefix("New"), first.arguments != nil {
      way.steps[index].name = String(first.name.dropFirst(3))
      way.steps[index].isNew = true
    } else if dialect != .pulumi, let mark = first.name.firstIndex(of: "_") {
      var owner = first
      (owner.arguments, owner.name) = (nil, String(first.name[..<mark]))
      way.steps[index].name = String(first.name[first.name.index(after: mark)...])
      way.steps.insert(owner, at: index)
    }
    return way
  }

  /// Go's `s3.BucketProps{…}`.
  private mutating func composite(
    _ node: ScriptTree.NodeID, _ type: ScriptTree.NodeID, _ tree: ScriptTree, _ file: Int, _ scope: Int
  ) -> Way? {
    let words = tree.text(of: type).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 2,
      words[1].utf8.allSatisfy({
        ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F
      }),
      let found = program.binding(of: words[0], in: scope, before: tree[type].range.start),
      case .imported(let symbol) = found.binding.kind,
      let module = LibraryModule.name(of: symbol.module, in: dialect)
    else { return nil }
    var step = SymbolUse.Step(
      name: words[1], location: program.location(Program.Place(file: file, node: type)))
    step.arguments = members(of: node, tree, file)
    step.isNew = true
    var steps = symbol.path.map { SymbolUse.Step(name: $0, location: step.location) } + [step]
    if dialect != .pulumi, let mark = words[1].firstIndex(of: "_") {
      var owner = SymbolUse.Step(name: String(words[1][..<mark]), location: step.location)
      owner.arguments = nil
      steps[steps.count - 1].name = String(words[1][words[1].index(after: mark)...])
      steps.insert(owner, at: steps.count - 1)
    }
    return Way(module: module, steps: steps)
  }

  // MARK: Arguments

  private func arguments(of call: ScriptTree.NodeID, _ tree: ScriptTree, _ file: Int) -> [Member] {
    let cut = tree[call].flags.contains(.incomplete) ? [cut(call, file)] : []
    return tree.arguments(of: call).map { argument in
      if tree[argument].kind == .keywordArgument, let name = tree.name(of: argument),
        let value = tree.value(of: argument)
      {
        return Member(
          key: tree.text(of: name), keyLocation: location(name, file), value: written(value, tree, file))
      }
      return Member(
        key: [.spread, .elision].contains(tree[argument].kind) ? "..." : "",
        keyLocation: location(argument, file), value: written(argument, tree, file))
    } + cut
  }

  /// Stands for what an unfinished text leaves out.
  private func cut(_ node: ScriptTree.NodeID, _ file: Int) -> Member {
    let place = location(node, file)
    return Member(key: "...", keyLocation: place, value: Value(.computed(""), at: place))
  }

  private func builderArguments(_ chain: BuilderChain, _ tree: ScriptTree, _ file: Int) -> [Member] {
    arguments(of: chain.start, tree, file)
      + chain.steps.map { step in
        let values = tree.arguments(of: step.call).map { written($0, tree, file) }
        return Member(
          key: tree.text(of: step.name), keyLocation: location(step.name, file),
          value: values.count == 1 ? values[0] : Value(.computed(""), at: location(step.call, file)))
      }
  }

  /// A literal as it stands; of everything else its text alone, where it is short.
  private func written(_ node: ScriptTree.NodeID, _ tree: ScriptTree, _ file: Int, depth: Int = 0) -> Value {
    let node = tree[node].kind == .parenthesized ? tree.value(of: node) ?? node : node
    let place = location(node, file)
    guard depth < 32 else { return Value(.computed(""), at: place) }
    switch tree[node].kind {
    case .string, .concatenation: return Value(.string(tree.string(of: node)?.text ?? ""), at: place)
    case .template: return Value(.template([]), at: place)
    case .number: return Value(.number(tree.text(of: node)), at: place)
    case .boolean: return Value(.bool(tree.text(of: node).lowercased() == "true"), at: place)
    case .null: return Value(.null, at: place)
    case .object: return Value(.map(members(of: node, tree, file, depth: depth)), at: place)
    case .list:
      return Value(
        .list(tree.elements(of: node).map { written($0, tree, file, depth: depth + 1) }), at: place)
    case .call:
      // `jsii.String("x")`, `pulumi.Int(3)`, `pulumi.Bool(true)`
      guard let callee = tree.callee(of: node), tree[callee].kind == .member,
        let owner = tree.object(of: callee),
        tree.text(of: owner, is: "jsii") || tree.text(of: owner, is: "pulumi"),
        tree.language == .go, let inner = tree.child(of: node, .argument)
      else { break }
      let value = written(inner, tree, file, depth: depth + 1)
      switch value.kind {
      case .string, .number, .bool: return value
      default: break
      }
    default: break
    }
    let range = tree[node].range
    return Value(.computed(range.end - range.start < 80 ? tree.text(of: node) : ""), at: place)
  }

  private func members(of node: ScriptTree.NodeID, _ tree: ScriptTree, _ file: Int, depth: Int = 0)
    -> [Member]
  {
    let cut = tree[node].flags.contains(.incomplete) ? [cut(node, file)] : []
    return tree.members(of: node).map { member in
      let place = location(member, file)
      guard !tree[member].flags.contains(.isComputed), let key = tree.key(of: member) ?? tree.name(of: member)
      else { return Member(key: "...", keyLocation: place, value: Value(.computed(""), at: place)) }
      let value = tree.value(of: member).map { written($0, tree, file, depth: depth + 1) }
      return Member(
        key: tree.string(of: key)?.text ?? tree.text(of: key), keyLocation: location(key, file),
        value: tree[member].kind == .pair
          ? value ?? Value(.computed(""), at: place) : Value(.computed(""), at: place))
    } + cut
  }

  private func location(_ node: ScriptTree.NodeID, _ file: Int) -> SourceLocation {
    program.location(Program.Place(file: file, node: node))
  }
}
