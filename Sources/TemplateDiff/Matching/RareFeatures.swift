import TemplateModel

/// The resources of one type on one side.
struct Side {
  let features: SideFeatures
  let members: [Int32]
  let names: [NameWords]
  let ranks: [Int32]

  init(_ features: SideFeatures, _ members: [Int32], _ names: [NameWords], _ ranks: [Int32]) {
    self.features = features
    self.members = members
    self.names = names
    self.ranks = ranks
  }

  /// What a resource can be found by: its values and the words of its name, each once.
  func keys(_ index: Int) -> [UInt64] {
    var keys: [UInt64] = []
    for leaf in features.leaves[features.leafRange(index)] where leaf.weight > 1 {
      keys.append(LeafRarity.key(leaf))
    }
    for word in names[index].hashes { keys.append(Mixer.mix(word, 71)) }
    keys.append(Mixer.mix(features.names[index], 73))
    keys.sort()
    var last: UInt64?
    keys.removeAll { key in
      defer { last = key }
      return key == last
    }
    return keys
  }
}

/// Leads from a resource of one side to those of the other that share its rarest features.
///
///     feature   →  first, then next …        chains through one array, in the order of the members
struct Directed {
  let from: Side
  let to: Side
  private var counts: FlatTable
  private var chains: FlatTable
  /// For each entry of a chain its resource and the next entry.
  private var entries: [(resource: Int32, next: Int32)] = []

  struct Scratch {
    var votes: [Int32]
    var touched: [Int32] = []
    init(count: Int) { votes = [Int32](repeating: 0, count: count) }
  }

  init(from: Side, to: Side) {
    self.from = from
    self.to = to
    counts = FlatTable(capacity: to.members.count * 4)
    chains = FlatTable(capacity: to.members.count * 4)
    for index in to.members {
      for key in to.keys(Int(index)) {
        let count = counts[key] ?? 0
        counts[key] = count + 1
        guard count < Candidates.longestPosting else { continue }
        entries.append((index, chains[key] ?? -1))
        chains[key] = Int32(truncatingIfNeeded: entries.count - 1)
      }
    }
  }

  /// The resources with most in common, at most `Candidates.most`.
  func best(for index: Int, _ scratch: inout Scratch, _ limits: inout MatchingLimits) -> [Int32] {
    var probes: [(count: Int32, key: UInt64)] = []
    for key in from.keys(index) {
      guard let count = counts[key] else { continue }
      if count > Candidates.longestPosting {
        limits.commonFeatures += 1
      } else {
        probes.append((count, key))
      }
    }
    probes.sort { ($0.count, $0.key) < ($1.count, $1.key) }
    for probe in probes.prefix(Candidates.probes) {
      let vote = 1 + Int32(64 / max(1, probe.count))
      var entry = chains[probe.key] ?? -1
      while entry >= 0 {
        let other = Int(entries[Int(entry)].resource)
        if scratch.votes[other] == 0 { scratch.touched.append(Int32(other)) }
        scratch.votes[other] += vote
        entry = entries[Int(entry)].next
      }
    }
    var found = scratch.touched
    if found.count > Candidates.most {
      limits.candidates += found.count - Candidates.most
      let rank = from.ranks[index]
      found.sort { one, other in
        let votes = (scratch.votes[Int(one)], scratch.votes[Int(other)])
        if votes.0 != votes.1 { return votes.0 > votes.1 }
        let distances = (abs(to.ranks[Int(one)] - rank), abs(to.ranks[Int(other)] - rank))
        if distances.0 != distances.1 { return distances.0 < distances.1 }
        return to.ranks[Int(one)] < to.ranks[Int(other)]
      }
      found.removeLast(found.count - Candidates.most)
    }
    for touched in scratch.touched { scratch.votes[Int(touched)] = 0 }
    scratch.touched.removeAll(keepingCapacity: true)
    return found
  }
}
