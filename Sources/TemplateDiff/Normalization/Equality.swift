import TemplateModel

/// Compares normal values of the response with those of the ideal.
struct Equality {
  let correspondence: Correspondence

  /// Whether two normal values are the same, whatever the order of their keys.
  func same(_ response: Value, _ ideal: Value) -> Bool {
    if let first = Normalization.literal(response), let second = Normalization.literal(ideal) {
      return first == second
    }
    switch (response.kind, ideal.kind) {
    case (.null, .null): return true
    case (.reference(let first), .reference(let second)): return same(first, second)
    case (.computed(let first), .computed(let second)): return first == second
    case (.list(let first), .list(let second)), (.template(let first), .template(let second)):
      return same(first, second)
    case (.call(let first, let some), .call(let second, let others)):
      return first == second && same(some, others)
    case (.map(let first), .map(let second)):
      guard first.count == second.count else { return false }
      if zip(first, second).allSatisfy({ $0.key == $1.key }) {
        return zip(first, second).allSatisfy { same($0.value, $1.value) }
      }
      let byKey = Dictionary(second.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
      return first.allSatisfy { member in
        byKey[member.key].map { same(member.value, $0) } ?? false
      }
    default: return false
    }
  }

  func same(_ response: Reference, _ ideal: Reference) -> Bool {
    response.attribute == ideal.attribute
      && (response.target == ideal.target || correspondence.target(response) == ideal.target)
  }

  private func same(_ response: [Value], _ ideal: [Value]) -> Bool {
    response.count == ideal.count && zip(response, ideal).allSatisfy { same($0, $1) }
  }

  /// Equal for equal values; the response's references are read as the names of their partners.
  func fingerprint(_ value: Value, isResponse: Bool) -> UInt64 {
    var hash = Fingerprint()
    add(value, to: &hash, isResponse: isResponse)
    return hash.value
  }

  private func add(_ value: Value, to hash: inout Fingerprint, isResponse: Bool) {
    if let text = Normalization.literal(value) {
      hash.add(text)
      return
    }
    switch value.kind {
    case .reference(let reference):
      hash.add(isResponse ? correspondence.target(reference) : reference.target)
      hash.add(reference.attribute ?? "")
    case .computed(let text): hash.add(text)
    case .list(let values), .template(let values):
      hash.add("[")
      for value in values { add(value, to: &hash, isResponse: isResponse) }
      hash.add("]")
    case .call(let name, let arguments):
      hash.add(name)
      for argument in arguments { add(argument, to: &hash, isResponse: isResponse) }
    case .map(let members):
      // A sum, so that the order of the keys does not matter.
      var sum: UInt64 = 0
      for member in members {
        var inner = Fingerprint()
        inner.add(member.key)
        add(member.value, to: &inner, isResponse: isResponse)
        sum = sum &+ inner.value
      }
      hash.add(sum)
    default: hash.add("")
    }
  }
}

/// FNV-1a, 64 bit: the same in every process, unlike Swift's own hashes.
///
/// Source: The FNV Non-Cryptographic Hash Algorithm, IETF draft-eastlake-fnv.
package struct Fingerprint {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF as UInt8)
  }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// 16 hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
