import TemplateModel

/// How much two resources are alike, in thousandths, the same whichever side is asked first.
///
///     properties 450   name 200   references 150   unit 100   physical name 100
///
/// What neither side can say gives its weight to the others.
struct PairScore {
  private let state: MatchState
  private let responseNames: [NameWords]
  private let idealNames: [NameWords]
  private let rarity: LeafRarity
  private let units: ([[String]], [[String]])

  /// References of a hub beyond these are not compared.
  static let mostReferences = 64

  /// - Parameter names: of the open resources; others may be empty.
  init(
    _ state: MatchState, names: ([NameWords], [NameWords]), rarity: LeafRarity,
    templates: (Template, Template)
  ) {
    self.state = state
    responseNames = names.0
    idealNames = names.1
    self.rarity = rarity
    func segments(_ template: Template) -> [[String]] {
      var known: [String: [String]] = [:]
      return template.resources.indices.map { index in
        let unit = template.resources[index].unit
        if unit.isEmpty { return [] }
        if let segments = known[unit] { return segments }
        let segments = unit.split(separator: "/").map(String.init)
        known[unit] = segments
        return segments
      }
    }
    units = (segments(templates.0), segments(templates.1))
  }

  /// How many references of the open resources lie beyond those that are compared.
  static func uncompared(_ state: MatchState) -> Int {
    var count = 0
    for (features, open) in [(state.response, state.openResponse), (state.ideal, state.openIdeal)] {
      for index in open {
        count += max(0, features.edgeRange(Int(index)).count - mostReferences)
        count += max(0, features.incomingRange(Int(index)).count - mostReferences)
      }
    }
    return count
  }

  func score(_ response: Int, _ ideal: Int, partners state: MatchState) -> Int {
    var points = 0
    var weights = 0
    func add(_ weight: Int, _ part: Int?) {
      guard let part else { return }
      points += weight * part
      weights += weight
    }
    add(450, properties(response, ideal))
    add(200, responseNames[response].likeness(to: idealNames[ideal]))
    add(150, references(response, ideal, state))
    add(100, unit(response, ideal))
    let names = (state.response.physical[response], state.ideal.physical[ideal])
    var penalty = 0
    if names.0 != 0, names.1 != 0 {
      add(100, names.0 == names.1 ? 1000 : 0)
      if names.0 != names.1 { penalty = 150 }
    }
    return weights == 0 ? 0 : max(0, points / weights - penalty)
  }

  /// Weighted Dice over the leaves.
  private func properties(_ response: Int, _ ideal: Int) -> Int? {
    let features = (state.response, state.ideal)
    let ranges = (features.0.leafRange(response), features.1.leafRange(ideal))
    if ranges.0.isEmpty, ranges.1.isEmpty { return nil }
    var shared = 0
    var total = 0
    var first = ranges.0.lowerBound
    var second = ranges.1.lowerBound
    while first < ranges.0.upperBound || second < ranges.1.upperBound {
      let path: UInt64
      if first < ranges.0.upperBound, second < ranges.1.upperBound {
        path = min(features.0.leaves[first].path, features.1.leaves[second].path)
      } else if first < ranges.0.upperBound {
        path = features.0.leaves[first].path
      } else {
        path = features.1.leaves[second].path
      }
      let starts = (first, second)
      while first < ranges.0.upperBound, features.0.leaves[first].path == path { first += 1 }
      while second < ranges.1.upperBound, features.1.leaves[second].path == path { second += 1 }
      let (part, whole) = compare(features.0.leaves[starts.0..<first], features.1.leaves[starts.1..<second])
      shared += part
      total += whole
    }
    return total == 0 ? nil : shared / total
  }

  /// Points in thousandths and weight of the leaves of one path: equal ones, then texts that are alike.
  private func compare(
    _ response: ArraySlice<SideFeatures.Leaf>, _ ideal: ArraySlice<SideFeatures.Leaf>
  ) -> (Int, Int) {
    var total = 0
    for leaf in response { total += rarity.weight(leaf) }
    for leaf in ideal { total += rarity.weight(leaf) }
    var points = 0
    var openResponse: [SideFeatures.Leaf] = []
    var openIdeal: [SideFeatures.Leaf] = []
    var first = response.startIndex
    var second = ideal.startIndex
    while first < response.endIndex, second < ideal.endIndex {
      let (one, other) = (response[first], ideal[second])
      if one.value == other.value {
        points += 1000 * (rarity.weight(one) + rarity.weight(other))
        first += 1
        second += 1
      } else if one.value < other.value {
        openResponse.append(one)
        first += 1
      } else {
        openIdeal.append(other)
        second += 1
      }
    }
    openResponse += response[first...]
    openIdeal += ideal[second...]
    if openResponse.isEmpty || openIdeal.isEmpty { return (points, total) }
    return (points + alike(openResponse, openIdeal), total)
  }

