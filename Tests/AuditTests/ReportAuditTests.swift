import Knowledge
import Readers
import SourceText
import TemplateDiff
import TemplateModel
import Testing

@testable import Audit

struct ReportAuditTests {
  private func audit(_ text: String) -> ReportAudit { ReportAudit(SourceFile(path: "R.md", text: text)) }

  private func remarks(_ text: String) -> [String] {
    audit(text).remarks.map { "\($0.lines.lowerBound) \($0.kind.rawValue): \($0.sentence)" }
  }

  private static let sound = """
    # Model Response Failures Analysis

    ## Critical Failures

    ### 1. Password in the template

    **Impact Level**: Critical

    **MODEL_RESPONSE Issue**: It is there.

    **IDEAL_RESPONSE Fix**: Leave it out.

    ### 2. No backup

    **Impact Level**: Critical

    **MODEL_RESPONSE Issue**: None is made.

    **IDEAL_RESPONSE Fix**: Make one, see failure 1.

    ## Low Failures

    ### 3. A typo

    **Impact Level**: Low

    **MODEL_RESPONSE Issue**: `Naem`.

    **IDEAL_RESPONSE Fix**: `Name`.

    ## Summary

    - **Total failures**: 3 (2 Critical, 1 Low)

    | Severity | Failures |
    |---|---|
    | Critical | 2 |
    | High | 0 |
    | Low | 1 |
    | **Total** | **3** |

    """

  @Test func `A sound report passes with nothing to say`() {
    let audit = audit(Self.sound)
    #expect(audit.remarks.map(\.sentence) == [])
    #expect(audit.report.items.map(\.number.text) == ["1", "2", "3"])
    #expect(audit.report.items.map(\.severity) == [.critical, .critical, .low])
    #expect(audit.report.statedCounts.map(\.sum) == [3, 3])
    #expect(audit.corrected == audit.report.file.bytes)
  }

  // MARK: Items

  @Test(arguments: [
    ("### 3. Wrong port", "3", "Wrong port"), ("### Failure 2.1: Wrong port", "2.1", "Wrong port"),
    ("### Issue #4: Wrong port", "4", "Wrong port"), ("## C2 - Wrong port", "C2", "Wrong port"),
    ("#### 7) Wrong port", "7", "Wrong port"), ("### 🔴 5. **Wrong** port", "5", "Wrong** port"),
    ("### Bug 1 – Wrong port", "1", "Wrong port"), ("### Critical Issue 3: Wrong port", "3", "Wrong port"),
  ])
  func `Failures are found in every layout`(heading: String, number: String, title: String) {
    let items = audit("# Report\n\n\(heading)\n\nText.\n").report.items
    #expect(items.map(\.number.text) == [number])
    #expect(items.map(\.title) == [title])
  }

