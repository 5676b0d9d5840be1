import SourceText
import Syntax
import TemplateModel

/// Finds the code that a construct carries inline: `lambda.Code.fromInline`, edge functions, user data.
enum EmbeddedHandlers {
  static func find(
    in resource: Resource, owner: Int, _ program: Program, _ construct: CDKReading.Construct,
    _ evaluation: Evaluation
  ) -> [EmbeddedCode] {
    guard resource.properties["code"] != nil || resource.properties["inlineCode"] != nil else { return [] }
    let file = construct.call.place.file
    let tree = program.files[file].tree
    for id in tree.subtree(of: construct.call.place.node) where tree[id].kind == .call {
      guard let callee = tree.callee(of: id), tree[callee].kind == .member, let name = tree.name(of: callee),
        ["fromInline", "from_inline", "inline"].contains(tree.text(of: name)),
        let argument = tree.arguments(of: id).first(where: { _ in true })
      else { continue }
      var node = tree.unwrapped(argument)
      if tree[node].kind == .keywordArgument, let value = tree.value(of: node) {
        node = tree.unwrapped(value)
      }
      return code(at: Program.Place(file: file, node: node), resource, owner, program, construct.call.scope)
        .map { [$0] } ?? []
    }
    return []
  }

  private static func code(
    at place: Program.Place, _ resource: Resource, _ owner: Int, _ program: Program, _ scope: Int
  ) -> EmbeddedCode? {
    var place = place
    var scope = scope
    for _ in 0..<Evaluation.farthest {
      guard let next = program.origin(of: place, in: scope) else { break }
      (place, scope) = next
    }
    let tree = program.tree(place)
    let node = tree.unwrapped(place.node)
    let file = program.files[place.file].file
    var bytes: [UInt8] = []
    var map = OffsetMap()
    func append(_ id: ScriptTree.NodeID) {
      guard let text = tree.string(of: id) else { return }
      map.append(text.map, length: UInt32(text.bytes.count), at: UInt32(bytes.count))
      bytes += text.bytes
    }
    switch tree[node].kind {
    case .string, .concatenation: append(node)
    case .template: for child in tree.children(of: node) where tree[child].role == .part { append(child) }
    default: return nil
    }
    guard bytes.count > 8 else { return nil }
    return EmbeddedCode(
      resource: owner, language: language(of: resource), bytes: bytes, map: map.followed(by: file.map),
      location: program.location(place))
  }

  private static func language(of resource: Resource) -> Language {
    guard case .computed(let runtime)? = resource.properties["runtime"]?.kind else {
      return resource.canonicalType == "AWS::CloudFront::Function" ? .javaScript : .python
    }
    if runtime.contains("NODEJS") { return .javaScript }
    if runtime.contains("JAVA") { return .java }
    return resource.canonicalType == "AWS::CloudFront::Function" ? .javaScript : .python
  }
}
