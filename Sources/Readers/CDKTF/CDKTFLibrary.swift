import SourceText
import Syntax
import TemplateModel

/// What a construct of a CDKTF program is.
enum CDKTFConstruct {
  case resource(TerraformClass)
  case provider
  /// The kind of backend: `s3`.
  case backend(String)
  case output, variable, local
  /// A module from a registry or a folder.
  case module
  /// An instance of a stack or construct that the program declares, by its name.
  case unit(String)
}

/// Says what the calls of a program make.
struct CDKTFLibrary {
  let program: Program
  /// The names of the program's variables, so that their values can be told from attributes.
  var variables: Set<String> = []

  init(_ program: Program) { self.program = program }

  func kind(of creation: ConstructCreation) -> CDKTFConstruct? {
    let parts = creation.parts
    let tree = parts.tree
    let isMade =
      creation.chain != nil || tree[parts.place.node].flags.contains(.isNew)
      || [.python, .go].contains(tree.language)
    guard isMade, creation.hasScope else { return nil }
    if let found = symbol(creation.callee, in: creation.call.scope) {
      let name = found.path.last ?? ""
      if tree.language == .go, !name.hasPrefix("New"), creation.chain == nil { return nil }
      guard let known = TerraformClass(found, language: tree.language) else { return nil }
      return known.provider.isEmpty ? core(known.name) : bound(known, creation)
    }
    if let unit = unit(creation) { return .unit(unit) }
    return guessed(creation)
  }

  private func symbol(_ callee: Program.Place, in scope: Int) -> Symbol? {
    if let symbol = program.symbol(callee, in: scope) { return symbol }
    let tree = program.tree(callee)
    guard tree[callee.node].kind == .identifier else { return nil }
    let name = tree.text(of: callee.node)
    guard program.classes[name] == nil else { return nil }
    for module in program.files[callee.file].wildcards {
      let symbol = Symbol(module: module, path: [name])
      guard let known = TerraformClass(symbol, language: tree.language) else { continue }
      if known.provider.isEmpty
        ? core(name) != nil : known.canonicalType != known.terraformType || known.isProvider
      {
        return symbol
      }
    }
    return nil
  }

  private func core(_ name: String) -> CDKTFConstruct? {
    switch name {
    case "TerraformOutput": .output
    case "TerraformVariable": .variable
    case "TerraformLocal", "TerraformAsset": .local
    case "TerraformHclModule": .module
    default:
      if name.hasSuffix("Backend") {
        .backend(Spelling.snake(String(name.dropLast(7))).lowercased())
      } else if name.hasPrefix("DataTerraformRemoteState") {
        .resource(TerraformClass(provider: "terraform", name: name))
      } else {
        nil
      }
    }
  }

  private func bound(_ known: TerraformClass, _ creation: ConstructCreation) -> CDKTFConstruct? {
    guard known.name.isCapitalized, creation.idPlace != nil else { return nil }
    return known.isProvider ? .provider : .resource(known)
  }

  /// In an excerpt the imports are missing; the name alone says what it is.
  private func guessed(_ creation: ConstructCreation) -> CDKTFConstruct? {
    let tree = creation.parts.tree
    var node = creation.callee.node
    if tree[node].kind == .member, let name = tree.name(of: node) { node = name }
    guard [.identifier, .name].contains(tree[node].kind) else { return nil }
    var name = tree.text(of: node)
    if tree.language == .go {
      guard name.hasPrefix("New") else { return nil }
      name = String(name.dropFirst(3))
    }
    guard name.isCapitalized, program.classes[name] == nil else { return nil }
    if program.binding(of: name, in: creation.call.scope, before: tree[node].range.start) != nil {
      return nil
    }
    if let core = core(name) { return core }
    guard creation.idPlace != nil else { return nil }
    if name == "AwsProvider" { return .provider }
    let known = TerraformClass(provider: "aws", name: name)
    return known.isData || known.canonicalType != known.terraformType ? .resource(known) : nil
  }

  // MARK: Units

  /// The stack or construct of the program that a call makes.
  private func unit(_ creation: ConstructCreation) -> String? {
    guard let declared = program.declaration(creation.callee, in: creation.call.scope) else { return nil }
    let scope = program.scopes[declared]
    if scope.kind == .classBody { return isConstruct(declared) ? scope.name : nil }
    guard creation.parts.tree.language == .go, scope.name.hasPrefix("New"),
      creation.parts.positional.count > 1
    else {
      return nil
    }
    return String(scope.name.dropFirst(3))
  }

  /// Whether a class is a stack or a construct, itself or through the classes that it extends.
  private func isConstruct(_ owner: Int) -> Bool {
    var owner = owner
    for _ in 0..<8 {
      let base = program.scopes[owner].base?.name ?? program.scopes[owner].baseName
      if base == "Construct" || base.hasSuffix("TerraformStack")
        || base.hasSuffix("Construct") && program.classes[base] == nil
      {
        return true
      }
      guard let next = program.classes[base], next != owner else { return false }
      owner = next
    }
    return false
  }

  /// The class that holds a scope; in Go the function `NewX` that makes one.
  func unit(of scope: Int) -> String {
    let unit = program.unit(of: scope)
    guard unit.isEmpty, program.files[program.scopes[scope].file].tree.language == .go else { return unit }
    var current: Int? = scope
    while let index = current {
      let name = program.scopes[index].name
      if program.scopes[index].kind == .function, name.hasPrefix("New") { return String(name.dropFirst(3)) }
      current = program.scopes[index].parent
    }
    return ""
  }
}
