import CorpusTools
import Foundation
import Knowledge
import Readers
import Reports
import SourceText
import TemplateDiff
import TemplateModel
import TestSupport
import Testing

/// Real answers: each gives a report, and nearly all of their code is read.
struct CorpusReadingTests {
  private static let languages: Set<Language> = [
    .yaml, .json, .hcl, .typeScript, .javaScript, .python, .java, .go,
  ]

  @Test(
    .enabled(if: ConformanceRows.exist("corpus/dev"), "the corpus is not on this machine"),
    arguments: [("corpus/dev", 367), ("corpus/wild", 500)])
  func `Every case gives a report, and at most two lines of code in a hundred are not read`(
    corpus: String, count: Int
  ) throws {
    var cases = 0
    var lines = 0
    var unread = 0
    for row in try ConformanceRows.read(corpus) {
      let data = try JSONSerialization.data(withJSONObject: row)
      let analysis = try Case(row: Array(data), fallbackName: "?").analysed(
        with: CorpusCase.knowledge, facts: CorpusCase.facts)
      #expect(MarkdownReport(analysis, summary: ReportSummary(analysis)).text.hasPrefix("# "))
      cases += 1
      for template in [analysis.diff.response, analysis.diff.ideal] {
        let (code, lost) = Self.lines(of: template)
        lines += code
        unread += lost
      }
    }
    print("\(corpus): \(cases) cases, \(unread) of \(lines) code lines not read")
    #expect(cases == count)
    #expect(unread * 50 <= lines)
  }

  /// The lines of code written for an infrastructure tool, and those among them that lie in a problem.
  private static func lines(of template: Template) -> (code: Int, unread: Int) {
    var code = Set<Int>()
    for file in template.files where file.dialect != nil && languages.contains(file.language) {
      code.formUnion(template.lines(of: file.location))
    }
    var unread = Set<Int>()
    for problem in template.problems where problem.problem.weight != .note {
      unread.formUnion(template.lines(of: problem.location))
    }
    return (code.count, unread.intersection(code).count)
  }
}
