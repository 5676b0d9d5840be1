import Syntax
import SourceText
import TemplateModel

/// Finds the code that a program carries inside its resources: `StringAsset` handlers, user data.
enum EmbeddedAssets {
  static func find(in call: CallParts, owner: Int, _ resource: Resource) -> [EmbeddedCode] {
    []
  }
}
