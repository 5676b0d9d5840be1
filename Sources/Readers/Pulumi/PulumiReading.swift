import SourceText
import Syntax
import TemplateModel

/// The reading of the program files of one template.
///
///     calls ─► what each makes, and its name ─► properties, in which the names stand for what they make
struct PulumiReading {
  private let program: Program
  private let library: PulumiLibrary
  private let values: PulumiValues
  private var evaluation: Evaluation
  private var spelling: PropertySpelling
  private var made: [Made] = []
  private var addresses = AddressBook()
  private var declarations: [Declaration] = []

  /// A call that makes something, and what it is called.
  private struct Made {
    let call: Program.Call
    let kind: PulumiCall
    let name: String
    let address: String
    let namePlace: Program.Place
  }

  init(_ program: Program, documents: [SourceFile]) {
    self.program = program
    let library = PulumiLibrary(program)
    let values = PulumiValues(library: library)
    self.library = library
    self.values = values
    evaluation = Evaluation(program: program)
    evaluation.interpretation = { evaluation, place, scope in
      values.value(evaluation, place, scope) ?? LanguageValues.value(evaluation, place, scope)
    }
    spelling = PropertySpelling(.camel, documents: documents)
  }

  mutating func read(into template: inout Template) {
    for call in program.calls { collect(call) }
    for call in program.calls { noteSetting(call) }
    for item in made { describe(item, into: &template) }
    for call in program.calls { readOutputs(call) }
    readExports()
    readParameters(besides: Set(template.declarations(.parameter).map(\.name)))
    declarations.sort { ($0.file, $0.location.range.start) < ($1.file, $1.location.range.start) }
    template.declarations += declarations
  }

  // MARK: Names

  private mutating func collect(_ call: Program.Call) {
    guard let parts = CallParts(evaluation, call.place, call.scope), let kind = library.kind(of: parts) else {
      return
    }
    if case .config = kind {
      guard case .reference(let reference) = values.configuration(parts).kind else { return }
      evaluation.targets[call.place] = reference
      return
    }
    let isLookup = if case .lookup = kind { true } else { false }
    let place = isLookup ? nil : namePlace(parts)
    let unit = program.unit(of: call.scope)
    let (target, type): (Reference.Kind, String) =
      switch kind {
      case .resource(let symbol), .stackReference(let symbol): (.resource, symbol.type)
      case .existing(let symbol), .lookup(let symbol): (.data, symbol.type)
      case .provider(let symbol): (.local, symbol.type)
      case .component(let scope): (.module, program.scopes[scope].name)
      case .config: (.pseudo, "")
      }
    var name = place.map { NameText.text(spelled(evaluation.value($0, in: call.scope), call)) } ?? ""
    if isLookup { name = type.split(separator: ".").last.map(String.init) ?? type }
    let address = addresses.address(unit: unit, name: name, type: type)
    evaluation.targets[call.place] = Reference(target: address, kind: target)
    made.append(Made(call: call, kind: kind, name: name, address: address, namePlace: place ?? call.place))
  }

  /// Where the name of a resource stands: the first argument, in Go the one behind the context.
  private func namePlace(_ call: CallParts) -> Program.Place? {
    if let named = call.keywords.first(where: { $0.name == "resource_name" || $0.name == "name" }),
      call.positional.isEmpty
    {
      return named.value
    }
    let index = call.tree.language == .go ? 1 : 0
    return call.positional.indices.contains(index) ? call.positional[index] : nil
  }

  private mutating func spelled(_ value: Value, _ call: Program.Call) -> Value {
    spelling.spelled(value, language: program.tree(call.place).language)
  }

  private mutating func noteSetting(_ call: Program.Call) {
    guard let parts = CallParts(evaluation, call.place, call.scope), let value = values.parameter(parts),
      case .reference(let reference) = value.setting.kind
    else { return }
    spelling.settings.insert(reference.target)
  }

  // MARK: Resources

