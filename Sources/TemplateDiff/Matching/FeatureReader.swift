import TemplateModel

/// Reads the features of every resource in one walk over its values, in their normal form.
struct FeatureReader {
  private let template: Template
  private let targets: ReferenceTargets
  /// For each resource the hash of its type, by which a reference to it counts.
  private let typeHashes: [UInt64]
  private var features = SideFeatures()

  /// What a value comes to.
  private struct Digest {
    var norm: Hash128
    var shape: UInt64
  }

  /// - Parameter types: numbers for the types of both sides, extended here.
  static func features(
    of template: Template, targets: ReferenceTargets, types: inout TypeNumbers
  ) -> SideFeatures {
    var reader = FeatureReader(template, targets, &types)
    template.resources.withUnsafeBufferPointer { resources in
      for index in resources.indices { reader.read(resources[index]) }
    }
    reader.features.turnEdges()
    return reader.features
  }

  private init(_ template: Template, _ targets: ReferenceTargets, _ types: inout TypeNumbers) {
    self.template = template
    self.targets = targets
    let count = template.resources.count
    var hashes: [UInt64] = []
    var numbers: [Int32] = []
    hashes.reserveCapacity(count)
    numbers.reserveCapacity(count)
    template.resources.withUnsafeBufferPointer { resources in
      for index in resources.indices {
        let (number, hash) = types.number(of: resources[index])
        numbers.append(number)
        hashes.append(hash)
      }
    }
    typeHashes = hashes
    features.types = numbers
    features.leaves.reserveCapacity(count * 8)
    features.norms.reserveCapacity(count)
  }

  private mutating func read(_ resource: Resource) {
    let firstLeaf = features.leaves.count
    let firstEdge = features.edges.count
    let properties = read(resource.properties, path: 7, key: "", weight: 4)
    var norm = Mixer(2)
    norm.add(properties.norm)
    var sum: (UInt64, UInt64) = (0, 0)
    func add(_ path: UInt64, _ hash: Hash128) {
      sum.0 = sum.0 &+ Mixer.mix(path, hash.high)
      sum.1 = sum.1 &+ Mixer.mix(path, hash.low)
    }
    for member in resource.attributes {
      let path = Mixer.mix(11, Mixer.hash(of: member.key))
      if member.key == "Metadata" {
        let kept = ResourceComparison.metadata(member.value)
        guard !kept.members.isEmpty else { continue }
        add(path, read(kept, path: path, key: "", weight: 1).norm)
      } else {
        add(path, read(member.value, path: path, key: "", weight: 4).norm)
      }
    }
    let dependsOn = Mixer.mix(11, 13)
    for (reference, _) in resource.dependsOn { add(dependsOn, read(reference, path: dependsOn, weight: 1)) }
    for (value, path) in [(resource.condition, UInt64(17)), (resource.count, 19)] {
      if let value { add(path, read(value, path: path, key: "", weight: 4).norm) }
    }
    norm.add(sum.0)
    norm.add(sum.1)
    features.norms.append(norm.hash)
    features.shapes.append(properties.shape)
    features.addresses.append(Mixer.hash(of: resource.address))
    features.names.append(Mixer.hash(of: resource.name))
    features.units.append(Mixer.hash(of: resource.unit))
    features.physical.append(PhysicalNames.hash(of: resource))
    sort(&features.leaves, from: firstLeaf) { ($0.path, $0.value) < ($1.path, $1.value) }
    sort(&features.edges, from: firstEdge) { ($0.label, $0.name) < ($1.label, $1.name) }
    features.leafEnds.append(Int32(truncatingIfNeeded: features.leaves.count))
    features.edgeEnds.append(Int32(truncatingIfNeeded: features.edges.count))
  }

  /// Sorts the end of an array in place; mostly a handful of elements.
  private func sort<Element>(
    _ array: inout [Element], from start: Int, by areInOrder: (Element, Element) -> Bool
  ) {
    if array.count - start > 24 {
      array[start...].sort(by: areInOrder)
      return
    }
    var index = start + 1
    while index < array.count {
      let element = array[index]
      var place = index
      while place > start, areInOrder(element, array[place - 1]) {
        array[place] = array[place - 1]
        place -= 1
      }
      array[place] = element
      index += 1
    }
  }

