import Foundation
import FoundationXML
import Knowledge
import Reports
import Testing

/// The formats that CI services read.
struct ExchangeTests {
  private let sample = Sample.analysis

  private func junit(_ analysis: FailureAnalysis) -> String {
    JUnitReport(analysis, summary: ReportSummary(analysis)).text(case: "small")
  }

  private func gitLab(_ analysis: FailureAnalysis) -> String {
    GitLabReport(analysis, summary: ReportSummary(analysis)).text
  }

  private func gitHub(_ analysis: FailureAnalysis) -> [Substring] {
    GitHubReport(analysis, summary: ReportSummary(analysis), token: "TOKEN").text.split(separator: "\n")
  }

  private func reviewdog(_ analysis: FailureAnalysis) -> String {
    RDJSONLReport(analysis, summary: ReportSummary(analysis)).text
  }

  @Test func `JUnit has a failing test for each finding and a skipped one for what was not read`() throws {
    let tests = try Elements(of: junit(sample))
    #expect(tests.named("failure").map { $0["type"] } == ["critical", "high", "high", "medium"])
    #expect(tests.named("skipped").count == 1)
    #expect(tests.named("testcase").first?["line"] == "26")
    #expect(tests.named("testsuite").first?["tests"] == "5")
  }

  @Test func `A known failure that was not found is a test that passes`() throws {
    let checked = CheckedFailure(
      id: "hardcoded-region", category: .compute, severity: .low, because: "", fix: "", rootCause: "",
      references: [], reported: nil)
    let analysis = FailureAnalysis(
      diff: sample.diff, requirements: [], findings: [], knownFailuresChecked: 1, checked: [checked])
    let tests = try Elements(of: junit(analysis))
    #expect(tests.named("testcase").first?["name"] == "hardcoded-region")
    #expect(tests.named("failure").isEmpty)
  }

  @Test func `GitLab gets an entry for each finding, with distinct fingerprints`() throws {
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(gitLab(sample).utf8)) as? [[String: Any]])
    #expect(entries.map { $0["severity"] as? String } == ["blocker", "critical", "critical", "major"])
    #expect(Set(entries.compactMap { $0["fingerprint"] as? String }).count == 4)
    #expect(gitLab(ManyFindings.analysis(0)) == "[]\n")
  }

  @Test func `Reviewdog gets a line for each finding, with columns in bytes`() throws {
    let lines = reviewdog(sample).split(separator: "\n")
    #expect(lines.count == 4)
    let first = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(first["severity"] as? String == "ERROR")
    let range = (first["location"] as? [String: Any])?["range"] as? [String: [String: Int]]
    #expect(range == ["start": ["line": 26, "column": 1], "end": ["line": 26, "column": 34]])
    #expect(reviewdog(ManyFindings.analysis(0)) == "")
  }

  @Test func `GitHub gets at most ten annotations of each level, and the rest is counted`() {
    let lines = gitHub(ManyFindings.analysis(100))
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(lines.count { $0.hasPrefix("::notice ") } == 10)
    #expect(lines[30] == "::stop-commands::TOKEN")
    #expect(lines[31] == "70 more findings without an annotation stand below.")
    #expect(lines.last == "::TOKEN::")
  }

  @Test func `An annotation names file, line and title`() {
    #expect(
      gitHub(sample)[0]
        == "::error file=MODEL_RESPONSE.md,line=26,endLine=26,col=1,endColumn=34,"
        + "title=Hardcoded master password on AWS%3A%3ARDS%3A%3ADBInstance Database::"
        + "`MasterUserPassword` is the literal `hunter2`.")
  }

  @Test func `A job summary stays below 1 MiB and says what did not fit`() {
    let analysis = ManyFindings.analysis(200, quote: String(repeating: "word ", count: 200))
    let text = GitHubSummary(analysis, summary: ReportSummary(analysis)).text
    #expect(text.utf8.count <= 1_048_576)
    #expect(text.utf8.count > 900_000)
    #expect(text.contains("more failures, the least severe, did not fit into this summary"))
    let small = GitHubSummary(sample, summary: ReportSummary(sample)).text
    #expect(small == MarkdownReport(sample, summary: ReportSummary(sample)).text)
  }

  @Test(arguments: ManyFindings.hostileTexts)
  func `A hostile text stays a text in every format`(hostile: String) throws {
    let analysis = ManyFindings.analysis(2, quote: "a\(hostile)b", line: hostile, severities: [.critical])
    let summary = ReportSummary(analysis)
    let tests = try Elements(of: junit(analysis))
    #expect(
      tests.names == [
        "testsuites", "testsuite", "testcase", "failure", "testcase", "failure",
      ])
    let entries = try JSONSerialization.jsonObject(with: Data(gitLab(analysis).utf8)) as? [Any]
    #expect(entries?.count == 2)
    #expect(reviewdog(analysis).split(separator: "\n").count == 2)
    let log = gitHub(analysis)
    let end = try #require(log.firstIndex(of: "::stop-commands::TOKEN"))
    #expect(log[..<end].allSatisfy { $0.hasPrefix("::error file=MODEL_RESPONSE.md,line=2,") })
    #expect(end == 2)
    #expect(log.count { $0.hasPrefix("::TOKEN::") } == 1)
    for text in [
      junit(analysis), gitLab(analysis), reviewdog(analysis), log.joined(separator: "\n"),
      GitHubSummary(analysis, summary: summary).text,
    ] {
      #expect(
        !text.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || [0x9B, 0x202E, 0x2066].contains($0.value)
        })
    }
  }

  @Test func `A line and a text of a megabyte stay bounded`() throws {
    let long = String(repeating: "é", count: 500_000)
    let analysis = ManyFindings.analysis(1, quote: long, line: long)
    let summary = ReportSummary(analysis)
    #expect(junit(analysis).utf8.count < 30_000)
    #expect(gitLab(analysis).utf8.count < 2_000)
    #expect(reviewdog(analysis).utf8.count < 10_000)
    #expect(gitHub(analysis)[0].utf8.count < 4_000)
    #expect(SARIFReport(analysis, summary: summary, version: "1.0.0").text(case: long).utf8.count < 20_000)
    #expect(GitHubSummary(analysis, summary: summary).text.utf8.count <= 1_048_576)
  }
}

/// The elements of an XML document with their attributes, in the order of their start tags.
private final class Elements: NSObject, XMLParserDelegate {
  private var found: [(name: String, attributes: [String: String])] = []

  init(of text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
  }

  var names: [String] { found.map(\.name) }

  func named(_ name: String) -> [[String: String]] { found.filter { $0.name == name }.map(\.attributes) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    found.append((name, attributes))
  }
}
