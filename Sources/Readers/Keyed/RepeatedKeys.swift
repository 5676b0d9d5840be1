import SourceText
import Syntax

/// The texts of keys met before: a template says `Properties` a thousand times, and one string will do for all.
///
///     slot = hash of the bytes & 255, holding the key last met there
struct RepeatedKeys {
  private struct Entry {
    var start = 0
    var count = -1
    var text = ""
  }

  private var entries = [Entry](repeating: Entry(), count: 256)

  /// The text of a key that stands in the bytes as it is; nil where it has to be decoded.
  mutating func text(of id: KeyedTree.NodeID, in tree: KeyedTree, _ bytes: [UInt8]) -> String? {
    guard let range = tree.nodes[Int(id)].verbatim, range.count <= 64, range.upperBound <= bytes.count else {
      return nil
    }
    return bytes.withUnsafeBufferPointer { text(range, $0) }
  }

  private mutating func text(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // The length and the bytes at both ends tell keys apart well enough to choose a slot.
    var hash = UInt32(truncatingIfNeeded: range.count) &* 0x9e37_79b9
    for offset in range.prefix(6) { hash = (hash ^ UInt32(bytes[offset])) &* 0x0100_0193 }
    for offset in range.suffix(3) { hash = (hash ^ UInt32(bytes[offset])) &* 0x0100_0193 }
    let slot = Int((hash ^ hash >> 16) & 255)
    if range.isEmpty { return "" }
    if entries[slot].count == range.count {
      let start = entries[slot].start
      var offset = 0
      while offset < range.count, bytes[start + offset] == bytes[range.lowerBound + offset] { offset += 1 }
      if offset == range.count { return entries[slot].text }
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    entries[slot] = Entry(start: range.lowerBound, count: range.count, text: text)
    return text
  }
}
