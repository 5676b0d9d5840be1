import TemplateDiff
import TemplateModel

/// Reads one alternative of `detect`; `Detection` lists the words.
struct DetectionReader {
  private let members: EntryMembers
  private let place: String

  private static let common = [
    "prompt", "dialect", "response-has", "response-lacks", "ideal-has", "ideal-lacks", "at-least", "each",
    "severity", "because", "confidence", "standing-alone",
  ]
  private static let own = [
    "delta": ["of", "type", "name", "property", "response", "ideal", "where", "unexplained"],
    "resource": ["name", "property", "value", "where", "without"],
    "declaration": ["name", "property", "value", "where"],
    "file": ["role", "language", "path"],
    "text": ["in", "role", "language", "path"],
    "detector": ["type", "name"],
  ]

  init(_ node: EntryNode) throws(KnownFailureProblem) {
    let keys = try node.entries().map(\.key)
    let places = Detection.Place.words.filter(keys.contains)
    guard let place = places.first else { throw node.problem(.noPlaceToLook) }
    if places.count > 1 { throw node.problem(.severalPlacesToLook(places[0], places[1])) }
    self.place = place
    members = try node.members(
      allowed: [place] + (DetectionReader.own[place] ?? []) + DetectionReader.common)
  }

  func detection() throws(KnownFailureProblem) -> Detection {
    var detection = Detection(place: try placeToLook())
    detection.prompt = try patterns("prompt")
    detection.dialects = try words("dialect")
    detection.responseHas = try things("response-has")
    detection.responseLacks = try things("response-lacks")
    detection.idealHas = try things("ideal-has")
    detection.idealLacks = try things("ideal-lacks")
    detection.atLeast = try members["at-least"]?.number() ?? 1
    detection.each = try (words("each") as [Detection.Unit]).first ?? .rule
    detection.severity = try members["severity"]?.severity()
    detection.because = try members["because"]?.text()
    detection.confidence = try members["confidence"]?.number()
    detection.standingAlone = try members["standing-alone"]?.number()
    return detection
  }

  private func placeToLook() throws(KnownFailureProblem) -> Detection.Place {
    let node = try members.required(place)
    switch place {
    case "delta":
      var place = Detection.DeltaPlace()
      place.kinds = try node.deltaKinds()
      if let of = members["of"] { place.of = try of.subjectKinds() }
      place.types = try patterns("type")
      place.names = try patterns("name")
      place.properties = try properties("property")
      place.response = try members["response"]?.condition()
      place.ideal = try members["ideal"]?.condition()
      place.circumstances = try circumstances()
      place.unexplained = try members["unexplained"]?.isTrue() ?? false
      return .delta(place)
    case "resource":
      return .resource(
        Detection.ResourcePlace(
          types: try node.patterns(), names: try patterns("name"), property: try properties("property").first,
          value: try members["value"]?.condition(), circumstances: try circumstances(),
          companions: try patterns("without")))
    case "declaration":
      return .declaration(
        Detection.DeclarationPlace(
          kinds: try node.words(), names: try patterns("name"), property: try properties("property").first,
          value: try members["value"]?.condition(), circumstances: try circumstances()))
    case "file":
      let sides: [Detection.FilePlace.Side] = try node.words()
      return .file(
        Detection.FilePlace(
          side: sides.first ?? .idealOnly, roles: try words("role"), languages: try words("language"),
          paths: try patterns("path")))
    case "text":
      return .text(
        Detection.TextPlace(
          words: try node.texts(), side: try (words("in") as [Detection.TextPlace.Side]).first ?? .response,
          roles: try words("role"), languages: try words("language"),
          paths: try patterns("path")))
    default:
      let name = try node.text()
      guard let detector = Detector.all.first(where: { $0.name == name }) else {
        throw node.problem(.unknownDetector(name))
      }
      return .detector(detector, types: try patterns("type"), names: try patterns("name"))
    }
  }

  private func patterns(_ key: String) throws(KnownFailureProblem) -> [Pattern] {
    try members[key]?.patterns() ?? []
  }

  private func properties(_ key: String) throws(KnownFailureProblem) -> [PropertyPattern] {
    try members[key]?.texts().map(PropertyPattern.init) ?? []
  }

  private func things(_ key: String) throws(KnownFailureProblem) -> [Detection.Thing] {
    try members[key]?.texts().map(Detection.Thing.init) ?? []
  }

  private func words<Word: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(KnownFailureProblem) -> [Word] where Word.RawValue == String { try members[key]?.words() ?? [] }

  private func circumstances() throws(KnownFailureProblem) -> [Detection.Circumstance] {
    guard let node = members["where"] else { return [] }
    var circumstances: [Detection.Circumstance] = []
    for entry in try node.entries() {
      circumstances.append(
        Detection.Circumstance(property: PropertyPattern(entry.key), condition: try entry.value.condition()))
    }
    return circumstances
  }
}

extension EntryNode {
  /// Words of a closed set.
  func words<Word: RawRepresentable & CaseIterable>() throws(KnownFailureProblem) -> [Word]
  where Word.RawValue == String {
    var words: [Word] = []
    for element in try oneOrMany() {
      let text = try element.text()
      guard let word = Word(rawValue: text) else {
        throw element.problem(.unknownWord(text, allowed: Word.allCases.map(\.rawValue)))
      }
      words.append(word)
    }
    return words
  }

  /// The kinds of a delta; `any` for all, `differs` for those where both sides have a value.
  func deltaKinds() throws(KnownFailureProblem) -> [Delta.Kind] {
    switch try texts() {
    case ["any"]: []
    case ["differs"]: [.changed, .literalToReference, .referenceToLiteral, .retargeted, .conditionalised]
    default: try words()
    }
  }

  func subjectKinds() throws(KnownFailureProblem) -> [DeltaSubject.Kind] {
    var kinds: [DeltaSubject.Kind] = []
    for element in try oneOrMany() {
      let text = try element.text()
      guard let kind = DeltaSubject.Kind(word: text) else {
        throw element.problem(.unknownWord(text, allowed: DeltaSubject.Kind.words))
      }
      kinds.append(kind)
    }
    return kinds
  }

  func condition() throws(KnownFailureProblem) -> ValueCondition {
    let members = try members(allowed: ["is", "equals", "like", "contains", "lacks", "above", "below"])
    var condition = ValueCondition()
    condition.traits = try members["is"]?.words() ?? []
    condition.equals = try members["equals"]?.texts() ?? []
    condition.like = try members["like"]?.patterns() ?? []
    condition.contains = try members["contains"]?.patterns() ?? []
    condition.lacks = try members["lacks"]?.patterns() ?? []
    condition.above = try members["above"].map { node throws(KnownFailureProblem) in Double(try node.number())
    }
    condition.below = try members["below"].map { node throws(KnownFailureProblem) in Double(try node.number())
    }
    return condition
  }
}
