import Syntax
import TemplateModel

/// What a call of a Pulumi program makes.
enum PulumiCall {
  case resource(PulumiSymbol)
  /// A resource that exists outside of the program: `Bucket.get("logs", id)`.
  case existing(PulumiSymbol)
  /// A question to the provider: `aws.getRegion()`.
  case lookup(PulumiSymbol)
  case provider(PulumiSymbol)
  /// An instance of a component that the program declares, by the scope of its class.
  case component(class: Int)
  case config
  case stackReference(PulumiSymbol)
}

extension PulumiLibrary {
  func kind(of call: CallParts) -> PulumiCall? {
    guard let callee = call.tree.callee(of: call.place.node) else { return nil }
    let place = Program.Place(file: call.place.file, node: callee)
    if let symbol = symbol(place, in: call.scope) {
      if symbol.isCore { return core(symbol, call) }
      return call.tree.language == .go ? go(symbol, call) : other(symbol, call)
    }
    if let owner = component(place, call) { return .component(class: owner) }
    return nil
  }

  private func core(_ symbol: PulumiSymbol, _ call: CallParts) -> PulumiCall? {
    switch symbol.name {
    case "Config": .config
    case "New" where symbol.modules == ["config"]: .config
    case "of" where symbol.modules.last == "Config": .config
    case "StackReference", "NewStackReference":
      .stackReference(PulumiSymbol(package: "pulumi", modules: [], name: "StackReference"))
    default: nil
    }
  }

  private func go(_ symbol: PulumiSymbol, _ call: CallParts) -> PulumiCall? {
    func named(_ count: Int) -> PulumiSymbol {
      PulumiSymbol(
        package: symbol.package, modules: symbol.modules, name: String(symbol.name.dropFirst(count)))
    }
    if symbol.name.hasPrefix("New") {
      return symbol.name == "NewProvider" ? .provider(named(3)) : .resource(named(3))
    }
    if symbol.name.hasPrefix("Lookup") { return .lookup(question(symbol, named(6).name)) }
    guard symbol.name.hasPrefix("Get") else { return nil }
    let isNamed =
      call.positional.count > 2 && [.string, .template].contains(call.tree[call.positional[1].node].kind)
    return isNamed ? .existing(named(3)) : .lookup(question(symbol, named(3).name))
  }

  private func other(_ symbol: PulumiSymbol, _ call: CallParts) -> PulumiCall? {
    if symbol.name == "get", let name = symbol.modules.last, name.isCapitalized {
      return .existing(PulumiSymbol(package: symbol.package, modules: symbol.modules.dropLast(), name: name))
    }
    guard symbol.name.isCapitalized else {
      let name = Spelling.camel(symbol.name)
      guard name.hasPrefix("get"), name.count > 3, symbol.modules.last?.isCapitalized != true else {
        return nil
      }
      return .lookup(question(symbol, String(name.dropFirst(3))))
    }
    if call.tree.language == .python {
      let isNamed = !call.positional.isEmpty || call.keywords.contains { $0.name == "resource_name" }
      guard isNamed, !symbol.name.hasSuffix("Args"), !symbol.name.hasSuffix("ArgsDict") else { return nil }
    } else {
      guard call.tree[call.place.node].flags.contains(.isNew), !symbol.modules.contains("inputs") else {
        return nil
      }
    }
    return symbol.name == "Provider" ? .provider(symbol) : .resource(symbol)
  }

  /// `getCallerIdentity`, however the language spells it; the forms that give outputs ask the same.
  private func question(_ symbol: PulumiSymbol, _ name: String) -> PulumiSymbol {
    var name = name
    for ending in ["Output", "Plain"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    return PulumiSymbol(package: symbol.package, modules: symbol.modules, name: "get" + name)
  }

  // MARK: Components

  /// The component of the program that a call makes.
  private func component(_ callee: Program.Place, _ call: CallParts) -> Int? {
    guard let declared = program.declaration(callee, in: call.scope) else { return nil }
    if program.scopes[declared].kind == .classBody { return isComponent(declared) ? declared : nil }
    guard call.tree.language == .go, program.scopes[declared].name.hasPrefix("New"),
      let owner = program.classes[String(program.scopes[declared].name.dropFirst(3))]
    else { return nil }
    return isComponent(owner) ? owner : nil
  }

  /// Whether a class is a component, itself or through the classes that it extends.
  func isComponent(_ owner: Int) -> Bool {
    var owner = owner
    for _ in 0..<8 {
      let scope = program.scopes[owner]
      let base = scope.base?.name ?? scope.baseName
      if base.hasSuffix("ComponentResource") { return true }
      let tree = program.files[scope.file].tree
      if tree.language == .go, let body = tree.body(of: scope.node) {
        return tree.children(of: body).contains { field in
          tree[field].kind == .field && tree.name(of: field) == nil
            && tree.type(of: field).map { tree.text(of: $0).hasSuffix("ResourceState") } == true
        }
      }
      guard let next = program.classes[base], next != owner else { return false }
      owner = next
    }
    return false
  }
}
