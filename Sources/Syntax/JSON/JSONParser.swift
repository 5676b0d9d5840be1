import SourceText

/// Reads JSON: one pass that judges by RFC 8259 and reads on whatever it meets.
///
/// Every deviation is a problem in the tree, and the tree holds what can be made of the text: comments and
/// ellipses are passed over, commas may lack or abound, keys and words may stand without quotes, brackets and
/// strings may stay open.
package enum JSONParser {
  /// How many brackets may be open at once.
  ///
  /// What lies deeper is one incomplete node without children, reported
  /// as `nestingTooDeep`; the limit keeps offsets and depths small, not the machine's stack, which is not used.
  package static let maximumDepth = 100_000

  /// The tree of any bytes.
  ///
  /// Node 0 is the stream; each further value behind the first is another child of it.
  ///
  /// Where the text lacks a key or value, or has an ellipsis in its place, an `absent` node keeps the pairs whole.
  package static func parse(_ bytes: [UInt8]) -> KeyedTree {
    guard bytes.count < Int(UInt32.max) else {
      let range = SourceRange(0, Int(UInt32.max))
      let stream = KeyedTree.Node(kind: .stream, style: .block, flags: .incomplete, range: range, next: 1)
      return KeyedTree(
        nodes: [stream], problems: [SourceProblem(.tooLarge, range: range, detail: "4 GiB")], language: .json)
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(JSONScanner(buffer))
      return reader.read()
    }
  }
}

extension KeyedTree {
  /// Whether a text read by `JSONParser` is JSON by RFC 8259.
  ///
  /// Names should be unique there, but need not be, and a parser may ignore a byte-order mark (sections 4 and
  /// 8.1), so these two problems leave a text valid.
  package var isValidJSON: Bool {
    problems.allSatisfy { $0.kind == .duplicateKey || $0.kind == .byteOrderMark }
  }
}

extension [SourceProblem] {
  /// Brackets and keys are judged at their mapping's end; problems come in the order of the text.
  var inOrder: [SourceProblem] {
    if zip(self, dropFirst()).allSatisfy({ $0.range.start <= $1.range.start }) { return self }
    return enumerated().sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
      .map(\.element)
  }
}
