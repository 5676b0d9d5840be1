/// Aligns two texts line by line and gives the runs where they differ.
///
/// Lines that occur once on each side are the anchors; the longest row of anchors that rises on both sides is
/// kept (patience sorting), and what lies between two anchors differs, less what is equal at its ends:
///
///     response  a b X c d        anchors a b c d
///     ideal     a b Y Z c d      hunk    X against Y Z
enum LineAlignment {
  struct Hunk: Hashable {
    var response: Range<Int>
    var ideal: Range<Int>
  }

  /// - Parameters:
  ///   - response: a hash for each line; 0 for lines that say nothing, such as blank ones.
  /// - Returns: the hunks in order, and how many lines are anchors.
  static func hunks(_ response: [UInt64], _ ideal: [UInt64]) -> (hunks: [Hunk], anchors: Int) {
    let anchors = anchors(response, ideal)
    var hunks: [Hunk] = []
    var here = 0
    var there = 0
    for (first, second) in anchors + [(response.count, ideal.count)] {
      var hunk = Hunk(response: here..<first, ideal: there..<second)
      shrink(&hunk, response, ideal)
      if says(response[hunk.response]) || says(ideal[hunk.ideal]) { hunks.append(hunk) }
      here = first + 1
      there = second + 1
    }
    return (hunks, anchors.count)
  }

  private static func says(_ lines: ArraySlice<UInt64>) -> Bool { lines.contains { $0 != 0 } }

  private static func shrink(_ hunk: inout Hunk, _ response: [UInt64], _ ideal: [UInt64]) {
    while let first = hunk.response.first, let second = hunk.ideal.first, response[first] == ideal[second] {
      hunk.response = (first + 1)..<hunk.response.upperBound
      hunk.ideal = (second + 1)..<hunk.ideal.upperBound
    }
    while let first = hunk.response.last, let second = hunk.ideal.last, response[first] == ideal[second] {
      hunk.response = hunk.response.lowerBound..<first
      hunk.ideal = hunk.ideal.lowerBound..<second
    }
  }

  private static func anchors(_ response: [UInt64], _ ideal: [UInt64]) -> [(Int, Int)] {
    var counts: [UInt64: (response: Int, ideal: Int, place: Int)] = [:]
    for line in response where line != 0 { counts[line, default: (0, 0, 0)].response += 1 }
    for (index, line) in ideal.enumerated() where line != 0 {
      guard var count = counts[line] else { continue }
      count.ideal += 1
      count.place = index
      counts[line] = count
    }
    var pairs: [(Int, Int)] = []
    for (index, line) in response.enumerated() where line != 0 {
      if let count = counts[line], count.response == 1, count.ideal == 1 {
        pairs.append((index, count.place))
      }
    }
    return rising(pairs)
  }

  /// The longest row of pairs whose second members rise.
  private static func rising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var tops: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tops.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var row: [(Int, Int)] = []
    var at = tops.last ?? -1
    while at >= 0 {
      row.append(pairs[at])
      at = before[at]
    }
    return row.reversed()
  }
}
