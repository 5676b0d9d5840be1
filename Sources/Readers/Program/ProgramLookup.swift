import SourceText
import Syntax
import TemplateModel

/// What a name means where it stands.
extension Program {
  /// The binding that holds for a name: the last one before the place, else the first behind it; then outwards.
  func binding(of name: String, in scope: Int, before position: UInt32) -> (
    binding: Scope.Binding, scope: Int
  )? {
    var current: Int? = scope
    var isOutside = false
    while let index = current {
      let candidate = scopes[index]
      // A class body's names are reached through `this`, but for Java, where they are in scope.
      let isVisible =
        candidate.kind != .classBody || files[candidate.file].tree.language == .java || index == scope
      if isVisible, let bindings = candidate.names[name], let first = bindings.first {
        let visible = isOutside ? bindings.last : bindings.last { $0.position < position }
        return (visible ?? first, index)
      }
      if candidate.kind == .function { isOutside = true }
      current = candidate.parent
    }
    return nil
  }

  /// The class around a scope; for Go's methods, the struct of their receiver.
  func classScope(of scope: Int) -> Int? {
    var current: Int? = scope
    while let index = current {
      if scopes[index].kind == .classBody { return index }
      if scopes[index].kind == .function, let name = receiverType(of: index), let found = classes[name] {
        return found
      }
      current = scopes[index].parent
    }
    return nil
  }

  private func receiverType(of scope: Int) -> String? {
    let tree = files[scopes[scope].file].tree
    guard tree.language == .go, let receiver = tree.child(of: scopes[scope].node, .receiver),
      let type = tree.type(of: receiver)
    else { return nil }
    return String(tree.text(of: type).drop { $0 == "*" })
  }

  /// Whether a node is `this`, `self`, or the receiver of a Go method.
  func isSelf(_ place: Place, in scope: Int) -> Bool {
    let tree = tree(place)
    guard tree[place.node].kind == .identifier else { return false }
    switch tree.language {
    case .typeScript, .java: return tree.text(of: place.node, is: "this")
    case .python: return tree.text(of: place.node, is: "self")
    case .go:
      guard let found = binding(of: text(place), in: scope, before: 0) else { return false }
      if case .parameter(index: -1, _) = found.binding.kind { return true }
      return false
    }
  }

  /// The library symbol that a dotted name leads to.
  func symbol(_ place: Place, in scope: Int) -> Symbol? {
    let tree = tree(place)
    var node = tree.unwrapped(place.node)
    var path: [String] = []
    while tree[node].kind == .member, let object = tree.object(of: node), let name = tree.name(of: node) {
      path.append(tree.text(of: name))
      node = tree.unwrapped(object)
    }
    guard tree[node].kind == .identifier else { return nil }
    let found = binding(of: tree.text(of: node), in: scope, before: tree[node].range.start)
    guard case .imported(let symbol)? = found?.binding.kind else { return nil }
    return Symbol(module: symbol.module, path: symbol.path + path.reversed())
  }

  /// The class or function of the program that a callee names; also through imports between its files.
  func declaration(_ place: Place, in scope: Int) -> Int? {
    let tree = tree(place)
    let node = tree.unwrapped(place.node)
    switch tree[node].kind {
    case .identifier:
      guard let found = binding(of: tree.text(of: node), in: scope, before: tree[node].range.start) else {
        return classes[tree.text(of: node)]
      }
      return declaration(found.binding)
    case .member:
      guard let name = tree.name(of: node), let object = tree.object(of: node) else { return nil }
      let member = tree.text(of: name)
      if isSelf(Place(file: place.file, node: object), in: scope), let owner = classScope(of: scope) {
        return method(member, of: owner)
      }
      return symbol(place, in: scope).flatMap(own)
    default: return nil
    }
  }

  private func declaration(_ binding: Scope.Binding) -> Int? {
    switch binding.kind {
    case .classDeclaration(let scope), .function(let scope): scope
    case .imported(let symbol): own(symbol)
    default: nil
    }
  }

  /// The class of the program that a symbol names, where its module is one of the program's files.
  private func own(_ symbol: Symbol) -> Int? {
    guard symbol.path.count == 1, let scope = classes[symbol.name], !symbol.module.isLibrary else {
      return nil
    }
    return scope
  }

  /// The expression that a function gives back: the last one that is not an error or nothing.
  func result(of function: Int) -> Place? {
    scopes[function].returns.last { place in
      let tree = tree(place)
      let first = tree[place.node].kind == .tuple ? tree.child(of: place.node, .element) : place.node
      return first.map { tree[$0].kind != .null } ?? false
    }
  }

