import Foundation
import Knowledge
import Reports
import SourceText
import TemplateDiff
import TemplateModel
import Testing

struct SARIFTests {
  private func text(_ analysis: FailureAnalysis, folders: ReportFolders = ReportFolders()) -> String {
    SARIFReport(analysis, summary: ReportSummary(analysis), folders: folders, version: "1.2.3").text(
      case: "small")
  }

  private func run(_ text: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let runs = try #require(object?["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private func regions(_ analysis: FailureAnalysis) throws -> [[String: Int]] {
    let results = try #require(try run(text(analysis))["results"] as? [[String: Any]])
    return results.compactMap { result in
      let location = (result["locations"] as? [[String: Any]])?.first
      return (location?["physicalLocation"] as? [String: Any])?["region"] as? [String: Int]
    }
  }

  @Test func `Every result has a rule, a message, a fingerprint and four region numbers`() throws {
    let run = try run(text(Sample.analysis))
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(
      results.map { $0["ruleId"] as? String } == [
        "hardcoded-password", "bucket-encryption-missing", "public-bucket", "missing-alarm",
      ])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      let prints = result["partialFingerprints"] as? [String: String]
      #expect(prints?["primaryLocationLineHash"]?.hasSuffix(":1") == true)
    }
    #expect(
      try regions(Sample.analysis) == [
        ["startLine": 26, "startColumn": 1, "endLine": 26, "endColumn": 34],
        // The whole resource: its first line. What is missing: where the template starts.
        ["startLine": 10, "startColumn": 1, "endLine": 10, "endColumn": 13],
        ["startLine": 10, "startColumn": 1, "endLine": 10, "endColumn": 13],
        ["startLine": 6, "startColumn": 1, "endLine": 6, "endColumn": 12],
      ])
  }

  @Test func `Only rules of security have a security severity`() throws {
    let driver = try #require(
      (try run(text(Sample.analysis))["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let severities = rules.map { ($0["properties"] as? [String: Any])?["security-severity"] as? String }
    #expect(severities == ["9.5", nil, "8.0", "8.0"])
  }

  @Test func `A clean run lists every rule and no result`() throws {
    let diff = Sample.diff
    let checked = CheckedFailure(
      id: "hardcoded-region", category: .crossRegionDNS, severity: .high, because: "it fails elsewhere",
      fix: "",
      rootCause: "", references: [], reported: 600)
    let analysis = FailureAnalysis(
      diff: diff, requirements: [], findings: [], knownFailuresChecked: 1, checked: [checked])
    let run = try run(text(analysis))
    #expect((run["results"] as? [Any])?.isEmpty == true)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rule = try #require((driver["rules"] as? [[String: Any]])?.first)
    #expect((rule["shortDescription"] as? [String: String]) == ["text": "Hardcoded region"])
    #expect((rule["fullDescription"] as? [String: String]) == ["text": "Hardcoded region"])
    #expect((rule["properties"] as? [String: Any])?["precision"] as? String == "high")
  }

  @Test func `Paths are relative to the repository and encoded`() {
    let folders = ReportFolders(response: "./cases/a b/../c d", ideal: "cases")
    let text = text(Sample.analysis, folders: folders)
    #expect(text.contains("\"uri\": \"cases/c%20d/MODEL_RESPONSE.md\""))
    #expect(text.contains("\"uri\": \"cases/IDEAL_RESPONSE.md\""))
  }

  @Test func `Columns count UTF-16 units`() throws {
    var analysis = ManyFindings.analysis(1, line: "é😀: x")
    var finding = analysis.findings[0]
    // The `x`: behind two bytes, four bytes, a colon and a blank.
    finding.response = [SourceText.SourceLocation(document: 0, range: SourceRange(3 + 8, 3 + 9))]
    analysis = FailureAnalysis(
      diff: analysis.diff, requirements: [], findings: [finding], knownFailuresChecked: 1)
    #expect(
      try regions(analysis) == [["startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 7]])
  }

  @Test func `Of 30,000 findings the most severe 5,000 remain, and it says so`() throws {
    let text = text(ManyFindings.analysis(30_000, quote: String(repeating: "A long sentence. ", count: 20)))
    #expect(text.utf8.count < 10_000_000)
    let run = try run(text)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count <= 5_000)
    #expect(results.allSatisfy { ($0["properties"] as? [String: Any])?["severity"] as? String == "critical" })
    let left = (run["properties"] as? [String: Any])?["findingsLeftOut"] as? Int
    #expect(left == 30_000 - results.count)
    #expect(text.contains("\(30_000 - results.count) of 30000 findings, the least severe, are left out"))
  }

  @Test(arguments: ManyFindings.hostileTexts)
  func `A hostile text stays a text`(hostile: String) throws {
    let text = text(ManyFindings.analysis(1, quote: "a\(hostile)b", line: hostile))
    let results = try #require(try run(text)["results"] as? [[String: Any]])
    #expect(results.count == 1)
    #expect(
      !text.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E || $0.value == 0x9B
      })
    let message = try #require((results[0]["message"] as? [String: String])?["text"])
    #expect(!message.contains("]("))
    #expect(!message.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x9B })
  }

  /// The official schema, by the environment variable PLUMBLINE_SARIF_SCHEMA (the source package of PyPI's
  /// `sarif-pydantic` holds it), read by Python's `jsonschema`; without the variable the test is skipped.
  private static let schema = ProcessInfo.processInfo.environment["PLUMBLINE_SARIF_SCHEMA"]

  @Test(.enabled(if: schema != nil, "PLUMBLINE_SARIF_SCHEMA names no schema"), arguments: [0, 1, 30_000])
  func `It validates against the official schema`(count: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plumbline-sarif-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("report.sarif")
    let analysis =
      count == 1 ? Sample.analysis : ManyFindings.analysis(count, quote: ManyFindings.hostileTexts[1])
    try Data(text(analysis).utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import json,sys,jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))",
      file.path, Self.schema ?? "",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
