import SourceText
import TemplateModel

/// Decides which element of one list stands for which of another.
///
///     by identity    Tags: [{Key: a}, {Key: b}]      ↔  Tags: [{Key: b}, {Key: a}]
///     by content     [443, 80]                       ↔  [80, 443, 22]
///     by likeness    [{Port: 80, Cidr: x}]           ↔  [{Port: 80, Cidr: y}]
struct ListAlignment {
  /// One row: an element of the response, of the ideal, or both, and how its place is written.
  struct Row {
    var response: Int?
    var ideal: Int?
    var step: PropertyPath.Step
    /// The key under which the two have different names, though they are the same otherwise.
    var renamed: String?
  }

  /// Differing elements beyond these are not compared with one another.
  static let mostAlike = 64

  let equality: Equality
  /// The last key on the way to the list.
  let key: String
  /// Elements that were compared in their order only.
  private(set) var cut = 0

  init(equality: Equality, key: String) {
    self.equality = equality
    self.key = key
  }

  mutating func rows(_ response: [Value], _ ideal: [Value]) -> [Row] {
    if let keys = identity(response, ideal) { return byIdentity(keys, response, ideal) }
    return byContent(response, ideal)
  }

  /// Whether the shared elements stand in another order.
  static func isReordered(_ rows: [Row]) -> Bool {
    let order = rows.compactMap { row in row.ideal == nil ? nil : row.response }
    return zip(order, order.dropFirst()).contains { $0 > $1 }
  }

  // MARK: By identity

  /// The keys that together tell the elements apart on both sides.
  private func identity(_ response: [Value], _ ideal: [Value]) -> [String]? {
    guard let first = ideal.first ?? response.first, case .map(let members) = first.kind else { return nil }
    for keys in ListIdioms.identities(of: key) where isUnique(keys, response, ideal) { return keys }
    if key == "Statement" || key == "statement" { return nil }
    let present = Set(members.map(\.key))
    for name in ListIdioms.names where present.contains(name) && isUnique([name], response, ideal) {
      return [name]
    }
    for name in present.sorted()
    where name.hasSuffix("Name") || name.hasSuffix("Id") || name.hasSuffix("_name") {
      if isUnique([name], response, ideal) { return [name] }
    }
    return nil
  }

  private func isUnique(_ keys: [String], _ response: [Value], _ ideal: [Value]) -> Bool {
    isUnique(keys, response, .response) && isUnique(keys, ideal, .ideal)
  }

  private func isUnique(_ keys: [String], _ values: [Value], _ origin: Equality.Origin) -> Bool {
    var seen = Set<Hash128>()
    for value in values {
      guard let name = name(of: value, keys, origin), seen.insert(name).inserted else { return false }
    }
    return true
  }

  /// What the keys of an element say; nil where it has none of them.
  private func name(of value: Value, _ keys: [String], _ origin: Equality.Origin) -> Hash128? {
    var hash = Mixer(61)
    var isNamed = false
    for key in keys {
      guard let part = value[key] else {
        hash.add(0)
        continue
      }
      isNamed = true
      hash.add(equality.fingerprint(part, origin, key))
    }
    return isNamed ? hash.hash : nil
  }

  private mutating func byIdentity(_ keys: [String], _ response: [Value], _ ideal: [Value]) -> [Row] {
    var places: [Hash128: Int] = [:]
    for (index, value) in response.enumerated() {
      if let name = name(of: value, keys, .response) { places[name] = index }
    }
    var partner = [Int?](repeating: nil, count: ideal.count)
    var taken = [Bool](repeating: false, count: response.count)
    for (index, value) in ideal.enumerated() {
      guard let place = name(of: value, keys, .ideal).flatMap({ places[$0] }) else { continue }
      partner[index] = place
      taken[place] = true
    }
    var renamed: [Int: String] = [:]
    let open = (response.indices.filter { !taken[$0] }, ideal.indices.filter { partner[$0] == nil })
    if keys.count > 1 {
      for (one, other) in alike(open.0, open.1, response, ideal) {
        partner[other] = one
        taken[one] = true
      }
    } else {
      for (one, other) in sameButForName(keys[0], open.0, open.1, response, ideal) {
        partner[other] = one
        taken[one] = true
        renamed[other] = keys[0]
      }
    }
    func step(_ value: Value, _ index: Int) -> PropertyPath.Step {
      guard keys.count == 1, let name = value[keys[0]] else { return .index(index) }
      return .element(name.summary(limit: 60))
    }
    var rows = ideal.indices.map { index in
      Row(
        response: partner[index], ideal: index, step: step(ideal[index], index), renamed: renamed[index])
    }
    rows += response.indices.filter { !taken[$0] }.map {
      Row(response: $0, ideal: nil, step: step(response[$0], $0), renamed: nil)
    }
    return rows
  }

