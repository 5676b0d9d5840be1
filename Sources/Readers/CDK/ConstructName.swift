import Syntax
import TemplateModel

/// Construct ids as text; what cannot be known without a run stays as `${…}`.
enum ConstructName {
  static func text(_ id: Program.Place, in scope: Int, _ evaluation: Evaluation) -> String {
    let tree = evaluation.program.tree(id)
    let node = tree.unwrapped(id.node)
    if tree[node].kind == .template {
      var text = ""
      for child in tree.children(of: node) {
        switch tree[child].role {
        case .part: text += tree.literal(of: child)
        case .hole:
          let value = evaluation.value(Program.Place(file: id.file, node: child), in: scope)
          if let literal = value.literal {
            text += literal
          } else if case .reference = value.kind {
            text += value.nameText
          } else {
            text += "${\(tree.text(of: child))}"
          }
        default: break
        }
      }
      return text
    }
    return evaluation.value(id, in: scope).nameText
  }
}

extension Value {
  /// The text of a string or number.
  fileprivate var literal: String? {
    switch kind {
    case .string(let text), .number(let text): return text
    case .template(let parts):
      let texts = parts.compactMap(\.literal)
      return texts.count == parts.count ? texts.joined() : nil
    default: return nil
    }
  }

  fileprivate var nameText: String {
    switch kind {
    case .string(let text), .number(let text): text
    case .template(let parts): parts.map(\.nameText).joined()
    case .computed(let text): "${\(text)}"
    case .reference(let reference): "${\(reference.summary)}"
    default: "${\(summary(limit: 60))}"
    }
  }
}
