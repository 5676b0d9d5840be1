import SourceText
import TemplateModel

/// Joins resources that are written out one by one with the one that stands for them all by `count` or `for_each`.
///
///     a  ─ pair ─  all (for_each)        The first stands for the whole; the others are within it:
///     b            │                     merged, not removed. The other way round they are split.
///     c            │
///
/// At least 80 % of a resource's values must be found in the whole, those that vary from instance to instance left
/// aside.
struct InstanceDeltas {
  static let leastOverlap = 800

  private let response: Template
  private let ideal: Template
  private let pairs: [ResourcePair]
  private let equality: Equality

  init(_ response: Template, _ ideal: Template, pairs: [ResourcePair], equality: Equality) {
    self.response = response
    self.ideal = ideal
    self.pairs = pairs
    self.equality = equality
  }

  func joined(_ deltas: [Delta]) -> [Delta] {
    var result = deltas
    var wholes: (response: [Whole], ideal: [Whole]) = ([], [])
    for pair in pairs {
      let counted = (
        response.resources[pair.response].count != nil, ideal.resources[pair.ideal].count != nil
      )
      if counted.0 == counted.1 { continue }
      if counted.1 {
        wholes.ideal.append(Whole(ideal.resources[pair.ideal], .ideal, equality))
      } else {
        wholes.response.append(Whole(response.resources[pair.response], .response, equality))
      }
    }
    if wholes.response.isEmpty, wholes.ideal.isEmpty { return deltas }
    for (index, delta) in deltas.enumerated() where delta.path.steps.isEmpty {
      switch (delta.kind, delta.subject) {
      case (.removed, .resource(let place?, nil)):
        guard
          let whole = wholes.ideal.first(where: { $0.holds(response.resources[place], .response, equality) })
        else { continue }
        result[index].kind = .merged
        result[index].ideal = Delta.Side(value: nil, location: whole.location)
      case (.added, .resource(nil, let place?)):
        guard let whole = wholes.response.first(where: { $0.holds(ideal.resources[place], .ideal, equality) })
        else { continue }
        result[index].kind = .split
        result[index].response = Delta.Side(value: nil, location: whole.location)
      default: break
      }
    }
    return result
  }
}

/// A resource that stands for several.
private struct Whole {
  let location: SourceLocation
  private let resource: Resource
  /// Its properties but those that vary from instance to instance.
  private let common: [Member]
  private let leaves: ElementLeaves

  init(_ resource: Resource, _ origin: Equality.Origin, _ equality: Equality) {
    self.resource = resource
    location = resource.location
    common = resource.properties.members.filter { !Whole.varies($0.value) }
    leaves = ElementLeaves(
      Normalization.normal(Value(.map(common), at: resource.location)), origin, equality)
  }

  /// Whether another resource is one of the instances, written out.
  func holds(_ other: Resource, _ origin: Equality.Origin, _ equality: Equality) -> Bool {
    guard other.canonicalType == resource.canonicalType, other.count == nil,
      other.isLookup == resource.isLookup
    else { return false }
    let keys = Set(resource.properties.members.map(\.key))
    let shared = other.properties.members.filter { member in common.contains { $0.key == member.key } }
    guard other.properties.members.allSatisfy({ keys.contains($0.key) }) else { return false }
    if shared.isEmpty { return common.isEmpty }
    let value = Normalization.normal(Value(.map(shared), at: other.location))
    return leaves.overlap(with: ElementLeaves(value, origin, equality)) >= InstanceDeltas.leastOverlap
  }

  /// Whether a value mentions the instance that it is for: `each.value`, `count.index`.
  private static func varies(_ value: Value) -> Bool {
    var found = false
    value.forEach { part in
      switch part.kind {
      case .reference(let reference): found = found || isInstance(reference.target)
      case .computed(let text): found = found || text.contains("each.") || text.contains("count.index")
      default: break
      }
    }
    return found
  }

  private static func isInstance(_ target: String) -> Bool {
    target == "each" || target == "count" || target.hasPrefix("each.") || target.hasPrefix("count.")
  }
}
