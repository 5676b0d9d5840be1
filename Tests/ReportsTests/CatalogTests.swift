import Knowledge
import Reports
import SourceText
import TemplateDiff
import TemplateModel
import TestSupport
import Testing

/// The layout by category.
struct CatalogTests {
  private func catalog(_ analysis: FailureAnalysis) -> String {
    MarkdownReport(analysis, summary: ReportSummary(analysis), layout: .catalog).text
  }

  @Test func `A report in the layout of a catalogue`() throws {
    try expectGolden(catalog(Sample.analysis), "small-case-catalog.md")
  }

  @Test func `Failures are numbered within their category, and the summary names them so`() {
    let text = catalog(Sample.analysis)
    let headings = text.matches(of: /(?m)^##+ (Category \d+|Failure \d+\.\d+): (.*)$/).map {
      "\($0.1): \($0.2)"
    }
    #expect(
      headings == [
        "Category 1: Security and IAM",
        "Failure 1.1: Hardcoded master password on AWS::RDS::DBInstance Database",
        "Failure 1.2: No encryption on AWS::S3::Bucket LogBucket",
        "Failure 1.3: Public read access on AWS::S3::Bucket LogBucket", "Category 2: Monitoring",
        "Failure 2.1: Missing AWS::CloudWatch::Alarm Alarm",
      ])
    #expect(text.contains("| High | 2 | 1.2, 1.3 |"))
    #expect(text.contains("1. **Security and IAM** (failures 1.1–1.3): "))
    #expect(text.contains("the most serious is failure 1.1, "))
  }

  @Test func `Each failure has severity, location, code, issues, the ideal's way and the impact`() {
    let text = catalog(Sample.analysis)
    #expect(
      text.contains(
        """
        **Severity**: Critical (anyone who can read the template has the database)  
        **Location**: MODEL_RESPONSE.md, line 26 (`lib/TapStack.yml`)

        **Model Generated**:

        ```yaml
        """))
    #expect(
      text.contains(
        "**Location**: missing; the ideal has it at IDEAL_RESPONSE.md, lines 19–22\n\n**Model Generated**: nothing that corresponds."
      ))
    #expect(
      text.contains(
        """
        **Issues**:
        1. The bucket sets no `BucketEncryption`.
        2. The prompt asks for it (PROMPT.md, line 12): “Encrypt everything at rest”
        """))
  }

  @Test func `Without findings no category and no empty heading is left`() {
    let text = catalog(
      FailureAnalysis(diff: Sample.diff, requirements: [], findings: [], knownFailuresChecked: 3))
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(
      headings == [
        "# Model Response Failures Catalog", "## Executive Summary", "## Statistics", "### Parts Not Read",
        "### Remarks on the Documents", "### What This Rests On",
      ])
  }

  @Test(arguments: ReportLayout.allCases)
  func `Cause, references and impact that are the same are told once`(layout: ReportLayout) {
    let analysis = Sample.analysis
    var twins = [analysis.findings[0], analysis.findings[0]]
    twins[1].title = "The same elsewhere"
    twins[1].rootCause += "!"
    let text = MarkdownReport(
      FailureAnalysis(diff: analysis.diff, requirements: [], findings: twins, knownFailuresChecked: 1),
      summary: ReportSummary(
        FailureAnalysis(diff: analysis.diff, requirements: [], findings: twins, knownFailuresChecked: 1)),
      layout: layout
    ).text
    let first = layout == .impact ? "1" : "1.1"
    #expect(text.contains("**AWS Documentation Reference**: As for failure \(first)."))
    #expect(text.contains("Impact**: As for failure \(first)."))
    #expect(!text.contains("**Root Cause**: As for"))
  }

  @Test func `Failures with the same title get their places, and no two headings are alike`() {
    let findings = Sample.analysis.findings
    var same = [findings[0], findings[0], findings[1], findings[2], findings[3]]
    for index in same.indices { same[index].title = index == 3 ? "The, fault" : "The fault" }
    let analysis = FailureAnalysis(
      diff: Sample.diff, requirements: [], findings: same, knownFailuresChecked: 1)
    let headings = catalog(analysis).matches(of: /(?m)^### Failure [\d.]+: (.*)$/).map { String($0.1) }
    #expect(Set(headings).count == 5)
    #expect(headings.prefix(2) == ["The fault (line 26)", "The fault (line 26, 2)"])
  }

  @Test func `Links that lead elsewhere are not called those of AWS`() {
    var finding = Sample.analysis.findings[0]
    finding.references = [Finding.Link(title: "State", url: "https://developer.hashicorp.com/terraform")]
    let analysis = FailureAnalysis(
      diff: Sample.diff, requirements: [], findings: [finding], knownFailuresChecked: 1)
    let text = catalog(analysis)
    #expect(
      text.contains("\n**Documentation Reference**: [State](https://developer.hashicorp.com/terraform)"))
  }
}

