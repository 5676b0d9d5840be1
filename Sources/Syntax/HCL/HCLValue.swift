/// What a constant expression comes to.
package indirect enum HCLValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  /// A tuple, list or set.
  case list([HCLValue])
  /// An object or map; its members are in the order of their names, each name once.
  case object([Member])
  /// A value that only a run of Terraform would know, or an error.
  case unknown

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: HCLValue

    package init(_ name: String, _ value: HCLValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object of members in any order; of two with the same name the later one counts.
  package static func object(of members: [Member]) -> HCLValue {
    let sorted = members.enumerated()
      .sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
      .map(\.element)
    var unique: [Member] = []
    for member in sorted {
      if unique.last?.name == member.name { unique.removeLast() }
      unique.append(member)
    }
    return .object(unique)
  }

  /// A member of an object, an element of a list.
  ///
  /// Indexes may be written as strings and the other way round.
  func element(_ key: HCLValue) -> HCLValue {
    switch self {
    case .object(let members):
      guard let name = key.text else { return .unknown }
      var low = 0
      var high = members.count
      while low < high {
        let middle = (low + high) / 2
        if members[middle].name < name { low = middle + 1 } else { high = middle }
      }
      return low < members.count && members[low].name == name ? members[low].value : .unknown
    case .list(let elements):
      guard let number = key.asNumber, let index = Int(exactly: number), elements.indices.contains(index)
      else {
        return .unknown
      }
      return elements[index]
    default: return .unknown
    }
  }

  /// Keys and values as a `for` goes through them; nothing for what is no collection.
  var entries: [(key: HCLValue, value: HCLValue)]? {
    switch self {
    case .object(let members): members.map { (.string($0.name), $0.value) }
    case .list(let elements): elements.enumerated().map { (.number(Double($0.offset)), $0.element) }
    default: nil
    }
  }

  /// A string, number or boolean as templates write it; nothing for other values.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .number(let value):
      if value.magnitude < 1e15, let integer = Int64(exactly: value) { "\(integer)" } else { "\(value)" }
    default: nil
    }
  }

  /// A number, or a string that holds one.
  var asNumber: Double? {
    switch self {
    case .number(let value): value
    case .string(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
    default: nil
    }
  }

  /// A boolean, or a string that holds one.
  var asBoolean: Bool? {
    switch self {
    case .boolean(let value): value
    case .string("true"): true
    case .string("false"): false
    default: nil
    }
  }
}
