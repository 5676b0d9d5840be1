import SourceText

/// Finds the keys of a mapping that an earlier key repeats, as they are spelled.
///
/// Few keys are compared each with each; many go through a table of twice their number. The table's hashes differ
/// from process to process, so no text can be made to collide, and no order depends on them.
struct JSONDuplicateKeys {
  struct Key {
    var node: KeyedTree.NodeID
    /// Without its quotes.
    var text: SourceRange
  }

  /// The result, reused from mapping to mapping, in the order of the text.
  private(set) var found: [Key] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var keys: [Key] = []
  /// Indices into `keys` plus one; 0 where a place is free.
  private var table: [UInt32] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Looks through the keys of a mapping whose subtree ends the array; leaves the repeated ones in `found`.
  mutating func search(_ mapping: KeyedTree.NodeID, in nodes: [KeyedTree.Node]) {
    found.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    var position = Int(mapping) + 1
    while position < nodes.count {
      let node = nodes[position]
      if !node.flags.contains(.absent) {
        let isQuoted = node.style != .plain
        let isClosed = !node.flags.contains(.incomplete)
        let start = isQuoted ? node.range.start + 1 : node.range.start
        let end = isQuoted && isClosed ? node.range.end - 1 : node.range.end
        keys.append(
          Key(node: UInt32(truncatingIfNeeded: position), text: SourceRange(start: start, end: end)))
      }
      let value = Int(node.next)
      guard value < nodes.count else { break }
      position = Int(nodes[value].next)
    }
    if keys.count <= 12 { searchPairs() } else { searchTable() }
  }

  private mutating func searchPairs() {
    for later in keys.indices.dropFirst() {
      for earlier in 0..<later where equal(keys[earlier].text, keys[later].text) {
        found.append(keys[later])
        break
      }
    }
  }

  private mutating func searchTable() {
    var size = 32
    while size < keys.count * 2 { size *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: size))
    for (index, key) in keys.enumerated() {
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[key.text.bytes]))
      var place = hasher.finalize() & (size - 1)
      while table[place] != 0, !equal(keys[Int(table[place]) - 1].text, key.text) {
        place = (place + 1) & (size - 1)
      }
      if table[place] == 0 {
        table[place] = UInt32(truncatingIfNeeded: index + 1)
      } else {
        found.append(key)
      }
    }
  }

  @inline(__always)
  private func equal(_ first: SourceRange, _ second: SourceRange) -> Bool {
    guard first.end &- first.start == second.end &- second.start else { return false }
    var one = Int(first.start)
    var other = Int(second.start)
    while one < Int(first.end) {
      if bytes[one] != bytes[other] { return false }
      one += 1
      other += 1
    }
    return true
  }
}