  @Test(arguments: [
    "## Summary\n\n### 1. First gap\n", "## What went well\n\n### 1. Names\n", "```\n### 1. In code\n```\n",
    "### Version 3.2 is old\n", "## Recommendations\n\n### 1. Test more\n", "### 3.\n",
  ])
  func `What is no failure is not taken for one`(text: String) { #expect(audit(text).report.items.isEmpty) }

  @Test func `A heading that holds numbered headings is a section`() {
    let text =
      "## 1. Network\n\n### 1.1 No gateway\n\n### 1.2 No route\n\n## 2. Storage\n\n### 2.1 No bucket\n"
    #expect(audit(text).report.items.map(\.number.text) == ["1.1", "1.2", "2.1"])
    #expect(audit(text).remarks.filter { $0.kind == .numbering }.isEmpty)
  }

  @Test(arguments: [
    ("**Impact Level**: Moderate", Severity.medium), ("- **Severity:** 🔴 CRITICAL", .critical),
    ("Priority: Minor", .low), ("**Impact**: Major outage", .high),
  ])
  func `A severity has many names`(line: String, severity: Severity) {
    #expect(audit("### 1. A\n\n\(line)\n").report.items.map(\.severity) == [severity])
  }

  // MARK: Counts

  private func report(_ summary: String) -> String {
    "## High Failures\n\n### 1. A first\n\n### 2. A second\n\n## Low Failures\n\n### 3. A third\n\n## Summary\n\n\(summary)\n"
  }

  @Test(arguments: [
    ("Total failures: 4", "Total failures: 3", "The report states 4 failures and lists 3."),
    (
      "**Total Issues**: 5 (3 High, 2 Low)", "**Total Issues**: 3 (2 High, 1 Low)",
      "The report states 5 failures and lists 3."
    ),
    (
      "- **High**: 1\n- **Low**: 1", "- **High**: 2\n- **Low**: 1",
      "The report states 2 failures and lists 3."
    ),
    (
      "Total failures: 1 High, 2 Low", "Total failures: 2 High, 1 Low",
      "The report states 1 high (listed: 2), 2 low (listed: 1)."
    ),
    (
      "| HIGH | 2 | x |\n| LOW | 2 | y |\n| Total | 4 | |",
      "| HIGH | 2 | x |\n| LOW | 1 | y |\n| Total | 3 | |",
      "The report states 4 failures and lists 3."
    ),
  ])
  func `A count that disagrees with the list is told and corrected`(
    wrong: String, right: String, sentence: String
  ) {
    let audit = audit(report(wrong))
    #expect(audit.remarks.filter { $0.kind == .count }.map(\.sentence) == [sentence])
    #expect(String(decoding: audit.corrected, as: UTF8.self) == report(right))
    #expect(self.audit(report(right)).remarks.isEmpty)
  }

  @Test(arguments: [
    "Total failures: 3", "Total failures: 2 High, 1 Low (3 total)", "- 2 High\n- 1 Low",
    "Total resources: 40",
    "Total failures: 36+", "Total failures: 3 Critical/High", "Coverage: High: 80%", "Total fixes applied: 8",
    "- **High**: 2 failures (names)\n- **Low**: 1 failure",
  ])
  func `A count that agrees, or that speaks of something else, is let pass`(line: String) {
    #expect(remarks(report(line)) == [])
  }

  @Test func `A heading with a range of numbers stands for as many failures`() {
    let text =
      "## High Failures\n\n### 1. A first\n\n### 2-11. Further ones\n\n### 12. A last\n\n## Summary\n\n"
    #expect(remarks(text + "Total failures: 12 High\n") == [])
    #expect(
      remarks(text + "Total failures: 3\n") == [
        "11 count: The report states 3 failures and lists 12."
      ])
  }

  @Test func `A severity that is named twice is summed, and left to a person`() {
    let audit = audit(report("Total failures: 2 High (a), 1 High (b), 1 Low"))
    #expect(audit.remarks.map(\.sentence) == ["The report states 4 failures and lists 3."])
    #expect(audit.remarks.flatMap(\.edits).isEmpty)
  }

  // MARK: Numbering