  private mutating func describe(_ item: Made, into template: inout Template) {
    guard let parts = CallParts(evaluation, item.call.place, item.call.scope) else { return }
    switch item.kind {
    case .resource(let symbol), .stackReference(let symbol):
      add(
        item, symbol, parts, isLookup: !symbol.modules.contains { !$0.isEmpty } && symbol.isCore,
        into: &template)
    case .existing(let symbol), .lookup(let symbol): add(item, symbol, parts, isLookup: true, into: &template)
    case .provider:
      declare(.provider, item, spelled(properties(parts).value, item.call))
    case .component(let scope):
      let source = Member(
        key: "source", keyLocation: typeLocation(parts),
        value: Value(.string(program.scopes[scope].name), at: typeLocation(parts)))
      let (value, _) = properties(parts)
      declare(.module, item, Value(.map([source] + spelled(value, item.call).members), at: value.location))
    case .config: break
    }
  }

  private mutating func add(
    _ item: Made, _ symbol: PulumiSymbol, _ parts: CallParts, isLookup: Bool, into template: inout Template
  ) {
    let file = program.files[item.call.place.file]
    let location = program.location(item.call.place)
    let isExisting = if case .existing = item.kind { true } else { false }
    let isQuestion = if case .lookup = item.kind { true } else { false }
    let (value, options) = properties(parts, isNamed: !isQuestion, key: isExisting ? "id" : "args")
    var resource = Resource(
      address: item.address, type: symbol.type, canonicalType: symbol.canonicalType, name: item.name,
      unit: program.unit(of: item.call.scope), file: file.index, properties: spelled(value, item.call),
      location: location, nameLocation: program.location(item.namePlace), typeLocation: typeLocation(parts))
    resource.isLookup = isLookup
    resource.isComplete = !file.tree[item.call.place.node].flags.contains(.incomplete)
    resource.count = evaluation.count(of: item.call).map { spelled($0, item.call) }
    resource.condition = evaluation.condition(of: item.call).map { spelled($0, item.call) }
    if let options { PulumiOptions.apply(spelled(options, item.call), to: &resource) }
    template.functions += EmbeddedAssets.find(in: parts, owner: template.resources.count, resource)
    template.resources.append(resource)
  }

  /// What a resource is asked to be, and its options.
  private func properties(_ parts: CallParts, isNamed: Bool = true, key: String = "args") -> (
    value: Value, options: Value?
  ) {
    let isGo = parts.tree.language == .go
    let first = (isGo ? 1 : 0) + (isNamed ? 1 : 0)
    let location = program.location(parts.place)
    var members: [Member] = []
    var options: Value?
    for (index, argument) in parts.positional.enumerated() where index >= first {
      if isGo, index > first {
        options = PulumiOptions.adding(argument, parts, to: options)
        continue
      }
      let value = evaluation.value(argument, in: parts.scope)
      if index > first || isOptions(argument, parts) {
        options = value
      } else if case .map(let inner) = value.kind {
        members += inner
      } else if case .null = value.kind {
        continue
      } else {
        members.append(Member(key: key, keyLocation: value.location, value: value))
      }
    }
    for member in parts.members {
      switch member.key {
      case "opts": options = member.value
      case "resource_name",
        "name" where parts.positional.isEmpty:
        continue
      case "args", "__args__": members += member.value.members.isEmpty ? [member] : member.value.members
      default: members.append(member)
      }
    }
    return (
      Value(.map(members), at: members.first?.location.union(members.last?.location ?? location) ?? location),
      options
    )
  }

  /// Whether the argument in the place of the properties says itself that it holds the options.
  private func isOptions(_ argument: Program.Place, _ parts: CallParts) -> Bool {
    guard parts.tree[argument.node].kind == .call, let inner = CallParts(evaluation, argument, parts.scope)
    else {
      return false
    }
    if let chain = BuilderChain(parts.tree, argument.node) {
      return parts.tree.text(of: chain.type).hasSuffix("ResourceOptions")
    }
    return inner.name.hasSuffix("ResourceOptions") || inner.name == "InvokeOptions"
  }

  private func typeLocation(_ parts: CallParts) -> SourceLocation {
    let callee = parts.tree.callee(of: parts.place.node) ?? parts.place.node
    return program.location(Program.Place(file: parts.place.file, node: callee))
  }

