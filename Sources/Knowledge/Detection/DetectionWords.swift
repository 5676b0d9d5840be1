import TemplateDiff
package import TemplateModel

extension Detection {
  /// The alternative as people read it.
  ///
  ///     a property of AWS::S3::Bucket was changed: BucketEncryption.**; there the ideal has no `AES256`
  ///
  /// Markdown, without a full stop.
  package var sentence: String {
    var parts = [placeSentence]
    if !prompt.isEmpty { parts.append("the prompt speaks of \(Detection.codes(prompt.map(\.text)))") }
    if !dialects.isEmpty {
      parts.append("the response is written for \(dialects.map(\.title).alternatives)")
    }
    for (things, said) in [
      (responseHas, "the response has"), (responseLacks, "the response has no"), (idealHas, "the ideal has"),
      (idealLacks, "the ideal has no"),
    ] where !things.isEmpty {
      parts.append("\(said) \(Detection.codes(things.map(\.text)))")
    }
    if atLeast > 1 { parts.append("in \(atLeast) places at least") }
    if let severity { parts.append("then \(severity.rawValue)" + (because.map { ", because \($0)" } ?? "")) }
    if standingAlone != nil { parts.append("told with less confidence where the ideal has it too") }
    return parts.joined(separator: "; ")
  }

  /// The dialects that it asks for; empty where it takes any.
  package var claimedDialects: [Dialect] { dialects }

  private var placeSentence: String {
    switch place {
    case .delta(let place): place.sentence
    case .resource(let place):
      Detection.subject("a resource", place.types, place.names) + " of the response"
        + Detection.condition(place.property, place.value)
        + place.circumstances.map { ", where \($0.sentence)" }.joined()
    case .declaration(let place):
      "a \(place.kinds.map(\.rawValue).alternatives) of the response"
        + (place.names.isEmpty ? "" : " named \(Detection.codes(place.names.map(\.text)))")
        + Detection.condition(place.property, place.value)
        + place.circumstances.map { ", where \($0.sentence)" }.joined()
    case .file(let place):
      "a file that only the \(place.side == .idealOnly ? "ideal" : "response") has"
        + Detection.kinds(place.roles, place.languages, place.paths)
    case .text(let place):
      "the \(place.side.rawValue) alone speaks of \(Detection.codes(place.words))"
        + Detection.kinds(place.roles, place.languages, place.paths)
    case .detector(let detector, let types, let names):
      "the detector `\(detector.name)` finds it" + (types.isEmpty && names.isEmpty ? "" : " on ")
        + (types.isEmpty && names.isEmpty ? "" : Detection.subject("something", types, names))
    }
  }

  private static func subject(_ noun: String, _ types: [Pattern], _ names: [Pattern]) -> String {
    noun + (types.isEmpty ? "" : " \(codes(types.map(\.text)))")
      + (names.isEmpty ? "" : " named \(codes(names.map(\.text)))")
  }

  private static func condition(_ property: PropertyPattern?, _ value: ValueCondition?) -> String {
    guard let property else { return "" }
    return " with `\(property.text)`" + (value.map { " that \($0.sentence)" } ?? "")
  }

  private static func kinds(_ roles: [TemplateFile.Role], _ languages: [Language], _ paths: [Pattern])
    -> String
  {
    var parts: [String] = []
    if !roles.isEmpty { parts.append(roles.map(\.rawValue).alternatives) }
    if !languages.isEmpty { parts.append("in \(languages.map(\.title).alternatives)") }
    if !paths.isEmpty { parts.append("at \(codes(paths.map(\.text)))") }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  fileprivate static func codes(_ texts: [String]) -> String { texts.map { "`\($0)`" }.alternatives }
}

extension Detection.Thing {
  fileprivate var text: String { type.text + (property.map { ".\($0.text)" } ?? "") }
}

extension Detection.Circumstance {
  fileprivate var sentence: String { "`\(property.text)` \(condition.sentence)" }
}

extension Detection.DeltaPlace {
  fileprivate var sentence: String {
    let things = of.map(\.word).alternatives
    let kinds = kinds.isEmpty ? "differs in any way" : "is \(kinds.map(\.word).alternatives)"
    var text = "a \(things)"
    if !types.isEmpty { text += " of \(Detection.codes(types.map(\.text)))" }
    if !names.isEmpty { text += " named \(Detection.codes(names.map(\.text)))" }
    text += " \(kinds) in the ideal"
    if !properties.isEmpty { text += ": \(Detection.codes(properties.map(\.text)))" }
    if let response { text += ", where the response's value \(response.sentence)" }
    if let ideal { text += ", where the ideal's value \(ideal.sentence)" }
    for circumstance in circumstances { text += ", where \(circumstance.sentence)" }
    if unexplained { text += ", and no other known failure explains it" }
    return text
  }
}

extension Delta.Kind {
  fileprivate var word: String {
    switch self {
    case .literalToReference: "made a reference"
    case .referenceToLiteral: "made a literal"
    case .retargeted: "pointed elsewhere"
    case .conditionalised: "made conditional"
    case .retyped: "of another type"
    case .added, .removed, .changed, .renamed, .reordered, .moved, .split, .merged: rawValue
    }
  }
}

extension DeltaSubject.Kind {
  fileprivate var word: String {
    switch self {
    case .resource: "resource"
    case .property: "property"
    case .file: "file"
    case .declaration(let kind): kind.rawValue
    case .template: "template"
    }
  }
}

extension ValueCondition {
  /// What must hold, as it goes on behind the value: `is literal and contains `*``.
  fileprivate var sentence: String {
    var parts = traits.map { "is \($0.rawValue)" }
    func add(_ verb: String, _ texts: [String]) {
      if !texts.isEmpty { parts.append("\(verb) \(Detection.codes(texts))") }
    }
    add("equals", equals)
    add("is like", like.map(\.text))
    add("contains", contains.map(\.text))
    add("lacks", lacks.map(\.text))
    if let above { parts.append("is above \(Int(above))") }
    if let below { parts.append("is below \(Int(below))") }
    return parts.isEmpty ? "is there" : parts.joined(separator: " and ")
  }
}

extension [String] {
  /// `a`, `a or b`, `a, b or c`.
  fileprivate var alternatives: String {
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) or \(last)"
  }
}
