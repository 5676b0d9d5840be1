import Knowledge
import TemplateDiff
import TemplateModel
import Testing

struct SurroundingsTests {
  /// The lines of the response that a finding's blocks cover.
  private func blocks(response: String, ideal: String) -> [ClosedRange<Int>] {
    let analysis = KnownFailureFiles.judge(response: response, ideal: ideal)
    let finding = analysis.findings.first { $0.rule == "log-retention-missing" }
    return finding?.responseBlocks.map { analysis.diff.response.lines(of: $0) } ?? []
  }

  private func group(retention: Int, before: Int) -> String {
    "Resources:\n" + (0..<before).map { "  # line \($0)\n" }.joined()
      + "  Logs:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      RetentionInDays: \(retention)\n"
      + "  Other:\n    Type: AWS::SNS::Topic\n"
  }

  @Test
  func `The resource that holds a property surrounds it, with three lines`() {
    let found = blocks(response: group(retention: 3, before: 10), ideal: group(retention: 30, before: 10))
    #expect(found == [9...17])
  }

  @Test
  func `Nothing leaves the file`() {
    let found = blocks(response: group(retention: 3, before: 0), ideal: group(retention: 30, before: 0))
    #expect(found == [1...7])
  }
}
