/// Why a known failure, or a rubric or configuration that speaks of them, cannot be used, where that is, and what to do.
package struct KnownFailureProblem: Error, Hashable, Sendable {
  package var path: String
  /// 1-based.
  package var line: Int
  package var kind: Kind

  package enum Kind: Hashable, Sendable {
    case notYAML(String)
    case notAMapping(String)
    case notAList(String)
    case notAText(String)
    case notANumber(String)
    case notALevel(String)
    case notACategory(String)
    case notALink(String)
    case unknownKey(String, allowed: [String])
    case repeatedKey(String)
    case wrongOrder(String, after: String)
    case missingKey(String)
    case empty(String)
    case idDiffersFromFile(id: String, file: String)
    case categoryDiffersFromFolder(category: String, folder: String)
    case unknownPlaceholder(String)
    case unknownWord(String, allowed: [String])
    case unknownDetector(String)
    case unknownRule(String)
    case notAConceptName(String)
    case unknownConcept(String)
    case unknownTrait(String, of: String)
    case outOfRange(String, ClosedRange<Int>)
    case noPlaceToLook
    case severalPlacesToLook(String, String)
    case noSilentExample
    case noExampleThatFires
    case repeatedID(String)
    case repeatedName(String)
    case tooLong(String, Int, most: Int)
    case notFilledIn(String)
  }

  package init(path: String, line: Int, kind: Kind) {
    self.path = path
    self.line = line
    self.kind = kind
  }

  /// The problem with its place, as compilers write it: `KnownFailures/compute/x.yaml:12: …`.
  package var description: String { "\(path):\(line): \(sentence)" }

  /// What is wrong and what to do, in one or two sentences.
  package var sentence: String {
    switch kind {
    case .notYAML(let reason): "The file is not valid YAML: \(reason)"
    case .notAMapping(let what): "`\(what)` must be a mapping of keys to values."
    case .notAList(let what): "`\(what)` must be a list."
    case .notAText(let what): "`\(what)` must be a text."
    case .notANumber(let what): "`\(what)` must be a whole number."
    case .notALevel(let text): "`\(text)` is not a severity; write low, medium, high or critical."
    case .notACategory(let text):
      "`\(text)` is not a category; write one of \(Category.allCases.map(\.rawValue).joined(separator: ", "))."
    case .notALink(let text): "`\(text)` is not an address; write one that starts with https://."
    case .unknownKey(let key, let allowed):
      "The key `\(key)` is not known here; allowed are \(allowed.joined(separator: ", "))."
    case .repeatedKey(let key): "The key `\(key)` stands here twice; keep one."
    case .wrongOrder(let key, let after): "The key `\(key)` must stand before `\(after)`."
    case .missingKey(let key): "The key `\(key)` is missing; add it."
    case .empty(let what): "`\(what)` is empty; fill it."
    case .idDiffersFromFile(let id, let file):
      "The id `\(id)` differs from the file's name `\(file)`; rename one of them."
    case .categoryDiffersFromFolder(let category, let folder):
      "The category `\(category)` differs from the folder `\(folder)`; move the file or change the category."
    case .unknownPlaceholder(let name):
      "The placeholder `{\(name)}` is not known; there are "
        + Phrase.Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ") + "."
    case .unknownWord(let word, let allowed):
      "The word `\(word)` is not known here; allowed are \(allowed.joined(separator: ", "))."
    case .unknownDetector(let name):
      "There is no detector `\(name)`; there are \(Detector.all.map(\.name).joined(separator: ", "))."
    case .unknownRule(let id): "There is no known failure `\(id)`; write the id of one, the name of its file."
    case .notAConceptName(let name): "`\(name)` is no name for a thing; write small letters and hyphens."
    case .unknownConcept(let name):
      "There is no thing `\(name)` in \(ConceptTable.fileName); write one of its names, or a type with its colons."
    case .unknownTrait(let trait, let concept):
      "\(ConceptTable.fileName) does not say where `\(concept)` has the trait `\(trait)`; add it there, or write `property`."
    case .outOfRange(let what, let range):
      "`\(what)` must be from \(range.lowerBound) to \(range.upperBound)."
    case .noPlaceToLook:
      "This alternative does not say where to look; give it one of \(Detection.Place.words.joined(separator: ", "))."
    case .severalPlacesToLook(let first, let second):
      "`\(first)` and `\(second)` exclude each other; make two alternatives of them."
    case .noSilentExample: "No example stays silent; add a pair with `findings: []`."
    case .noExampleThatFires: "No example has a finding; add a pair that shows the failure."
    case .repeatedID(let id): "The id `\(id)` is used by an earlier file; choose another."
    case .repeatedName(let name): "The example `\(name)` stands here twice; give each a name of its own."
    case .tooLong(let what, let length, let most):
      "`\(what)` has \(length) characters; say it in \(most) at most."
    case .notFilledIn(let what): "`\(what)` is still as the template has it; write your own."
    }
  }
}
