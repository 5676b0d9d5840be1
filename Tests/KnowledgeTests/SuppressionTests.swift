import Knowledge
import Readers
import SourceText
import TemplateDiff
import TemplateModel
import Testing

struct SuppressionTests {
  private static let password = "password-as-template-parameter"
  private static let ideal =
    "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n"
    + "      MasterUserPassword: '{{resolve:secretsmanager:orders}}'\n"

  /// A template with a fault in `Orders` and one in `Invoices`, and a remark on a line of its own before a 1-based line.
  private func analysis(
    _ remark: String, before line: Int, day: String = "2026-11-21", ending: String = "yaml"
  ) throws -> FailureAnalysis {
    var lines = """
      Parameters:
        DBPassword:
          Type: String
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            MasterUserPassword: !Ref DBPassword
        Invoices:
          Type: AWS::RDS::DBInstance
          Properties:
            MasterUserPassword: !Ref DBPassword
      """.split(separator: "\n").map(String.init)
    lines.insert(remark, at: line - 1)
    func template(_ text: String) -> Template {
      TemplateReader.template(from: [SourceFile(path: "template.\(ending)", text: text)])
    }
    return KnownFailureFiles.loaded.base.judge(
      TemplateDiff.compare(
        response: template(lines.joined(separator: "\n") + "\n"), ideal: template(Self.ideal)),
      requirements: [], suppressedOn: try #require(CalendarDay(day)))
  }

  private func told(_ analysis: FailureAnalysis) -> [Int] {
    analysis.findings.filter { $0.rule == Self.password }.flatMap(\.response).map {
      analysis.diff.response.lines(of: $0).lowerBound
    }
  }

  @Test(arguments: [5, 6, 8])
  func `Above or inside a resource it accepts the finding there, and no other`(line: Int) throws {
    let result = try analysis("    # plumbline:ignore \(Self.password) handed over by hand", before: line)
    #expect(told(result) == [13])
    #expect(result.suppressed.map(\.finding.rule) == [Self.password])
    #expect(result.suppressed.first?.suppression.reason == "handed over by hand")
    #expect(result.suppressionProblems.isEmpty)
  }

  @Test
  func `Elsewhere it speaks of the whole file`() throws {
    let result = try analysis("# plumbline:ignore \(Self.password) handed over by hand", before: 1)
    // Right above the parameters, which are no resource.
    #expect(told(result) == [])
    #expect(result.suppressed.count == 1)
  }

  @Test
  func `A star stands for everything in a resource`() throws {
    let result = try analysis("    # plumbline:ignore * a sandbox", before: 6)
    #expect(told(result) == [13])
    #expect(!result.suppressed.isEmpty)
  }

  @Test
  func `A property in brackets narrows it`() throws {
    let hit = try analysis("    # plumbline:ignore \(Self.password)[Master*] by hand", before: 6)
    #expect(told(hit) == [13])
    let miss = try analysis("    # plumbline:ignore \(Self.password)[Tags.**] by hand", before: 6)
    #expect(told(miss) == [9, 13])
    #expect(miss.suppressionProblems.map(\.problem.kind) == [.unusedSuppression])
  }

  @Test
  func `It holds through its last day and is told when that has passed`() throws {
    let remark = "    # plumbline:ignore \(Self.password) until=2026-11-21 by hand"
    #expect(told(try analysis(remark, before: 6)) == [13])
    let late = try analysis(remark, before: 6, day: "2026-11-22")
    #expect(told(late) == [9, 13])
    #expect(late.suppressionProblems.map(\.problem.kind) == [.expiredSuppression])
  }

  @Test(arguments: [
    ("plumbline:ignore", 6), ("plumbline:ignore password-as-template-parameter", 6),
    ("plumbline:ignore no-such-thing it is fine", 6),
    ("plumbline:skip password-as-template-parameter fine", 6),
    ("plumbline:ignore password-as-template-parameter until=soon fine", 6),
    ("plumbline:ignore password-as-template-parameter[Tags fine", 6), ("plumbline:ignore * all of it", 1),
  ])
  func `A malformed one accepts nothing and is told with its line`(text: String, line: Int) throws {
    let result = try analysis("# \(text)", before: line)
    #expect(told(result).count == 2)
    #expect(result.suppressed.isEmpty)
    #expect(result.suppressionProblems.map(\.problem.kind) == [.malformedSuppression])
    #expect(result.suppressionProblems.map { result.diff.response.lines(of: $0.location) } == [line...line])
    let part = ReportSummary(result).problems(.note).first { $0.problem.kind == .malformedSuppression }
    #expect(part?.lines == line...line)
  }

  @Test
  func `Outside a comment it is a text like any other`() throws {
    let result = try analysis("      Note: plumbline:ignore \(Self.password) by hand", before: 7)
    #expect(told(result).count == 2)
    #expect(result.suppressionProblems.isEmpty)
  }

  @Test
  func `Without a day none is heeded`() throws {
    let text = "Resources:\n  A: # plumbline:ignore * x y\n    Type: AWS::SQS::Queue\n"
    let template = TemplateReader.template(from: [SourceFile(path: "a.yaml", text: text)])
    let result = KnownFailureFiles.loaded.base.judge(
      TemplateDiff.compare(response: template, ideal: template), requirements: [])
    #expect(result.suppressed.isEmpty)
    #expect(result.suppressionProblems.isEmpty)
  }

  @Test
  func `In JSON it is a text of its own, in the metadata or under a comment key`() throws {
    let response = """
      {"Resources": {"Orders": {
        "Type": "AWS::RDS::DBInstance",
        "Metadata": {"Note": "plumbline:ignore \(Self.password) by hand"},
        "Properties": {"MasterUserPassword": {"Ref": "DBPassword"}}}},
       "Parameters": {"DBPassword": {"Type": "String"}}}
      """
    func template(_ text: String, _ ending: String) -> Template {
      TemplateReader.template(from: [SourceFile(path: "a.\(ending)", text: text)])
    }
    let result = KnownFailureFiles.loaded.base.judge(
      TemplateDiff.compare(response: template(response, "json"), ideal: template(Self.ideal, "yaml")),
      requirements: [], suppressedOn: try #require(CalendarDay("2026-11-21")))
    #expect(told(result) == [])
    #expect(result.suppressed.map(\.finding.rule).contains(Self.password))
  }

  @Test
  func `Days are read strictly and in order`() throws {
    for text in [
      "2026-02-29", "2026-13-01", "26-01-01", "2026-1-01", "2026-01-00", "", "2026/01/01", "2026-01-+1",
    ] {
      #expect(CalendarDay(text) == nil, "\(text)")
    }
    #expect(CalendarDay("2028-02-29")?.description == "2028-02-29")
    let (early, late) = (try #require(CalendarDay("2026-09-30")), try #require(CalendarDay("2026-10-01")))
    #expect(early < late)
  }
}
