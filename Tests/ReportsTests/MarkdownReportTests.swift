import Knowledge
import Reports
import SourceText
import TemplateDiff
import TemplateModel
import Testing

struct MarkdownReportTests {
  private func render(_ analysis: FailureAnalysis) -> String {
    MarkdownReport(analysis, summary: ReportSummary(analysis)).text
  }

  /// The sample with other findings in a response of this text.
  private func analysis(
    _ text: String, language: Language, places: [ClosedRange<Int>], resource: ClosedRange<Int>? = nil
  ) -> FailureAnalysis {
    var response = Sample.template(text, path: "MODEL_RESPONSE.md", file: "lib/a", language: language)
    response.resources = resource.map { [Sample.resource("A", "T", lines: $0, keys: [], in: response)] } ?? []
    var finding = Sample.findings(response, response)[0]
    finding.response = places.map { Sample.location($0, in: response) }
    finding.ideal = []
    return FailureAnalysis(
      diff: TemplateDiff(response: response, ideal: Template(documents: []), pairs: [], deltas: []),
      requirements: [], findings: [finding], knownFailuresChecked: 1)
  }

  @Test func `A case without findings is said to have none, with what was compared`() {
    let diff = Sample.diff
    let text = render(FailureAnalysis(diff: diff, requirements: [], findings: [], knownFailuresChecked: 20))
    #expect(
      text.contains("No failure was found: none of the 20 known failures that were looked for applies."))
    #expect(text.contains("Resources compared: 2."))
    #expect(!text.contains("## Critical Failures"))
    #expect(!text.contains("| Severity |"))
  }

  @Test func `Two empty templates give a report`() {
    let empty = Template(documents: [])
    let text = render(
      FailureAnalysis(
        diff: TemplateDiff(response: empty, ideal: empty, pairs: [], deltas: []), requirements: [],
        findings: [],
        knownFailuresChecked: 0))
    #expect(
      text.contains(
        "The response holds no infrastructure template that could be read: no files and no resources."))
    #expect(text.contains("No failure was found, but no known failure was looked for either."))
  }

  @Test func `JSON is quoted as JSONC, because its marks are comments`() {
    let text = render(analysis("{\n  \"A\": {\n    \"B\": 1\n  }\n}\n", language: .json, places: [3...3]))
    #expect(text.contains("```jsonc\n\"A\": {\n  \"B\": 1 // ❌\n}\n```"))
  }

  @Test func `Left-out lines are counted and named, short gaps are shown`() {
    let lines = (1...30).map { "line\($0)" }.joined(separator: "\n")
    let text = render(analysis(lines, language: .yaml, places: [9...9, 14...14, 28...28]))
    #expect(
      text.contains(
        """
        ```yaml
        line8
        line9 # ❌
        line10
        line11
        line12
        line13
        line14 # ❌
        line15
        # … 11 lines (16–26)
        line27
        line28 # ❌
        line29
        ```
        """))
    #expect(text.contains("MODEL_RESPONSE.md, line 9 (`lib/a`):"))
  }

  @Test func `A long place is shown by its first lines and its last`() {
    let lines = (1...40).map { "line\($0)" }.joined(separator: "\n")
    let text = render(analysis(lines, language: .python, places: [3...38]))
    #expect(
      text.contains(
        """
        ```python
        line3 # ❌
        line4
        line5
        line6
        line7
        line8
        # … 29 lines (9–37)
        line38
        ```
        """))
  }

  @Test func `Places beyond the excerpt are named`() {
    let lines = (1...200).map { "line\($0)" }.joined(separator: "\n")
    let places = stride(from: 10, through: 110, by: 10).map { $0...$0 } + [150...160]
    let text = render(analysis(lines, language: .yaml, places: places))
    #expect(text.contains("Also at MODEL_RESPONSE.md, lines 70, 80, 90, 100, 110 and 150–160."))
  }

  @Test func `The head of the resource stands above the line meant, and nothing from outside it`() {
    let lines = (1...20).map { "line\($0)" }.joined(separator: "\n")
    let text = render(analysis(lines, language: .yaml, places: [12...12], resource: 4...12))
    #expect(
      text.contains(
        """
        ```yaml
        line4
        line5
        # … 5 lines (6–10)
        line11
        line12 # ❌
        ```
        """))
  }

  @Test func `The same lines with the same marks are shown once`() {
    let text = render(Sample.analysis)
    #expect(text.contains("MODEL_RESPONSE.md, lines 10–16 (`lib/TapStack.yml`): shown under failure 2."))
    #expect(text.components(of: "  LogBucket: # ❌") + text.components(of: "\nLogBucket: # ❌") == 1)
  }

  @Test func `Parts beyond the fortieth are counted`() {
    var response = Template(documents: [SourceFile(path: "a", text: "x")])
    response.problems = (0..<50).map { _ in
      Sample.problem(.unexpectedToken, lines: 1...1, in: response)
    }
    let text = render(
      FailureAnalysis(
        diff: TemplateDiff(response: response, ideal: response, pairs: [], deltas: []), requirements: [],
        findings: [], knownFailuresChecked: 1))
    #expect(text.contains("- and 60 more, which the JSON report lists"))
    #expect(text.contains("Parts not read: 100, read in part: 0."))
  }

  /// 200 resources of 20 lines on both sides, and a finding on each.
  private var manyFindings: FailureAnalysis {
    let text = (0..<200).map { index in
      "  Resource\(index):\n    Type: AWS::S3::Bucket\n"
        + (3...20).map { "      Key\($0): é \(index)\n" }.joined()
    }.joined()
    var response = Sample.template(text, path: "MODEL_RESPONSE.md", file: "lib/a.yml")
    response.resources = (0..<200).map { index in
      let lines = index * 20 + 1...index * 20 + 20
      return Sample.resource("Resource\(index)", "AWS::S3::Bucket", lines: lines, keys: [], in: response)
    }
    var finding = Sample.analysis.findings[0]
    let findings = (0..<200).map { index in
      finding.response = [Sample.location(index * 20 + 9...index * 20 + 12, in: response)]
      finding.ideal = [Sample.location(index * 20 + 1...index * 20 + 20, in: response)]
      return finding
    }
    return FailureAnalysis(
      diff: TemplateDiff(response: response, ideal: response, pairs: [], deltas: []), requirements: [],
      findings: findings, knownFailuresChecked: 20)
  }

  @Test func `Two hundred findings render in under 20 ms`() {
    let analysis = manyFindings
    // A debug build only shows that nothing is quadratic.
    #if DEBUG
      let limit = Duration.seconds(2)
    #else
      let limit = Duration.milliseconds(20)
    #endif
    let clock = ContinuousClock()
    var best = Duration.seconds(60)
    for _ in 0..<5 {
      best = min(
        best,
        clock.measure {
          let summary = ReportSummary(analysis)
          #expect(MarkdownReport(analysis, summary: summary).text.utf8.count > 150_000)
        })
    }
    print("BEST", best)
    #expect(best < limit, "took \(best)")
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
