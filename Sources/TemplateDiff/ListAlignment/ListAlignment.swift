import TemplateModel

/// Decides which element of one list stands for which of another.
///
///     by identity    Tags: [{Key: a}, {Key: b}]      ↔  Tags: [{Key: b}, {Key: a}]
///     by content     [443, 80]                       ↔  [80, 443, 22]
///     by similarity  [{Port: 80, Cidr: x}]           ↔  [{Port: 80, Cidr: y}]
struct ListAlignment {
  /// One row: an element of the response, of the ideal, or both, and how its place is written.
  struct Row {
    var response: Int?
    var ideal: Int?
    var step: PropertyPath.Step
  }

  let equality: Equality

  func rows(_ response: [Value], _ ideal: [Value]) -> [Row] {
    if let key = identity(response, ideal) { return byIdentity(key, response, ideal) }
    return byContent(response, ideal)
  }

  /// Whether the shared elements stand in another order.
  static func isReordered(_ rows: [Row]) -> Bool {
    let order = rows.compactMap { row in row.ideal == nil ? nil : row.response }
    return zip(order, order.dropFirst()).contains { $0 > $1 }
  }

  /// The key that every element has, with a literal or reference that occurs only once on its side.
  private func identity(_ response: [Value], _ ideal: [Value]) -> String? {
    guard let first = ideal.first ?? response.first, case .map(let members) = first.kind else { return nil }
    let keys = Set(members.map(\.key))
    for key in ListIdioms.identities where keys.contains(key) {
      if isUnique(key, in: response, isResponse: true), isUnique(key, in: ideal, isResponse: false) {
        return key
      }
    }
    return nil
  }

  private func isUnique(_ key: String, in values: [Value], isResponse: Bool) -> Bool {
    var seen = Set<UInt64>()
    for value in values {
      guard let name = value[key] else { return false }
      guard seen.insert(equality.fingerprint(name, isResponse: isResponse)).inserted else { return false }
    }
    return true
  }

  private func byIdentity(_ key: String, _ response: [Value], _ ideal: [Value]) -> [Row] {
    var places: [UInt64: Int] = [:]
    for (index, value) in response.enumerated() {
      if let name = value[key] { places[equality.fingerprint(name, isResponse: true)] = index }
    }
    var rows: [Row] = []
    var taken = Set<Int>()
    for (index, value) in ideal.enumerated() {
      let name = value[key]
      let partner = name.flatMap { places[equality.fingerprint($0, isResponse: false)] }
      if let partner { taken.insert(partner) }
      rows.append(
        Row(response: partner, ideal: index, step: .element(name?.summary(limit: 60) ?? "\(index)")))
    }
    for (index, value) in response.enumerated() where !taken.contains(index) {
      rows.append(
        Row(response: index, ideal: nil, step: .element(value[key]?.summary(limit: 60) ?? "\(index)")))
    }
    return rows
  }

  /// Equal elements first, wherever they stand; of the rest, those that are most alike.
  private func byContent(_ response: [Value], _ ideal: [Value]) -> [Row] {
    var places: [UInt64: [Int]] = [:]
    for index in response.indices.reversed() {
      places[equality.fingerprint(response[index], isResponse: true), default: []].append(index)
    }
    var partner = [Int?](repeating: nil, count: ideal.count)
    var taken = [Bool](repeating: false, count: response.count)
    for index in ideal.indices {
      let print = equality.fingerprint(ideal[index], isResponse: false)
      guard let place = places[print]?.popLast() else { continue }
      partner[index] = place
      taken[place] = true
    }
    let openIdeal = ideal.indices.filter { partner[$0] == nil }
    let openResponse = response.indices.filter { !taken[$0] }
    for (ideal, response) in alike(openResponse, openIdeal, response, ideal) {
      partner[ideal] = response
      taken[response] = true
    }
    var rows = ideal.indices.map { Row(response: partner[$0], ideal: $0, step: .index($0)) }
    rows += response.indices.filter { !taken[$0] }.map { Row(response: $0, ideal: nil, step: .index($0)) }
    return rows
  }

  /// Pairs leftovers: by likeness where they are few, else in order.
  private func alike(
    _ openResponse: [Int], _ openIdeal: [Int], _ response: [Value], _ ideal: [Value]
  ) -> [(ideal: Int, response: Int)] {
    if openResponse.count == 1, openIdeal.count == 1 { return [(openIdeal[0], openResponse[0])] }
    guard openResponse.count * openIdeal.count <= 64 * 64 else {
      return zip(openIdeal, openResponse).map { ($0, $1) }
    }
    var candidates: [(score: Int, ideal: Int, response: Int)] = []
    for first in openIdeal {
      for second in openResponse {
        let score = likeness(response[second], ideal[first])
        if score >= 300 { candidates.append((score, first, second)) }
      }
    }
    candidates.sort { ($1.score, $0.ideal, $0.response) < ($0.score, $1.ideal, $1.response) }
    var usedIdeal = Set<Int>()
    var usedResponse = Set<Int>()
    var pairs: [(ideal: Int, response: Int)] = []
    for candidate in candidates
    where !usedIdeal.contains(candidate.ideal) && !usedResponse.contains(candidate.response) {
      usedIdeal.insert(candidate.ideal)
      usedResponse.insert(candidate.response)
      pairs.append((candidate.ideal, candidate.response))
    }
    return pairs
  }

  /// 0 to 1000: the share of members that are the same.
  private func likeness(_ response: Value, _ ideal: Value) -> Int {
    let first = response.members
    let second = ideal.members
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var points = 0
    for member in first {
      guard let other = second.first(where: { $0.key == member.key }) else { continue }
      points += equality.same(member.value, other.value) ? 1000 : 250
    }
    return points / max(first.count, second.count)
  }
}
