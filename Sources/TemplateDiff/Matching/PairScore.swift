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
  /// Of different values under one path, more than these on a side are not compared each with each.
  static let mostAlike = 16

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

  /// Counts what the open resources have beyond what is compared.
  static func countUncompared(_ state: inout MatchState) {
    for (features, open) in [(state.response, state.openResponse), (state.ideal, state.openIdeal)] {
      for index in open {
        state.limits.hubReferences += max(0, features.edgeRange(Int(index)).count - mostReferences)
        state.limits.hubReferences += max(0, features.incomingRange(Int(index)).count - mostReferences)
      }
    }
  }

  /// The values of a pair that were not compared each with each, because too many under one path differ.
  func uncomparedValues(_ response: Int, _ ideal: Int) -> Int {
    let (some, others) = (state.response.leafRange(response), state.ideal.leafRange(ideal))
    guard max(some.count, others.count) > Self.mostAlike else { return 0 }
    var count = 0
    var (first, second) = (some.lowerBound, others.lowerBound)
    while first < some.upperBound, second < others.upperBound {
      let (path, other) = (state.response.leaves[first].path, state.ideal.leaves[second].path)
      let starts = (first, second)
      if path <= other {
        while first < some.upperBound, state.response.leaves[first].path == path { first += 1 }
      }
      if other <= path {
        while second < others.upperBound, state.ideal.leaves[second].path == other { second += 1 }
      }
      guard path == other else { continue }
      var open = (response: 0, ideal: 0)
      forEachOpen(starts.0..<first, starts.1..<second) { one, other in
        if other < 0 { open.response += 1 } else if one < 0 { open.ideal += 1 }
      }
      if min(open.response, open.ideal) > 0, max(open.response, open.ideal) > Self.mostAlike {
        count += open.response + open.ideal
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
    let (some, others) = (state.response.leafRange(response), state.ideal.leafRange(ideal))
    if some.isEmpty, others.isEmpty { return nil }
    var shared = 0
    var total = 0
    var first = some.lowerBound
    var second = others.lowerBound
    while first < some.upperBound || second < others.upperBound {
      if second == others.upperBound {
        total += rarity.response(first)
        first += 1
        continue
      }
      if first == some.upperBound {
        total += rarity.ideal(second)
        second += 1
        continue
      }
      let path = state.response.leaves[first].path
      let other = state.ideal.leaves[second].path
      if path < other {
        total += rarity.response(first)
        first += 1
      } else if other < path {
        total += rarity.ideal(second)
        second += 1
      } else {
        let starts = (first, second)
        while first < some.upperBound, state.response.leaves[first].path == path { first += 1 }
        while second < others.upperBound, state.ideal.leaves[second].path == path { second += 1 }
        for leaf in starts.0..<first { total += rarity.response(leaf) }
        for leaf in starts.1..<second { total += rarity.ideal(leaf) }
        shared += compare(starts.0..<first, starts.1..<second)
      }
    }
    return total == 0 ? nil : shared / total
  }

  /// Points in thousandths of the leaves of one path: equal ones, then texts that are alike.
  private func compare(_ response: Range<Int>, _ ideal: Range<Int>) -> Int {
    if response.count == 1, ideal.count == 1 {
      let (one, other) = (response.lowerBound, ideal.lowerBound)
      if state.response.leaves[one].value == state.ideal.leaves[other].value {
        return 1000 * (rarity.response(one) + rarity.ideal(other))
      }
      return points(one, other, likeness(one, other))
    }
    var sum = 0
    var open = (response: 0, ideal: 0)
    var last = (response: 0, ideal: 0)
    forEachOpen(response, ideal) { one, other in
      if one >= 0, other >= 0 {
        sum += 1000 * (rarity.response(one) + rarity.ideal(other))
      } else if one >= 0 {
        open.response += 1
        last.response = one
      } else {
        open.ideal += 1
        last.ideal = other
      }
    }
    switch open {
    case (0, _), (_, 0): return sum
    case (1, 1): return sum + points(last.response, last.ideal, likeness(last.response, last.ideal))
    default: return sum + alike(response, ideal)
    }
  }

  /// Walks two sorted rows side by side: both places for equal values, -1 for the side that lacks one.
  @inline(__always)
  private func forEachOpen(_ response: Range<Int>, _ ideal: Range<Int>, _ body: (Int, Int) -> Void) {
    var first = response.lowerBound
    var second = ideal.lowerBound
    while first < response.upperBound || second < ideal.upperBound {
      if second == ideal.upperBound {
        body(first, -1)
        first += 1
        continue
      }
      if first == response.upperBound {
        body(-1, second)
        second += 1
        continue
      }
      let (one, other) = (state.response.leaves[first].value, state.ideal.leaves[second].value)
      body(one <= other ? first : -1, other <= one ? second : -1)
      if one <= other { first += 1 }
      if other <= one { second += 1 }
    }
  }

  /// The points of two leaves with different values.
  private func points(_ response: Int, _ ideal: Int, _ likeness: Int) -> Int {
    (likeness >= 600 ? 700 * likeness / 1000 : 150) * (rarity.response(response) + rarity.ideal(ideal))
  }

  private func likeness(_ response: Int, _ ideal: Int) -> Int {
    let (one, other) = (state.response.leaves[response], state.ideal.leaves[ideal])
    return one.isText && other.isText ? one.grams.likeness(to: other.grams) : 0
  }

  /// Leaves of one path with different values on the two sides, the most alike together.
  private func alike(_ response: Range<Int>, _ ideal: Range<Int>) -> Int {
    var open: (response: [Int], ideal: [Int]) = ([], [])
    forEachOpen(response, ideal) { one, other in
      if other < 0 { open.response.append(one) } else if one < 0 { open.ideal.append(other) }
    }
    // Of long lists of different values the paths alone count.
    guard open.response.count <= Self.mostAlike, open.ideal.count <= Self.mostAlike else {
      return zip(open.response, open.ideal).reduce(0) { $0 + points($1.0, $1.1, 0) }
    }
    var choices: [(likeness: Int, values: (UInt64, UInt64), response: Int, ideal: Int)] = []
    for one in open.response {
      for other in open.ideal {
        let (some, others) = (state.response.leaves[one].value, state.ideal.leaves[other].value)
        choices.append((likeness(one, other), (min(some, others), max(some, others)), one, other))
      }
    }
    choices.sort { $0.likeness != $1.likeness ? $0.likeness > $1.likeness : $0.values < $1.values }
    var taken = (Set<Int>(), Set<Int>())
    var sum = 0
    for choice in choices where !taken.0.contains(choice.response) && !taken.1.contains(choice.ideal) {
      taken.0.insert(choice.response)
      taken.1.insert(choice.ideal)
      sum += points(choice.response, choice.ideal, choice.likeness)
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
    if one.isEmpty || other.isEmpty { return 0 }
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
