package import SourceText

/// The lossless tree of an HCL text: bodies, attributes, blocks and expressions with their byte ranges.
///
/// Nodes lie in one flat array in the order in which they stand in the text, a parent before its children, so
/// that a subtree is a run of the array:
///
///     bucket "logs" { region = var.region }
///
///     0 body   1 block   2 name bucket   3 template   4 literal logs   5 body
///     6 attribute   7 name region   8 traversal   9 name var   10 attributeStep .region
///
/// Node 0 is the file's body. What lies between two nodes (white space, punctuation, comments) belongs to no node
/// and is found by their ranges, so the text can be printed back.
///
/// Brackets, blocks and templates nest at most 256 deep, and so many operators stand in one chain. Chains inside
/// brackets inside chains add up, so whoever follows expressions recursively counts levels, as `HCLEvaluator` does.
package struct HCLTree: Sendable {
  /// The index of a node in `nodes`.
  package typealias NodeID = UInt32

  package enum Kind: UInt8, Sendable {
    // Structure
    /// Attributes, blocks and skipped parts; inside a block, its range includes the braces.
    case body
    /// Name, expression.
    case attribute
    /// Name of the type, labels (`name` or `template`), body.
    case block
    /// An identifier: of an attribute, a block type, a label, a function, a variable or a traversal's root.
    case name
    /// What could not be read.
    case skipped

    // Expressions
    case number, boolean, null
    /// A quoted string: literals, interpolations and directives.
    case template
    /// The same between `<<EOT` and `EOT`.
    case heredoc
    /// A root (`name`, or any expression in a relative traversal) and its steps.
    case traversal
    /// Name, arguments; `expands` where the last one is followed by `...`.
    case call
    /// Condition, then, else.
    case conditional
    /// Left, right.
    case binary
    /// Operand.
    case unary
    case parentheses
    case tuple
    /// Items.
    case object
    /// `[for …]` and `{for …}`; see `forExpression(of:)`.
    case forTuple, forObject
    /// An expression that should stand here and does not.
    case missing

    // Parts
    /// `.name`
    case attributeStep
    /// `.0`
    case legacyIndexStep
    /// `[key]`, with the key's expression as its child.
    case indexStep
    /// `.*`: the attribute steps that follow are taken from each element.
    case attributeSplat
    /// `[*]`: all steps that follow are taken from each element.
    case fullSplat
    /// Key and value of an object.
    case item
    /// Plain text of a template, its escapes as written.
    case literal
    /// `${…}`, with its expression as its child.
    case interpolation
    /// `%{if …}…%{else}…%{endif}`: condition, parts, and parts again where there is an else.
    case ifDirective
    /// `%{for …}…%{endfor}`: one or two names, collection, parts.
    case forDirective
    /// The parts between two directives.
    case parts
  }

  package enum Operator: UInt8, Sendable {
    case none
    case or, and, equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case add, subtract, multiply, divide, modulo
    case negate, not
  }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    /// The text ends, or an error was met, before the node was complete.
    package static let incomplete = Flags(rawValue: 1)
    /// A literal whose text differs from its bytes: it holds `\`, `$${` or `%%{`.
    package static let needsDecoding = Flags(rawValue: 2)
    /// A literal behind `~}` or before `${~`: the white space at this end does not count.
    package static let trimsStart = Flags(rawValue: 4)
    package static let trimsEnd = Flags(rawValue: 8)
    /// A `for` with two variables.
    package static let hasKeyVariable = Flags(rawValue: 16)
    /// A `for` with `key => value`.
    package static let hasKey = Flags(rawValue: 32)
    /// A `for` with `if`.
    package static let hasCondition = Flags(rawValue: 64)
    /// `...` behind a call's last argument or a `for`'s value.
    package static let expands = Flags(rawValue: 128)
    /// A heredoc with `<<-`: the common indentation does not count.
    package static let indented = Flags(rawValue: 256)
  }

  /// One node; 16 bytes.
  package struct Node: Sendable {
    package var kind: Kind
    /// Of `binary` and `unary`.
    package var operation: Operator = .none
    package var flags: Flags = []
    package var range: SourceRange
    /// The index behind the last node of this subtree.
    package var next: NodeID
  }

  package internal(set) var nodes: [Node]
  /// In the order in which they stand in the text.
  package internal(set) var problems: [SourceProblem]

  package static let root: NodeID = 0

  package subscript(_ id: NodeID) -> Node { nodes[Int(id)] }

  /// The children of a node, in the order of the text.
  package func children(of id: NodeID) -> Children {
    Children(tree: self, position: id + 1, end: nodes[Int(id)].next)
  }

  package struct Children: Sequence, IteratorProtocol {
    let tree: HCLTree
    var position: NodeID
    let end: NodeID

    package mutating func next() -> NodeID? {
      guard position < end else { return nil }
      defer { position = tree.nodes[Int(position)].next }
      return position
    }
  }

  /// The text again, put together from the leaves and what lies between them.
  package func printed(from bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var printed = 0
    for (index, node) in nodes.enumerated() where Int(node.next) == index + 1 {
      let range = node.range.bytes.clamped(to: 0..<bytes.count)
      if printed < range.lowerBound { output += bytes[printed..<range.lowerBound] }
      output += bytes[range]
      printed = range.upperBound
    }
    if printed < bytes.count { output += bytes[printed...] }
    return output
  }
}
