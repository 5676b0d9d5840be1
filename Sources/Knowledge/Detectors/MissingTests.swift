import SourceText
import TemplateModel

/// Finds answers that bring no tests although tests are asked for, and tests that check less than the ideal's.
struct MissingTests {
  private let scene: Scene

  init(_ scene: Scene) { self.scene = scene }

  /// No test of a kind on either side, though the task or one of the documents speaks of such tests.
  ///
  /// Cited are the lines of both documents that speak of them.
  func absent(_ role: TemplateFile.Role) -> [Evidence] {
    let isTest: (TemplateFile) -> Bool = { $0.role == role && $0.standing == .final }
    guard !scene.response.files.contains(where: isTest), !scene.ideal.files.contains(where: isTest) else {
      return []
    }
    let phrases = role == .unitTest ? MissingTests.unit : MissingTests.integration
    let here = MissingTests.mentions(of: phrases, in: scene.response)
    let there = MissingTests.mentions(of: phrases, in: scene.ideal)
    let isAsked = scene.requirements.contains { requirement in
      let text = Array(requirement.text.lowercased().utf8)[...]
      return phrases.contains { text.holds($0) }
    }
    guard isAsked || here.isEmpty && !there.isEmpty else { return [] }
    return [
      Evidence(
        subject: DeltaSubject(
          kind: .template, type: "template", name: "no test file in the answer", address: "", order: 6_000_000
        ),
        response: here, ideal: there, confidence: isAsked ? 600 : 450)
    ]
  }

  /// Test files of the response with fewer cases than the ideal's of the same kind.
  func thin() -> [Evidence] {
    var found: [Evidence] = []
    for role in [TemplateFile.Role.unitTest, .integrationTest] {
      let pairs = FilePairs.pairs(in: scene) { $0.standing == .final && $0.role == role }
      for (response, ideal) in pairs {
        let here = scene.response.files[response]
        let there = scene.ideal.files[ideal]
        let cases = MissingTests.cases(in: here)
        let wanted = MissingTests.cases(in: there)
        guard wanted.count >= cases.count + 2 else { continue }
        let names = Set(cases.map { here.text($0) })
        let more = wanted.filter { !names.contains(there.text($0)) }
        found.append(
          Evidence(
            subject: DeltaSubject(here, order: 4_300_000 + response),
            detail: "\(count(cases.count, of: role)) in \(here.path), \(wanted.count) in the ideal",
            response: cases.isEmpty ? [here.location] : cases.prefix(20).map(here.location),
            ideal: more.prefix(30).map(there.location), confidence: 600))
      }
    }
    return found
  }

  /// `1 unit test`, `3 integration tests`.
  private func count(_ number: Int, of role: TemplateFile.Role) -> String {
    "\(number) \(role == .unitTest ? "unit" : "integration") \(number == 1 ? "test" : "tests")"
  }

  private static let unit: [StaticString] = [
    "unit test", "test coverage", "unit-test", "unittest", "tests/unit",
  ]
  private static let integration: [StaticString] = [
    "integration test", "integration-test", "tests/integration", "int.test",
  ]

  /// The first lines of the documents that hold one of the phrases, wherever they stand.
  private static func mentions(of phrases: [StaticString], in template: Template) -> [SourceLocation] {
    var found: [SourceLocation] = []
    for (number, document) in template.documents.enumerated() {
      var start = 0
      while start < document.bytes.count, found.count < 8 {
        let end = document.bytes[start...].firstIndex(of: 0x0A) ?? document.bytes.count
        let line = document.bytes[start..<end]
        if line.count < 400 {
          let text = line.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }[...]
          if phrases.contains(where: { text.holds($0) }) {
            found.append(
              SourceLocation(
                document: UInt32(truncatingIfNeeded: number), range: SourceRange(start, end)))
          }
        }
        start = end + 1
      }
    }
    return found
  }

  /// The lines that open a test case: `it('…`, `test('…`, `def test_…`, `func Test…`.
  private static func cases(in file: TemplateFile) -> [SourceRange] {
    ProgramLine.lines(of: file).filter { line in
      switch file.language {
      case .typeScript, .javaScript:
        line.starts(with: "it(") || line.starts(with: "test(") || line.starts(with: "it.each")
          || line.starts(with: "test.each")
      case .python: line.starts(with: "def test_") || line.starts(with: "async def test_")
      case .go: line.starts(with: "func Test")
      case .java: line.starts(with: "@Test")
      default: false
      }
    }.map(\.range)
  }
}
