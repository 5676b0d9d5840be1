import Audit
import Foundation
import Knowledge
import SourceText
import Testing

@testable import Reports
@testable import Scoring

/// Hostile texts in every place that a template, a prompt, a rubric or a report to be audited can fill.
struct HostileFormatTests {
  /// What a terminal or a browser acts on.
  private func hasHidden(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
        || [0x202E, 0x2066, 0x200B].contains($0.value)
    }
  }

  /// The lines that make the outline of a Markdown document: headings, fences, rows of tables, rules.
  private func outline(_ markdown: String) -> [String] {
    markdown.split(separator: "\n").compactMap { line in
      if let mark = ["# ", "## ", "### ", "```", "|"].first(where: line.hasPrefix) { return mark }
      return line == "---" ? "---" : nil
    }
  }

  private func markdowns(_ analysis: FailureAnalysis) -> [String] {
    let summary = ReportSummary(analysis)
    return ReportLayout.allCases.flatMap { layout in
      [
        MarkdownReport(analysis, summary: summary, layout: layout).text,
        GitHubSummary(analysis, summary: summary, layout: layout).text,
      ]
    }
  }

  @Test(arguments: ManyFindings.hostileTexts)
  func `A hostile text changes no outline of a Markdown document`(hostile: String) {
    let plain = markdowns(ManyFindings.analysis(3, quote: "ab", line: "ab"))
    let texts = markdowns(ManyFindings.analysis(3, quote: "a\(hostile)b", line: "a\(hostile)b"))
    for (text, plain) in zip(texts, plain) {
      #expect(outline(text) == outline(plain))
      #expect(!hasHidden(text))
      let prose = text.replacing(/(?s)```.*?```/, with: "").replacing(/`[^`\n]*`/, with: "")
      for tag in ["<script", "</style", "<x ", "<style", "x](javascript:"] {
        #expect(!prose.contains(tag), "\(tag)")
      }
    }
  }

  @Test func `A heading, a fence and a row in a quoted text stay text in both layouts`() {
    for hostile in ["\n# Forged\n", "\n~~~\n", "\n| a | b |\n|---|---|\n", "\n---\n", "\n> x\n1. y\n"] {
      for text in markdowns(ManyFindings.analysis(2, quote: "a\(hostile)b")) {
        #expect(!text.contains("\n# Forged"))
        #expect(text.components(separatedBy: "\n# ").count <= 2)
        #expect(text.contains("### What This Rests On") || text.contains("| Severity | Failures |"))
      }
    }
  }

  @Test func `A line and a text of a megabyte stay bounded in every document`() {
    let long = String(repeating: "é", count: 500_000)
    let analysis = ManyFindings.analysis(1, quote: "x", line: long)
    for text in markdowns(analysis) { #expect(text.utf8.count < 20_000) }
    #expect(TextReport(analysis, summary: ReportSummary(analysis)).text.utf8.count < 20_000)
    let quoted = ManyFindings.analysis(1, quote: long)
    #expect(GitHubSummary(quoted, summary: ReportSummary(quoted)).text.utf8.count <= GitHubSummary.mostBytes)
  }

  @Test(arguments: ManyFindings.hostileTexts)
  func `A hostile name, grade or reason adds no line to a score`(hostile: String) throws {
    let summary = ReportSummary(Sample.analysis)
    func value(_ text: String) -> TrainingValue {
      TrainingValue(
        value: 8, grade: text, blocker: nil, points: [.init(Points(8), text, findings: [0])],
        classes: [.significant, .minor, .minor, .minor])
    }
    let text = TextTrainingValue(value(hostile), case: hostile, summary: summary).text
    #expect(text.split(separator: "\n").count == 2)
    #expect(!text.hasPrefix("::"))
    #expect(!hasHidden(text))
    let scores = JSONScores([(hostile, value(hostile), summary)])
    #expect(scores.lines.split(separator: "\n").count == 1)
    for text in [scores.text, scores.lines] {
      #expect(!hasHidden(text))
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
    let report = MarkdownReport(
      Sample.analysis, summary: ReportSummary(Sample.analysis), trainingValue: value("a\(hostile)b")
    ).text
    let plain = MarkdownReport(
      Sample.analysis, summary: ReportSummary(Sample.analysis), trainingValue: value("ab")
    ).text
    #expect(outline(report) == outline(plain))
  }

  @Test(arguments: ManyFindings.hostileTexts)
  func `A hostile report adds no line to its audit`(hostile: String) throws {
    let name = hostile.replacing("\n", with: " ")
    let report = "### 1. a\(name)b\n\n### 3. a\(name)b\n\nSee failure 9. [x](#\(name))\n"
    let audit = ReportAudit(SourceFile(path: name, text: report))
    let table = AuditTable(audit).text
    #expect(!audit.remarks.isEmpty)
    #expect(table.split(separator: "\n").count == audit.remarks.count + 1)
    #expect(!table.split(separator: "\n").contains { $0.hasPrefix("::") })
    #expect(!hasHidden(table))
    let json = JSONAudit(audit).text
    #expect(!hasHidden(json))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
  }

  @Test func `A line of a megabyte in a report to be audited stays bounded in its table`() {
    let long = String(repeating: "é", count: 500_000)
    let audit = ReportAudit(SourceFile(path: "R.md", text: "### 1. \(long)\n\nText.\n[x](#\(long))\n"))
    #expect(!audit.remarks.isEmpty)
    #expect(AuditTable(audit).text.utf8.count < 20_000)
  }
}
