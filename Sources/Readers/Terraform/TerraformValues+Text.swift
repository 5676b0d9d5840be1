import SourceText
import Syntax
import TemplateModel

/// Strings and heredocs: text, templates, and documents of JSON inside them.
extension TerraformValues {
  /// A string without interpolations is text, one that is nothing but an interpolation is its value.
  mutating func template(_ id: HCLTree.NodeID) -> Value {
    let location = location(id)
    var parts: [Value] = []
    for part in tree.templateParts(of: id, in: file.bytes) {
      if let text = part.text {
        parts.append(Value(.string(text.string), at: self.location(part.id)))
      } else {
        parts.append(self.part(part.id))
      }
    }
    if parts.isEmpty { return Value(.string(""), at: location) }
    guard parts.count == 1 else { return Value(.template(parts), at: location) }
    return Value(parts[0].kind, at: location)
  }

  private mutating func part(_ id: HCLTree.NodeID) -> Value {
    nested(id) { values in
      let children = values.tree.children(of: id)
      switch values.tree[id].kind {
      case .interpolation:
        guard let inner = values.tree.child(0, of: id) else { return values.computed(id) }
        var value = values.value(inner)
        value.location = values.location(id)
        return value
      case .parts:
        return Value(.template(children.map { values.part($0) }), at: values.location(id))
      case .ifDirective:
        let arguments = children.map { child in
          values.tree[child].kind == .parts ? values.part(child) : values.value(child)
        }
        return Value(.call("if", arguments), at: values.location(id))
      case .forDirective:
        let outer = values.variables.count
        var arguments: [Value] = []
        for child in children {
          switch values.tree[child].kind {
          case .name: values.variables.append(values.text(child))
          case .parts: arguments.append(values.part(child))
          default: arguments.append(values.value(child))
          }
        }
        values.variables.removeLast(values.variables.count - outer)
        return Value(.call("for", arguments), at: values.location(id))
      case .literal: return Value(.string(values.text(id)), at: values.location(id))
      default: return values.computed(id)
      }
    }
  }

  /// The map that a heredoc's JSON stands for; nil where the text is something else.
  func document(_ id: HCLTree.NodeID) -> Value? {
    let text = HCLText(of: id, in: tree, bytes: file.bytes)
    guard let first = text.bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") else { return nil }
    let document = KeyedTreeText(bytes: text.bytes, map: text.map, in: file)
    guard document.tree.problems.allSatisfy({ $0.weight == .note }),
      let root = document.tree.child(of: KeyedTree.root)
    else { return nil }
    var values = KeyedValues(tree: document.tree, file: document.file)
    return values.value(root, interpreting: JSONTemplates(names: names, variables: variables).interpret)
  }
}

/// A JSON text inside another file.
private struct KeyedTreeText {
  let tree: KeyedTree
  let file: TemplateFile

  init(bytes: [UInt8], map: OffsetMap, in outer: TemplateFile) {
    tree = JSONParser.parse(bytes)
    file = outer.inner(bytes, map, .json)
  }
}

extension TemplateFile {
  /// A text that stands inside this file, its offsets led back to the document.
  func inner(_ bytes: [UInt8], _ map: OffsetMap, _ language: Language) -> TemplateFile {
    TemplateFile(
      path: path, isPathGiven: isPathGiven, language: language, bytes: bytes, map: map.followed(by: self.map),
      document: document)
  }
}

extension KeyedTree {
  /// The only child of a node.
  fileprivate func child(of id: NodeID) -> NodeID? {
    var children = children(of: id)
    guard let first = children.next(), children.next() == nil else { return nil }
    return first
  }
}