  /// What another file of the program exports under the name of an import.
  func exported(_ symbol: Symbol) -> Scope.Binding? {
    guard symbol.path.count == 1, !symbol.module.isLibrary, let stem = symbol.module.split(whereSeparator: { "/.".contains($0) }).last
    else { return nil }
    for file in files {
      let name = file.file.path.split(separator: "/").last?.split(separator: ".").first
      if name == stem, let found = scopes[file.scope].names[symbol.name]?.last { return found }
    }
    return nil
  }

  /// The expression that a name or a field was last set to, and the scope that it stands in.
  func origin(of place: Place, in scope: Int) -> (Place, Int)? {
    let tree = tree(place)
    let node = tree.unwrapped(place.node)
    switch tree[node].kind {
    case .identifier:
      guard let found = binding(of: tree.text(of: node), in: scope, before: tree[node].range.start),
        case .value(let source, let inner, nil) = found.binding.kind, source != place
      else { return nil }
      return (source, inner)
    case .member:
      guard let object = tree.object(of: node), let name = tree.name(of: node),
        isSelf(Place(file: place.file, node: object), in: scope), let owner = classScope(of: scope),
        let binding = scopes[owner].fields[tree.text(of: name)]?.last,
        case .value(let source, let inner, nil) = binding.kind, source != place
      else { return nil }
      return (source, inner)
    default: return nil
    }
  }

  /// The call that a function or a class is made by, where there is exactly one.
  func onlyCall(of scope: Int) -> Int? {
    var owner = scope
    if files[scopes[scope].file].tree[scopes[scope].node].kind == .constructor,
      let parent = scopes[scope].parent
    {
      owner = parent
    }
    return scopes[owner].instances.count == 1 ? scopes[owner].instances.first : nil
  }

  /// The parameters of a function, or of a class's constructor, in order; `self` does not count.
  func parameterNames(of scope: Int) -> [String] {
    let tree = files[scopes[scope].file].tree
    var function = scopes[scope].node
    if scopes[scope].kind == .classBody {
      guard let body = tree.body(of: function),
        let constructor = tree.children(of: body).first(where: { tree[$0].kind == .constructor })
      else { return [] }
      function = constructor
    }
    var names = tree.parameters(of: function).map { parameter in
      tree.name(of: parameter).map { tree.text(of: $0) } ?? ""
    }
    if tree.language == .python, names.first == "self" || names.first == "cls" { names.removeFirst() }
    return names
  }

  /// The method of a class of the program.
  func method(_ name: String, of owner: Int) -> Int? {
    scopes[owner].methods[name]
  }
}

extension String {
  /// Whether a module is one of the infrastructure libraries, which no file of a program shadows.
  var isLibrary: Bool {
    for prefix in [
      "aws-cdk-lib", "@aws-cdk/", "aws_cdk", "software.amazon.awscdk", "github.com/aws/aws-cdk-go", "cdktf",
      "@cdktf/", "com.hashicorp.cdktf", "imports.", "@pulumi/", "pulumi", "com.pulumi", "github.com/pulumi",
      "constructs",
    ] where hasPrefix(prefix) { return true }
    return false
  }
}

extension Language {
  /// The grammar that reads the language; nil where there is none.
  var script: ScriptLanguage? {
    switch self {
    case .typeScript, .javaScript: .typeScript
    case .python: .python
    case .java: .java
    case .go: .go
    default: nil
    }
  }
}

extension ScriptLanguage {
  /// The name under which an import without an alias is known.
  func importedName(of module: String) -> String? {
    switch self {
    case .typeScript: nil
    case .python: String(module.prefix { $0 != "." })
    case .java: nil
    case .go: module.goPackageName
    }
  }
}

extension String {
  /// `github.com/pulumi/pulumi-aws/sdk/v6/go/aws/s3` → `s3`; a last part like `v6` does not count.
  fileprivate var goPackageName: String? {
    let parts = split(separator: "/")
    let named = parts.last { part in
      !(part.first == "v" && part.dropFirst().allSatisfy(\.isNumber) && part.count > 1)
    }
    return named.map(String.init)
  }
}

extension ScriptTree {
  /// The text that a string or a part of a template stands for; other nodes as written.
  func literal(of id: NodeID) -> String { string(of: id)?.text ?? text(of: id) }

  /// The module of `require('m')`; nil for other expressions.
  func requiredModule(_ id: NodeID) -> String? {
    let call = unwrapped(id)
    guard language == .typeScript, self[call].kind == .call, let callee = callee(of: call),
      text(of: callee, is: "require")
    else { return nil }
    var arguments = arguments(of: call)
    return arguments.next().flatMap { string(of: $0)?.text }
  }

  /// A module as written, without quotes.
  func moduleText(_ id: NodeID) -> String {
    let text = text(of: id)
    guard let first = text.first, first == "\"" || first == "'" || first == "`" else { return text }
    return String(text.dropFirst().dropLast())
  }
}
