import SourceText
package import TemplateModel

/// All equivalences in one place: two values are the same when their normal forms are.
///
///     Join "" [A, "-x"]        ≡  Sub "${A}-x"
///     Sub "text"               ≡  "text"
///     Sub "${A}"               ≡  Ref A
///     "443"                    ≡  443            the text of both is the same
///     "true"                   ≡  true
///     {K: AWS::NoValue}        ≡  {}
///     {K: 1, K: 2}             ≡  {K: 2}         the last of a repeated key counts
///
/// Ranges stay those of the value that was written, so deltas cite what stands there.
package enum Normalization {
  package static func normal(_ value: Value) -> Value {
    var result = value
    switch value.kind {
    case .map(let members):
      result.kind = .map(
        effective(members).compactMap { member in
          if case .reference(let reference) = member.value.kind, reference.target == "AWS::NoValue" {
            return nil
          }
          return Member(key: member.key, keyLocation: member.keyLocation, value: normal(member.value))
        })
    case .list(let values): result.kind = .list(values.map(normal))
    case .template(let parts): result.kind = template(parts.map(normal))
    case .call(let name, let arguments):
      let arguments = arguments.map(normal)
      if name == "join", arguments.count == 2, arguments[0].string == "",
        case .list(let parts) = arguments[1].kind
      {
        result.kind = template(parts)
      } else {
        result.kind = .call(name, arguments)
      }
    default: break
    }
    return result
  }

  /// The members that count: of those with the same key, the last.
  private static func effective(_ members: [Member]) -> [Member] {
    var last: [String: Int] = [:]
    for (index, member) in members.enumerated() { last[member.key] = index }
    if last.count == members.count { return members }
    return members.enumerated().filter { last[$0.element.key] == $0.offset }.map(\.element)
  }

  /// Parts in a row, nested templates flattened and neighbouring text merged.
  private static func template(_ parts: [Value]) -> Value.Kind {
    var flat: [Value] = []
    func append(_ part: Value) {
      if case .template(let inner) = part.kind {
        for part in inner { append(part) }
      } else if let text = literal(part), let last = flat.last, let before = literal(last) {
        flat[flat.count - 1] = Value(.string(before + text), at: last.location.union(part.location))
      } else if let text = literal(part) {
        flat.append(Value(.string(text), at: part.location))
      } else {
        flat.append(part)
      }
    }
    for part in parts { append(part) }
    if flat.isEmpty { return .string("") }
    return flat.count == 1 ? flat[0].kind : .template(flat)
  }

  /// The text of a scalar literal.
  static func literal(_ value: Value) -> String? {
    switch value.kind {
    case .string(let text): text
    case .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }
}
