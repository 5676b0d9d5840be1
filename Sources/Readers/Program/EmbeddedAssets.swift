import SourceText
import Syntax
import TemplateModel

/// Finds the code that a program carries inside what it makes: handlers in `StringAsset`, user data, edge functions.
struct EmbeddedAssets {
  private let call: CallParts
  private let owner: Int
  private let runtime: Language
  private var found: [EmbeddedCode] = []

  /// The texts of several lines below the properties that hold code, followed through names.
  static func find(in call: CallParts, owner: Int, _ resource: Resource) -> [EmbeddedCode] {
    var assets = EmbeddedAssets(call: call, owner: owner, runtime: runtime(of: resource))
    let tree = call.tree
    for id in tree.subtree(of: call.place.node) {
      let name: ScriptTree.NodeID?
      let value: ScriptTree.NodeID?
      switch tree[id].kind {
      case .pair: (name, value) = (tree.key(of: id), tree.value(of: id))
      case .keywordArgument: (name, value) = (tree.name(of: id), tree.value(of: id))
      case .call:
        name = tree.callee(of: id).flatMap { tree[$0].kind == .member ? tree.name(of: $0) : nil }
        value = tree.child(of: id, .argument)
      default: continue
      }
      guard let name, let value, tree[name].range.end - tree[name].range.start < 24 else { continue }
      let language: Language
      switch Spelling.camel(tree.literal(of: name)) {
      case "code", "inlineCode", "handlerCode": language = assets.runtime
      case "userData", "userDataBase64": language = .shell
      default: continue
      }
      assets.gather(Program.Place(file: call.place.file, node: value), call.scope, language, depth: 0)
    }
    return assets.found
  }

  private init(call: CallParts, owner: Int, runtime: Language) {
    self.call = call
    self.owner = owner
    self.runtime = runtime
  }

  private mutating func gather(_ place: Program.Place, _ scope: Int, _ language: Language, depth: Int) {
    guard depth < 12 else { return }
    let program = call.evaluation.program
    let tree = program.tree(place)
    let place = Program.Place(file: place.file, node: tree.unwrapped(place.node))
    let id = place.node
    func inner(_ node: ScriptTree.NodeID) -> Program.Place { Program.Place(file: place.file, node: node) }
    switch tree[id].kind {
    case .string, .concatenation, .template: take(place, language)
    case .identifier, .member:
      guard let (origin, outer) = program.origin(of: place, in: scope) else { return }
      gather(origin, outer, language, depth: depth + 1)
    case .call:
      // `Buffer.from(script).toString("base64")`
      if let callee = tree.callee(of: id), tree[callee].kind == .member, let object = tree.object(of: callee),
        tree[tree.unwrapped(object)].kind != .identifier
      {
        gather(inner(object), scope, language, depth: depth + 1)
      }
      for argument in tree.arguments(of: id) where tree[argument].kind != .lambda {
        let value = tree[argument].kind == .keywordArgument ? tree.value(of: argument) : argument
        if let value { gather(inner(value), scope, language, depth: depth + 1) }
      }
    case .object, .composite:
      for member in tree.members(of: id) where tree[member].kind == .pair {
        guard let key = tree.key(of: member), let value = tree.value(of: member) else { continue }
        let named = EmbeddedAssets.language(ofFile: tree.literal(of: key)) ?? language
        gather(inner(value), scope, named, depth: depth + 1)
      }
    case .taggedTemplate, .await, .unary:
      if let value = tree.value(of: id) { gather(inner(value), scope, language, depth: depth + 1) }
    default: return
    }
  }

  /// Adds a text of several lines; the holes of a template are left out.
  private mutating func take(_ place: Program.Place, _ language: Language) {
    let program = call.evaluation.program
    let tree = program.tree(place)
    var bytes: [UInt8] = []
    var map = OffsetMap()
    let pieces =
      tree[place.node].kind == .template ? Array(tree.children(of: place.node, .part)) : [place.node]
    for piece in pieces {
      guard let text = tree.string(of: piece) else { continue }
      map.append(
        text.map, length: UInt32(truncatingIfNeeded: text.bytes.count),
        at: UInt32(truncatingIfNeeded: bytes.count))
      bytes += text.bytes
    }
    guard bytes.contains(0x0A) else { return }
    found.append(
      EmbeddedCode(
        resource: owner, language: language, bytes: bytes,
        map: map.followed(by: program.files[place.file].file.map),
        location: program.location(place)))
  }

  private static func language(ofFile name: String) -> Language? {
    switch name.split(separator: ".").last {
    case "py": .python
    case "js", "mjs", "cjs": .javaScript
    case "ts": .typeScript
    case "go": .go
    case "java": .java
    case "json": .json
    case "sh": .shell
    default: nil
    }
  }

  private static func runtime(of resource: Resource) -> Language {
    let runtime = resource.properties["runtime"]?.summary() ?? ""
    if runtime.lowercased().contains("python") { return .python }
    if runtime.lowercased().contains("java") { return .java }
    return .javaScript
  }
}
