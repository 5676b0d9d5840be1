import SourceText
import Syntax

extension Program {
  /// The library class that an expression names, by its import or by the alias that its module usually gets.
  func construct(_ place: Place, in scope: Int) -> ConstructClass? {
    if let symbol = symbol(place, in: scope) { return ConstructLibrary.construct(symbol) }
    let tree = tree(place)
    let node = tree.unwrapped(place.node)
    if tree[node].kind == .identifier, isUnexplained(place, in: scope) {
      return wildcardConstruct(tree.text(of: node), in: place.file)
    }
    guard tree[node].kind == .member, let object = tree.object(of: node), let name = tree.name(of: node)
    else {
      return nil
    }
    let root = Place(file: place.file, node: tree.unwrapped(object))
    if tree[root.node].kind == .identifier, isUnexplained(root, in: scope) {
      return ConstructLibrary.conventional(alias: tree.text(of: root.node), name: tree.text(of: name))
    }
    // `cdk.aws_s3.Bucket` without the import of `cdk`.
    guard tree[root.node].kind == .member, let alias = tree.name(of: root.node),
      tree.text(of: alias).hasPrefix("aws_")
    else { return nil }
    return ConstructLibrary.conventional(
      alias: String(tree.text(of: alias).dropFirst(4)), name: tree.text(of: name))
  }

  /// The class that an expression names, where only a wildcard import or its full name can explain it.
  func wildcardName(_ place: Place, in scope: Int) -> String? {
    let tree = tree(place)
    switch tree[place.node].kind {
    case .identifier:
      let name = tree.text(of: place.node)
      guard name.first?.isUppercase == true, isUnexplained(place, in: scope),
        files[place.file].wildcards.contains(where: \.isConstructLibrary)
      else { return nil }
      return name
    case .member:
      guard tree[place.node].range.end - tree[place.node].range.start < 200,
        let name = tree.name(of: place.node),
        tree.text(of: place.node).isConstructLibrary
      else { return nil }
      return tree.text(of: name)
    default: return nil
    }
  }

  /// A class that `import software.amazon.awscdk.services.s3.*` brings.
  private func wildcardConstruct(_ name: String, in file: Int) -> ConstructClass? {
    for module in files[file].wildcards {
      if let found = ConstructLibrary.construct(Symbol(module: module, path: [name])),
        CanonicalType.ofCDK(module: found.module, className: name) != nil
      {
        return found
      }
    }
    return nil
  }

  /// Whether nothing in the file says what a name stands for.
  func isUnexplained(_ place: Place, in scope: Int) -> Bool {
    let tree = tree(place)
    return binding(of: tree.text(of: place.node), in: scope, before: tree[place.node].range.start) == nil
  }

  /// Whether an expression is something that constructs are put into.
  func isScope(_ place: Place, in scope: Int) -> Bool {
    let tree = tree(place)
    let node = tree.unwrapped(place.node)
    let inner = Place(file: place.file, node: node)
    switch tree[node].kind {
    case .identifier:
      if isSelf(inner, in: scope) { return true }
      guard let found = binding(of: tree.text(of: node), in: scope, before: tree[node].range.start) else {
        return Program.namesScope(tree.text(of: node))
      }
      switch found.binding.kind {
      case .parameter:
        return Program.namesScope(tree.text(of: node)) || isTypedScope(tree.text(of: node), found.scope)
      case .value(let source, let scope, nil): return makesScope(source, in: scope)
      default: return false
      }
    case .member:
      guard let name = tree.name(of: node) else { return false }
      let text = tree.text(of: name)
      if Program.namesScope(text) { return true }
      guard let object = tree.object(of: node), isSelf(Place(file: place.file, node: object), in: scope),
        let owner = classScope(of: scope), let binding = scopes[owner].fields[text]?.last,
        case .value(let source, let inner, nil) = binding.kind
      else { return false }
      return makesScope(source, in: inner)
    case .call: return makesScope(inner, in: scope)
    default: return false
    }
  }

  /// Whether a call makes a stack, an app or an instance of a construct class of the program.
  private func makesScope(_ place: Place, in scope: Int) -> Bool {
    let tree = tree(place)
    let node = tree.unwrapped(place.node)
    guard tree[node].kind == .call, let callee = tree.callee(of: node) else { return false }
    let type = Place(file: place.file, node: tree.unwrapped(callee))
    if let own = declaration(type, in: scope) { return makesConstructs(own) }
    guard tree[type.node].range.end - tree[type.node].range.start < 100 else { return false }
    var text = tree.text(of: type.node)
    if text.hasSuffix(".of") || text.hasSuffix("_Of") { text = String(text.dropLast(3)) }
    guard let name = text.split(separator: ".").last else { return false }
    return Program.namesScope(String(name))
  }

  /// Whether a class of the program is a construct, or a function takes the scope for one.
  func makesConstructs(_ scope: Int) -> Bool {
    let tree = files[scopes[scope].file].tree
    guard scopes[scope].kind == .classBody else {
      return tree.parameters(of: scopes[scope].node).contains { parameter in
        tree.type(of: parameter).map { Program.namesScopeType(tree.text(of: $0)) } ?? false
      }
    }
    var current = scope
    for _ in 0..<Evaluation.farthest {
      if let base = scopes[current].base {
        return base.module.isConstructLibrary && !base.name.hasSuffix("Props")
      }
      guard let parent = classes[scopes[current].baseName], parent != current else {
        let base = scopes[current].baseName
        return Program.namesScopeType(base) && !base.hasSuffix("Props")
      }
      current = parent
    }
    return false
  }

  private func isTypedScope(_ name: String, _ scope: Int) -> Bool {
    let tree = files[scopes[scope].file].tree
    for parameter in tree.parameters(of: scopes[scope].node) {
      guard let node = tree.name(of: parameter), tree.text(of: node) == name,
        let type = tree.type(of: parameter)
      else { continue }
      return Program.namesScopeType(tree.text(of: type))
    }
    return false
  }

  /// `scope`, `stack`, `primaryStack`, `app`, `this_construct`.
  private static func namesScope(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["scope", "stack", "app", "stage", "construct"].contains { name.hasSuffix($0) } || name == "parent"
  }

  private static func namesScopeType(_ type: String) -> Bool {
    ["Construct", "Stack", "Stage", "App"].contains { type.hasSuffix($0) }
  }
}

extension ScriptTree {
  /// Whether a call wraps a text for Go: `jsii.String("…")`.
  func isPointer(_ call: NodeID) -> Bool {
    guard let callee = callee(of: unwrapped(call)), let object = object(of: callee) else { return false }
    return text(of: object, is: "jsii")
  }
}
