import Facts
import SourceText
import TemplateModel

/// Compares written properties with those that a type has, at any depth.
struct MemberCheck {
  let facts: FactsTable
  let ecosystem: FactsEcosystem
  let language: Language
  let pinned: Release?
  private let memo: FactMemo
  private(set) var found: [FactFault] = []

  private static let deepest = 24

  init(
    _ facts: FactsTable, _ ecosystem: FactsEcosystem, _ language: Language, pinned: Release?, memo: FactMemo
  ) {
    self.memo = memo
    self.facts = facts
    self.ecosystem = ecosystem
    self.language = language
    self.pinned = pinned
  }

  private var text: FactAnswerText { FactAnswerText(language: language) }
  private var kinds: KindOfValue { KindOfValue(language: language, ecosystem: ecosystem) }
  private var isTemplate: Bool { ecosystem == .cloudFormation || ecosystem == .terraform }

  /// What a type is called in the words of its program.
  static func title(_ type: TypeFact) -> String {
    type.ecosystem == .cloudFormation || type.ecosystem == .terraform || type.kind == "nested block"
      || type.key.hasPrefix("data.")
      ? type.key : String(type.key.split(separator: ".").last ?? "")
  }

  // MARK: Written

  /// Checks the members that are written where a type stands.
  mutating func check(
    _ members: [Member], of type: TypeFact, at path: PropertyPath = PropertyPath(), depth: Int = 0
  ) {
    guard depth < Self.deepest else { return }
    for member in members where member.key != "..." && !member.key.hasPrefix("Fn::") {
      let path = path.appending(.key(member.key))
      switch answer(member.key, of: type) {
      case .unknown: continue
      case .absent(let absence):
        // A member may have moved to a base between two releases.
        if absence.since != nil { continue }
        report(
          .property, member.key, type, path, member.keyLocation,
          text.noArgument(member.key, of: Self.title(type)), absence.nearest)
        continue
      case .deprecated(_, let replacement):
        // A property of Terraform without a successor is deprecated with its whole service.
        if replacement == nil, ecosystem == .pulumi || isTerraform(type) { break }
        if replacement == type.key { break }
        report(
          FactFault.deprecation(of: type.key), member.key, type, path, member.keyLocation,
          "\(member.key) is deprecated",
          replacement.map { [$0] } ?? [])
      case .present: break
      }
      guard let fact = facts.member(member.key, of: type) else { continue }
      let inner = facts.inner(fact.name, of: type)
      for value in alternatives(member.value) {
        if check(kindOf: value, member, fact, inner, type, path) { continue }
        if isTemplate { check(value, member, fact, type, path) }
        guard let inner else { continue }
        if fact.type.hasPrefix("{") {
          // The keys are the user's own.
          for own in value.members { enter(own.value, inner, path.appending(.key(own.key)), depth) }
        } else {
          enter(value, inner, path, depth)
        }
      }
    }
  }

  private mutating func enter(_ value: Value, _ inner: TypeFact, _ path: PropertyPath, _ depth: Int) {
    switch value.kind {
    case .map(let members):
      guard inner.kind != "class", inner.kind != "interface", inner.kind != "abstract class",
        inner.kind != "enumeration"
      else { return }
      check(members, of: inner, at: path, depth: depth + 1)
      if depth + 1 < Self.deepest { checkRequired(members, of: inner, at: path, location: value.location) }
    case .list(let elements):
      for (index, element) in elements.enumerated() {
        for element in alternatives(element) {
          guard case .map = element.kind else { continue }
          enter(element, inner, path.appending(.index(index)), depth)
        }
      }
    default: break
    }
  }

  /// The values that an expression may come to.
  private func alternatives(_ value: Value) -> [Value] {
    switch value.kind {
    case .call("if", let arguments) where arguments.count == 3: Array(arguments.dropFirst())
    case .call("dynamic", let arguments): arguments.count > 1 ? [arguments[arguments.count - 1]] : []
    default: [value]
    }
  }

  /// What the table says of a name; CDKTF's own classes of a resource are asked as Terraform has them.
  private func answer(_ name: String, of type: TypeFact) -> FactAnswer {
    if let member = facts.member(name, of: type) {
      let isSpelled = !isTemplate || member.name == name
      if isSpelled, !member.isDeprecated, pinned == nil, !member.isReadOnly { return .present(since: nil) }
      if isSpelled, member.isReadOnly, !member.isMethod {
        return setsReadOnly(type) ? .absent(Absence()) : .unknown
      }
    }
    if ecosystem == .cdktf, isTerraform(type) {
      if Self.metaArguments.contains(PropertyPattern.normal(name)) { return .present(since: nil) }
      guard let member = facts.member(name, of: type) else {
        // `self` and other words of the languages have a longer name.
        if name.lowercased().hasSuffix("attribute") { return .unknown }
        return facts.answer(member: Self.snake(name), of: type.key, in: .terraform)
      }
      return facts.answer(member: member.name, of: type.key, in: .terraform)
    }
    if ecosystem == .pulumi { return facts.answer(argument: name, of: type.key, in: .pulumi, pinned: pinned) }
    return facts.answer(member: name, of: type.key, in: ecosystem, pinned: pinned)
  }

  /// Whether what only the service gives may not be written here.
  private func setsReadOnly(_ type: TypeFact) -> Bool {
    switch ecosystem {
    case .cloudFormation: type.kind == "resource type"
    case .terraform, .cdktf: isTerraform(type)
    case .pulumi: type.kind == "resource"
    case .cdk: false
    }
  }

