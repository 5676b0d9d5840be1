import SourceText
import TemplateDiff
import TemplateModel

/// Finds the line of the prompt that asks for what a finding speaks of.
///
/// The line that a detector names comes first, then that of a demand missed in the same place, then the nearest in
/// words: one that names the thing concerned and, where a part of the thing is meant, that part as well.
struct RequirementSearch {
  private struct Line {
    let words: Set<String>
    /// The things that the line names, and those of its headings, as indices in the table.
    let concepts: Set<Int>
    let above: Set<Int>
    let traits: Set<Int>
    /// Whether it says what must not be.
    let denies: Bool
  }

  private let scene: Scene
  private let table: ConceptTable
  private let lines: [Line]
  /// The demands that the response misses, with their places.
  private let unmet: [RequirementMatrix.Row]
  /// How many lines have each word.
  private let counts: [String: Int]

  init(_ scene: Scene, reader: RequirementReader) {
    self.scene = scene
    table = reader.table
    unmet = scene.matrix.rows.filter(\.isUnmet)
    lines = scene.requirements.map { requirement in
      let found = reader.words.words(in: requirement.text)
      return Line(
        words: RequirementSearch.words(of: requirement.text), concepts: found.concepts,
        above: requirement.headings.last.map { reader.words.words(in: $0).concepts } ?? [],
        traits: Set(found.compactMap { if case .trait(let trait) = $0.meaning { trait } else { nil } }),
        denies: found.contains { $0.meaning == .denial })
    }
    var counts: [String: Int] = [:]
    for line in lines { for word in line.words { counts[word, default: 0] += 1 } }
    self.counts = counts
  }

  func requirement(for group: Group) -> Finding.RequirementQuote? {
    if let named = group.evidence.lazy.compactMap(\.requirement).first { return named }
    let row = unmet.first { row in
      group.evidence.contains { evidence in
        begins(row.ideal.places, evidence.ideal, scene.ideal)
          || row.response.found != nil && begins(row.response.places, evidence.response, scene.response)
      }
    }
    return row?.quote ?? nearest(group)
  }

  /// Whether a place of the one begins on a line where one of the other does.
  private func begins(_ places: [SourceLocation], _ others: [SourceLocation], _ template: Template) -> Bool {
    let lines = places.map { (template.lines(of: $0).lowerBound, $0.document) }
    return others.contains { other in
      let line = template.lines(of: other).lowerBound
      return lines.contains { $0 == (line, other.document) }
    }
  }

  private func nearest(_ group: Group) -> Finding.RequirementQuote? {
    guard let first = group.evidence.first else { return nil }
    // What the ideal does without is backed by a line that forbids it only.
    let deltas = group.evidence.flatMap(\.deltas)
    let isSurplus = !deltas.isEmpty && deltas.allSatisfy { scene.diff.deltas[$0].kind == .removed }
    let subject = Subject(first, group.failure.id, table)
    var best: (index: Int, score: Int)?
    for (index, line) in lines.enumerated()
    where !isSurplus || line.denies && subject.concept.map(line.concepts.contains) ?? false {
      guard let score = score(line, subject), score > best?.score ?? 0 else { continue }
      best = (index, score)
    }
    guard let best else { return nil }
    return Finding.RequirementQuote(
      text: scene.requirements[best.index].text, lines: scene.requirements[best.index].lines)
  }

  /// What a line must speak of.
  private struct Subject {
    /// The thing's index in the table; nil for what the table does not know.
    let concept: Int?
    /// The words of the type's last part, or none for what is no resource.
    let noun: Set<String>
    /// The traits that stand at the property.
    let traits: Set<Int>
    /// The words of the property and the known failure that are not the thing's own.
    let aspect: Set<String>
    /// Whether the whole thing is missing, so that naming it is enough.
    let isWhole: Bool

