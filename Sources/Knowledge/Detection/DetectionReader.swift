import TemplateDiff
import TemplateModel

/// Reads one alternative of `detect`; `Detection` lists the words.
struct DetectionReader {
  private let members: EntryMembers
  private let place: String
  private let concepts: ConceptTable

  private static let common = [
    "prompt", "dialect", "response-has", "response-lacks", "ideal-has", "ideal-lacks", "at-least", "each",
    "severity", "because", "confidence", "standing-alone",
  ]
  private static let own = [
    "delta": ["of", "type", "name", "property", "trait", "response", "ideal", "where", "unexplained"],
    "resource": ["name", "property", "value", "where", "without", "has", "lacks"],
    "declaration": ["name", "property", "value", "where"],
    "file": ["role", "language", "path"],
    "text": ["in", "role", "language", "path"],
    "detector": ["type", "name"],
  ]

  init(_ node: EntryNode, _ concepts: ConceptTable) throws(KnownFailureProblem) {
    self.concepts = concepts
    let keys = try node.entries().map(\.key)
    let places = Detection.Place.words.filter(keys.contains)
    guard let place = places.first else { throw node.problem(.noPlaceToLook) }
    if places.count > 1 { throw node.problem(.severalPlacesToLook(places[0], places[1])) }
    self.place = place
    members = try node.members(
      allowed: [place] + (DetectionReader.own[place] ?? []) + DetectionReader.common)
  }

  /// One alternative; of a trait one more for each way in which a resource beside the thing can bring it.
  func detections() throws(KnownFailureProblem) -> [Detection] {
    let place = try placeToLook()
    var detections = [try detection(place)]
    guard case .delta(var beside) = place, let trait = members["trait"] else { return detections }
    beside.types = try traitPlaces(trait).flatMap(\.beside)
    beside.properties = []
    if beside.types.isEmpty { return detections }
    beside.of = [.property]
    detections.append(try detection(.delta(beside)))
    // A whole resource less is another resource's matter; one more brings the trait.
    beside.of = [.resource]
    if beside.kinds.isEmpty { beside.kinds = [.added] }
    detections.append(try detection(.delta(beside)))
    return detections
  }

  private func detection(_ place: Detection.Place) throws(KnownFailureProblem) -> Detection {
    var detection = Detection(place: place)
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
      place.types = try members["type"]?.types(concepts) ?? []
      place.names = try patterns("name")
      place.properties = try properties("property")
      if let trait = members["trait"] {
        let places = try traitPlaces(trait)
        place.properties += places.flatMap { $0.properties.map(\.pattern.holder) }
      }
      place.response = try members["response"]?.condition()
      place.ideal = try members["ideal"]?.condition()
      place.circumstances = try circumstances()
      place.unexplained = try members["unexplained"]?.isTrue() ?? false
      return .delta(place)
    case "resource":
      return .resource(
        Detection.ResourcePlace(
          types: try node.types(concepts), names: try patterns("name"),
          property: try properties("property").first, value: try members["value"]?.condition(),
          circumstances: try circumstances(), companions: try patterns("without"), has: try traits("has"),
          lacks: try traits("lacks")))
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
      return .detector(
        detector, types: try members["type"]?.types(concepts) ?? [], names: try patterns("name"))
    }
  }

  /// The things that the place or its `type` names.
  private func namedConcepts() throws(KnownFailureProblem) -> [Concept] {
    guard let node = place == "resource" ? members["resource"] : members["type"] else {
      return concepts.concepts
    }
    return try node.texts().compactMap(concepts.concept)
  }

  /// Where the things named have a trait; an error where one of them cannot have it.
  private func traitPlaces(_ node: EntryNode) throws(KnownFailureProblem) -> [TraitPlace] {
    let name = try node.text()
    guard concepts.trait(name) != nil else {
      throw node.problem(.unknownWord(name, allowed: concepts.traits.map(\.name)))
    }
    let isNamed = place == "resource" || members["type"] != nil
    var places: [TraitPlace] = []
    for concept in try namedConcepts() {
      if let place = concept.place(of: name) {
        places.append(place)
      } else if isNamed {
        throw node.problem(.unknownTrait(name, of: concept.name))
      }
    }
    return places
  }

  /// The places of the traits that a resource must have, or lack.
  private func traits(_ key: String) throws(KnownFailureProblem) -> [TraitPlace] {
    guard let node = members[key] else { return [] }
    var places: [TraitPlace] = []
    for element in try node.oneOrMany() { places += try traitPlaces(element) }
    return places
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
  /// Types, and names of things in place of theirs.
  func types(_ concepts: ConceptTable) throws(KnownFailureProblem) -> [Pattern] {
    var types: [Pattern] = []
    for element in try oneOrMany() {
      let text = try element.text()
      if let concept = concepts.concept(text) {
        types += concept.types
      } else if ConceptTable.isName(text), !DeltaSubject.Kind.words.contains(text) {
        throw element.problem(.unknownConcept(text))
      } else {
        types.append(Pattern(text))
      }
    }
    return types
  }

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
