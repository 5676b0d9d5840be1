import TemplateModel

/// What must hold of a value.
///
/// Everything that is given must hold.
package struct ValueCondition: Sendable {
  /// A trait of a value.
  package enum Trait: String, Sendable, CaseIterable {
    case present, absent
    /// Text, number or truth value without a reference in it.
    case literal
    /// Holds a reference to something that the template declares or the platform provides.
    case reference
    /// Refers to a parameter.
    case parameter
    case list, map, empty
    /// A text with an upper-case letter.
    case capitals
  }

  var traits: [Trait] = []
  /// One of these texts exactly; of a list, one of its elements.
  var equals: [String] = []
  /// A scalar that matches one of these.
  var like: [Pattern] = []
  /// A scalar inside, or the value itself, or a map's key, matches one of these.
  var contains: [Pattern] = []
  /// No scalar inside, nor a map's key, matches any of these.
  var lacks: [Pattern] = []
  var above: Double?
  var below: Double?

  /// Whether it holds; nil stands for a value that is not there.
  func holds(for value: Value?) -> Bool {
    guard let value else { return traits.contains(.absent) || isEmpty }
    for trait in traits where !holds(trait, value) { return false }
    if !equals.isEmpty, !value.oneOrMany.contains(where: { isEqual($0.scalarText) }) { return false }
    if !like.isEmpty, !like.contains(where: { pattern in value.scalarText.map(pattern.matches) ?? false }) {
      return false
    }
    if !contains.isEmpty, !value.holdsScalar(like: contains) { return false }
    if !lacks.isEmpty, value.holdsScalar(like: lacks) { return false }
    if let above, !(value.number.map { $0 > above } ?? false) { return false }
    if let below, !(value.number.map { $0 < below } ?? false) { return false }
    return true
  }

  private func isEqual(_ text: String?) -> Bool { equals.contains { $0 == text } }

  private var isEmpty: Bool {
    traits.isEmpty && equals.isEmpty && like.isEmpty && contains.isEmpty && above == nil && below == nil
  }

  private func holds(_ trait: Trait, _ value: Value) -> Bool {
    switch trait {
    case .present: true
    case .absent: false
    case .literal: value.isLiteral
    case .reference: !value.references.isEmpty
    case .parameter: value.references.contains { $0.reference.kind == .parameter }
    case .list: if case .list = value.kind { true } else { false }
    case .map: if case .map = value.kind { true } else { false }
    case .empty: value.elements.isEmpty && value.members.isEmpty && (value.scalarText ?? "").isEmpty
    case .capitals: value.literalText.contains { $0.isUppercase }
    }
  }
}

extension Value {
  /// A scalar as text: literals as they are, references and templates in the form `${…}`; nil for lists and maps.
  var scalarText: String? {
    switch kind {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .reference, .template, .computed: summary(limit: 400)
    case .null, .list, .map, .call: nil
    }
  }

  var isLiteral: Bool {
    switch kind {
    case .string, .number, .bool: true
    default: false
    }
  }

  /// The literal pieces of a text.
  var literalText: String {
    switch kind {
    case .string(let text), .number(let text): text
    case .template(let parts): parts.map(\.literalText).joined()
    case .call(_, let arguments): arguments.map(\.literalText).joined()
    default: ""
    }
  }

  /// Whether a scalar, or a map's key, at or below this value matches one of the patterns.
  func holdsScalar(like patterns: [Pattern]) -> Bool {
    var found = false
    forEach { value in
      guard !found else { return }
      if let text = value.scalarText, patterns.contains(where: { $0.matches(text) }) { found = true }
      for member in value.members where patterns.contains(where: { $0.matches(member.key) }) { found = true }
    }
    return found
  }
}
