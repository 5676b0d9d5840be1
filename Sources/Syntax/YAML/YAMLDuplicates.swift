import SourceText

/// Keys that occur twice in a mapping: kept, flagged and reported.
extension YAMLReader {
  /// Remembers a key of the innermost mapping.
  mutating func noteKey(_ id: NodeID) {
    let node = nodes[Int(id)]
    guard node.kind == .scalar, !node.flags.contains(.absent) else { return }
    var hash: UInt32 = 2_166_136_261
    if node.flags.contains(.needsDecoding) {
      for byte in keyBytes(id) { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    } else {
      let range = keyRange(node)
      for byte in source[range] { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    }
    keys.append(Key(hash: hash, node: id))
  }

  /// Flags the later of equal keys among those noted since `first`.
  mutating func flagDuplicates(from first: Int) {
    if keys.count - first <= 16 {
      for later in (first + 1)..<keys.count {
        let hash = keys[later].hash
        for earlier in first..<later where keys[earlier].hash == hash {
          if isSameKey(keys[earlier].node, keys[later].node) {
            flagDuplicate(keys[later].node)
            break
          }
        }
      }
      return
    }
    let order = keys[first...].sorted { ($0.hash, $0.node) < ($1.hash, $1.node) }
    var runStart = 0
    for index in 1..<order.count {
      if order[index].hash != order[runStart].hash {
        runStart = index
      } else if isSameKey(order[runStart].node, order[index].node) {
        flagDuplicate(order[index].node)
      } else {
        // Two texts with one hash: those behind them are compared with the nearer one.
        runStart = index
      }
    }
  }

  private mutating func flagDuplicate(_ id: NodeID) {
    nodes[Int(id)].flags.insert(.duplicateKey)
    let range = nodes[Int(id)].range
    report(.duplicateKey, Int(range.start), Int(range.end), String(decoding: keyBytes(id), as: UTF8.self))
  }

  private func isSameKey(_ first: NodeID, _ second: NodeID) -> Bool {
    let one = nodes[Int(first)]
    let other = nodes[Int(second)]
    if one.flags.union(other.flags).contains(.needsDecoding) { return keyBytes(first) == keyBytes(second) }
    return source[keyRange(one)].elementsEqual(source[keyRange(other)])
  }

  /// The range of a key's text, without quotes.
  private func keyRange(_ node: KeyedTree.Node) -> Range<Int> {
    let range = node.range.bytes
    let isQuoted = node.style == .doubleQuoted || node.style == .singleQuoted
    return isQuoted && range.count >= 2 ? range.lowerBound + 1..<range.upperBound - 1 : range
  }

  private func keyBytes(_ id: NodeID) -> [UInt8] {
    ScalarText(nodes[Int(id)], in: source, language: .yaml).bytes
  }
}
