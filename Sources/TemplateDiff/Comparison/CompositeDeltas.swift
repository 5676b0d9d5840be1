import TemplateModel

/// Joins what is one thing written in two ways: an inline rule that became a resource is a split, not a removal
/// and an addition.
///
///     - Group.SecurityGroupIngress[0]      ┐
///     + Rule  AWS::EC2::SecurityGroupIngress ┘  →  split
///
/// The smaller of the two must be found in the other to 80 % (overlap coefficient).
struct CompositeDeltas {
  static let leastOverlap = 800

  private let response: Template
  private let ideal: Template
  private let correspondence: Correspondence
  private let equality: Equality

  init(_ response: Template, _ ideal: Template, equality: Equality) {
    self.response = response
    self.ideal = ideal
    self.equality = equality
    correspondence = equality.correspondence
  }

  func joined(_ deltas: [Delta]) -> [Delta] {
    var result = deltas
    var dropped = Set<Int>()
    // The deltas inside each pair, by the resource of the ideal: nothing else can be the part of a whole.
    var inside: [Int: [Int]] = [:]
    for (index, delta) in deltas.enumerated() where !delta.path.steps.isEmpty {
      if case .resource(_?, let ideal?) = delta.subject { inside[ideal, default: []].append(index) }
    }
    for (index, delta) in deltas.enumerated() where delta.path.steps.isEmpty {
      switch (delta.kind, delta.subject) {
      case (.added, .resource(nil, let place?)):
        let part = ideal.resources[place]
        guard let other = inlineDelta(for: part, .ideal, among: deltas, inside, dropped) else { continue }
        result[index].kind = .split
        result[index].response = deltas[other].response
        dropped.insert(other)
      case (.removed, .resource(let place?, nil)):
        let part = response.resources[place]
        guard let other = inlineDelta(for: part, .response, among: deltas, inside, dropped) else { continue }
        result[index].kind = .merged
        result[index].ideal = deltas[other].ideal
        dropped.insert(other)
      default: break
      }
    }
    return result.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  /// The delta that takes the part out of, or puts it into, the resource that it belongs to.
  private func inlineDelta(
    for part: Resource, _ origin: Equality.Origin, among deltas: [Delta], _ inside: [Int: [Int]],
    _ dropped: Set<Int>
  ) -> Int? {
    for row in CompositeTable.rows where row.part == part.canonicalType {
      guard let link = part.properties[row.link] else { continue }
      let leaves = leaves(of: part, without: row.link, origin)
      for (reference, _) in link.references {
        guard let whole = whole(reference, origin) else { continue }
        for index in inside[whole] ?? [] where !dropped.contains(index) {
          let delta = deltas[index]
          guard delta.kind == (origin == .ideal ? .removed : .added),
            case .key(row.property)? = delta.path.steps.first,
            let value = origin == .ideal ? delta.response?.value : delta.ideal?.value
          else { continue }
          let inline = ElementLeaves(
            Normalization.normal(value), origin == .ideal ? .response : .ideal, equality)
          if inline.overlap(with: leaves) >= Self.leastOverlap { return index }
        }
      }
    }
    return nil
  }

  /// The ideal's resource, or the partner of the response's, that a part belongs to.
  private func whole(_ reference: Reference, _ origin: Equality.Origin) -> Int? {
    switch origin {
    case .ideal: correspondence.idealResource(reference)
    case .response:
      correspondence.responseResource(reference).flatMap { correspondence.ideal(ofResponse: $0) }
    }
  }

  private func leaves(of part: Resource, without link: String, _ origin: Equality.Origin) -> ElementLeaves {
    var value = Normalization.normal(part.properties)
    value.kind = .map(value.members.filter { $0.key != link })
    return ElementLeaves(value, origin, equality)
  }
}
