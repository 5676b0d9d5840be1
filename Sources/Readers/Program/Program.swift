import SourceText
import Syntax
import TemplateModel

/// The program files of a template, parsed and indexed: what each name stands for, and where.
///
///     files ─► trees ─► scopes and bindings ─► calls (candidates for resources) ─► values
///
/// Nothing is run. What only a run could tell stays a `computed` value with its text.
final class Program {
  /// One parsed file.
  struct File {
    /// Index in `Template.files`.
    let index: Int
    let file: TemplateFile
    let tree: ScriptTree
    /// The scope of its top level.
    var scope: Int
    /// The modules whose names it takes in without naming them: `import a.b.*`.
    var wildcards: [String] = []
  }

  /// A node of one of the files.
  struct Place: Hashable {
    /// Index in `files`.
    var file: Int
    var node: ScriptTree.NodeID
  }

  /// A call or `new` expression, in the order of the files and of the text.
  struct Call {
    let place: Place
    let scope: Int
    /// Loops and conditions around it, outermost first.
    let contexts: [Context]
  }

  /// A loop or a condition that a call stands in.
  struct Context: Hashable {
    enum Kind: Hashable { case loop, condition, otherwise }
    let kind: Kind
    /// What is walked through, or what is asked.
    let place: Place
  }

  /// `bucket.x = …`: an assignment to a member of something else than the class around it.
  struct Setting {
    let place: Place
    let scope: Int
  }

  var files: [File] = []
  var scopes: [Scope] = []
  var calls: [Call] = []
  /// In the order of the files and of the text.
  var settings: [Setting] = []
  /// The longest rows of members and calls, in the order of the files and of the text.
  var chains: [Source] = []
  /// Scopes of the classes by name; where a name is repeated, the first.
  var classes: [String: Int] = [:]
  /// Scopes of the lambdas by their places.
  var lambdas: [Place: Int] = [:]
  /// What the lambdas that walk through a collection walk through, by their scope: `azs.map(az => …)`.
  var walked: [Int: Source] = [:]
  /// What is added to a list after it is made (`push`, `append`, `add`), by the list's place.
  var additions: [Place: [Source]] = [:]

  /// An expression and the scope that it stands in.
  struct Source {
    let place: Place
    let scope: Int
  }

  subscript(_ place: Place) -> ScriptTree.Node { files[place.file].tree[place.node] }

  func tree(_ place: Place) -> ScriptTree { files[place.file].tree }

  func text(_ place: Place) -> String { files[place.file].tree.text(of: place.node) }

  func location(_ place: Place) -> SourceLocation { files[place.file].file.location(self[place].range) }
}
