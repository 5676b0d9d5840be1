import TemplateModel

/// Finds out which resource of the response stands for which of the ideal.
///
/// Each pass takes what the one before left over:
///
///     1  same address and type
///     2  same type and name, in another file or stack
///     3  the only one of its type that is left on either side
enum ResourceMatching {
  static func pairs(response: Template, ideal: Template) -> [ResourcePair] {
    var open = OpenResources(response: response, ideal: ideal)
    open.match(as: .sameAddress, inOrder: true) { Key(type: $0.canonicalType, name: $0.address) }
    open.match(as: .sameName) { Key(type: $0.canonicalType, name: $0.name) }
    open.match(as: .onlyOneOfItsType) { Key(type: $0.canonicalType, name: $0.isLookup ? "lookup" : "") }
    return open.pairs.sorted { $0.ideal < $1.ideal }
  }

  struct Key: Hashable {
    let type: String
    let name: String
  }
}

/// The resources that have no partner yet.
private struct OpenResources {
  let response: Template
  let ideal: Template
  var openResponse: [Int]
  var openIdeal: [Int]
  var pairs: [ResourcePair] = []

  init(response: Template, ideal: Template) {
    self.response = response
    self.ideal = ideal
    openResponse = Array(response.resources.indices)
    openIdeal = Array(ideal.resources.indices)
  }

  /// Pairs the resources whose key occurs exactly once on each side; with `inOrder`, those of a repeated key
  /// too, the first with the first.
  mutating func match(
    as reason: ResourcePair.Reason, inOrder: Bool = false, by key: (Resource) -> ResourceMatching.Key
  ) {
    guard !openResponse.isEmpty, !openIdeal.isEmpty else { return }
    var candidates: [ResourceMatching.Key: [Int]] = [:]
    for index in openResponse.reversed() {
      candidates[key(response.resources[index]), default: []].append(index)
    }
    var wanted: [ResourceMatching.Key: Int] = [:]
    for index in openIdeal { wanted[key(ideal.resources[index]), default: 0] += 1 }
    var taken = Set<Int>()
    openIdeal.removeAll { index in
      let key = key(ideal.resources[index])
      guard let count = candidates[key]?.count, inOrder || count == 1 && wanted[key] == 1,
        let candidate = candidates[key]?.popLast()
      else { return false }
      taken.insert(candidate)
      pairs.append(ResourcePair(response: candidate, ideal: index, reason: reason))
      return true
    }
    openResponse.removeAll { taken.contains($0) }
  }
}