    init(_ evidence: Evidence, _ id: String, _ table: ConceptTable) {
      let type = evidence.subject.type
      let isResource = evidence.subject.kind == .resource || evidence.subject.kind == .property
      concept = isResource ? table.concepts.firstIndex { $0.types.allow(type) } : nil
      noun =
        isResource
        ? RequirementSearch.words(
          of: TypeTitle.spaced(type.split { $0 == ":" || $0 == "." }.last.map(String.init) ?? ""))
        : []
      isWhole = isResource && evidence.path.steps.isEmpty && evidence.response.isEmpty
      let keys = evidence.path.keys.split(separator: ".").map { PropertyPattern.normal($0) }
      var traits: Set<Int> = []
      if let concept, !keys.isEmpty {
        for (name, place) in table.concepts[concept].traits
        where place.properties.contains(where: { $0.pattern.inside.matches(keys[...]) }) {
          if let trait = table.traits.firstIndex(where: { $0.name == name }) { traits.insert(trait) }
        }
      }
      self.traits = traits
      aspect = RequirementSearch.words(of: id + " " + evidence.path.lastKey).subtracting(noun).subtracting(
        RequirementSearch.words(of: TypeTitle.title(of: type)))
    }
  }

  /// How well a line backs a finding, from 1; nil where it does not.
  private func score(_ line: Line, _ subject: Subject) -> Int? {
    var aspect = 0
    for word in subject.aspect where line.words.contains(word) { aspect += 1000 / (counts[word] ?? 1) }
    if !line.traits.isDisjoint(with: subject.traits) { aspect += 1000 }
    // A line that speaks of the fault in two of its words may mean everything.
    let speaksOfFault = subject.aspect.intersection(line.words).count >= 2 && aspect >= 300
    guard subject.concept != nil || !subject.noun.isEmpty else { return speaksOfFault ? aspect : nil }
    var thing = 0
    if let concept = subject.concept {
      thing = line.concepts.contains(concept) ? 1000 : line.above.contains(concept) ? 400 : 0
    } else {
      let shared = subject.noun.intersection(line.words)
      if shared.count * 3 >= subject.noun.count * 2, shared.count >= min(2, subject.noun.count) {
        thing = shared.reduce(0) { $0 + 500 / (counts[$1] ?? 1) }
      }
    }
    guard thing > 0 ? subject.isWhole || aspect >= 150 : speaksOfFault && !subject.isWhole else { return nil }
    return thing + aspect
  }

  /// The words of a text in lower case, without endings and without words that every text has.
  ///
  /// A word also ends before a capital letter that follows a small one, or that a small one follows:
  /// `DBCluster` → `db`, `cluster`.
  static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        guard isPart(bytes[at]) else {
          at += 1
          continue
        }
        let start = at
        at += 1
        while at < bytes.count, isPart(bytes[at]), !startsWord(bytes, at) { at += 1 }
        let word = stem(String(decoding: bytes[start..<at], as: UTF8.self).lowercased())
        if word.utf8.count > 1, !common.contains(word) { words.insert(word) }
      }
    }
    return words
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
  }

  private static func startsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard isCapital(bytes[at]) else { return false }
    return !isCapital(bytes[at - 1]) || (at + 1 < bytes.count && isSmall(bytes[at + 1]))
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  /// The words of a text in lower case, as they are.
  static func plainWords(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ations", "ation", "ings", "ing", "ies", "ied", "es", "ed", "s"]
    where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let common: Set<String> = [
    "the", "an", "and", "or", "of", "to", "in", "on", "for", "with", "by", "from", "as", "at", "is", "are",
    "be",
    "it", "this", "that", "must", "should", "all", "each", "any", "not", "no", "use", "us", "using", "have",
    "has",
    "aws", "resourc", "stack", "templat", "miss", "wrong", "configur", "configurat", "set", "creat", "nam",
    "name",
    "typ", "value", "valu", "property", "propert", "file", "fil", "instead", "without", "more", "than",
    "into", "incomplet", "invalid", "inconsistent", "setting", "sett", "requir", "correct", "incorrect",
    "need",
    "needed", "mis", "misconfigur", "chang", "explicit", "not", "enabl", "servic",
  ]
}
