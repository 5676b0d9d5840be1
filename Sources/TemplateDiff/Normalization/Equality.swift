import TemplateModel

/// Compares normal values of the response with those of the ideal.
struct Equality {
  let correspondence: Correspondence
  let facts: SchemaFacts

  /// What a value stands under, as far as it decides what equals what.
  struct Context {
    /// The last key on the way.
    var key: String
    /// What the property takes, where the schema tells.
    var scalar: SchemaFacts.Scalar?

    static let none = Context(key: "", scalar: nil)
  }

  /// Whether two normal values are the same, whatever the order of their keys and of the elements of sets.
  func same(_ response: Value, _ ideal: Value, _ context: Context = .none) -> Bool {
    if let first = Normalization.literal(response), let second = Normalization.literal(ideal) {
      if Normalization.same(first, second, as: context.scalar) { return true }
      return ListIdioms.ignoresCase(context.key) && first.lowercased() == second.lowercased()
    }
    switch (response.kind, ideal.kind) {
    case (.null, .null): return true
    case (.reference(let first), .reference(let second)): return correspondence.same(first, second)
    case (.computed(let first), .computed(let second)):
      return first == second || Normalization.bare(first) == Normalization.bare(second)
    case (.list(let first), .list(let second)):
      guard first.count == second.count else { return false }
      if zip(first, second).allSatisfy({ same($0, $1, context) }) { return true }
      return ListIdioms.order(of: context.key) == .set && sameSet(first, second, context)
    case (.list(let values), _) where values.count == 1 && ListIdioms.isOneOrMany(context.key):
      return same(values[0], ideal, context)
    case (_, .list(let values)) where values.count == 1 && ListIdioms.isOneOrMany(context.key):
      return same(response, values[0], context)
    case (.template(let first), .template(let second)): return sameRow(first, second)
    case (.call(let first, let some), .call(let second, let others)):
      return first == second && sameRow(some, others)
    case (.map(let first), .map(let second)):
      guard first.count == second.count else { return false }
      if zip(first, second).allSatisfy({ $0.key == $1.key }) {
        return zip(first, second).allSatisfy { same($0.value, $1.value, Context(key: $0.key)) }
      }
      let byKey = Dictionary(second.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
      return first.allSatisfy { member in
        byKey[member.key].map { same(member.value, $0, Context(key: member.key)) } ?? false
      }
    default: return false
    }
  }

  private func sameRow(_ response: [Value], _ ideal: [Value]) -> Bool {
    response.count == ideal.count && zip(response, ideal).allSatisfy { same($0, $1) }
  }

  private func sameSet(_ response: [Value], _ ideal: [Value], _ context: Context) -> Bool {
    let first = response.map { fingerprint($0, .response, context.key) }.sorted()
    let second = ideal.map { fingerprint($0, .ideal, context.key) }.sorted()
    return first == second
  }

  /// Which side a value stands on.
  enum Origin { case response, ideal }

  /// Equal for equal values, whichever side they stand on.
  ///
  /// - Parameter key: the last key on the way to the value.
  func fingerprint(_ value: Value, _ origin: Origin, _ key: String = "") -> Hash128 {
    var hash = Mixer(51)
    add(value, to: &hash, origin, key)
    return hash.hash
  }

  private func add(_ value: Value, to hash: inout Mixer, _ origin: Origin, _ key: String) {
    if let text = Normalization.literal(value) {
      hash.add(1)
      hash.add(ListIdioms.ignoresCase(key) ? text.lowercased() : text)
      return
    }
    switch value.kind {
    case .reference(let reference):
      hash.add(2)
      hash.add(reference.attribute ?? "")
      switch origin == .response
        ? correspondence.key(response: reference) : correspondence.key(ideal: reference)
      {
      case .pair(let index): hash.add(UInt64(truncatingIfNeeded: index))
      case .name(let name): hash.add(name)
      }
    case .computed(let text):
      hash.add(3)
      hash.add(Normalization.bare(text))
    case .list(let values):
      if values.count == 1, ListIdioms.isOneOrMany(key) {
        add(values[0], to: &hash, origin, key)
      } else if ListIdioms.order(of: key) == .set {
        hash.add(4)
        addSum(values.map { fingerprint($0, origin, key) }, to: &hash)
      } else {
        hash.add(5)
        for value in values { add(value, to: &hash, origin, key) }
        hash.add(UInt64(values.count))
      }
    case .template(let values):
      hash.add(6)
      for value in values { add(value, to: &hash, origin, "") }
      hash.add(UInt64(values.count))
    case .call(let name, let arguments):
      hash.add(7)
      hash.add(name)
      for argument in arguments { add(argument, to: &hash, origin, "") }
      hash.add(UInt64(arguments.count))
    case .map(let members):
      hash.add(8)
      addSum(
        members.map { member in
          var inner = Mixer(52)
          inner.add(member.key)
          add(member.value, to: &inner, origin, member.key)
          return inner.hash
        }, to: &hash)
    default: hash.add(9)
    }
  }

  /// A sum, so that the order does not matter.
  private func addSum(_ hashes: [Hash128], to hash: inout Mixer) {
    var sum: (UInt64, UInt64) = (0, 0)
    for part in hashes {
      sum.0 = sum.0 &+ Mixer.mix(53, part.high)
      sum.1 = sum.1 &+ Mixer.mix(59, part.low)
    }
    hash.add(sum.0)
    hash.add(sum.1)
    hash.add(UInt64(hashes.count))
  }
}

extension Equality.Context {
  init(key: String) { self.init(key: key, scalar: nil) }
}
