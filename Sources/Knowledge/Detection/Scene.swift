import Facts
import SourceText
import TemplateDiff
import TemplateModel

/// The pair under judgement, laid out so that every known failure finds its subjects without a search.
struct Scene {
  let diff: TemplateDiff
  let requirements: [Requirement]
  /// What the requirements ask for, checked on both sides.
  let matrix: RequirementMatrix
  /// The response's resources by what they are.
  let responseThings: ConceptIndex
  let idealThings: ConceptIndex
  /// Nil where nothing is known of types and members.
  let facts: FactsTable?
  /// What the table of facts contradicts.
  let faults: FactFaults
  /// One for each delta.
  let subjects: [DeltaSubject]
  /// The normal keys of each delta's path.
  let keys: [[String]]
  /// Every type that a delta speaks of, once, and which it is for each delta.
  let types: Catalogue
  /// Every row of keys once, and which it is for each delta.
  let paths: Catalogue
  /// The ideal's resource for each of the response's, or nil.
  let idealOf: [Int?]
  /// The response's resource for each of the ideal's, or nil.
  let responseOf: [Int?]
  /// The deltas of each resource of the response, as indices.
  let deltasOfResponse: [[Int]]
  let dialects: [Dialect]
  /// Whether the ideal shows a few parts only, so that what it does not show says nothing.
  let idealIsPartial: Bool
  /// Word matches in the response's files.
  let words: [WordMatch]
  /// Word matches in the ideal's files.
  let idealWords: [WordMatch]

  /// The lines that findings speak of already; known only to what looks at the rest.
  var cited = CitedLines()

  var response: Template { diff.response }
  var ideal: Template { diff.ideal }

  init(
    diff: TemplateDiff, requirements: [Requirement], reader: RequirementReader, matcher: WordMatcher,
    facts: FactsTable?
  ) {
    self.diff = diff
    self.facts = facts
    faults = FactFaults(diff, facts)
    self.requirements = requirements
    responseThings = ConceptIndex(diff.response, reader.table)
    idealThings = ConceptIndex(diff.ideal, reader.table)
    matrix = RequirementMatrix(requirements, reader: reader, response: responseThings, ideal: idealThings)
    words = matcher.matches(in: diff.response)
    idealWords = matcher.matches(in: diff.ideal)
    subjects = diff.deltas.map { Scene.subject(of: $0, in: diff) }
    let keys = diff.deltas.map { delta in
      delta.path.steps.compactMap { step in
        if case .key(let key) = step { PropertyPattern.normal(key) } else { nil }
      }
    }
    self.keys = keys
    types = Catalogue(subjects.map(\.type))
    paths = Catalogue(keys.map { $0.joined(separator: ".") })
    var idealOf = [Int?](repeating: nil, count: diff.response.resources.count)
    var responseOf = [Int?](repeating: nil, count: diff.ideal.resources.count)
    for pair in diff.pairs
    where idealOf.indices.contains(pair.response) && responseOf.indices.contains(pair.ideal) {
      idealOf[pair.response] = pair.ideal
      responseOf[pair.ideal] = pair.response
    }
    var deltas = [[Int]](repeating: [], count: diff.response.resources.count)
    for (index, delta) in diff.deltas.enumerated() {
      if case .resource(let response?, _) = delta.subject, deltas.indices.contains(response) {
        deltas[response].append(index)
      }
    }
    self.idealOf = idealOf
    self.responseOf = responseOf
    deltasOfResponse = deltas
    idealIsPartial = diff.ideal.resources.count * 3 < diff.response.resources.count
    var dialects: [Dialect] = []
    for file in diff.response.finalFiles {
      if let dialect = file.dialect, !dialects.contains(dialect) { dialects.append(dialect) }
    }
    self.dialects = dialects
  }

  /// Texts that repeat, each once, with the place of each occurrence.
  struct Catalogue {
    /// For each text the index of its first occurrence.
    private(set) var firsts: [Int] = []
    /// For each occurrence the index of its text.
    private(set) var indices: [Int] = []

    init(_ texts: [String]) {
      var known: [String: Int] = [:]
      for (number, text) in texts.enumerated() {
        let index = known[text] ?? firsts.count
        if index == firsts.count {
          known[text] = index
          firsts.append(number)
        }
        indices.append(index)
      }
    }
  }

  private static func subject(of delta: Delta, in diff: TemplateDiff) -> DeltaSubject {
    switch delta.subject {
    case .resource(let response, let ideal):
      let kind: DeltaSubject.Kind = delta.path.steps.isEmpty ? .resource : .property
      if let ideal, diff.ideal.resources.indices.contains(ideal) {
        var subject = DeltaSubject(diff.ideal.resources[ideal], order: ideal, kind: kind)
        if let response, diff.response.resources.indices.contains(response) {
          subject.name = diff.response.resources[response].name
          subject.address = diff.response.resources[response].address
        }
        return subject
      }
      if let response, diff.response.resources.indices.contains(response) {
        return DeltaSubject(diff.response.resources[response], order: 1_000_000 + response, kind: kind)
      }
    case .declaration(_, let response, let ideal):
      if let ideal, diff.ideal.declarations.indices.contains(ideal) {
        return DeltaSubject(diff.ideal.declarations[ideal], order: 2_000_000 + ideal)
      }
      if let response, diff.response.declarations.indices.contains(response) {
        return DeltaSubject(diff.response.declarations[response], order: 3_000_000 + response)
      }
    case .file(let response, let ideal):
      if let ideal, diff.ideal.files.indices.contains(ideal) {
        return DeltaSubject(diff.ideal.files[ideal], order: 4_000_000 + ideal)
      }
      if let response, diff.response.files.indices.contains(response) {
        return DeltaSubject(diff.response.files[response], order: 5_000_000 + response)
      }
    }
    return .template
  }

  /// Whether a template has a resource of a kind.
  static func has(_ thing: Detection.Thing, in template: Template) -> Bool {
    template.resources.contains { resource in
      guard thing.type.matches(resource.canonicalType) else { return false }
      guard let property = thing.property else { return true }
      return !resource.values(at: property).isEmpty
    }
  }

  /// Whether a word of the prompt matches.
  func promptHolds(_ patterns: [Pattern]) -> Bool {
    if patterns.isEmpty { return true }
    let wide = patterns.map { Pattern("*\($0.text)*") }
    return requirements.contains { requirement in wide.contains { $0.matches(requirement.text) } }
  }

  /// The resource of the response that a delta speaks of.
  func responseResource(_ delta: Delta) -> Resource? {
    guard case .resource(let index?, _) = delta.subject, response.resources.indices.contains(index) else {
      return nil
    }
    return response.resources[index]
  }

  /// The resource of the ideal that a delta speaks of.
  func idealResource(_ delta: Delta) -> Resource? {
    guard case .resource(_, let index?) = delta.subject, ideal.resources.indices.contains(index) else {
      return nil
    }
    return ideal.resources[index]
  }
}