  /// Leaves of one path with different values on the two sides, the most alike together.
  private func alike(_ response: [SideFeatures.Leaf], _ ideal: [SideFeatures.Leaf]) -> Int {
    func points(_ one: SideFeatures.Leaf, _ other: SideFeatures.Leaf, _ likeness: Int) -> Int {
      (likeness >= 600 ? 700 * likeness / 1000 : 150) * (rarity.weight(one) + rarity.weight(other))
    }
    func likeness(_ one: SideFeatures.Leaf, _ other: SideFeatures.Leaf) -> Int {
      one.isText && other.isText ? one.grams.likeness(to: other.grams) : 0
    }
    if response.count == 1, ideal.count == 1 {
      return points(response[0], ideal[0], likeness(response[0], ideal[0]))
    }
    // Of long lists of different values the paths alone count.
    guard response.count <= 16, ideal.count <= 16 else {
      return zip(response, ideal).reduce(0) { $0 + points($1.0, $1.1, 0) }
    }
    var choices: [(likeness: Int, response: Int, ideal: Int)] = []
    for (first, one) in response.enumerated() {
      for (second, other) in ideal.enumerated() { choices.append((likeness(one, other), first, second)) }
    }
    choices.sort { one, other in
      if one.likeness != other.likeness { return one.likeness > other.likeness }
      let values = (response[one.response].value, ideal[one.ideal].value)
      let others = (response[other.response].value, ideal[other.ideal].value)
      return (min(values.0, values.1), max(values.0, values.1)) < (
        min(others.0, others.1), max(others.0, others.1)
      )
    }
    var taken = (Set<Int>(), Set<Int>())
    var sum = 0
    for choice in choices where !taken.0.contains(choice.response) && !taken.1.contains(choice.ideal) {
      taken.0.insert(choice.response)
      taken.1.insert(choice.ideal)
      sum += points(response[choice.response], ideal[choice.ideal], choice.likeness)
    }
    return sum
  }

  /// The mean of the likeness of the references out and in; 1 for a matched end, 0.3 for one of the same type.
  private func references(_ response: Int, _ ideal: Int, _ state: MatchState) -> Int? {
    let outgoing = outgoing(response, ideal, state)
    let incoming = incoming(response, ideal, state)
    guard let outgoing, let incoming else { return outgoing ?? incoming }
    return (outgoing + incoming) / 2
  }

  private func outgoing(_ response: Int, _ ideal: Int, _ state: MatchState) -> Int? {
    let ranges = (
      state.response.edgeRange(response).prefix(Self.mostReferences),
      state.ideal.edgeRange(ideal).prefix(Self.mostReferences)
    )
    if ranges.0.isEmpty, ranges.1.isEmpty { return nil }
    var points = 0
    var first = ranges.0.startIndex
    var second = ranges.1.startIndex
    while first < ranges.0.endIndex, second < ranges.1.endIndex {
      let (one, other) = (state.response.edges[first], state.ideal.edges[second])
      if one.label == other.label {
        points += end(one, other, state)
        first += 1
        second += 1
      } else if one.label < other.label {
        first += 1
      } else {
        second += 1
      }
    }
    return 2 * points / (ranges.0.count + ranges.1.count)
  }

  private func end(_ one: SideFeatures.Edge, _ other: SideFeatures.Edge, _ state: MatchState) -> Int {
    guard one.target >= 0, other.target >= 0 else { return one.name == other.name ? 1000 : 0 }
    return end(Int(one.target), Int(other.target), state)
  }

  private func end(_ response: Int, _ ideal: Int, _ state: MatchState) -> Int {
    if state.idealOf[response] == Int32(ideal) { return 1000 }
    let isOpen = state.isOpen(response: response) && state.isOpen(ideal: ideal)
    return isOpen && state.response.types[response] == state.ideal.types[ideal] ? 300 : 0
  }

  private func incoming(_ response: Int, _ ideal: Int, _ state: MatchState) -> Int? {
    let ranges = (
      state.response.incomingRange(response).prefix(Self.mostReferences),
      state.ideal.incomingRange(ideal).prefix(Self.mostReferences)
    )
    if ranges.0.isEmpty, ranges.1.isEmpty { return nil }
    var points = 0
    var first = ranges.0.startIndex
    var second = ranges.1.startIndex
    while first < ranges.0.endIndex, second < ranges.1.endIndex {
      let (one, other) = (state.response.incoming[first], state.ideal.incoming[second])
      if one.label == other.label {
        points += end(Int(one.source), Int(other.source), state)
        first += 1
        second += 1
      } else if one.label < other.label {
        first += 1
      } else {
        second += 1
      }
    }
    return 2 * points / (ranges.0.count + ranges.1.count)
  }

  /// 1000 in the same unit, else the share of the path that both have, in order.
  private func unit(_ response: Int, _ ideal: Int) -> Int {
    if state.response.units[response] == state.ideal.units[ideal] { return 1000 }
    let (one, other) = (units.0[response], units.1[ideal])
    guard !one.isEmpty, !other.isEmpty, one.count * other.count <= 1024 else { return 0 }
    var row = [Int](repeating: 0, count: other.count + 1)
    for segment in one {
      var diagonal = 0
      for (index, candidate) in other.enumerated() {
        let above = row[index + 1]
        row[index + 1] = segment == candidate ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return 2000 * row[other.count] / (one.count + other.count)
  }
}

/// How rare each value is among the resources without a partner: rare ones say more.
struct LeafRarity {
  private let counts: FlatTable
  private let total: UInt64

  init(_ state: MatchState) {
    var counts = FlatTable(capacity: 1024)
    var total: UInt64 = 0
    for (features, open) in [(state.response, state.openResponse), (state.ideal, state.openIdeal)] {
      for index in open {
        total += 1
        for leaf in features.leaves[features.leafRange(Int(index))] { counts.increment(LeafRarity.key(leaf)) }
      }
    }
    self.counts = counts
    self.total = max(2, total)
  }

  static func key(_ leaf: SideFeatures.Leaf) -> UInt64 { Mixer.mix(leaf.path, leaf.value) }

  func count(_ leaf: SideFeatures.Leaf) -> Int { Int(counts[LeafRarity.key(leaf)] ?? 0) }

  /// The leaf's weight times 4 + log2(resources / holders).
  func weight(_ leaf: SideFeatures.Leaf) -> Int {
    let holders = UInt64(max(2, count(leaf)))
    let bits = 64 - (total / min(total, holders)).leadingZeroBitCount
    return Int(leaf.weight) * (3 + bits)
  }
}
