import CorpusTools
import Facts
import Foundation
import Knowledge
import Scoring
import SourceText
import TestSupport
import Testing

/// A case of `Corpus/` with what its author expects of it.
struct CorpusCase: CustomTestStringConvertible {
  let name: String

  /// The cases with a response and an ideal, sorted.
  static let all = PackageFolder.files(below: "Corpus").filter { $0.hasSuffix("/IDEAL_RESPONSE.md") }
    .map { CorpusCase(name: String($0.dropLast("/IDEAL_RESPONSE.md".count))) }

  static let knowledge: KnowledgeBase = {
    let folder = "Sources/Knowledge/KnownFailures"
    let files = PackageFolder.files(below: folder).filter { $0.hasSuffix(".yaml") }.map { path in
      (path: path, bytes: (try? PackageFolder.bytes("\(folder)/\(path)")) ?? [])
    }
    return KnowledgeBase.load(files).base
  }()

  static let facts: FactsTable? = {
    guard let bytes = try? PackageFolder.bytes("Sources/Facts/Resources/facts.txt") else { return nil }
    return try? FactsTable(FactsBytes(bytes))
  }()

  static let rubric = Result {
    try Rubric.load(
      path: Rubric.fileName, bytes: PackageFolder.bytes("Sources/Scoring/Resources/rubric.yaml"),
      rules: Set(knowledge.entries.map(\.id)))
  }

  var testDescription: String { name }

  func analysis() throws -> FailureAnalysis {
    func file(_ name: String) throws -> SourceFile {
      SourceFile(path: name, bytes: try PackageFolder.bytes("Corpus/\(self.name)/\(name)"))
    }
    return Case(
      name: name, prompt: try file(Case.promptName), response: [try file(Case.responseName)],
      ideal: [try file(Case.idealName)]
    ).analysed(with: Self.knowledge, facts: Self.facts)
  }

  /// One failure that the author wrote down: the known failure, its severity, and where it shows.
  struct Expectation: Decodable {
    let title: String
    let rule: String
    let severity: String
    /// 1-based first and last line in MODEL_RESPONSE.md.
    let response: [Int]?
    /// 1-based first and last line in IDEAL_RESPONSE.md.
    let ideal: [Int]?
    /// Whether it is not found yet; the test fails as soon as it is, so that the mark goes.
    let isOpen: Bool?
  }

  /// What the author expects of a case.
  struct Expectations: Decodable {
    let failures: [Expectation]
    /// Whether more than a quarter of the findings are further ones; the test fails as soon as they are not.
    let tellsTooMuch: Bool?
  }

  func expectations() throws -> Expectations {
    try JSONDecoder().decode(
      Expectations.self, from: Data(PackageFolder.bytes("Corpus/\(name)/expected.json")))
  }
}
