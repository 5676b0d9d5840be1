import TemplateModel

/// Both sides' features and who has found a partner so far.
struct MatchState {
  let response: SideFeatures
  let ideal: SideFeatures
  let typeCount: Int
  /// For each response resource its partner in the ideal, and the other way round; -1 where there is none yet.
  private(set) var idealOf: [Int32]
  private(set) var responseOf: [Int32]
  /// The resource with the same type and address on the other side, the k-th of a repeated address the k-th.
  private(set) var sameAddressIdeal: [Int32]
  private(set) var sameAddressResponse: [Int32]
  private(set) var pairs: [ResourcePair] = []
  /// Places of the resources in the order of their addresses, by which ties are broken.
  let responseRanks: [Int32]
  let idealRanks: [Int32]
  var limits = MatchingLimits()
  /// How many resources of each type are open on either side.
  private var openCounts: [(Int, Int)] = []

  init(response: SideFeatures, ideal: SideFeatures, typeCount: Int, _ templates: (Template, Template)) {
    self.response = response
    self.ideal = ideal
    self.typeCount = typeCount
    idealOf = [Int32](repeating: -1, count: response.count)
    responseOf = [Int32](repeating: -1, count: ideal.count)
    sameAddressIdeal = idealOf
    sameAddressResponse = responseOf
    responseRanks = MatchState.ranks(templates.0)
    idealRanks = MatchState.ranks(templates.1)
    openCounts = [(Int, Int)](repeating: (0, 0), count: typeCount)
    for type in response.types { openCounts[Int(type)].0 += 1 }
    for type in ideal.types { openCounts[Int(type)].1 += 1 }
    pairAddresses()
  }

  private static func ranks(_ template: Template) -> [Int32] {
    // The first sixteen bytes behind what all addresses have in common decide nearly always.
    struct Place {
      var first: UInt64
      var second: UInt64
      var index: Int
    }
    let resources = template.resources
    let prefix = commonPrefix(resources)
    var order = resources.indices.map { index in
      let bytes = resources[index].address.utf8.dropFirst(prefix)
      var words: (UInt64, UInt64) = (0, 0)
      for (offset, byte) in bytes.prefix(16).enumerated() {
        let bits = UInt64(byte) << UInt64(56 - offset % 8 * 8)
        if offset < 8 { words.0 |= bits } else { words.1 |= bits }
      }
      return Place(first: words.0, second: words.1, index: index)
    }
    order.sort { one, other in
      if one.first != other.first { return one.first < other.first }
      if one.second != other.second { return one.second < other.second }
      let addresses = (resources[one.index].address, resources[other.index].address)
      return addresses.0 != addresses.1
        ? addresses.0.utf8.lexicographicallyPrecedes(addresses.1.utf8) : one.index < other.index
    }
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, place) in order.enumerated() { ranks[place.index] = Int32(truncatingIfNeeded: rank) }
    return ranks
  }

  /// How many bytes all addresses begin with.
  private static func commonPrefix(_ resources: [Resource]) -> Int {
    guard let first = resources.first.map({ Array($0.address.utf8) }) else { return 0 }
    var length = first.count
    for index in resources.indices where length > 0 {
      var shared = 0
      for byte in resources[index].address.utf8 {
        guard shared < length, byte == first[shared] else { break }
        shared += 1
      }
      length = shared
    }
    return length
  }

  private mutating func pairAddresses() {
    var head = FlatTable(capacity: ideal.count)
    var next = [Int32](repeating: -1, count: ideal.count)
    for index in stride(from: ideal.count - 1, through: 0, by: -1) {
      let key = Mixer.mix(ideal.addresses[index], UInt64(truncatingIfNeeded: ideal.types[index]))
      next[index] = head[key] ?? -1
      head[key] = Int32(truncatingIfNeeded: index)
    }
    for index in 0..<response.count {
      let key = Mixer.mix(response.addresses[index], UInt64(truncatingIfNeeded: response.types[index]))
      guard let first = head[key], first >= 0 else { continue }
      head[key] = next[Int(first)]
      sameAddressIdeal[index] = first
      sameAddressResponse[Int(first)] = Int32(truncatingIfNeeded: index)
    }
  }

  func isOpen(response index: Int) -> Bool { idealOf[index] < 0 }
  func isOpen(ideal index: Int) -> Bool { responseOf[index] < 0 }

  /// The indices of the resources without a partner.
  var openResponse: [Int32] {
    idealOf.indices.filter { idealOf[$0] < 0 }.map { Int32(truncatingIfNeeded: $0) }
  }
  var openIdeal: [Int32] {
    responseOf.indices.filter { responseOf[$0] < 0 }.map { Int32(truncatingIfNeeded: $0) }
  }

  mutating func accept(_ pair: ResourcePair) {
    guard isOpen(response: pair.response), isOpen(ideal: pair.ideal) else { return }
    idealOf[pair.response] = Int32(truncatingIfNeeded: pair.ideal)
    responseOf[pair.ideal] = Int32(truncatingIfNeeded: pair.response)
    openCounts[Int(response.types[pair.response])].0 -= 1
    openCounts[Int(ideal.types[pair.ideal])].1 -= 1
    pairs.append(pair)
  }

  /// The open partner by address, -1 where there is none.
  func addressPartner(ofResponse index: Int) -> Int {
    let partner = Int(sameAddressIdeal[index])
    return partner >= 0 && isOpen(ideal: partner) ? partner : -1
  }

  func addressPartner(ofIdeal index: Int) -> Int {
    let partner = Int(sameAddressResponse[index])
    return partner >= 0 && isOpen(response: partner) ? partner : -1
  }

  /// Whether the two are the only open resources of their type.
  func isAlone(response: Int, ideal: Int) -> Bool {
    openCounts[Int(self.response.types[response])] == (1, 1)
  }
}

/// What matching left out because there was too much of it; a report says so.
package struct MatchingLimits: Hashable, Sendable {
  /// Properties and name words that too many resources share to lead to a candidate.
  package var commonFeatures = 0
  /// References to a hub beyond those that were followed from it.
  package var hubReferences = 0
  /// Candidates beyond the best of a resource.
  package var candidates = 0
  /// Resources of large groups of equals that were paired in the order of their addresses.
  package var pairedInOrder = 0
  /// Values of long lists of which only the equal ones told two resources alike.
  package var likeValues = 0
  /// Elements of long lists that were compared in their order, because too many of them differ.
  package var listElements = 0

  package init() {}

  package var isEmpty: Bool { self == MatchingLimits() }
}
