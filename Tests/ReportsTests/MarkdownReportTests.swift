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

  @Test func `Two empty templates give a report that claims nothing`() {
    let empty = Template(documents: [])
    func text(checked: Int) -> String {
      render(
        FailureAnalysis(
          diff: TemplateDiff(response: empty, ideal: empty, pairs: [], deltas: []), requirements: [],
          findings: [],
          knownFailuresChecked: checked))
    }
    #expect(
      text(checked: 0).contains("No infrastructure template was found in the response, which holds no files.")
    )
    #expect(text(checked: 0).contains("No resource was found in the ideal to compare it with."))
    #expect(text(checked: 0).contains("No failure was found, but no known failure was looked for either."))
    #expect(
      text(checked: 9).contains("No failure was found, but without resources there was little to look at."))
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

  @Test func `Places beyond the thirtieth are counted`() {
    let lines = (1...200).map { "line\($0)" }.joined(separator: "\n")
    let text = render(analysis(lines, language: .yaml, places: (1...200).map { $0...$0 }))
    #expect(text.contains(" and 36; 164 more places."))
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

  private func report(problems: [LocatedProblem], in template: Template) -> String {
    var response = template
    response.problems = problems
    return render(
      FailureAnalysis(
        diff: TemplateDiff(response: response, ideal: Template(documents: []), pairs: [], deltas: []),
        requirements: [], findings: [], knownFailuresChecked: 1))
  }

  @Test func `Reasons beyond the fortieth are counted`() {
    let response = Template(documents: [SourceFile(path: "a", text: "x")])
    let problems = (0..<50).map {
      Sample.problem(.unexpectedToken, detail: "\($0)", lines: 1...1, in: response)
    }
    let text = report(problems: problems, in: response)
    #expect(text.contains("- and 10 more, which the JSON report lists"))
    #expect(text.contains("Parts not read: 50, read in part: 0."))
  }

  @Test func `Parts not read for the same reason are told in one line`() {
    let response = Template(documents: [SourceFile(path: "a", text: String(repeating: "x\n", count: 40))])
    let problems = [3...3, 3...3, 5...9].map { Sample.problem(.unexpectedToken, lines: $0, in: response) }
    #expect(
      report(problems: problems, in: response).contains(
        "- a, lines 3 and 5–9: This cannot stand here; it was skipped.\n"))
    let many = (1...20).map { Sample.problem(.unexpectedToken, lines: $0...$0, in: response) }
    #expect(
      report(problems: many, in: response).contains(
        "- a, lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more places: This"))
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
