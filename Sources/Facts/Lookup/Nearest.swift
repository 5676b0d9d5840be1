/// Finds the names that someone may have meant.
enum Nearest {
  /// The most similar names, at most three, the nearest first; none where nothing is similar.
  ///
  /// A name counts as similar where a third of its letters would have to change at most, where one of the two
  /// contains the other, or where it has all the words of the other: `managePassword`, `manage_master_user_password`.
  static func names(to name: String, among candidates: [String]) -> [String] {
    let wanted = Folded.name(name)
    guard !wanted.isEmpty else { return [] }
    let words = words(name)
    var found: [(score: Int, name: String)] = []
    for candidate in candidates {
      let other = Folded.name(candidate)
      guard !other.isEmpty else { continue }
      let limit = max(wanted.count, other.count) / 3
      var score = abs(wanted.count - other.count) <= limit ? distance(wanted, other, limit: limit) : limit + 1
      if score > limit {
        let isPart =
          min(wanted.count, other.count) >= 4 && (contains(wanted, other) || contains(other, wanted))
        guard isPart || (words.count > 1 && words.allSatisfy(Self.words(candidate).contains)) else {
          continue
        }
        score = limit + 1 + abs(wanted.count - other.count)
      }
      found.append((score, candidate))
    }
    found.sort { ($0.score, $0.name) < ($1.score, $1.name) }
    // The very name in another spelling leaves no doubt.
    if found.first?.score == 0 { found.removeAll { $0.score > 0 } }
    var names: [String] = []
    for (_, name) in found where !names.contains(name) && names.count < 3 { names.append(name) }
    return names
  }

  /// `managePassword` → `manage`, `password`.
  private static func words(_ name: String) -> [[UInt8]] {
    var words: [[UInt8]] = [[]]
    for byte in name.utf8 {
      if byte == UInt8(ascii: "_") || (byte >= 0x41 && byte <= 0x5A) { words.append([]) }
      if let folded = Folded.byte(byte) { words[words.count - 1].append(folded) }
    }
    return words.filter { !$0.isEmpty }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }

  /// The edit distance of two short names; above the limit any larger number.
  private static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int {
    var row = Array(0...second.count)
    for (i, one) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var best = row[0]
      for (j, other) in second.enumerated() {
        let value = min(row[j + 1] + 1, row[j] + 1, diagonal + (one == other ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = value
        best = min(best, value)
      }
      if best > limit { return limit + 1 }
    }
    return row[second.count]
  }
}
