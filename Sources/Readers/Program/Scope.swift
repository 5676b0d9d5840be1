import Syntax

/// A file, class or function with the names that it declares.
struct Scope {
  enum Kind { case file, classBody, function }

  /// What a name stands for.
  struct Binding {
    enum Kind {
      /// The value of an expression, which stands in a scope; for `const { a } = x`, a member of it.
      case value(Program.Place, scope: Int, member: String?)
      /// A parameter, by its place among the function's parameters; `self` and `this` do not count. For a pattern,
      /// the member or the place in a list that the name takes.
      case parameter(index: Int, member: String?)
      /// Something that a loop takes from a collection.
      case element(of: Program.Place, scope: Int)
      case imported(Symbol)
      /// A class of the program, by its scope.
      case classDeclaration(scope: Int)
      /// A function of the program, by its scope.
      case function(scope: Int)
    }
    let kind: Kind
    /// Byte offset behind which the binding holds.
    let position: UInt32
  }

  let kind: Kind
  /// Index in `Program.scopes`; nil for a file.
  let parent: Int?
  /// Index in `Program.files`.
  let file: Int
  /// The declaration; the root of the tree for a file.
  let node: ScriptTree.NodeID
  /// Name of the class or function; empty for a file.
  let name: String
  var names: [String: [Binding]] = [:]
  /// Classes: what `this.x = …` and field declarations say.
  var fields: [String: [Binding]] = [:]
  /// Classes: their methods by name, as scopes.
  var methods: [String: Int] = [:]
  /// Classes: the base class as written, and where the import leads.
  var base: Symbol?
  var baseName = ""
  /// Classes and functions: the calls that make one, in order.
  var instances: [Int] = []
  /// Functions: what they return, in order.
  var returns: [Program.Place] = []

  init(kind: Kind, parent: Int?, file: Int, node: ScriptTree.NodeID, name: String) {
    self.kind = kind
    self.parent = parent
    self.file = file
    self.node = node
    self.name = name
  }
}

/// A name of a library: the module that it is imported from and the way down from there.
///
///     import * as s3 from 'aws-cdk-lib/aws-s3';  s3.Bucket     module aws-cdk-lib/aws-s3   path [Bucket]
///     from aws_cdk import aws_s3;  aws_s3.Bucket               module aws_cdk              path [aws_s3, Bucket]
struct Symbol: Hashable {
  var module: String
  var path: [String]

  func appending(_ name: String) -> Symbol { Symbol(module: module, path: path + [name]) }

  /// The last name on the way; the module where there is none.
  var name: String { path.last ?? module }
}
