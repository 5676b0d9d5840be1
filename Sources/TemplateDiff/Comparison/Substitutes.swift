import TemplateModel

/// Links a removal to the addition that takes its place: another type under the same or a similar name.
struct Substitutes {
  static let leastLikeness = 600
  /// More left-overs than these are linked by equal names only.
  static let most = 200

  private let response: Template
  private let ideal: Template

  init(_ response: Template, _ ideal: Template) {
    self.response = response
    self.ideal = ideal
  }

  /// - Parameter cut: counts the left-overs that were linked by equal names only.
  func tell(_ deltas: inout [Delta], cut: inout Int) {
    var removed: [(delta: Int, resource: Resource)] = []
    var added: [(delta: Int, resource: Resource)] = []
    for (index, delta) in deltas.enumerated() where delta.path.steps.isEmpty {
      switch (delta.kind, delta.subject) {
      case (.removed, .resource(let place?, nil)): removed.append((index, response.resources[place]))
      case (.added, .resource(nil, let place?)): added.append((index, ideal.resources[place]))
      default: break
      }
    }
    guard !removed.isEmpty, !added.isEmpty else { return }
    guard removed.count <= Self.most, added.count <= Self.most else {
      cut += max(removed.count, added.count)
      linkNamesakes(removed, added, &deltas)
      return
    }
    var choices: [(score: Int, removed: Int, added: Int)] = []
    let words = (removed.map { NameWords($0.resource) }, added.map { NameWords($0.resource) })
    for (first, one) in removed.enumerated() {
      for (second, other) in added.enumerated() {
        let isNamesake = one.resource.name == other.resource.name && !one.resource.name.isEmpty
        let score = isNamesake ? 1000 : words.0[first].likeness(to: words.1[second])
        if score >= Self.leastLikeness, one.resource.canonicalType != other.resource.canonicalType {
          choices.append((score, first, second))
        }
      }
    }
    choices.sort { ($1.score, $0.added + $0.removed) < ($0.score, $1.added + $1.removed) }
    var taken = (Set<Int>(), Set<Int>())
    for choice in choices where !taken.0.contains(choice.removed) && !taken.1.contains(choice.added) {
      taken.0.insert(choice.removed)
      taken.1.insert(choice.added)
      link(removed[choice.removed].delta, added[choice.added].delta, &deltas)
    }
  }

  private func linkNamesakes(
    _ removed: [(delta: Int, resource: Resource)], _ added: [(delta: Int, resource: Resource)],
    _ deltas: inout [Delta]
  ) {
    let byName = Dictionary(
      removed.map { ($0.resource.address, $0.delta) }, uniquingKeysWith: { one, _ in one })
    for (delta, resource) in added where deltas[delta].substitute == nil {
      if let other = byName[resource.address], deltas[other].substitute == nil { link(other, delta, &deltas) }
    }
  }

  private func link(_ one: Int, _ other: Int, _ deltas: inout [Delta]) {
    deltas[one].substitute = other
    deltas[other].substitute = one
  }
}
