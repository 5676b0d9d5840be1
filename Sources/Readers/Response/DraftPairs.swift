/// Finds the pairs of texts that may repeat one another without comparing every text with every other.
///
/// Each line's hash is listed with the texts it occurs in; texts that share a tenth of the smaller one's lines are
/// a pair. A line that many texts share tells nothing and is counted for its neighbours only, so the time stays
/// linear in the text.
enum DraftPairs {
  /// Pairs of indices, the lower first, in rising order.
  static func alike(open: [Int], among texts: [(text: Int, lines: [UInt64])]) -> [(Int, Int)] {
    var places: [(hash: UInt64, text: Int)] = []
    var sizes: [Int: Int] = [:]
    for (text, lines) in texts {
      sizes[text] = lines.count
      for hash in lines { places.append((hash, text)) }
    }
    places.sort { ($0.hash, $0.text) < ($1.hash, $1.text) }
    let isOpen = Set(open)
    var counts: [Pair: Int] = [:]
    for place in places.indices {
      for other in (place + 1)..<max(place + 1, min(places.count, place + 1 + neighbours)) {
        guard places[other].hash == places[place].hash else { break }
        guard isOpen.contains(places[place].text) || isOpen.contains(places[other].text) else { continue }
        counts[Pair(first: places[place].text, second: places[other].text), default: 0] += 1
      }
    }
    return counts.filter { pair, count in
      count * 10 >= min(sizes[pair.first] ?? 0, sizes[pair.second] ?? 0)
    }.keys.map { ($0.first, $0.second) }.sorted { $0 < $1 }
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  private static let neighbours = 6
}