  // MARK: Declarations

  private mutating func declare(_ kind: Declaration.Kind, _ item: Made, _ value: Value) {
    declarations.append(
      Declaration(
        kind: kind, name: item.name, unit: program.unit(of: item.call.scope),
        file: program.files[item.call.place.file].index, value: value,
        location: program.location(item.call.place),
        nameLocation: program.location(item.namePlace)))
  }

  // `pulumi.export("x", v)`, `ctx.Export("x", v)`, `this.registerOutputs({ x: v })`
  private mutating func readOutputs(_ call: Program.Call) {
    guard let parts = CallParts(evaluation, call.place, call.scope) else { return }
    let location = program.location(call.place)
    let file = program.files[call.place.file].index
    switch parts.name {
    case "export", "Export":
      guard parts.positional.count == 2 else { return }
      let name = evaluation.value(parts.positional[0], in: call.scope)
      let value = spelled(evaluation.value(parts.positional[1], in: call.scope), call)
      declarations.append(
        Declaration(
          kind: .output, name: NameText.text(spelled(name, call)), file: file, value: value,
          location: location,
          nameLocation: program.location(parts.positional[0])))
    case "registerOutputs", "register_outputs", "RegisterResourceOutputs":
      guard let argument = parts.positional.last else { return }
      for member in evaluation.value(argument, in: call.scope).members where member.key != "..." {
        declarations.append(
          Declaration(
            kind: .output, name: member.key, unit: program.unit(of: call.scope), file: file,
            value: spelled(member.value, call), location: member.location, nameLocation: member.keyLocation))
      }
    default: return
    }
  }

  /// `export const vpcId = vpc.id;` in the file that starts the program.
  private mutating func readExports() {
    for (number, file) in program.files.enumerated()
    where file.tree.language == .typeScript && startsProgram(number) {
      for id in file.tree.statements(of: ScriptTree.root)
      where file.tree[id].kind == .variable && file.tree[id].flags.contains(.isExported) {
        guard let target = file.tree.target(of: id), let value = file.tree.value(of: id),
          file.tree[target].kind == .identifier, file.tree[value].kind != .lambda
        else { continue }
        let place = Program.Place(file: number, node: value)
        declarations.append(
          Declaration(
            kind: .output, name: file.tree.text(of: target), file: file.index,
            value: spelling.spelled(evaluation.value(place, in: file.scope), language: .typeScript),
            location: file.file.location(file.tree[id].range),
            nameLocation: file.file.location(file.tree[target].range)))
      }
    }
  }

  /// Whether a file makes something at its top level, as the entry of a program does.
  private func startsProgram(_ file: Int) -> Bool {
    made.contains { $0.call.place.file == file && $0.call.scope == program.files[file].scope }
  }

  /// One parameter for every key of the configuration and every environment variable, where it is asked first.
  private mutating func readParameters(besides declared: Set<String>) {
    var seen = declared
    declarations += EnvironmentVariables.parameters(
      of: evaluation, defaults: spelling.defaults, besides: declared)
    for call in program.calls {
      guard let parts = CallParts(evaluation, call.place, call.scope), let value = values.parameter(parts)
      else { continue }
      _ = spelled(value, call)
      guard case .reference(let reference) = value.setting.kind, seen.insert(reference.target).inserted else {
        continue
      }
      let location = program.location(call.place)
      var members: [Member] = []
      func add(_ key: String, _ value: Value) {
        members.append(Member(key: key, keyLocation: location, value: value))
      }
      if parts.name.lowercased().contains("secret") { add("secret", Value(.bool(true), at: location)) }
      if let fallback = spelling.defaults[reference.target] { add("default", fallback) }
      declarations.append(
        Declaration(
          kind: .parameter, name: reference.target, file: program.files[call.place.file].index,
          value: Value(.map(members), at: location), location: location,
          nameLocation: program.location(parts.positional[0])))
    }
  }
}

extension Value {
  /// The key of the configuration that a value is, with or without a fallback.
  fileprivate var setting: Value {
    if case .call("coalesce", let arguments) = kind { arguments.first ?? self } else { self }
  }
}