  @Test func `A number used twice and a gap are told once and corrected`() {
    let wrong = "### 1. One\n### 2. Two\n### 2. Three\n### 5. Four\n"
    let audit = audit(wrong)
    #expect(
      audit.remarks.filter { $0.kind == .numbering }.map(\.sentence) == [
        "The number 2 is used a second time; 3 is due. 1 more number is off after it."
      ])
    #expect(
      String(decoding: audit.corrected, as: UTF8.self)
        == "### 1. One\n### 2. Two\n### 3. Three\n### 4. Four\n")
  }

  @Test func `Numbers are left alone where others refer to them`() {
    let audit = audit("### 1. One\nSame as issue 1.\n### 3. Two\n")
    #expect(audit.remarks.contains { $0.kind == .numbering })
    #expect(audit.remarks.flatMap(\.edits).isEmpty)
  }

  @Test func `Each letter counts for itself`() {
    #expect(
      remarks("### C1. One\nSeverity: high\n### C2. Two\nSeverity: high\n### H1. Three\nSeverity: low\n")
        == [])
  }

  // MARK: Severity and fields

  @Test func `An item's severity is held against its section's`() {
    let text = "## Critical Failures\n\n### 1. A thing\n\n**Impact Level**: Low\n"
    #expect(remarks(text) == ["3 section-severity: Failure 1 is low, but stands among the critical ones."])
    #expect(remarks(text.replacing("Critical F", with: "Critical and Low F")) == [])
    #expect(remarks(text.replacing("Impact Level", with: "Deployment Impact")) == [])
  }

  @Test func `An item without a severity or a usual field is told`() {
    #expect(remarks("### 1. A thing\n\nText.\n") == ["1 missing-field: Failure 1 has no severity."])
    let item = "**Severity**: Low\n\n**Problem**: x\n\n**Fix**: y\n\n"
    let text = (1...4).map { "### \($0). Thing \($0)\n\n\(item)" }.joined()
    #expect(remarks(text) == [])
    #expect(
      remarks(text + "### 5. Thing 5\n\n**Severity**: Low\n\n**Problem**: x\n") == [
        "33 missing-field: Failure 5 has no fix, as the others have."
      ])
  }

  // MARK: References and repetitions

  @Test func `A mention of a failure that is not there is told`() {
    let item = "### 1. A thing\n\nSeverity: low\n\n"
    #expect(
      remarks(item + "Same as issue #7.\n") == [
        "5 cross-reference: Failure 7 is mentioned, but no failure has this number."
      ])
    #expect(remarks(item + "Same as #1; see failure 1. Issue 9 of the tracker is closed.\n") == [])
  }

  @Test func `A link needs its heading`() {
    let text = "## Table: the (rest)\n\n[one](#table-the-rest) and [two](#table)\n"
    #expect(remarks(text) == ["3 cross-reference: The link #table leads to no heading of the report."])
  }

  @Test func `A failure that is listed twice is told`() {
    let text = "### 1. Missing `Name` tag\nSeverity: low\n### 2. **Missing Name Tag**\nSeverity: low\n"
    #expect(remarks(text) == ["3 repetition: Failure 2 has the title of failure 1."])
  }

  // MARK: Documents

  private static let response = """
    Here it is.

    ```yaml
    Resources:
      Jobs:
        Type: AWS::SQS::Queue
        Properties:
          VisibilityTimeout: 60
          MessageRetentionPeriod: 1209600
    ```

    """

  private func remarks(_ text: String, findings: [Finding]) -> [String] {
    func template(_ text: String) -> Template {
      TemplateReader.template(from: [SourceFile(path: "A.md", text: text)])
    }
    let ideal = Self.response.replacing("VisibilityTimeout: 60", with: "VisibilityTimeout: 900")
    let diff = TemplateDiff.compare(response: template(Self.response), ideal: template(ideal))
    let analysis = FailureAnalysis(diff: diff, requirements: [], findings: findings, knownFailuresChecked: 1)
    return ReportAudit(
      SourceFile(path: "R.md", text: text), of: analysis,
      prompt: SourceFile(path: "P.md", text: "One line.\n")
    ).remarks.map { "\($0.kind.rawValue): \($0.sentence)" }
  }

  private func item(_ lead: String, _ code: String) -> String {
    "### 1. Timeout\n\nSeverity: low\n\n**\(lead)\n\n```yaml\n\(code)\n```\n"
  }

  @Test func `Quoted code must stand in the document that is quoted`() {
    let right = "VisibilityTimeout: 60,  # ❌ too short\n  MessageRetentionPeriod:   1209600"
    #expect(remarks(item("MODEL_RESPONSE Issue**:", right), findings: []) == [])
    let wrong = "VisibilityTimeout: 61\nMessageRetentionPeriod: 5000"
    #expect(
      remarks(item("MODEL_RESPONSE Issue**:", wrong), findings: []) == [
        "quotation: None of the 2 lines quoted in failure 1 stands in the response."
      ])
    #expect(remarks(item("Error**:", wrong).replacing("yaml", with: "bash"), findings: []) == [])
    let ideal = "VisibilityTimeout: 900\nOtherSetting: 5000"
    #expect(
      remarks(item("MODEL_RESPONSE Issue**:", ideal), findings: []) == [
        "quotation: None of the 2 lines quoted in failure 1 stands in the response, but in the ideal."
      ])
    #expect(remarks(item("IDEAL_RESPONSE Fix**:", ideal), findings: []) == [])
  }

  @Test func `Cited lines must say what is quoted, and be there`() {
    let code = "VisibilityTimeout: 60\nMessageRetentionPeriod: 1209600"
    for lines in ["line 8", "lines 5–9", "lines 4-5", "line 10"] {
      #expect(remarks(item("MODEL_RESPONSE Issue** (\(lines)):", code), findings: []) == [], "\(lines)")
    }
    #expect(
      remarks(item("MODEL_RESPONSE Issue** (lines 14–15):", code), findings: []).map { $0.prefix(35) } == [
        "cited-lines: Failure 1 cites lines "
      ])
    #expect(
      remarks(item("MODEL_RESPONSE Issue** (line 146):", "x: 1"), findings: []) == [
        "cited-lines: Failure 1 cites line 146, but the response ends at line 10."
      ])
    #expect(
      remarks(item("PROMPT line 9** asks:", "x: 1"), findings: []) == [
        "cited-lines: Failure 1 cites line 9, but the prompt ends at line 1."
      ])
  }

  private func finding(_ severity: Severity, confidence: Int) -> Finding {
    Finding(
      rule: "x", title: "Circular dependency between Alpha and Omega", severity: severity, severityReason: "",
      category: .deploymentConstraints, subject: "", fingerprint: "0", response: [], ideal: [], issue: "",
      fix: "",
      rootCause: "", impact: [], references: [], requirement: nil, confidence: confidence)
  }

  @Test func `A serious finding that the report does not tell is told`() {
    let text = "### 1. Timeout\nSeverity: low\n"
    #expect(
      remarks(text, findings: [finding(.critical, confidence: 950)]) == [
        "missed-failure: The report does not tell: Circular dependency between Alpha and Omega."
      ])
    #expect(remarks(text, findings: [finding(.medium, confidence: 950)]) == [])
    #expect(remarks(text, findings: [finding(.critical, confidence: 300)]) == [])
    let told = text + "A circular dependency stands between Alpha and Omega.\n"
    #expect(remarks(told, findings: [finding(.critical, confidence: 950)]) == [])
  }

  // MARK: Any text

  @Test(arguments: [
    "", "\n", "#", "### 1", "### 1.", "| Total |", "Total failures:", "```", "](#", "line", "lines 5-",
    "### 99999999999999999999. x\n", "Total failures: 99999999999999999999\n### 1. x\n",
    "\u{FEFF}# 1. x\r### 2. y\r",
  ])
  func `Any text is audited without harm, and correcting it twice changes nothing more`(text: String) {
    let once = audit(text).corrected
    #expect(ReportAudit(SourceFile(path: "R.md", bytes: once)).corrected == once)
  }

  @Test func `Correcting twice changes nothing more`() {
    for wrong in ["Total failures: 9 (4 High, 5 Low)", "- High: 7\n- Low: 0"] {
      let once = audit(report(wrong).replacing("### 2.", with: "### 1.")).corrected
      let again = ReportAudit(SourceFile(path: "R.md", bytes: once))
      #expect(again.corrected == once)
      #expect(again.remarks.isEmpty)
    }
  }
}
