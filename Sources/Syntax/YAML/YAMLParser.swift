import SourceText

/// Reads YAML 1.2 into a `KeyedTree`.
///
/// Every text gives a tree. What breaks a rule is a problem of the tree, and reading goes on behind it:
///
///     Resources:
///       A:
///         Type: X
///           Oops: 1       skipped, `badIndentation`
///       B:                read
///
/// The parser goes over the bytes once. It keeps a stack of the open collections, not of function calls, so that
/// depth costs no stack; `maximumDepth` protects those who walk the tree.
package enum YAMLParser {
  /// The deepest nesting that is read; what lies deeper is a problem of the kind `nestingTooDeep`.
  package static let maximumDepth = 1_000

  /// The tree of a text.
  ///
  /// The documents are the children of its root.
  package static func parse(_ bytes: [UInt8]) -> KeyedTree {
    guard bytes.count < Int(UInt32.max) else {
      let problem = SourceProblem(.tooLarge, range: SourceRange(0, 0), detail: "4 GB")
      let stream = KeyedTree.Node(
        kind: .stream, style: .block, flags: .incomplete, range: problem.range, next: 1)
      return KeyedTree(nodes: [stream], problems: [problem], language: .yaml)
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = YAMLReader(buffer)
      reader.readEncoding(bytes)
      reader.readStream()
      return reader.finish(bytes)
    }
  }
}
