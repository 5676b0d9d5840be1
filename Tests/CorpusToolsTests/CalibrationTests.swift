import Audit
import Knowledge
import SourceText
import Testing

@testable import CorpusTools

struct CalibrationTests {
  private static let response = """
    ```yaml
    Resources:
      Orders:
        Type: AWS::RDS::DBInstance
        Properties:
          Engine: postgres
          EngineVersion: '15.3'
    ```

    """

  private func calibration(_ report: String) -> Calibration {
    let ideal = Self.response.replacing("'15.3'", with: "'16.6'")
    let analysis = Case(
      name: "case", prompt: nil, response: [SourceFile(path: Case.responseName, text: Self.response)],
      ideal: [SourceFile(path: Case.idealName, text: ideal)]
    ).analysed(with: CorpusCase.knowledge, facts: CorpusCase.facts)
    let file = FailureReport(SourceFile(path: "MODEL_FAILURES.md", text: report))
    return Calibration(
      analysis, report: file, vocabulary: TitleVocabulary(titles: file.items.map(\.title) + ["Other things"]))
  }

  @Test
  func `A failure that quotes the same line with the same words is the finding`() {
    let told = calibration(
      "### 1. Unavailable PostgreSQL engine version\n\n```yaml\nEngineVersion: '15.3'\n```\n")
    #expect(told.failures == 1)
    #expect(told.total.reported == 1)
  }

  @Test
  func `A failure about something else is not`() {
    let told = calibration("### 1. Subnets without a route\n\n```yaml\nEngineVersion: '15.3'\n```\n")
    #expect(told.failures == 1)
    #expect(told.total.reported == 0)
    #expect(told.total.findings > 0)
  }

  @Test
  func `What was seen seldom is drawn towards the mean`() {
    let vocabulary = TitleVocabulary(titles: [])
    #expect(Calibration().figures.isEmpty)
    var sum = Calibration()
    for _ in 0..<4 {
      sum.add(calibration("### 1. Unavailable engine version\n\n```yaml\nEngineVersion: '15.3'\n```\n"))
    }
    sum.add(calibration("### 1. Subnets without a route\n"))
    let total = sum.total
    let mean = 1000 * total.reported / total.findings
    for (rule, figure) in sum.figures {
      let count = sum.counts[rule] ?? Calibration.Count()
      let plain = 1000 * count.reported / max(1, count.findings)
      #expect((min(plain, mean)...max(plain, mean) + 1).contains(figure))
    }
    #expect(vocabulary.weight(of: "engine") == 1)
  }

  @Test
  func `The two halves share no case and miss none`() {
    let names = (0..<400).map { "case-\($0)" }
    let first = names.filter(CorpusHalf.first.holds)
    #expect(first.count > 150 && first.count < 250)
    #expect(names.filter(CorpusHalf.second.holds) == names.filter { !first.contains($0) })
  }

  @Test
  func `Words lose their endings and capitals begin a new one`() {
    #expect(
      TitleWords.words(of: "Missing Multi-AZ on DBCluster settings") == [
        "multi", "az", "db", "cluster", "sett",
      ])
  }
}
