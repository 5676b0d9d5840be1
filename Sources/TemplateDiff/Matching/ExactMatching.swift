import TemplateModel

/// Pairs the resources that need no weighing: those that are the same but for names.
///
///     1  same address, same content
///     2  same literal physical name, once on each side
///     3  same neighbourhood, once on each side; then same content, once on each side
///
/// A content match never robs a resource of its namesake, unless that one finds its own: so swapped names come out
/// as two renames, and a copy under a new name as an addition.
enum ExactMatching {
  /// Groups of equals larger than this on both sides are paired in the order of their addresses.
  static let largeGroup = 64

  static func run(_ state: inout MatchState) {
    for index in 0..<state.response.count {
      let partner = Int(state.sameAddressIdeal[index])
      if partner >= 0, state.response.norms[index] == state.ideal.norms[partner] {
        state.accept(ResourcePair(response: index, ideal: partner, reason: .sameAddress, score: 1000))
      }
    }
    guard !state.openResponse.isEmpty, !state.openIdeal.isEmpty else { return }
    let sides = (state.response, state.ideal)
    unique(
      &state, as: .samePhysicalName, score: 900, { physicalName(sides.0, $0) }, { physicalName(sides.1, $0) })
    let colours = (sides.0.neighbourhoods(), sides.1.neighbourhoods())
    unique(
      &state, as: .sameNeighbourhood, score: 950, largeGroups: true,
      { says(sides.0, $0) >= 3 ? colours.0[$0] : nil }, { says(sides.1, $0) >= 3 ? colours.1[$0] : nil })
    unique(
      &state, as: .sameContent, score: 900, largeGroups: true,
      { sides.0.leafRange($0).count >= 4 ? sides.0.norms[$0] : nil },
      { sides.1.leafRange($0).count >= 4 ? sides.1.norms[$0] : nil })
  }

  private static func physicalName(_ features: SideFeatures, _ index: Int) -> Hash128? {
    features.physical[index] == 0 ? nil : Hash128(high: features.physical[index], low: 1)
  }

  /// How much there is to know a resource by.
  private static func says(_ features: SideFeatures, _ index: Int) -> Int {
    features.leafRange(index).count + features.incomingRange(index).count
  }

  private struct Entry {
    var key: Hash128
    var index: Int32
  }

  private static func unique(
    _ state: inout MatchState, as reason: ResourcePair.Reason, score: Int, largeGroups: Bool = false,
    _ responseKey: (Int) -> Hash128?, _ idealKey: (Int) -> Hash128?
  ) {
    func entries(_ open: [Int32], _ features: SideFeatures, _ key: (Int) -> Hash128?) -> [Entry] {
      var entries: [Entry] = []
      entries.reserveCapacity(open.count)
      for index in open {
        guard var found = key(Int(index)) else { continue }
        found.high ^= UInt64(truncatingIfNeeded: features.types[Int(index)]) &* 0x9e37_79b9_7f4a_7c15
        entries.append(Entry(key: found, index: index))
      }
      entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.index < $1.index }
      return entries
    }
    let response = entries(state.openResponse, state.response, responseKey)
    let ideal = entries(state.openIdeal, state.ideal, idealKey)
    var found: [(response: Int, ideal: Int)] = []
    var groups: [(response: Range<Int>, ideal: Range<Int>)] = []
    var first = 0
    var second = 0
    while first < response.count, second < ideal.count {
      if response[first].key < ideal[second].key {
        first += 1
      } else if ideal[second].key < response[first].key {
        second += 1
      } else {
        let key = response[first].key
        let start = (first, second)
        while first < response.count, response[first].key == key { first += 1 }
        while second < ideal.count, ideal[second].key == key { second += 1 }
        if first - start.0 == 1, second - start.1 == 1 {
          found.append((Int(response[start.0].index), Int(ideal[start.1].index)))
        } else if min(first - start.0, second - start.1) > largeGroup {
          groups.append((start.0..<first, start.1..<second))
        }
      }
    }
    for pair in withoutRobbery(found, state) {
      state.accept(ResourcePair(response: pair.response, ideal: pair.ideal, reason: reason, score: score))
    }
    guard largeGroups else { return }
    for group in groups {
      pairInOrder(
        &state, response[group.response].map { Int($0.index) }, ideal[group.ideal].map { Int($0.index) },
        as: reason)
    }
  }

  /// The matches that leave no resource behind whose namesake they take.
  private static func withoutRobbery(
    _ found: [(response: Int, ideal: Int)], _ state: MatchState
  ) -> [(response: Int, ideal: Int)] {
    var kept = found
    // Each round drops those whose namesakes were dropped before; long chains of exchanged names do not occur.
    for _ in 0..<4 {
      var matchedResponse = Set<Int>()
      var matchedIdeal = Set<Int>()
      for pair in kept {
        matchedResponse.insert(pair.response)
        matchedIdeal.insert(pair.ideal)
      }
      let before = kept.count
      kept.removeAll { pair in
        let namesake = state.addressPartner(ofResponse: pair.response)
        let other = state.addressPartner(ofIdeal: pair.ideal)
        return namesake >= 0 && !matchedIdeal.contains(namesake)
          || other >= 0 && !matchedResponse.contains(other)
      }
      if kept.count == before { break }
    }
    return kept
  }

  /// Pairs a large group of equals: namesakes in other units first, then in the order of the addresses.
  private static func pairInOrder(
    _ state: inout MatchState, _ response: [Int], _ ideal: [Int], as reason: ResourcePair.Reason
  ) {
    let free = (
      response.filter { state.isOpen(response: $0) && state.addressPartner(ofResponse: $0) < 0 },
      ideal.filter { state.isOpen(ideal: $0) && state.addressPartner(ofIdeal: $0) < 0 }
    )
    let first = free.0.sorted { state.responseRanks[$0] < state.responseRanks[$1] }
    let second = free.1.sorted { state.idealRanks[$0] < state.idealRanks[$1] }
    for (response, ideal) in zip(first, second) {
      state.limits.pairedInOrder += 1
      state.accept(
        ResourcePair(response: response, ideal: ideal, reason: reason, score: 600, isAmbiguous: true))
    }
  }
}
