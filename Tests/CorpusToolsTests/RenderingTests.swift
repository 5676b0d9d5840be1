import CorpusTools
import Foundation
import Knowledge
import Reports
import Scoring
import SourceText
import TestSupport
import Testing

/// The Markdown of every case, read by a second renderer.
struct RenderingTests {
  /// Parses with `markdown-it-py`: a fence that is not closed, a table whose rows differ in width, HTML, indented code
  /// and a count that is not the one expected are faults.
  private static let check = #"""
    import json, re, sys
    from markdown_it import MarkdownIt
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
    width = lambda line: len(re.findall(r"(?<!\\)\|", line))
    faults, totals = [], {"documents": 0, "fences": 0, "tables": 0, "headings": 0}
    for row in map(json.loads, open(sys.argv[1])):
        lines = row["text"].split("\n")
        found = {"fences": 0, "tables": 0, "headings": 0}
        def fault(what, line): faults.append(f"{row['name']}, line {line + 1}: {what}")
        for token in parser.parse(row["text"]):
            first, end = token.map or (0, 0)
            if token.type == "fence":
                found["fences"] += 1
                if not re.fullmatch(r"\s*(`{3,}|~{3,})\s*", lines[end - 1]): fault("a fence is left open", first)
            elif token.type == "table_open":
                found["tables"] += 1
                if len({width(line) for line in lines[first:end]}) != 1: fault("rows of a table differ", first)
            elif token.type == "heading_open": found["headings"] += 1
            elif token.type in ("html_block", "code_block"): fault(token.type, first)
            for child in token.children or []:
                if child.type in ("html_inline", "image"): fault(child.type, first)
        for kind, count in found.items():
            totals[kind] += count
            if kind in row and row[kind] != count: fault(f"{count} {kind} instead of {row[kind]}", 0)
        totals["documents"] += 1
    print(", ".join(f"{count} {kind}" for kind, count in totals.items()))
    sys.exit("\n".join(faults[:10]) if faults else 0)
    """#

  private static let hasRenderer = Python.has("markdown_it")

  private func rows(_ analysis: FailureAnalysis, name: String) throws -> [String] {
    let summary = ReportSummary(analysis)
    let value = try CorpusCase.rubric.get().value(of: analysis)
    return try ReportLayout.allCases.map { layout in
      let text = MarkdownReport(analysis, summary: summary, layout: layout, trainingValue: value).text
      // Severities, categories, training value, denominators.
      let tables = analysis.findings.isEmpty ? 2 : 4
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let row: [String: Any] = [
        "name": "\(name) \(layout)", "text": text, "tables": tables,
        "headings": Self.headings(analysis, summary, layout), "fences": Self.fences(lines),
      ]
      return String(decoding: try JSONSerialization.data(withJSONObject: row), as: UTF8.self)
    }
  }

  /// Title, sections and failures, and the parts of the summary that apply.
  private static func headings(
    _ analysis: FailureAnalysis, _ summary: ReportSummary, _ layout: ReportLayout
  ) -> Int {
    let sections =
      layout == .impact ? summary.severities.count { $0.count > 0 } : summary.gaps.count + 1
    let found = analysis.findings.isEmpty ? 0 : 2 + (summary.gaps.contains { !$0.rootCauses.isEmpty } ? 1 : 0)
    let lost = summary.problems(.notRead).isEmpty && summary.problems(.partlyRead).isEmpty ? 0 : 1
    let remarks = summary.problems(.note).isEmpty ? 0 : 1
    // Title, summary, training value, denominators.
    return 4 + sections + analysis.findings.count + found + lost + remarks
  }

  /// The lines that open a block of code, by the rule of CommonMark alone.
  private static func fences(_ lines: [Substring]) -> Int {
    var count = 0
    var open: Substring?
    for line in lines {
      let text = line.drop { $0 == " " }
      let run = text.prefix { $0 == "`" || $0 == "~" }
      guard run.count >= 3, Set(run).count == 1 else { continue }
      if let fence = open {
        if run.first == fence.first, run.count >= fence.count,
          text.dropFirst(run.count).allSatisfy({ $0 == " " })
        {
          open = nil
        }
      } else if run.first == "~" || !text.dropFirst(run.count).contains("`") {
        open = run
        count += 1
      }
    }
    return count
  }

  private func expectSound(_ rows: [String], _ name: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(rows.joined(separator: "\n") + "\n", to: "reports.jsonl")
    let said = try Python.run(Self.check, [path])
    print("\(name), both layouts: \(said)", terminator: "")
  }

  @Test(.enabled(if: hasRenderer, "python3 has no markdown-it-py"), arguments: CorpusCase.all)
  func `A second renderer finds the fences, tables and headings of each case`(_ subject: CorpusCase) throws {
    try expectSound(rows(subject.analysis(), name: subject.name), subject.name)
  }

  @Test(
    .enabled(if: hasRenderer, "python3 has no markdown-it-py"),
    .enabled(if: ConformanceRows.exist("corpus/dev"), "the corpus is not on this machine"),
    arguments: ["corpus/dev", "corpus/wild"])
  func `A second renderer finds no broken fence or table in the reports of every eighth case`(corpus: String)
    throws
  {
    var rows: [String] = []
    // Every eighth case: all of them take minutes without optimisation.
    for (number, row) in try ConformanceRows.read(corpus).enumerated() where number.isMultiple(of: 8) {
      let subject = try Case(
        row: Array(JSONSerialization.data(withJSONObject: row)), fallbackName: "?")
      rows += try self.rows(
        subject.analysed(with: CorpusCase.knowledge, facts: CorpusCase.facts), name: subject.name)
    }
    try expectSound(rows, corpus)
  }
}
