import SourceText

extension KeyedTree {
  /// The bytes of the text, put together from the leaves and the gaps between them.
  ///
  /// Walks the tree and copies what lies before, in and behind each node by its ranges, so that the result is
  /// the text exactly where the ranges are ordered and lie in one another. `nil` where they do not.
  package func printed(from bytes: [UInt8]) -> [UInt8]? {
    var printed: [UInt8] = []
    printed.reserveCapacity(bytes.count)
    var open: [(end: NodeID, range: Range<Int>)] = []
    for (index, node) in nodes.enumerated() {
      while let last = open.last, last.end <= index {
        guard printed.count <= last.range.upperBound else { return nil }
        printed += bytes[printed.count..<last.range.upperBound]
        open.removeLast()
      }
      let range = node.range.bytes
      guard printed.count <= range.lowerBound, range.upperBound <= open.last?.range.upperBound ?? bytes.count
      else { return nil }
      printed += bytes[printed.count..<range.lowerBound]
      if node.next == index + 1 { printed += bytes[range] }
      open.append((node.next, range))
    }
    while let last = open.popLast() {
      guard printed.count <= last.range.upperBound else { return nil }
      printed += bytes[printed.count..<last.range.upperBound]
    }
    return printed
  }
}
