extension ConceptTable {
  /// Reads the table.
  ///
  /// - Throws: the first thing that is not as it must be, with its line.
  package static func load(path: String, bytes: [UInt8]) throws(KnownFailureProblem) -> ConceptTable {
    let root = try EntryDocument(path: path, bytes: bytes).root().members(
      allowed: ["traits", "things"], ordered: true)
    var traits: [Trait] = []
    for entry in try root.required("traits").entries() {
      traits.append(try trait(entry.key, entry.value))
    }
    var concepts: [Concept] = []
    for entry in try root.required("things").entries() {
      concepts.append(try concept(entry.key, entry.value, traits: traits))
    }
    return ConceptTable(traits: traits, concepts: concepts)
  }

  private static func trait(_ name: String, _ node: EntryNode) throws(KnownFailureProblem) -> Trait {
    let members = try node.members(allowed: ["title", "words", "everywhere", "unit"], ordered: true)
    let units: [Trait.Unit] = try members["unit"]?.words() ?? []
    return Trait(
      name: name, title: try members.required("title").text(), words: try members.required("words").lowered(),
      everywhere: try members["everywhere"]?.texts() ?? [], unit: units.first)
  }

  private static func concept(
    _ name: String, _ node: EntryNode, traits: [Trait]
  ) throws(KnownFailureProblem) -> Concept {
    guard ConceptTable.isName(name) else { throw node.problem(.notAConceptName(name)) }
    let own = ["title", "types", "words", "loosely", "signs"]
    let members = try node.members(allowed: own + traits.map(\.name))
    var places: [(name: String, place: TraitPlace)] = []
    let types = try members.required("types").patterns()
    for entry in members.entries where !own.contains(entry.key) {
      places.append((entry.key, try place(entry.value, types)))
    }
    return Concept(
      name: name, title: try members.required("title").text(), types: types,
      words: try members.required("words").lowered(), looseWords: try members["loosely"]?.lowered() ?? [],
      signs: try members["signs"]?.lowered() ?? [],
      traits: places)
  }

  private static func place(
    _ node: EntryNode, _ types: [Pattern]
  ) throws(KnownFailureProblem) -> TraitPlace {
    let members = try node.members(
      allowed: ["at", "beside", "named", "of", "unless", "always", "some"], ordered: true)
    var place = TraitPlace()
    for element in try members.required("at").oneOrMany() {
      let parts = try element.text().split(separator: " ").map(String.init)
      guard let path = parts.first else { continue }
      var unit: Trait.Unit?
      if parts.count > 1 {
        unit = Trait.Unit(rawValue: parts[1])
        if unit == nil {
          throw element.problem(.unknownWord(parts[1], allowed: Trait.Unit.allCases.map(\.rawValue)))
        }
      }
      place.properties.append((PropertyPattern(path), unit))
    }
    place.beside = try members["beside"]?.patterns() ?? []
    place.names = try members["named"]?.patterns() ?? []
    place.types = try members["of"]?.patterns() ?? types
    place.exceptions = try members["unless"]?.texts().map(PropertyPattern.init) ?? []
    place.isEnoughOnce = try members["some"]?.isTrue() ?? false
    place.isAlways = try members["always"]?.isTrue() ?? false
    return place
  }
}

extension EntryNode {
  /// Texts in lower case.
  fileprivate func lowered() throws(KnownFailureProblem) -> [String] { try texts().map { $0.lowercased() } }
}
