import TemplateModel

/// The deltas of all resources: in the order of the ideal, what only the response has at the end.
struct PairedResources {
  let response: Template
  let ideal: Template
  let pairs: [ResourcePair]
  let features: (response: SideFeatures, ideal: SideFeatures)
  let equality: Equality
  let relocation: Relocation
  /// Elements of long lists that were compared in their order only.
  private(set) var cutElements = 0

  init(
    response: Template, ideal: Template, pairs: [ResourcePair],
    features: (response: SideFeatures, ideal: SideFeatures), equality: Equality, relocation: Relocation
  ) {
    self.response = response
    self.ideal = ideal
    self.pairs = pairs
    self.features = features
    self.equality = equality
    self.relocation = relocation
  }

  mutating func deltas() -> [Delta] {
    var partner = [Int](repeating: -1, count: ideal.resources.count)
    var isPaired = [Bool](repeating: false, count: response.resources.count)
    for (index, pair) in pairs.enumerated() {
      partner[pair.ideal] = index
      isPaired[pair.response] = true
    }
    var deltas: [Delta] = []
    for (index, resource) in ideal.resources.enumerated() {
      if partner[index] >= 0 {
        deltas += self.deltas(of: pairs[partner[index]])
      } else {
        deltas.append(
          Delta(
            kind: .added, subject: .resource(response: nil, ideal: index), path: PropertyPath(),
            response: nil, ideal: Delta.Side(value: nil, location: resource.location)))
      }
    }
    for (index, resource) in response.resources.enumerated() where !isPaired[index] {
      deltas.append(
        Delta(
          kind: .removed, subject: .resource(response: index, ideal: nil), path: PropertyPath(),
          response: Delta.Side(value: nil, location: resource.location), ideal: nil))
    }
    return deltas
  }

  private mutating func deltas(of pair: ResourcePair) -> [Delta] {
    let isSame = isSameContent(pair)
    if isSame, isSamePlace(pair) { return [] }
    let (one, other) = (response.resources[pair.response], ideal.resources[pair.ideal])
    let subject = Delta.Subject.resource(response: pair.response, ideal: pair.ideal)
    var deltas: [Delta] = []
    if let move = relocation.move(pair) {
      deltas.append(
        ResourceComparison.whole(
          .moved, subject, (move.response, one.nameLocation), (move.ideal, other.nameLocation)))
    }
    var comparison = ResourceComparison(
      equality: equality, areTypesComparable: areTypesComparable(one, other))
    deltas += comparison.deltas(one, other, subject: subject, isSameContent: isSame)
    cutElements += comparison.cutElements
    return deltas
  }

  /// Whether the hashes tell that properties and attributes are the same, and so do all references.
  private func isSameContent(_ pair: ResourcePair) -> Bool {
    guard features.response.norms[pair.response] == features.ideal.norms[pair.ideal] else { return false }
    let ranges = (features.response.edgeRange(pair.response), features.ideal.edgeRange(pair.ideal))
    guard ranges.0.count == ranges.1.count else { return false }
    for (first, second) in zip(ranges.0, ranges.1) {
      let (one, other) = (features.response.edges[first], features.ideal.edges[second])
      guard one.label == other.label else { return false }
      let partner = one.target < 0 ? nil : equality.correspondence.ideal(ofResponse: Int(one.target))
      if let partner, other.target >= 0 {
        if partner != Int(other.target) { return false }
      } else if one.name != other.name {
        return false
      }
    }
    return true
  }

  /// Whether name, type, unit and file are the same too, so that there is nothing to tell.
  private func isSamePlace(_ pair: ResourcePair) -> Bool {
    features.response.names[pair.response] == features.ideal.names[pair.ideal]
      && features.response.units[pair.response] == features.ideal.units[pair.ideal]
      && response.resources[pair.response].type == ideal.resources[pair.ideal].type
      && response.files.count <= 1 && ideal.files.count <= 1
  }

  /// Whether a type that is written in another way is a difference: not between dialects or languages.
  private func areTypesComparable(_ one: Resource, _ other: Resource) -> Bool {
    if one.type == other.type { return false }
    guard response.files.indices.contains(one.file), ideal.files.indices.contains(other.file) else {
      return true
    }
    let files = (response.files[one.file], ideal.files[other.file])
    return files.0.dialect == files.1.dialect && isProgram(files.0.language) == isProgram(files.1.language)
      && (!isProgram(files.0.language) || files.0.language == files.1.language)
  }

  private func isProgram(_ language: Language) -> Bool {
    switch language {
    case .typeScript, .javaScript, .python, .java, .go: true
    default: false
    }
  }
}
