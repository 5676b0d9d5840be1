import TemplateModel

/// Pairs what is left over with a namesake of a type that is written for its own: a policy for a managed policy, a
/// launch configuration for a launch template.
enum RetypedMatching {
  /// Too low for a migration to rely on it.
  static let score = 600

  static func run(_ state: inout MatchState, _ response: Template, _ ideal: Template) {
    guard !state.openResponse.isEmpty, !state.openIdeal.isEmpty else { return }
    var named: [String: [Int]] = [:]
    for index in state.openIdeal where CompositeTable.isRetyped(ideal.resources[Int(index)].canonicalType) {
      named[ideal.resources[Int(index)].name, default: []].append(Int(index))
    }
    if named.isEmpty { return }
    for index in state.openResponse.map({ Int($0) }) {
      let resource = response.resources[index]
      let fitting = (named[resource.name] ?? []).filter { place in
        state.isOpen(ideal: place) && ideal.resources[place].isLookup == resource.isLookup
          && CompositeTable.isRetyping(resource.canonicalType, ideal.resources[place].canonicalType)
      }
      let best = fitting.first { ideal.resources[$0].unit == resource.unit }
      guard let best = best ?? (fitting.count == 1 ? fitting.first : nil) else { continue }
      let isSame = ideal.resources[best].address == resource.address
      state.accept(
        ResourcePair(
          response: index, ideal: best, reason: isSame ? .sameAddress : .sameName, score: score))
    }
  }
}
