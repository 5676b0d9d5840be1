/// What two texts are compared by: hashes of their telling lines and of the names they declare.
///
/// Lines count without indentation; comments and lines shorter than eight bytes tell nothing.
struct TextPrint: Sendable {
  /// Sorted, each once.
  var lines: [UInt64] = []
  /// Resource headers, logical ids and construct ids; sorted, each once.
  var names: [UInt64] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    lines.reserveCapacity(bytes.count / 40)
    bytes.forEachLine { line in
      guard line.count >= 4, line.first != UInt8(ascii: "#"), !line.starts(with: "//") else { return true }
      let hash = TextPrint.hash(line, line.start, line.end)
      let name = TextPrint.name(line, hash)
      if let name { names.append(name) }
      if name != nil || line.count >= 8 { lines.append(hash) }
      return true
    }
    lines = TextPrint.unique(lines)
    names = TextPrint.unique(names)
  }

  private static func unique(_ hashes: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(hashes.count)
    for hash in hashes.sorted() where hash != result.last { result.append(hash) }
    return result
  }

  /// How many hashes two sorted lists share; a short list is looked up in a long one.
  static func shared(_ first: [UInt64], _ second: [UInt64]) -> Int {
    if first.count > second.count { return shared(second, first) }
    if first.count * 16 < second.count { return first.count { contains(second, $0) } }
    var count = 0
    var one = 0
    var two = 0
    while one < first.count, two < second.count {
      if first[one] == second[two] {
        count += 1
        one += 1
        two += 1
      } else if first[one] < second[two] {
        one += 1
      } else {
        two += 1
      }
    }
    return count
  }

  private static func contains(_ sorted: [UInt64], _ hash: UInt64) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == hash
  }

  private static func name(_ line: TextLine, _ hash: UInt64) -> UInt64? {
    if line.indent == 0, line.starts(with: "resource \"") || line.starts(with: "data \"") { return hash }
    if line.indent == 2, line.last == UInt8(ascii: ":"), line.first >= UInt8(ascii: "A") { return hash }
    for call in ["(this, ", "(self, "] as [StaticString] where line.contains(call) {
      var start = line.start
      while start < line.end, !line.matches(call, at: start) { start += 1 }
      start += call.utf8CodeUnitCount
      var end = start + 1
      while end < line.end, line.bytes[end] != UInt8(ascii: "'"), line.bytes[end] != UInt8(ascii: "\"") {
        end += 1
      }
      return end - start > 3 ? TextPrint.hash(line, start, end) : nil
    }
    return nil
  }

  /// The FNV-1a hash of a stretch of a line.
  private static func hash(_ line: TextLine, _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for offset in start..<min(end, line.end) {
      hash = (hash ^ UInt64(line.bytes[offset])) &* 0x100_0000_01b3
    }
    return hash
  }
}
