import Facts

/// What types require, looked up once for both sides of a comparison.
final class FactMemo {
  private var required: [String: [FactMember]] = [:]

  /// The members that have to be written where a type stands.
  func required(of type: TypeFact, _ facts: FactsTable) -> [FactMember] {
    let key = "\(type.ecosystem.rawValue) \(type.key)"
    if let known = required[key] { return known }
    let found = facts.members(of: type).filter { $0.isRequired && !$0.isReadOnly && !$0.isMethod }
    required[key] = found
    return found
  }
}