  private func isTerraform(_ type: TypeFact) -> Bool {
    ["resource", "data source", "nested block", "provider"].contains(type.kind) && type.ecosystem != .pulumi
  }

  private static let metaArguments: Set<String> = [
    "dependson", "count", "provider", "lifecycle", "foreach", "provisioners", "connection", "id", "timeouts",
    "provisioner",
  ]

  /// `defaultRootObject` → `default_root_object`.
  private static func snake(_ name: String) -> String {
    var text = ""
    for letter in name {
      if letter.isUppercase { text += text.isEmpty ? "" : "_" }
      text += letter.lowercased()
    }
    return text
  }

  // MARK: Kinds and values

  private mutating func check(
    kindOf value: Value, _ member: Member, _ fact: FactMember, _ inner: TypeFact?, _ type: TypeFact,
    _ path: PropertyPath
  ) -> Bool {
    let isBlock = value.location.range.start <= member.keyLocation.range.start
    if ecosystem == .terraform {
      // A block or several of them; what an argument is not, only its equals sign tells.
      if isBlock || fact.isBlock { return false }
    }
    // A text that holds a document is read as what it holds.
    if isTemplate, fact.type.isEmpty, value.holdsMore { return false }
    guard let (expected, actual) = kinds.mismatch(value, fact, inner: inner),
      facts.members(of: type).contains(where: { $0.name == fact.name })
    else { return false }
    report(
      .kind, member.key, type, path, member.location,
      text.wrongKind(member.key, expected: expected, found: actual), [expected])
    return true
  }

  /// Enumerations and limits.
  private mutating func check(
    _ value: Value, _ member: Member, _ fact: FactMember, _ type: TypeFact, _ path: PropertyPath
  ) {
    guard ecosystem == .cloudFormation else { return }
    if !fact.isDeprecated, !fact.values.isEmpty {
      for element in value.oneOrMany {
        guard let text = element.string ?? element.numberText, !isAmong(text, fact.values) else { continue }
        report(
          .value, text, type, path, element.location,
          "Properties validation failed: #/\(member.key): \(text) is not a valid enum value",
          Array(fact.values.filter { $0 != "*" }.prefix(4)))
      }
    }
    let (number, kind): (Double?, Character) =
      switch value.kind {
      case .string(let text): (Double(text.unicodeScalars.count), "l")
      case .number(let text): (Double(text), "v")
      case .list(let elements) where elements.allSatisfy(\.isPlain): (Double(elements.count), "n")
      default: (nil, "l")
      }
    guard let number else { return }
    var measured: [(Double, Character)] = [(number, kind)]
    if case .string(let text) = value.kind, let value = Double(text), fact.type == "n" || fact.type == "i" {
      measured = [(value, "v")]
    }
    for (number, kind) in measured where facts.isWithinLimits(number, kind, of: fact) == false {
      let limit = fact.limits.first { $0.first == kind }?.dropFirst() ?? ""
      report(
        .value, value.told, type, path, member.location,
        "Properties validation failed: #/\(member.key): \(kind == "l" ? "length" : kind == "n" ? "number of items" : "value") must be within \(limit)",
        [])
    }
  }

  private func isAmong(_ text: String, _ values: [String]) -> Bool {
    if values.first == "*" {
      let folded = text.lowercased()
      return values.contains { $0.lowercased() == folded }
    }
    return values.contains(text)
  }

  // MARK: Required

  /// Reports what a type requires and nobody writes.
  mutating func checkRequired(
    _ members: [Member], of type: TypeFact, at path: PropertyPath = PropertyPath(), location: SourceLocation
  ) {
    guard !members.contains(where: { $0.key == "..." || $0.key.hasPrefix("Fn::") || $0.key == "<<" }) else {
      return
    }
    guard !hasSpecialCases(type) else { return }
    var written: Set<String> = []
    for member in members { written.insert(PropertyPattern.normal(member.key)) }
    for required in memo.required(of: type, facts) {
      guard !written.contains(PropertyPattern.normal(required.name)) else { continue }
      // Already told by its wrong name.
      if found.contains(where: {
        $0.owner == type.key && $0.kind == .property && $0.instead.contains(spelled(required.name))
      }) {
        continue
      }
      // Only a pinned release tells whether an argument that has become optional or required was so then.
      guard !required.isDeprecated else { continue }
      let name = spelled(required.name)
      report(
        .missing, name, type, path.appending(.key(name)), location, text.missing(name, of: Self.title(type)),
        [])
    }
  }

  private func hasSpecialCases(_ type: TypeFact) -> Bool { type.kind == "class" || type.kind == "function" }

  private mutating func report(
    _ kind: FactFault.Kind, _ symbol: String, _ type: TypeFact, _ path: PropertyPath,
    _ location: SourceLocation, _ answer: String, _ instead: [String]
  ) {
    found.append(
      FactFault(
        kind: kind, symbol: symbol, owner: type.key, path: path, location: location, answer: answer,
        instead: instead.map(spelled)))
  }

  private func spelled(_ name: String) -> String { text.spelled(name, ecosystem) }
}

extension Value {
  /// Whether it is a map or a list.
  fileprivate var holdsMore: Bool {
    switch kind {
    case .map, .list: true
    default: false
    }
  }

  fileprivate var numberText: String? { if case .number(let text) = kind { text } else { nil } }

  /// Whether it holds nothing that only a deployment could tell.
  fileprivate var isPlain: Bool {
    switch kind {
    case .call, .computed, .reference: false
    default: true
    }
  }
}
