import Readers
import SourceText
import TemplateDiff
import TemplateModel
import Testing

/// What is said of a pair as a whole: its condition, declared changes, causes, doubts and limits.
struct PairTests {
  private func bucket(_ names: [String]) -> String {
    "Resources:\n"
      + names.map {
        "  \($0):\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: \($0.lowercased())}\n"
      }.joined()
  }

  private func compare(_ response: String, _ ideal: String) -> TemplateDiff {
    TemplateDiff.compare(response: template(response), ideal: template(ideal))
  }

  @Test func `The condition of a pair`() {
    let five = bucket(["Aa", "Bb", "Cc", "Dd", "Ee"])
    #expect(compare(five, five).condition == .identical)
    #expect(compare(five, five.replacing("ee", with: "ff")).condition == .ordinary)
    #expect(compare(five, bucket(["Aa"]).replacing("aa", with: "ab")).condition == .shortIdeal)
    let queues = five.replacing("AWS::S3::Bucket", with: "AWS::SQS::Queue")
    #expect(compare(five, queues).condition == .rewrite)
    #expect(
      TemplateDiff.compare(response: template(five), ideal: Template(documents: [])).condition == .noCode)
  }

  @Test func `A declared change is tied to the delta that it speaks of`() {
    func answer(_ encryption: String, _ prose: String) -> Template {
      TemplateReader.template(from: [
        SourceFile(
          path: "IDEAL.md",
          text: """
            ```yaml
            Resources:
              LogBucket:
                Type: AWS::S3::Bucket
                Properties: {BucketName: logs\(encryption)}
              Topic: {Type: AWS::SNS::Topic}
            ```

            \(prose)
            """)
      ])
    }
    let diff = TemplateDiff.compare(
      response: answer("", ""),
      ideal: answer(
        ", BucketEncryption: {X: 1}", "- Added `BucketEncryption` to the bucket\n- Fixed the typo"))
    #expect(diff.deltas.map(\.path.description) == ["BucketEncryption"])
    #expect(diff.declared.map(\.deltas) == [[0], []])
  }

  @Test func `A reference follows from the addition of its target`() {
    let before = "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: x}\n"
    let after =
      before.replacing("x}", with: "x, KmsMasterKeyId: !Ref Key}")
      + "  Key: {Type: AWS::KMS::Key, Properties: {Enabled: true}}\n"
    let diff = compare(before, after)
    #expect(diff.deltas.map(\.kind) == [.added, .added])
    #expect(diff.deltas.map(\.cause) == [1, nil])
    #expect(compare(after, before).deltas.map(\.cause) == [1, nil])
  }

  @Test func `Another type in the same role is a substitute`() {
    let diff = compare(
      "Resources: {Db: {Type: 'AWS::RDS::DBInstance'}}", "Resources: {Db: {Type: 'AWS::RDS::DBCluster'}}")
    #expect(diff.deltas.map(\.kind) == [.added, .removed])
    #expect(diff.deltas.map(\.substitute) == [1, 0])
  }

  @Test func `A pair in doubt names its alternatives`() {
    func queue(_ name: String) -> String {
      "  \(name):\n    Type: AWS::SQS::Queue\n    Properties: {DelaySeconds: 1, MessageRetentionPeriod: 5, KmsMasterKeyId: k, VisibilityTimeout: 3}\n"
    }
    let diff = compare("Resources:\n" + queue("Aaa"), "Resources:\n" + queue("Xyz") + queue("Zyx"))
    #expect(diff.pairs.map(\.isAmbiguous) == [true])
    #expect(diff.pairs.first?.alternatives.map(\.ideal) == [1])
    #expect(diff.pairs.first?.isMigratable == false)
    #expect(diff.deltas.map(\.kind) == [.renamed, .added])
  }

  @Test func `What a cap leaves out is counted`() {
    func list(_ prefix: String) -> String {
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      X: ["
        + (0..<100).map { "{\(prefix)\($0): \($0)}" }.joined(separator: ", ") + "]\n"
    }
    #expect(compare(list("a"), list("b")).limits.listElements == 100)
    #expect(compare(list("a"), list("a")).limits.isEmpty)
  }

  @Test func `A parameter under another name is renamed, and what refers to it follows`() {
    let text = """
      Parameters:
        EnvironmentName: {Type: String, Default: dev, Description: Which environment}
      Resources:
        T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub '${EnvironmentName}-x'}}
      """
    let diff = compare(text, text.replacing("EnvironmentName", with: "EnvName"))
    #expect(diff.deltas.map(\.kind) == [.renamed])
  }

  @Test func `A pin decides`() {
    let (before, after) = (bucket(["Aa", "Bb"]), bucket(["Cc", "Dd"]))
    let diff = TemplateDiff.compare(
      response: template(before), ideal: template(after), pins: [.init(response: "Aa", ideal: "Dd")])
    #expect(diff.pairs.contains { $0.response == 0 && $0.ideal == 1 && $0.reason == .pinned })
  }

  @Test func `Long lists align by their shortest edit`() {
    func commands(_ words: [Int]) -> String {
      "Resources:\n  A:\n    Type: AWS::ECS::X\n    Properties: {Command: [\(words.map { "c\($0 % 7)" }.joined(separator: ", "))]}\n"
    }
    let row = Array(0..<60).map { $0 * $0 }
    var longer = row
    longer.insert(6, at: 0)
    longer.insert(5, at: 30)
    #expect(compare(commands(row), commands(longer)).deltas.map(\.kind) == [.added, .added])
    #expect(compare(commands(longer), commands(row)).deltas.map(\.kind) == [.removed, .removed])
    #expect(compare(commands([1, 2, 3]), commands([2, 3, 1])).deltas.map(\.kind) == [.reordered])
  }

  @Test func `Only what is asked for is shown`() {
    let before =
      "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: x, Tags: [{Key: a, Value: 1}]}\n"
    let after = before.replacing("x,", with: "y,").replacing("1}", with: "2}") + "Outputs: {O: {Value: 1}}\n"
    let diff = compare(before, after)
    func shown(_ types: [String], _ ignored: [String]) -> [String] {
      DeltaSelection(types: types, ignored: ignored).applied(to: diff).deltas.map(\.path.description)
    }
    #expect(shown([], []) == ["DisplayName", "Tags[a].Value", ""])
    #expect(shown(["AWS::SNS::*"], ["Tags"]) == ["DisplayName"])
    #expect(shown(["output"], []) == [""])
    #expect(shown(["AWS::S3::Bucket"], []) == [])
  }
}
