import SourceText
import TemplateModel

/// Walks two normal values side by side and notes where they part.
struct ValueComparison {
  let subject: Delta.Subject
  let equality: Equality
  private(set) var deltas: [Delta] = []

  init(subject: Delta.Subject, equality: Equality) {
    self.subject = subject
    self.equality = equality
  }

  mutating func compare(_ response: Value, _ ideal: Value, at path: PropertyPath) {
    if equality.same(response, ideal) { return }
    switch (response.kind, ideal.kind) {
    case (.map(let first), .map(let second)):
      compareMembers(first, second, at: path, in: response.location, ideal.location)
    case (.list(let first), .list(let second)):
      compareLists(first, second, at: path, in: response.location, ideal.location)
    case (.list(let values), _) where isOneOrMany(path, values, ideal) && !isCall(ideal):
      compareLists(values, [ideal], at: path, in: response.location, ideal.location)
    case (_, .list(let values)) where isOneOrMany(path, values, response) && !isCall(response):
      compareLists([response], values, at: path, in: response.location, ideal.location)
    default:
      note(kind(response, ideal), path, response, ideal)
    }
  }

  mutating func compareMembers(
    _ response: [Member], _ ideal: [Member], at path: PropertyPath, in responsePlace: SourceLocation,
    _ idealPlace: SourceLocation
  ) {
    let partners = Dictionary(response.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
    var seen = Set<String>()
    for member in ideal {
      seen.insert(member.key)
      let path = path.appending(.key(member.key))
      if let partner = partners[member.key] {
        compare(partner.value, member.value, at: path)
      } else {
        deltas.append(
          Delta(
            kind: .added, subject: subject, path: path,
            response: Delta.Side(value: nil, location: responsePlace),
            ideal: Delta.Side(value: member.value, location: member.location)))
      }
    }
    for member in response where !seen.contains(member.key) {
      deltas.append(
        Delta(
          kind: .removed, subject: subject, path: path.appending(.key(member.key)),
          response: Delta.Side(value: member.value, location: member.location),
          ideal: Delta.Side(value: nil, location: idealPlace)))
    }
  }

  private mutating func compareLists(
    _ response: [Value], _ ideal: [Value], at path: PropertyPath, in responsePlace: SourceLocation,
    _ idealPlace: SourceLocation
  ) {
    let rows = ListAlignment(equality: equality).rows(response, ideal)
    for row in rows {
      let path = path.appending(row.step)
      switch (row.response, row.ideal) {
      case (let first?, let second?): compare(response[first], ideal[second], at: path)
      case (nil, let second?):
        deltas.append(
          Delta(
            kind: .added, subject: subject, path: path,
            response: Delta.Side(value: nil, location: responsePlace),
            ideal: Delta.Side(value: ideal[second], location: ideal[second].location)))
      case (let first?, nil):
        deltas.append(
          Delta(
            kind: .removed, subject: subject, path: path,
            response: Delta.Side(value: response[first], location: response[first].location),
            ideal: Delta.Side(value: nil, location: idealPlace)))
      case (nil, nil): break
      }
    }
    if !ListIdioms.sets.contains(path.lastKey), case .index? = rows.first?.step,
      ListAlignment.isReordered(rows)
    {
      deltas.append(
        Delta(
          kind: .reordered, subject: subject, path: path,
          response: Delta.Side(value: Value(.list(response), at: responsePlace), location: responsePlace),
          ideal: Delta.Side(value: Value(.list(ideal), at: idealPlace), location: idealPlace)))
    }
  }

  private mutating func note(_ kind: Delta.Kind, _ path: PropertyPath, _ response: Value, _ ideal: Value) {
    deltas.append(
      Delta(
        kind: kind, subject: subject, path: path,
        response: Delta.Side(value: response, location: response.location),
        ideal: Delta.Side(value: ideal, location: ideal.location)))
  }

  /// Whether the property takes one value or a list of them, as a block that may stand once or several times does.
  private func isOneOrMany(_ path: PropertyPath, _ many: [Value], _ one: Value) -> Bool {
    ListIdioms.sets.contains(path.lastKey) || isMap(one) && many.allSatisfy(isMap)
  }

  private func isMap(_ value: Value) -> Bool {
    if case .map = value.kind { true } else { false }
  }

  private func isCall(_ value: Value) -> Bool {
    if case .call = value.kind { true } else { false }
  }

  private func kind(_ response: Value, _ ideal: Value) -> Delta.Kind {
    if isCondition(of: response, ideal) || isCondition(of: ideal, response) { return .conditionalised }
    return switch (refers(response), refers(ideal)) {
    case (false, true) where Normalization.literal(response) != nil: .literalToReference
    case (true, false) where Normalization.literal(ideal) != nil: .referenceToLiteral
    case (true, true): isReference(response) && isReference(ideal) ? .retargeted : .changed
    default: .changed
    }
  }

  /// Whether one value is an `if` with the other in a branch.
  private func isCondition(of value: Value, _ choice: Value) -> Bool {
    guard case .call("if", let arguments) = choice.kind, arguments.count == 3 else { return false }
    return equality.same(value, arguments[1]) || equality.same(value, arguments[2])
  }

  private func isReference(_ value: Value) -> Bool {
    if case .reference = value.kind { true } else { false }
  }

  private func refers(_ value: Value) -> Bool { !value.references.isEmpty }
}
