import Foundation
import Knowledge
import Reports
import TemplateDiff
import Testing

struct JSONTests {
  @Test func `Strings are escaped so that nothing acts on them`() {
    var writer = JSONWriter(isPretty: false)
    writer.value("\"\\\n\r\t\u{1}\u{7F}\u{2028}\u{202E}\u{E0041}é😀/")
    #expect(writer.text == #""\"\\\n\r\t\u0001\u007f\u2028\u202e\udb40\udc41é😀/""#)
  }

  @Test func `Empty objects and arrays, nesting and commas`() {
    var writer = JSONWriter(isPretty: true)
    writer.object { writer in
      writer.field("a", [Int]()) { $0.value($1) }
      writer.field("b") { _ in }
      writer.field("c", [1, -2]) { $0.value($1) }
      writer.field("d", String?.none)
      writer.field("e", true)
    }
    #expect(
      writer.text == """
        {
          "a": [],
          "b": {},
          "c": [
            1,
            -2
          ],
          "d": null,
          "e": true
        }
        """)
  }

  @Test func `Every document is JSON for another parser too`() throws {
    let analysis = Sample.analysis
    let report = JSONReport(analysis, summary: ReportSummary(analysis))
    for text in [
      report.text(case: "a\u{1B}\u{2028}"), report.line(case: "b"), JSONReport.line(case: "c", error: "gone"),
      JSONDiff(analysis.diff).text, JSONTemplate(Sample.diff.response).text,
    ] {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
  }

  @Test func `The line of a case has the same keys with and without a report, and no line break`() throws {
    let analysis = Sample.analysis
    let lines = [
      JSONReport(analysis, summary: ReportSummary(analysis)).line(case: "good"),
      JSONReport.line(case: "bad", error: "IDEAL_RESPONSE.md is missing."),
    ]
    let keys = try lines.map { line in
      #expect(!line.contains("\n"))
      return try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]).keys.sorted()
    }
    #expect(keys[0] == keys[1])
    #expect(
      lines[1].hasPrefix(#"{"format_version":"1.0","case":"bad","error":"IDEAL_RESPONSE.md is missing.","#))
  }

  @Test func `Findings stand in the order of the analysis, with their number in the report`() throws {
    let analysis = Sample.analysis
    let text = JSONReport(analysis, summary: ReportSummary(analysis)).text()
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(
      findings.compactMap { $0["rule"] as? String } == [
        "hardcoded-password", "missing-alarm", "bucket-encryption-missing", "public-bucket",
      ])
    #expect(findings.compactMap { $0["number"] as? Int } == [1, 4, 2, 3])
  }
}
