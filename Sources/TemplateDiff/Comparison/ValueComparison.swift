import SourceText
import TemplateModel

/// Walks two normal values side by side and notes where they part.
struct ValueComparison {
  let subject: Delta.Subject
  /// The canonical type of the resource, by which facts are looked up; empty for declarations.
  let type: String
  let equality: Equality
  private(set) var deltas: [Delta] = []
  /// Elements of long lists that were compared in their order only.
  private(set) var cutElements = 0
  /// The effect of the policy statement that is being compared.
  private var effect: AccessChange.Effect?

  init(subject: Delta.Subject, type: String, equality: Equality) {
    self.subject = subject
    self.type = type
    self.equality = equality
  }

  mutating func compare(_ response: Value, _ ideal: Value, at path: PropertyPath) {
    let key = path.lastKey
    if equality.same(response, ideal, Equality.Context(key: key, scalar: scalar(path))) { return }
    if let (first, second) = keyedValues(response, ideal, key) {
      compareMembers(first, second, at: path, in: response.location, ideal.location)
      return
    }
    switch (response.kind, ideal.kind) {
    case (.map(let first), .map(let second)):
      compareMembers(first, second, at: path, in: response.location, ideal.location)
    case (.list(let first), .list(let second)):
      compareLists(first, second, at: path, in: response.location, ideal.location)
    case (.list(let values), _) where isOneOrMany(key, values, ideal) && !isCall(ideal):
      compareLists(values, [ideal], at: path, in: response.location, ideal.location)
    case (_, .list(let values)) where isOneOrMany(key, values, response) && !isCall(response):
      compareLists([response], values, at: path, in: response.location, ideal.location)
    default:
      note(kind(response, ideal), path, response, ideal)
    }
  }

  /// Both values as maps where one is written as a list of keys and values.
  private func keyedValues(_ response: Value, _ ideal: Value, _ key: String) -> ([Member], [Member])? {
    guard ListIdioms.keyedValues.contains(key) else { return nil }
    switch (response.kind, ideal.kind) {
    case (.list(let values), .map(let second)): return KeyedValueList.members(values).map { ($0, second) }
    case (.map(let first), .list(let values)): return KeyedValueList.members(values).map { (first, $0) }
    default: return nil
    }
  }

  private func scalar(_ path: PropertyPath) -> SchemaFacts.Scalar? {
    type.isEmpty ? nil : equality.facts.scalar(type, path.keys)
  }

