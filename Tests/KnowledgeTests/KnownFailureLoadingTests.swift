import Knowledge
import TemplateDiff
import Testing

struct KnownFailureLoadingTests {
  static let valid = """
    id: open-door
    title: "Open door on {name}"
    category: networking
    severity:
      level: high
      because: anyone may come in
    detect:
      - delta: [changed]
        property: [Door]
    issue: "{name} has {response}."
    fix: "Write {ideal}."
    root-cause: Doors open by themselves.
    impact:
      security: Anyone may come in.
    references:
      - title: Doors
        url: https://docs.aws.amazon.com/
    examples:
      - name: open
        response: "a"
        ideal: "b"
        findings:
          - title: Open door
      - name: closed
        response: "a"
        ideal: "a"
        findings: []

    """

  private func refusal(_ text: String, path: String = "networking/open-door.yaml") -> KnownFailureProblem? {
    do throws(KnownFailureProblem) {
      _ = try KnownFailure.load(path: path, bytes: Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test
  func `A complete file is read`() throws {
    let entry = try KnownFailure.load(path: "networking/open-door.yaml", bytes: Array(Self.valid.utf8))
    #expect(entry.id == "open-door")
    #expect(entry.category == .networking)
    #expect(entry.severity.level == .high)
    #expect(entry.examples.map(\.findings.count) == [1, 0])
    #expect(refusal(Self.valid) == nil)
  }

  @Test(arguments: [
    (
      "title: \"Open", "colour: red\ntitle: \"Open", 2,
      KnownFailureProblem.Kind.unknownKey("colour", allowed: KnownFailure.keys)
    ),
    (
      "issue: \"{name} has {response}.\"\nfix:", "fix: x\nissue: x\nfax:", 11,
      .wrongOrder("issue", after: "fix")
    ),
    ("root-cause: Doors open by themselves.\n", "", 1, .missingKey("root-cause")),
    ("{response}", "{answer}", 10, .unknownPlaceholder("answer")),
    ("level: high", "level: grave", 5, .notALevel("grave")),
    (
      "[changed]", "[bent]", 8,
      .unknownWord(
        "bent",
        allowed: Delta.Kind.allCases.map(\.rawValue))
    ),
    ("delta: [changed]\n    property: [Door]", "detector: dowsing-rod", 8, .unknownDetector("dowsing-rod")),
    ("delta: [changed]\n    property", "property", 8, .noPlaceToLook),
    ("https://", "ftp://", 17, .notALink("ftp://docs.aws.amazon.com/")),
    ("findings: []", "findings:\n      - title: x", 19, .noSilentExample),
    ("category: networking", "category: weather", 3, .notACategory("weather")),
    (
      "category: networking", "category: testing", 3,
      .categoryDiffersFromFolder(category: "testing", folder: "networking")
    ),
    ("id: open-door", "id: shut-door", 1, .idDiffersFromFile(id: "shut-door", file: "open-door.yaml")),
  ])
  func `What is not as it must be is told with its line`(
    _ part: String, _ replacement: String, _ line: Int, _ kind: KnownFailureProblem.Kind
  ) throws {
    #expect(Self.valid.contains(part))
    let problem = try #require(refusal(Self.valid.replacing(part, with: replacement)))
    #expect(problem.kind == kind)
    #expect(problem.line == line)
    #expect(problem.path == "networking/open-door.yaml")
  }

  @Test
  func `A file that is not YAML is refused with the reason`() throws {
    let problem = try #require(refusal("id: [open\n"))
    guard case .notYAML = problem.kind else {
      Issue.record("\(problem.kind)")
      return
    }
    #expect(problem.description.hasPrefix("networking/open-door.yaml:"))
  }

  @Test
  func `An id that is used twice is refused`() {
    let file = (path: "networking/open-door.yaml", bytes: Array(Self.valid.utf8))
    let (base, problems) = KnowledgeBase.load([file, file])
    #expect(base.entries.count == 1)
    #expect(problems.map(\.kind) == [.repeatedID("open-door")])
  }
}
