import SourceText
import Syntax
import TemplateModel

/// Says which name of which Pulumi package a call of a program asks.
struct PulumiLibrary {
  let program: Program
  /// Packages that a file imports as a whole (`import com.pulumi.aws.s3.*`), by file.
  private let wildcards: [[String]]

  init(_ program: Program) {
    self.program = program
    wildcards = program.files.map { file in
      guard file.tree.language == .java || file.tree.language == .python else { return [] }
      let tree = file.tree
      return tree.children(of: ScriptTree.root).compactMap { id in
        guard tree[id].kind == .importDeclaration,
          tree.children(of: id).contains(where: { tree[$0].kind == .importWildcard })
        else { return nil }
        return tree.module(of: id).map { tree.moduleText($0) }
      }
    }
  }

  /// The name behind a callee, with `New` and `Get` of Go still on it.
  func symbol(_ place: Program.Place, in scope: Int) -> PulumiSymbol? {
    if let symbol = program.symbol(place, in: scope) { return PulumiSymbol(symbol) }
    let tree = program.tree(place)
    var node = tree.unwrapped(place.node)
    var path: [String] = []
    while tree[node].kind == .member, let object = tree.object(of: node), let name = tree.name(of: node) {
      path.insert(tree.text(of: name), at: 0)
      node = tree.unwrapped(object)
    }
    guard tree[node].kind == .identifier else { return nil }
    let root = tree.text(of: node)
    guard program.binding(of: root, in: scope, before: tree[node].range.start) == nil,
      program.classes[root] == nil
    else { return nil }
    if path.isEmpty { return wildcard(root, place.file) }
    if let package = PulumiSymbol.package(named: root) {
      return PulumiSymbol(Symbol(module: "@pulumi/\(package)", path: path))
    }
    // In an excerpt of Go the import is missing: `s3.NewBucket(ctx, …)`.
    guard tree.language == .go, path.count == 1, path[0].hasPrefix("New"), root != "pulumi",
      CanonicalType.ofPulumi(module: "aws.\(root)", type: String(path[0].dropFirst(3))) != nil
    else { return nil }
    return PulumiSymbol(package: "aws", modules: [root], name: path[0])
  }

  private func wildcard(_ name: String, _ file: Int) -> PulumiSymbol? {
    guard name.isCapitalized else { return nil }
    for module in wildcards[file] {
      guard let symbol = PulumiSymbol(Symbol(module: module, path: [name])) else { continue }
      if symbol.isCore || CanonicalType.ofPulumi(module: symbol.moduleText, type: name) != nil {
        return symbol
      }
    }
    return nil
  }
}

extension PulumiSymbol {
  /// The package with its modules: `aws.s3`.
  var moduleText: String { ([package] + modules).joined(separator: ".") }

  /// The type in the words of CloudFormation; as Pulumi has it where there is none.
  var canonicalType: String { CanonicalType.ofPulumi(module: moduleText, type: name) ?? type }
}
