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
        let place = isOutside ? bindings.count : position == 0 ? 0 : bindings.place(behind: position - 1)
        let visible = place > 0 ? bindings[place - 1] : nil
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
        return ownMethod(tree.text(of: node), in: scope) ?? classes[tree.text(of: node)]
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

  /// Java calls the methods of the classes around a place by their bare names.
  private func ownMethod(_ name: String, in scope: Int) -> Int? {
    guard files[scopes[scope].file].tree.language == .java else { return nil }
    var current: Int? = scope
    while let index = current {
      if let found = scopes[index].methods[name] { return found }
      current = scopes[index].parent
    }
    return nil
  }

  private func declaration(_ binding: Scope.Binding) -> Int? {
    switch binding.kind {
    case .classDeclaration(let scope), .function(let scope): scope
    case .imported(let symbol): own(symbol)
    case .value(let source, _, nil): lambdas[source]
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
    guard symbol.path.count == 1, !symbol.module.isLibrary,
      let stem = symbol.module.split(whereSeparator: { "/.".contains($0) }).last
    else { return nil }
    for file in files {
      let name = file.file.path.split(separator: "/").last?.split(separator: ".").first
      if name == stem, let found = scopes[file.scope].names[symbol.name]?.last { return found }
    }
    return nil
  }

  /// The expression that a name, a field or a parameter stands for, and the scope that it stands in.
  func origin(of place: Place, in scope: Int, hops: Int = 0) -> (place: Place, scope: Int)? {
    guard hops < Evaluation.farthest else { return nil }
    let tree = tree(place)
    let node = tree.unwrapped(place.node)
    var found: Scope.Binding?
    switch tree[node].kind {
    case .identifier, .name:
      let name = tree.text(of: node)
      guard let bound = binding(of: name, in: scope, before: tree[node].range.start) else { return nil }
      if case .parameter(let index, nil) = bound.binding.kind {
        return onlyCall(of: bound.scope).flatMap { argument(index, name: name, ofCall: $0) }
      }
      found = bound.binding
    case .member:
      guard let object = tree.object(of: node), let name = tree.name(of: node) else { return nil }
      let base = Place(file: place.file, node: tree.unwrapped(object))
      let owner =
        isSelf(base, in: scope) ? classScope(of: scope) : instanceClass(of: base, in: scope, hops: hops + 1)
      found = owner.flatMap { scopes[$0].fields[tree.text(of: name)]?.last }
    default: return nil
    }
    guard case .value(let source, let inner, nil)? = found?.kind, source != place else { return nil }
    return (Place(file: source.file, node: self.tree(source).unwrapped(source.node)), inner)
  }

  /// The class of the program that an expression makes, or is, an instance of.
  func instanceClass(of place: Place, in scope: Int, hops: Int = 0) -> Int? {
    var place = place
    var scope = scope
    for hop in hops..<max(hops, Evaluation.farthest) {
      let tree = tree(place)
      place.node = tree.unwrapped(place.node)
      if tree[place.node].kind == .unary, let value = tree.value(of: place.node) {
        place.node = tree.unwrapped(value)
      }
      if tree[place.node].kind == .call {
        guard let callee = tree.callee(of: place.node),
          let found = declaration(Place(file: place.file, node: callee), in: scope)
        else { return nil }
        if scopes[found].kind == .classBody { return found }
        guard let result = result(of: found) else { return nil }
        (place, scope) = (result, found)
        continue
      }
      guard let next = origin(of: place, in: scope, hops: hop + 1) else { return nil }
      (place, scope) = next
    }
    return nil
  }

  /// What a call gives for a parameter, by the name or by the place.
  func argument(_ index: Int, name: String, ofCall number: Int) -> (place: Place, scope: Int)? {
    let call = calls[number]
    let tree = tree(call.place)
    var place = 0
    var found: ScriptTree.NodeID?
    for argument in tree.arguments(of: call.place.node) {
      switch tree[argument].kind {
      case .keywordArgument:
        guard let key = tree.name(of: argument), tree.text(of: key) == name,
          let value = tree.value(of: argument)
        else { continue }
        return (Place(file: call.place.file, node: value), call.scope)
      case .spread: place = Int.max / 2
      default:
        if place == index { found = argument }
        place += 1
      }
    }
    return found.map { (Place(file: call.place.file, node: $0), call.scope) }
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

extension [Scope.Binding] {
  /// The place behind the last binding that starts at or before a position; bindings stand in their order.
  func place(behind position: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].position <= position { low = middle + 1 } else { high = middle }
    }
    return low
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