  private mutating func read(_ value: Value, path: UInt64, key: String, weight: UInt8) -> Digest {
    switch value.kind {
    case .null: return leaf(3, "", path, weight, isText: false)
    case .bool(let flag): return leaf(4, flag ? "true" : "false", path, weight, isText: false)
    case .number(let text): return leaf(4, text, path, weight, isText: false)
    case .string(let text): return leaf(4, text, path, weight, isText: true)
    case .computed(let text): return leaf(5, Normalization.bare(text), path, weight, isText: true)
    case .reference(let reference):
      let norm = read(reference, path: path, weight: weight)
      return Digest(norm: norm, shape: 6)
    case .list(let values): return read(values, path: path, key: key, weight: weight)
    case .map(let members): return read(Normalization.effective(members), path: path, weight: weight)
    case .template(let parts):
      let kind = Normalization.template(parts.map(Normalization.normal))
      guard case .template(let parts) = kind else {
        return read(Value(kind, at: value.location), path: path, key: key, weight: weight)
      }
      return readTemplate(parts, path: path, weight: weight)
    case .call(let name, let arguments):
      let kind = Normalization.call(name, arguments.map(Normalization.normal))
      guard case .call(let name, let arguments) = kind else {
        return read(Value(kind, at: value.location), path: path, key: key, weight: weight)
      }
      var norm = Mixer(8)
      norm.add(name)
      var shape = Mixer.hash(of: name)
      for argument in arguments {
        let digest = read(argument, path: Mixer.mix(path, shape), key: "", weight: weight)
        norm.add(digest.norm)
        shape = Mixer.mix(shape, digest.shape)
      }
      return Digest(norm: norm.hash, shape: shape)
    }
  }

  private mutating func read(_ values: [Value], path: UInt64, key: String, weight: UInt8) -> Digest {
    let isSet = ListIdioms.order(of: key) == .set
    var norm = Mixer(9)
    var shape: UInt64 = 21
    var sum: (UInt64, UInt64) = (0, 0)
    var count: UInt64 = 0
    for value in values where !Normalization.isNoValue(value) {
      let digest = read(value, path: path, key: "", weight: weight)
      count += 1
      if isSet {
        sum.0 = sum.0 &+ Mixer.mix(23, digest.norm.high)
        sum.1 = sum.1 &+ Mixer.mix(29, digest.norm.low)
      } else {
        norm.add(digest.norm)
      }
      shape = shape &+ Mixer.mix(31, digest.shape)
    }
    if values.isEmpty { _ = leaf(3, "[]", path, weight, isText: false) }
    norm.add(sum.0)
    norm.add(sum.1)
    norm.add(count)
    return Digest(norm: norm.hash, shape: shape)
  }

  private mutating func read(_ members: [Member], path: UInt64, weight: UInt8) -> Digest {
    var sum: (UInt64, UInt64) = (0, 0)
    var shape: UInt64 = 37
    for member in members {
      let key = Mixer.hash(of: member.key)
      let digest = read(
        member.value, path: Mixer.mix(path, key), key: member.key,
        weight: LeafWeights.weight(of: member, key: key, in: weight))
      sum.0 = sum.0 &+ Mixer.mix(key, digest.norm.high)
      sum.1 = sum.1 &+ Mixer.mix(key, digest.norm.low)
      shape = shape &+ Mixer.mix(key, digest.shape)
    }
    if members.isEmpty { _ = leaf(3, "{}", path, weight, isText: false) }
    var norm = Mixer(10)
    norm.add(sum.0)
    norm.add(sum.1)
    norm.add(UInt64(members.count))
    return Digest(norm: norm.hash, shape: shape)
  }

  private mutating func readTemplate(_ parts: [Value], path: UInt64, weight: UInt8) -> Digest {
    var norm = Mixer(12)
    var grams = ""
    for (index, part) in parts.enumerated() {
      if let text = Normalization.literal(part) {
        norm.add(text)
        grams += text
      } else if case .reference(let reference) = part.kind {
        norm.add(edge(reference, label: Mixer.mix(path, UInt64(index) &+ 41)))
      } else {
        norm.add(read(part, path: Mixer.mix(path, 43), key: "", weight: weight).norm)
      }
    }
    let hash = norm.hash
    features.leaves.append(
      SideFeatures.Leaf(path: path, value: hash.low, grams: GramSketch(grams), weight: weight, isText: true))
    return Digest(norm: hash, shape: 14)
  }

  private mutating func leaf(
    _ domain: UInt64, _ text: String, _ path: UInt64, _ weight: UInt8, isText: Bool
  ) -> Digest {
    var norm = Mixer(domain)
    norm.add(text)
    let hash = norm.hash
    features.leaves.append(
      SideFeatures.Leaf(
        path: path, value: hash.low, grams: isText ? GramSketch(text) : GramSketch(), weight: weight,
        isText: isText))
    return Digest(norm: hash, shape: domain)
  }

  private mutating func read(_ reference: Reference, path: UInt64, weight: UInt8) -> Hash128 {
    let norm = edge(reference, label: path)
    features.leaves.append(
      SideFeatures.Leaf(path: path, value: norm.low, grams: GramSketch(), weight: weight, isText: false))
    return norm
  }

  /// Notes a reference; a resource counts by its type and the attribute, everything else by its name.
  private mutating func edge(_ reference: Reference, label: UInt64) -> Hash128 {
    let name = Mixer.hash(of: reference.target)
    let attribute = reference.attribute.map(Mixer.hash(of:)) ?? 0
    let target = targets.resource(reference, hash: name)
    features.edges.append(
      SideFeatures.Edge(label: Mixer.mix(label, attribute), target: Int32(target ?? -1), name: name))
    var norm = Mixer(6)
    norm.add(attribute)
    norm.add(target.map { typeHashes[$0] } ?? name)
    return norm.hash
  }
}
