import Knowledge
import Testing

struct ProjectFileTests {
  private func file(_ text: String) throws(KnownFailureProblem) -> ProjectFile {
    try ProjectFile(path: "ops/.plumbline.yaml", bytes: Array(text.utf8))
  }

  private func refusal(_ text: String) -> String? {
    do throws(KnownFailureProblem) {
      _ = try file(text).settings(rules: ["open-door"])
      return nil
    } catch { return error.description }
  }

  @Test
  func `Every key is read with its line`() throws {
    let file = try file("knowledge: [a, b]\nfail-on: high\noff:\n  - cost\nseverity:\n  open-door: low\n")
    #expect(file.knowledge.map(\.value) == ["a", "b"])
    #expect(file.failOn?.value == .high)
    #expect(file.failOn?.line == 2)
    #expect(file.off.map(\.line) == [4])
    #expect(file.severities.map(\.name.line) == [6])
    let settings = try file.settings(rules: ["open-door"])
    #expect(settings.off == ["cost"])
    #expect(settings.severities == ["open-door": .low])
  }

  @Test(arguments: [
    ("colour: red\n", "ops/.plumbline.yaml:1: The key `colour` is not known here; "),
    ("off: [cost, testnig]\n", "ops/.plumbline.yaml:1: There is no known failure `testnig`; "),
    ("severity:\n  open-dor: low\n", "ops/.plumbline.yaml:2: There is no known failure `open-dor`; "),
    ("severity:\n  open-door: grave\n", "ops/.plumbline.yaml:2: `grave` is not a severity; "),
    ("fail-on: [high]\n", "ops/.plumbline.yaml:1: `fail-on` must be a text."),
    ("off: [\n", "ops/.plumbline.yaml:"),
  ])
  func `What is not as it must be is told with its line`(text: String, start: String) {
    #expect(refusal(text)?.hasPrefix(start) == true, "\(refusal(text) ?? "nothing")")
  }

  @Test
  func `A known failure is switched off by its id or its category, and remapped with the reason`() throws {
    let response = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  B:\n    Type: AWS::SNS::Topic\n"
    let ideal = "Resources:\n  C:\n    Type: AWS::SQS::Queue\n  D:\n    Type: AWS::KMS::Key\n"
    let base = KnownFailureFiles.loaded.base
    let plain = KnownFailureFiles.judge(response: response, ideal: ideal)
    let first = try #require(plain.findings.first)
    let entry = try #require(base.entries.first { $0.id == first.rule })
    for name in [first.rule, entry.category.rawValue] {
      let settings = try file("off: [\(name)]\n").settings(rules: [first.rule])
      let found = base.adjusted(by: settings).judge(plain.diff, requirements: [])
      #expect(!found.findings.contains { $0.rule == first.rule })
      #expect(!found.checked.contains { $0.id == first.rule })
      #expect(found.knownFailuresChecked < plain.knownFailuresChecked)
      let level = Severity.allCases.first { $0 != first.severity } ?? .low
      let remapped = try file("severity: {\(name): \(level.rawValue)}\n").settings(rules: [first.rule])
      let told = base.adjusted(by: remapped).judge(plain.diff, requirements: []).findings
      let again = try #require(told.first { $0.fingerprint == first.fingerprint })
      #expect(again.severity == level)
      #expect(again.severityReason == "remapped by .plumbline.yaml from \(first.severity.rawValue)")
      #expect(again.grounds?.builtIn == first.severity)
    }
  }

  @Test
  func `An id goes before its category`() throws {
    var settings = ProjectSettings()
    settings.severities = ["cost": .low, "open-door": .high]
    #expect(settings.severities["open-door"] == .high)
    let entry = try #require(KnownFailureFiles.loaded.base.entries.first { $0.severity.level != .critical })
    settings.severities = [entry.category.rawValue: .low, entry.id: .critical]
    settings.origin = "x"
    let checked = KnownFailureFiles.loaded.base.adjusted(by: settings)
      .judge(KnownFailureFiles.judge(response: "a: 1\n", ideal: "a: 1\n").diff, requirements: []).checked
    #expect(checked.first { $0.id == entry.id }?.severity == .critical)
  }
}
