import Knowledge
import TestSupport
import Testing

@testable import Scoring

struct RubricReadingTests {
  private func text() throws -> String {
    String(decoding: try PackageFolder.bytes("Sources/Scoring/Resources/rubric.yaml"), as: UTF8.self)
  }

  private func problem(replacing old: String, with new: String) throws -> KnownFailureProblem? {
    let text = try text()
    let changed = text.replacing(old, with: new, maxReplacements: 1)
    #expect(changed != text)
    do throws(KnownFailureProblem) {
      let rules = Set(Pair.rubric.classes.rules.keys)
      _ = try Rubric.load(path: "own.yaml", bytes: Array(changed.utf8), rules: rules)
      return nil
    } catch {
      return error
    }
  }

  @Test func `What is misspelled is an error with its line`() throws {
    let cases: [(String, String, KnownFailureProblem.Kind)] = [
      ("base: 8", "basis: 8", .unknownKey("basis", allowed: Rubric.keys)),
      ("base: 8", "base: many", .outOfRange("base", -100...100)),
      ("base: 8", "base: 8.125", .outOfRange("base", -100...100)),
      (
        "when: wrong-region", "when: wrong-continent",
        .unknownWord("wrong-continent", allowed: Rubric.Blocker.allCases.map(\.rawValue))
      ),
      ("missing-percent: 50", "missing-percent: 0", .outOfRange("missing-percent", 1...100)),
      (
        "description-imprecise: D", "description-imprecise: E",
        .unknownWord("E", allowed: ["A", "B", "C", "D"])
      ),
      ("description-imprecise: D", "description-vague: D", .unknownRule("description-vague")),
      ("at-least: 9, grade", "at-least: 11, grade", .outOfRange("at-least", 0...10)),
      ("      services: 3\n", "", .missingKey("types")),
      ("  single-service: -1\n", "", .missingKey("single-service")),
    ]
    for (old, new, kind) in cases {
      let problem = try problem(replacing: old, with: new)
      #expect(problem?.kind == kind)
      #expect(problem?.path == "own.yaml")
      #expect(problem?.sentence.isEmpty == false)
    }
    #expect(try problem(replacing: "base: 8", with: "base: 8\nbase: 9")?.line == 5)
  }

  @Test func `A category without a class is an error`() throws {
    let row = "    testing: { critical: A, high: B, medium: B, low: C }\n"
    #expect(try problem(replacing: row, with: "")?.kind == .missingKey("testing"))
    #expect(
      try problem(replacing: row, with: "    testing: { critical: A, high: B, medium: B }\n")?.kind
        == .missingKey("low"))
  }

  @Test func `A team may change the figures`() throws {
    let text = try text().replacing("base: 8", with: "base: 6.5")
    let rubric = try Rubric.load(
      path: "own.yaml", bytes: Array(text.utf8), rules: Set(Pair.rubric.classes.rules.keys))
    #expect(rubric.base == Points(hundredths: 650))
  }

  @Test(arguments: [("8", 800), ("+2", 200), ("-0.5", -50), ("1.25", 125), ("0", 0)])
  func `Points are read to the hundredth`(text: String, hundredths: Int) {
    #expect(Points(text)?.hundredths == hundredths)
  }

  @Test(arguments: ["", "+", "1.", ".5", "1.125", "101", "1e2", "--1", "1,5", "９"])
  func `What is no number of points is refused`(text: String) { #expect(Points(text) == nil) }

  @Test(arguments: [(-50, "-0.5"), (125, "1.25"), (105, "1.05"), (-200, "-2"), (0, "0")])
  func `Points are written as short as they can be`(hundredths: Int, text: String) {
    #expect(Points(hundredths: hundredths).text == text)
  }
}
