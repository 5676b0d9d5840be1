import SourceText
import Syntax
import TemplateModel

/// Finds the code that Terraform carries in strings: user data, the files of an archive, edge functions.
enum EmbeddedScripts {
  static func find(in block: HCLTree.NodeID, _ values: TerraformValues) -> [EmbeddedCode] {
    let tree = values.tree
    var found: [EmbeddedCode] = []
    for body in block..<tree[block].next where tree[body].kind == .body {
      var fileName: String?
      for attribute in tree.attributes(of: body) {
        switch values.name(attribute.name) {
        case "filename", "source_content_filename", "key":
          fileName = tree.name(of: attribute.value, in: values.file.bytes)
        default: break
        }
      }
      for attribute in tree.attributes(of: body) {
        guard let language = language(of: values.name(attribute.name), fileName: fileName),
          let text = text(in: attribute.value, tree)
        else { continue }
        let code = HCLText(of: text, in: tree, bytes: values.file.bytes)
        guard code.bytes.count > 8 else { continue }
        found.append(
          EmbeddedCode(
            resource: nil, language: language, bytes: code.bytes, map: code.map.followed(by: values.file.map),
            location: values.location(text)))
      }
    }
    return found
  }

  private static func language(of argument: String, fileName: String?) -> Language? {
    switch argument {
    case "user_data", "user_data_base64": .shell
    case "code": .javaScript
    case "content", "source_content":
      fileName.flatMap { Language(path: $0) }.flatMap { $0.isHandler ? $0 : nil }
    default: nil
    }
  }

  /// The first string of an expression that is long enough to be code: `base64encode(<<-EOT … EOT)`.
  private static func text(in value: HCLTree.NodeID, _ tree: HCLTree) -> HCLTree.NodeID? {
    for id in value..<tree[value].next {
      if tree[id].kind == .heredoc { return id }
      if tree[id].kind == .template, tree[id].range.end - tree[id].range.start > 40 { return id }
    }
    return nil
  }
}

extension Language {
  /// Whether handlers and scripts are written in the language.
  fileprivate var isHandler: Bool {
    switch self {
    case .python, .javaScript, .typeScript, .go, .java, .shell, .ruby: true
    default: false
    }
  }
}
