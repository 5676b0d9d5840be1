import Knowledge
import SourceText
import TemplateDiff
import TemplateModel
import Testing

/// Every example of every known failure, as it is written and in forms that must not change the verdict.
struct ExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let failure: KnownFailure
    let example: KnownFailure.Example
    var testDescription: String { "\(failure.id): \(example.name) (line \(example.line))" }
  }

  static let cases = KnownFailureFiles.loaded.base.entries.flatMap { entry in
    entry.examples.map { Case(failure: entry, example: $0) }
  }

  @Test(arguments: cases)
  func `An example gives the findings that it states`(_ item: Case) {
    let analysis = judge(item, wrap: { $0 })
    #expect(expectations(item, analysis) == item.example.findings)
  }

  @Test(arguments: cases)
  func `CRLF line ends change nothing`(_ item: Case) {
    let analysis = judge(item) { $0.replacing("\n", with: "\r\n") }
    #expect(expectations(item, analysis) == item.example.findings)
  }

  @Test(arguments: cases.filter { $0.example.language == "yaml" })
  func `Deeper indentation changes nothing`(_ item: Case) {
    let analysis = judge(item) { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? String($0) : "  " + $0 }.joined(separator: "\n")
    }
    #expect(expectations(item, analysis) == item.example.findings)
  }

  @Test(arguments: cases.filter { $0.example.language != "markdown" })
  func `Inside a Markdown answer only the lines move`(_ item: Case) {
    let analysis = judge(item, extension: "md") { text in
      "# Answer 🚀\n\n```\(item.example.language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")```\n"
    }
    let moved = item.example.findings.map { finding in
      var finding = finding
      finding.line = finding.line.map { $0 + 3 }
      finding.ideal = finding.ideal.map { $0 + 3 }
      return finding
    }
    #expect(expectations(item, analysis).map(\.line) == moved.map(\.line))
    #expect(expectations(item, analysis).map(\.ideal) == moved.map(\.ideal))
  }

  private func judge(_ item: Case, extension suffix: String? = nil, wrap: (String) -> String)
    -> FailureAnalysis
  {
    let suffix =
      suffix
      ?? (["markdown": "md", "hcl": "tf", "typescript": "ts", "python": "py"][item.example.language]
        ?? item.example.language)
    return KnownFailureFiles.judge(
      response: wrap(item.example.response), ideal: wrap(item.example.ideal), prompt: item.example.prompt,
      extension: suffix)
  }

  private func expectations(_ item: Case, _ analysis: FailureAnalysis) -> [KnownFailure.Expectation] {
    analysis.findings.filter { $0.rule == item.failure.id }.map { finding in
      KnownFailure.Expectation(
        title: finding.title,
        line: finding.response.first.map { analysis.diff.response.lines(of: $0).lowerBound },
        ideal: finding.ideal.first.map { analysis.diff.ideal.lines(of: $0).lowerBound })
    }
  }
}
