import Audit
import Foundation
import Knowledge
import SourceText
import TestSupport
import Testing

@testable import Reports
@testable import Scoring

/// The published schemas and the documents that they describe.
struct SchemaTests {
  /// Validates with Python's `jsonschema`; with `strict` a key that the schema does not name is a fault.
  private static let validate = """
    import json, sys, jsonschema
    def close(node):
        if isinstance(node, dict):
            if "properties" in node: node["additionalProperties"] = False
            for value in node.values(): close(value)
        elif isinstance(node, list):
            for value in node: close(value)
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    close(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = [f"{path}: {error.json_path}: {error.message[:200]}"
              for path in sys.argv[2:] for line in ([open(path).read()] if not path.endswith(".jsonl") else open(path))
              for error in validator.iter_errors(json.loads(line))]
    sys.exit("\\n".join(faults[:5]) if faults else 0)
    """

  private static let hasValidator = Python.has("jsonschema")

  private func expect(_ documents: [String], follow schema: JSONSchema, lines: Bool = false) throws {
    let folder = try TemporaryFolder()
    let schemaPath = try folder.write(schema.text, to: "schema.json")
    let paths = try documents.enumerated().map { place, text in
      try folder.write(text, to: "\(place).\(lines ? "jsonl" : "json")")
    }
    #expect(throws: Never.self) { try Python.run(Self.validate, [schemaPath] + paths) }
  }

  @Test(arguments: JSONSchema.allCases)
  func `A schema is JSON and names itself and its version`(schema: JSONSchema) throws {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any])
    #expect(object["$id"] as? String == "urn:plumbline:schema:\(schema.rawValue):\(JSONReport.formatVersion)")
    let properties = try #require(object["properties"] as? [String: Any])
    let version = schema == .score || schema == .audit || properties["format_version"] != nil
    #expect(version)
  }

  private static var value: TrainingValue {
    TrainingValue(
      value: 4, grade: "poor", blocker: .wrongRegion,
      points: [
        .init(Points(hundredths: 450), "half", findings: [0, 2]), .init(Points(hundredths: -50), "x"),
      ],
      classes: [.significant, .minor, .trivial, .moderate])
  }

  @Test(.enabled(if: hasValidator, "python3 has no jsonschema"))
  func `Reports, with and without findings, follow their schema`() throws {
    let sample = Sample.analysis
    let hostile = ManyFindings.analysis(4, quote: ManyFindings.hostileTexts.joined())
    let empty = FailureAnalysis(diff: sample.diff, requirements: [], findings: [], knownFailuresChecked: 1)
    let documents = [sample, hostile].map {
      JSONReport($0, summary: ReportSummary($0), trainingValue: Self.value).text(case: "a")
    }
    try expect(
      documents + [JSONReport(empty, summary: ReportSummary(empty)).text()], follow: .report)
  }

  @Test(.enabled(if: hasValidator, "python3 has no jsonschema"))
  func `The lines of a corpus follow their schema, also where a case gave no report`() throws {
    let sample = Sample.analysis
    let lines = [
      JSONReport(sample, summary: ReportSummary(sample), trainingValue: Self.value).line(case: "a"),
      JSONReport.line(case: "b", error: "Gone."),
    ]
    try expect([lines.joined(separator: "\n") + "\n"], follow: .corpus, lines: true)
  }

  @Test(.enabled(if: hasValidator, "python3 has no jsonschema"))
  func `Scores and audits follow their schema`() throws {
    let summary = ReportSummary(Sample.analysis)
    try expect(
      [JSONScores([("a", Self.value, summary)]).text, JSONScores([]).text], follow: .score)
    let report = "## High Failures\n\n### 1. A\n\n### 3. B\n\nSeverity: low\n\nTotal failures: 9\n"
    try expect(
      [report, "", "Total failures: 36+\n### 1. x"].map {
        JSONAudit(ReportAudit(SourceFile(path: "R.md", text: $0))).text
      }, follow: .audit)
  }

  @Test(
    .enabled(if: hasValidator, "python3 has no jsonschema"),
    arguments: PackageFolder.files(below: "Reports").filter {
      $0.hasSuffix(".json") && !$0.hasSuffix("-diff.json") && !$0.hasSuffix("-template.json")
    })
  func `The reports that stand in the repository follow the schema`(path: String) throws {
    try expect([String(decoding: PackageFolder.bytes("Reports/\(path)"), as: UTF8.self)], follow: .report)
  }
}