  mutating func compareMembers(
    _ response: [Member], _ ideal: [Member], at path: PropertyPath, in responsePlace: SourceLocation,
    _ idealPlace: SourceLocation
  ) {
    let outer = effect
    effect = AccessChange.effect(of: response) ?? AccessChange.effect(of: ideal) ?? outer
    defer { effect = outer }
    let partners = Dictionary(response.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
    var seen = Set<String>()
    for member in ideal {
      seen.insert(member.key)
      let path = path.appending(.key(member.key))
      if let partner = partners[member.key] {
        compare(partner.value, member.value, at: path)
      } else {
        add(member.value, path, at: member.location, missedAt: responsePlace)
      }
    }
    for member in response where !seen.contains(member.key) {
      remove(member.value, path.appending(.key(member.key)), at: member.location, missedAt: idealPlace)
    }
  }

  private mutating func compareLists(
    _ response: [Value], _ ideal: [Value], at path: PropertyPath, in responsePlace: SourceLocation,
    _ idealPlace: SourceLocation
  ) {
    let key = path.lastKey
    var alignment = ListAlignment(equality: equality, key: key)
    let rows = alignment.rows(response, ideal)
    cutElements += alignment.cut
    for row in rows {
      let path = path.appending(row.step)
      switch (row.response, row.ideal) {
      case (let first?, let second?):
        if let key = row.renamed {
          noteRenamed(key, response[first], ideal[second], path)
        } else {
          compare(response[first], ideal[second], at: path)
        }
      case (nil, let second?): add(ideal[second], path, at: ideal[second].location, missedAt: responsePlace)
      case (let first?, nil):
        remove(response[first], path, at: response[first].location, missedAt: idealPlace)
      case (nil, nil): break
      }
    }
    if isOrdered(path, rows), ListAlignment.isReordered(rows) {
      deltas.append(
        Delta(
          kind: .reordered, subject: subject, path: path,
          response: Delta.Side(value: Value(.list(response), at: responsePlace), location: responsePlace),
          ideal: Delta.Side(value: Value(.list(ideal), at: idealPlace), location: idealPlace)))
    }
  }

  /// Whether another order is a difference.
  private func isOrdered(_ path: PropertyPath, _ rows: [ListAlignment.Row]) -> Bool {
    if !type.isEmpty, let isSet = equality.facts.isSet(type, path.keys) { return !isSet }
    switch ListIdioms.order(of: path.lastKey) {
    case .set: return false
    case .significant: return true
    case .unknown:
      if case .index? = rows.first?.step { return true }
      return false
    }
  }

  // MARK: Deltas

  private mutating func add(
    _ value: Value, _ path: PropertyPath, at place: SourceLocation, missedAt gap: SourceLocation
  ) {
    var delta = Delta(
      kind: .added, subject: subject, path: path, response: Delta.Side(value: nil, location: gap),
      ideal: Delta.Side(value: value, location: place))
    delta.access = AccessChange.of(.added, path, nil, value, effect: effect)
    deltas.append(delta)
  }

  private mutating func remove(
    _ value: Value, _ path: PropertyPath, at place: SourceLocation, missedAt gap: SourceLocation
  ) {
    var delta = Delta(
      kind: .removed, subject: subject, path: path, response: Delta.Side(value: value, location: place),
      ideal: Delta.Side(value: nil, location: gap))
    delta.access = AccessChange.of(.removed, path, value, nil, effect: effect)
    deltas.append(delta)
  }

  private mutating func note(_ kind: Delta.Kind, _ path: PropertyPath, _ response: Value, _ ideal: Value) {
    var delta = Delta(
      kind: kind, subject: subject, path: path,
      response: Delta.Side(value: response, location: response.location),
      ideal: Delta.Side(value: ideal, location: ideal.location))
    delta.access = AccessChange.of(kind, path, response, ideal, effect: effect)
    deltas.append(delta)
  }

  private mutating func noteRenamed(_ key: String, _ response: Value, _ ideal: Value, _ path: PropertyPath) {
    guard let first = response[key], let second = ideal[key] else { return }
    note(.renamed, path.appending(.key(key)), first, second)
  }

  /// Whether the property takes one value or a list of them, as a block that may stand once or several times does.
  private func isOneOrMany(_ key: String, _ many: [Value], _ one: Value) -> Bool {
    ListIdioms.isOneOrMany(key) || isMap(one) && many.allSatisfy(isMap)
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
    case (false, true) where isName(response): .literalToReference
    case (true, false) where isName(ideal): .referenceToLiteral
    case (true, true): isReference(response) && isReference(ideal) ? .retargeted : .changed
    default: .changed
    }
  }

  /// Whether one value is an `if` with the other in a branch.
  private func isCondition(of value: Value, _ choice: Value) -> Bool {
    guard case .call("if", let arguments) = choice.kind, arguments.count == 3 else { return false }
    return sameEitherWay(value, arguments[1]) || sameEitherWay(value, arguments[2])
  }

  private func sameEitherWay(_ one: Value, _ other: Value) -> Bool {
    equality.same(one, other) || equality.same(other, one)
  }

  private func isReference(_ value: Value) -> Bool {
    if case .reference = value.kind { true } else { false }
  }

  /// Whether a literal can stand for what a reference means; `*` names nothing.
  private func isName(_ value: Value) -> Bool {
    Normalization.literal(value).map { $0 != "*" } ?? false
  }

  private func refers(_ value: Value) -> Bool { !value.references.isEmpty }
}
