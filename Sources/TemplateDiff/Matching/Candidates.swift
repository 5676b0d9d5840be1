import TemplateModel

/// Who may stand for whom, among resources of one type without a partner.
///
///     few of a type     all with all
///     many              same address, same name, rare values, rare words of the name, neighbours of pairs,
///                       and a window in the order (shape, content, name)
///
/// Never more than `most` of a resource and direction, so that the work stays linear.
struct Candidates {
  struct Candidate {
    var response: Int32
    var ideal: Int32
  }

  /// The best of a resource that are weighed.
  static let most = 8
  /// Types with so few pairs are compared all with all.
  static let allWithAll = 400
  /// Features of a resource that are looked up, the rarest first.
  static let probes = 12
  /// Features that more resources share are not looked up.
  static let longestPosting = 32
  static let window = 4

  private let state: MatchState
  private let names: ([NameWords], [NameWords])
  private var limits = MatchingLimits()

  static func find(_ state: inout MatchState, names: ([NameWords], [NameWords])) -> [Candidate] {
    var search = Candidates(state: state, names: names)
    let found = search.find()
    // What a round leaves out is left out of the next as well: the figures are the greatest of the rounds.
    state.limits.commonFeatures = max(state.limits.commonFeatures, search.limits.commonFeatures)
    state.limits.hubReferences = max(state.limits.hubReferences, search.limits.hubReferences)
    state.limits.candidates = max(state.limits.candidates, search.limits.candidates)
    return found
  }

  private init(state: MatchState, names: ([NameWords], [NameWords])) {
    self.state = state
    self.names = names
  }

  private mutating func find() -> [Candidate] {
    let response = byType(state.openResponse, state.response.types)
    let ideal = byType(state.openIdeal, state.ideal.types)
    var found: [UInt64] = []
    for type in 0..<state.typeCount where !response[type].isEmpty && !ideal[type].isEmpty {
      let (here, there) = (response[type], ideal[type])
      if here.count * there.count <= Self.allWithAll {
        for one in here { for other in there { found.append(Self.key(one, other)) } }
      } else {
        findAmongMany(here, there, into: &found)
      }
    }
    found.sort()
    var candidates: [Candidate] = []
    var last: UInt64?
    for key in found where key != last {
      last = key
      candidates.append(
        Candidate(response: Int32(truncatingIfNeeded: key >> 32), ideal: Int32(truncatingIfNeeded: key)))
    }
    return candidates
  }

  private static func key(_ response: Int32, _ ideal: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: response)) << 32 | UInt64(UInt32(bitPattern: ideal))
  }

  private func byType(_ open: [Int32], _ types: [Int32]) -> [[Int32]] {
    var groups = [[Int32]](repeating: [], count: state.typeCount)
    for index in open { groups[Int(types[Int(index)])].append(index) }
    return groups
  }

  private mutating func findAmongMany(_ response: [Int32], _ ideal: [Int32], into found: inout [UInt64]) {
    let forth = Directed(
      from: Side(state.response, response, names.0, state.responseRanks),
      to: Side(state.ideal, ideal, names.1, state.idealRanks))
    let back = Directed(from: forth.to, to: forth.from)
    for index in response {
      let place = Int(index)
      let partner = state.addressPartner(ofResponse: place)
      if partner >= 0 { found.append(Self.key(index, Int32(partner))) }
      for other in neighbours(ofResponse: place) { found.append(Self.key(index, other)) }
    }
    var scratch = Directed.Scratch(count: max(state.response.count, state.ideal.count))
    for index in response {
      for other in forth.best(for: Int(index), &scratch, &limits) { found.append(Self.key(index, other)) }
    }
    for index in ideal {
      for other in back.best(for: Int(index), &scratch, &limits) { found.append(Self.key(other, index)) }
    }
    findInWindow(response, ideal, into: &found)
  }

  /// Resources of the ideal that stand to a pair as this one stands to the pair's other half.
  private mutating func neighbours(ofResponse index: Int) -> [Int32] {
    var found: [Int32] = []
    let type = state.response.types[index]
    for edge in state.response.edges[state.response.edgeRange(index)] where edge.target >= 0 {
      let partner = Int(state.idealOf[Int(edge.target)])
      guard partner >= 0 else { continue }
      let range = state.ideal.incomingRange(partner)
      var place = lowerBound(range, edge.label)
      var seen = 0
      while place < range.upperBound, state.ideal.incoming[place].label == edge.label {
        guard seen < Self.longestPosting else {
          limits.hubReferences += 1
          break
        }
        let source = state.ideal.incoming[place].source
        if state.isOpen(ideal: Int(source)), state.ideal.types[Int(source)] == type { found.append(source) }
        place += 1
        seen += 1
      }
    }
    let incoming = state.response.incomingRange(index)
    limits.hubReferences += max(0, incoming.count - Self.longestPosting)
    for edge in state.response.incoming[incoming.prefix(Self.longestPosting)] {
      let partner = Int(state.idealOf[Int(edge.source)])
      guard partner >= 0 else { continue }
      for other in state.ideal.edges[state.ideal.edgeRange(partner)] where other.label == edge.label {
        let target = Int(other.target)
        if target >= 0, state.isOpen(ideal: target), state.ideal.types[target] == type {
          found.append(Int32(target))
        }
      }
    }
    return found
  }

  private func lowerBound(_ range: Range<Int>, _ label: UInt64) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if state.ideal.incoming[middle].label < label { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The nearest of the other side in the order (shape, content, address).
  private func findInWindow(_ response: [Int32], _ ideal: [Int32], into found: inout [UInt64]) {
    struct Entry {
      var shape: UInt64
      var norm: Hash128
      var rank: Int32
      var index: Int32
      var isResponse: Bool
    }
    var row: [Entry] = []
    for index in response {
      row.append(
        Entry(
          shape: state.response.shapes[Int(index)], norm: state.response.norms[Int(index)],
          rank: state.responseRanks[Int(index)], index: index, isResponse: true))
    }
    for index in ideal {
      row.append(
        Entry(
          shape: state.ideal.shapes[Int(index)], norm: state.ideal.norms[Int(index)],
          rank: state.idealRanks[Int(index)], index: index, isResponse: false))
    }
    row.sort { one, other in
      if one.shape != other.shape { return one.shape < other.shape }
      if one.norm != other.norm { return one.norm < other.norm }
      return one.rank < other.rank
    }
    for isForward in [true, false] {
      var recent: (response: [Int32], ideal: [Int32]) = ([], [])
      func visit(_ entry: Entry) {
        for other in entry.isResponse ? recent.ideal : recent.response {
          found.append(entry.isResponse ? Self.key(entry.index, other) : Self.key(other, entry.index))
        }
        if entry.isResponse {
          if recent.response.count == Self.window { recent.response.removeFirst() }
          recent.response.append(entry.index)
        } else {
          if recent.ideal.count == Self.window { recent.ideal.removeFirst() }
          recent.ideal.append(entry.index)
        }
      }
      if isForward { for entry in row { visit(entry) } } else { for entry in row.reversed() { visit(entry) } }
    }
  }
}
