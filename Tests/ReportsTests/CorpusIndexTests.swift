import Foundation
import Knowledge
import Testing

@testable import Reports
@testable import Scoring

/// The figures of many cases and their page.
struct CorpusIndexTests {
  private static func entry(_ name: String, _ count: Int, page: String? = nil) -> CorpusEntry {
    let analysis = ManyFindings.analysis(count)
    let value = TrainingValue(
      value: 9, grade: "excellent", blocker: nil, points: [],
      classes: analysis.findings.map { _ in .moderate })
    return CorpusEntry(name: name, analysis, summary: ReportSummary(analysis), value: value).with(page: page)
  }

  private static let entries = [
    entry("a", 4, page: "cases/a.html"), entry("b", 7), entry("c", 0), CorpusEntry(name: "d", error: "Gone."),
  ]

  @Test func `Cases, failures and what recurs are counted`() {
    let tally = CorpusTally(Self.entries)
    #expect(tally.cases == 4)
    #expect(tally.failed == 1)
    #expect(tally.clean == 1)
    #expect(tally.findings == 11)
    #expect(tally.severities.map(\.count) == [2, 3, 3, 3])
    #expect(
      tally.recurrences == [
        .init(rule: "Fault", category: .securityIAM, mostSevere: .critical, cases: 2, findings: 11)
      ])
    #expect(tally.sizes.map(\.count) == [1, 1, 1, 0, 0, 0])
    #expect(tally.values == [.init(name: "9", count: 3), .init(name: "10", count: 0)])
    #expect(tally.categories == [.init(name: "Security and IAM", count: 11)])
  }

  @Test func `An empty corpus has figures too`() {
    let tally = CorpusTally([])
    #expect(tally.cases == 0)
    #expect(tally.values.isEmpty)
    #expect(HTMLCorpusIndex([], name: "none").text.contains("no cases with no failures"))
  }

  @Test func `Each case has a row, with a link where it has a page and a reason where it has no report`() {
    let page = HTMLCorpusIndex(Self.entries, name: "corpus").text
    #expect(page.contains("<tr><td><a href=\"cases/a.html\">a</a></td><td>CloudFormation</td>"))
    #expect(page.contains("<tr><td>b</td><td>CloudFormation</td><td class=\"number \">7</td>"))
    #expect(page.contains("<tr><td>d</td><td class=\"error\" colspan=\"9\">Gone.</td></tr>"))
    #expect(page.contains("1 case could not be evaluated; the table gives the reasons."))
  }

  @Test func `Every element of the index that is opened is closed, in order`() {
    let page = HTMLCorpusIndex(Self.entries, name: "corpus").text
      .replacingOccurrences(of: HTMLPage.style, with: "").replacingOccurrences(
        of: HTMLCorpusIndex.script, with: "")
    let void: Set = ["meta", "input", "rect", "path"]
    var open: [String] = []
    for tag in page.matches(of: /<(\/?[a-z0-9]+)[ >\/]/).map({ String($0.1) }) where !void.contains(tag) {
      if tag.hasPrefix("/") { #expect(open.popLast() == String(tag.dropFirst())) } else { open.append(tag) }
    }
    #expect(open == [])
  }

  @Test(arguments: ManyFindings.hostileTexts)
  func `A hostile name, rule or reason adds nothing to the index`(hostile: String) {
    func page(_ text: String) -> String {
      let analysis = ManyFindings.analysis(2, quote: text)
      let value = TrainingValue(value: 9, grade: text, blocker: nil, points: [], classes: [.minor, .minor])
      let entries = [
        CorpusEntry(name: text, analysis, summary: ReportSummary(analysis), value: value),
        CorpusEntry(name: text, error: text),
      ]
      return HTMLCorpusIndex(entries, name: text).text
    }
    func tags(_ page: String) -> [String] { page.matches(of: /<(\/?[a-z0-9]+)[ >\/]/).map { String($0.1) } }
    let hostilePage = page(hostile)
    #expect(tags(hostilePage) == tags(page("plain")))
    #expect(hostilePage.components(separatedBy: "</script>").count == 2)
    #expect(
      !hostilePage.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || [0x9B, 0x202E, 0x2066].contains($0.value)
      })
  }

  @Test func `A name of a megabyte stays bounded`() {
    let long = String(repeating: "é", count: 500_000)
    #expect(HTMLCorpusIndex([CorpusEntry(name: long, error: long)], name: long).text.utf8.count < 60_000)
  }

  @Test func `Pages get names that are safe and given once`() {
    var names = PageNames()
    let given = ["vpc/basic", "vpc:basic", "VPC basic", "..", ".env", "", "-x", "é<\"'&>"].map {
      names.page(of: $0)
    }
    #expect(
      given == [
        "cases/vpc_basic.html", "cases/vpc_basic-2.html", "cases/VPC_basic-3.html", "cases/_...html",
        "cases/_.env.html", "cases/_.html", "cases/_-x.html", "cases/_______.html",
      ])
    let long = names.page(of: String(repeating: "a", count: 9_999))
    #expect(long.utf8.count == 111)
    #expect(long != names.page(of: String(repeating: "a", count: 9_998)))
  }
}