  /// Elements that differ in nothing but the key that names them, where no other element does.
  private func sameButForName(
    _ key: String, _ openResponse: [Int], _ openIdeal: [Int], _ response: [Value], _ ideal: [Value]
  ) -> [(response: Int, ideal: Int)] {
    if openResponse.isEmpty || openIdeal.isEmpty { return [] }
    func rest(_ value: Value, _ origin: Equality.Origin) -> Hash128? {
      let members = value.members.filter { $0.key != key }
      if members.isEmpty { return nil }
      return equality.fingerprint(Value(.map(members), at: value.location), origin)
    }
    var found: [Hash128: (response: [Int], ideal: [Int])] = [:]
    for index in openResponse {
      if let rest = rest(response[index], .response) { found[rest, default: ([], [])].response.append(index) }
    }
    var order: [Hash128] = []
    for index in openIdeal {
      guard let rest = rest(ideal[index], .ideal) else { continue }
      if found[rest]?.ideal.isEmpty == true { order.append(rest) }
      found[rest]?.ideal.append(index)
    }
    return order.compactMap { rest in
      guard let group = found[rest], group.response.count == 1, group.ideal.count == 1 else { return nil }
      return (group.response[0], group.ideal[0])
    }
  }

  // MARK: By content

  /// Equal elements first: in order, then wherever they stand; of the rest, those that are most alike.
  private mutating func byContent(_ response: [Value], _ ideal: [Value]) -> [Row] {
    let prints = (
      response.map { equality.fingerprint($0, .response, key) },
      ideal.map { equality.fingerprint($0, .ideal, key) }
    )
    let sequence = SequenceAlignment.partners(prints.0, prints.1)
    if sequence.isCut { cut += max(response.count, ideal.count) }
    var partner = sequence.partners.map { $0 < 0 ? nil : Optional($0) }
    var taken = [Bool](repeating: false, count: response.count)
    for case let index? in partner { taken[index] = true }
    var places: [Hash128: [Int]] = [:]
    for index in response.indices.reversed() where !taken[index] {
      places[prints.0[index], default: []].append(index)
    }
    for index in ideal.indices where partner[index] == nil {
      guard let place = places[prints.1[index]]?.popLast() else { continue }
      partner[index] = place
      taken[place] = true
    }
    let openIdeal = ideal.indices.filter { partner[$0] == nil }
    let openResponse = response.indices.filter { !taken[$0] }
    for (one, other) in alike(openResponse, openIdeal, response, ideal) {
      partner[other] = one
      taken[one] = true
    }
    var rows = ideal.indices.map { Row(response: partner[$0], ideal: $0, step: .index($0), renamed: nil) }
    rows += response.indices.filter { !taken[$0] }.map {
      Row(response: $0, ideal: nil, step: .index($0), renamed: nil)
    }
    return rows
  }

  /// Pairs leftovers: by likeness where they are few, else in order.
  private mutating func alike(
    _ openResponse: [Int], _ openIdeal: [Int], _ response: [Value], _ ideal: [Value]
  ) -> [(response: Int, ideal: Int)] {
    if openResponse.isEmpty || openIdeal.isEmpty { return [] }
    if openResponse.count == 1, openIdeal.count == 1 {
      let (one, other) = (response[openResponse[0]], ideal[openIdeal[0]])
      return haveSomethingInCommon(one, other) ? [(openResponse[0], openIdeal[0])] : []
    }
    guard openResponse.count <= Self.mostAlike, openIdeal.count <= Self.mostAlike else {
      cut += max(openResponse.count, openIdeal.count)
      return zip(openResponse, openIdeal).map { ($0, $1) }
    }
    let leaves = (
      openResponse.map { ElementLeaves(response[$0], .response, equality) },
      openIdeal.map { ElementLeaves(ideal[$0], .ideal, equality) }
    )
    var candidates: [(score: Int, distance: Int, response: Int, ideal: Int)] = []
    for (first, one) in leaves.0.enumerated() {
      for (second, other) in leaves.1.enumerated() {
        let score = max(
          one.likeness(to: other),
          members(of: response[openResponse[first]], in: ideal[openIdeal[second]]))
        if score >= 500 {
          candidates.append((score, abs(openResponse[first] - openIdeal[second]), first, second))
        }
      }
    }
    candidates.sort { one, other in
      if one.score != other.score { return one.score > other.score }
      if one.distance != other.distance { return one.distance < other.distance }
      return one.response + one.ideal < other.response + other.ideal
    }
    var used = (Set<Int>(), Set<Int>())
    var pairs: [(response: Int, ideal: Int)] = []
    for candidate in candidates
    where !used.0.contains(candidate.response) && !used.1.contains(candidate.ideal) {
      used.0.insert(candidate.response)
      used.1.insert(candidate.ideal)
      pairs.append((openResponse[candidate.response], openIdeal[candidate.ideal]))
    }
    return pairs
  }

  /// How many members of two maps are the same, in thousandths; 0.25 for a key that both have.
  ///
  /// So a statement with one broad action stands for one with many narrow ones.
  private func members(of response: Value, in ideal: Value) -> Int {
    let (first, second) = (response.members, ideal.members)
    if first.isEmpty || second.isEmpty { return 0 }
    var points = 0
    for member in first {
      guard let other = second.first(where: { $0.key == member.key }) else { continue }
      points += equality.same(member.value, other.value, Equality.Context(key: member.key)) ? 1000 : 250
    }
    return points / max(first.count, second.count)
  }

  /// Whether two elements, the last of their lists, can be the same one changed.
  private func haveSomethingInCommon(_ response: Value, _ ideal: Value) -> Bool {
    guard case .map(let first) = response.kind, case .map(let second) = ideal.kind else { return true }
    let keys = Set(first.map(\.key))
    let shared = second.count { keys.contains($0.key) }
    return 3 * shared >= max(first.count, second.count)
  }
}