/// How far a response is expected to get.
struct OutlookTests {
  private func analysis(_ findings: [(Category, Severity, [Finding.Impact.Kind])], dialect: Dialect?)
    -> FailureAnalysis
  {
    var response = Sample.diff.response
    for index in response.files.indices { response.files[index].dialect = dialect }
    let made = findings.enumerated().map { place, kind in
      var finding = Sample.analysis.findings[0]
      finding.title = "Fault \(place + 1)"
      finding.category = kind.0
      finding.severity = kind.1
      finding.impact = kind.2.map { Finding.Impact(kind: $0, text: "Text.") }
      return finding
    }
    response.problems = []
    let diff = TemplateDiff(response: response, ideal: Sample.diff.ideal, pairs: [], deltas: [])
    return FailureAnalysis(diff: diff, requirements: [], findings: made, knownFailuresChecked: 1)
  }

  private func overview(
    _ findings: [(Category, Severity, [Finding.Impact.Kind])], dialect: Dialect? = .cdk
  ) -> String {
    let analysis = analysis(findings, dialect: dialect)
    let text = MarkdownReport(analysis, summary: ReportSummary(analysis)).text
    return text.split(separator: "\n").first { $0.contains("It has ") }.map {
      String($0[($0.firstRange(of: "It has ")?.lowerBound ?? $0.startIndex)...])
    } ?? ""
  }

  @Test func `The overview says whether it would synthesize, deploy and work, and why not`() {
    let rest = (Category.testing, Severity.low, [Finding.Impact.Kind.operations])
    #expect(
      overview([rest, (.languageFramework, .critical, [.deployment])])
        == "It has 2 failures (1 critical and 1 low) and is not expected to synthesize; the first obstacle is failure 1, Fault 2."
    )
    #expect(
      overview([(.securityIAM, .critical, [.security]), (.deploymentConstraints, .critical, [.deployment])])
        == "It has 2 failures (all critical) and should synthesize, but is not expected to deploy; the first obstacle is failure 2, Fault 2."
    )
    #expect(
      overview([(.configurationNaming, .critical, [.deployment]), (.compute, .high, [.operations])])
        == "It has 2 failures (1 critical and 1 high) and should synthesize, but its deployment is at risk and it would not do all that was asked; the most serious is failure 1, Fault 1."
    )
    #expect(
      overview([(.securityIAM, .high, [.security]), rest])
        == "It has 2 failures (1 high and 1 low) and should synthesize and deploy, but leaves openings; the most serious is failure 1, Fault 1."
    )
    #expect(
      overview([rest], dialect: .terraform)
        == "It has 1 failure, of low severity, and should pass the plan, deploy and work: Fault 1.")
    #expect(overview([rest], dialect: .gitLabCI) == "It has 1 failure, of low severity: Fault 1.")
  }

  @Test func `Every finding belongs to one step, the most severe first`() {
    var kinds: [(Category, Severity, [Finding.Impact.Kind])] = []
    for category in Category.allCases {
      for severity in Severity.allCases {
        kinds += [(category, severity, [.deployment]), (category, severity, [.security])]
      }
    }
    let analysis = analysis(kinds, dialect: .pulumi)
    let summary = ReportSummary(analysis)
    let steps = Outlook.Step.allCases.map(summary.outlook.findings)
    #expect(steps.flatMap { $0 }.sorted() == Array(kinds.indices))
    for step in steps {
      let ranks = step.map { analysis.findings[$0].severity.rank }
      #expect(ranks == ranks.sorted(by: >))
    }
    #expect(summary.outlook.findings(.rest).allSatisfy { analysis.findings[$0].severity <= .medium })
  }

  @Test func `What recurs in serious findings comes before what is frequent and harmless`() {
    let low = (Category.codeQuality, Severity.low, [Finding.Impact.Kind.operations])
    var analysis = analysis(
      Array(repeating: low, count: 15) + [(.compute, .high, [.operations])], dialect: .cdk)
    var findings = analysis.findings
    for index in findings.indices { findings[index].rule = index == 15 ? "serious" : "harmless" }
    analysis = FailureAnalysis(
      diff: analysis.diff, requirements: [], findings: findings, knownFailuresChecked: 1)
    let topics = ReportSummary(analysis).topics
    #expect(topics.map(\.rule) == ["serious", "harmless"])
    #expect(topics.map(\.findings.count) == [1, 15])
  }
}
