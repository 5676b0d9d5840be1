import Knowledge
import Testing

@testable import Scoring

/// The worked examples of the rubric: each blocker, each class, the caps, the rounding.
///
/// `Pair.queue` is a single queue: +1 for its pattern and −1 for the one service, so that it adds nothing.
struct TrainingValueTests {
  private func fixes(_ findings: [(Category, Severity, String)]) -> Int {
    Pair(findings: findings).value().value
  }

  // MARK: Blockers

  @Test func `Another platform is worth 3`() {
    let terraform = "```hcl\nresource \"aws_sqs_queue\" \"q\" {\n  name = \"x\"\n}\n```\n"
    let value = Pair(response: terraform, findings: Pair.significant(3)).value()
    #expect(value.value == 3)
    #expect(value.blocker == .wrongPlatformOrLanguage)
    #expect(
      value.points.map(\.reason) == [
        "the response is written for Terraform, the task asks for CloudFormation"
      ])
  }

  @Test func `Another language of the same platform is worth 3`() {
    let python = """
      ```python
      import aws_cdk as cdk
      from aws_cdk import aws_sqs as sqs
      class Store(cdk.Stack):
          def __init__(self, scope, id):
              super().__init__(scope, id)
              sqs.Queue(self, "Jobs")
      ```

      """
    let typeScript = """
      ```typescript
      import * as cdk from 'aws-cdk-lib';
      import * as sqs from 'aws-cdk-lib/aws-sqs';
      export class Store extends cdk.Stack {
        constructor(scope: cdk.App, id: string) {
          super(scope, id);
          new sqs.Queue(this, 'Jobs');
        }
      }
      ```

      """
    let value = Pair(response: python, ideal: typeScript).value()
    #expect(value.blocker == .wrongPlatformOrLanguage)
    #expect(value.value == 3)
    #expect(Pair(response: python, ideal: python).value().blocker == nil)
  }

  @Test func `JSON instead of YAML is no other language`() {
    let json =
      "```json\n{\"AWSTemplateFormatVersion\": \"2010-09-09\", \"Resources\": {\"R0\": {\"Type\": \"AWS::SQS::Queue\"}}}\n```\n"
    #expect(Pair(response: json).value().blocker == nil)
  }

  @Test func `Another account than the task names is worth 3`() {
    let prompt = "- Deploy the queue to account 111122223333\n"
    func answer(_ account: String) -> String {
      Pair.yaml("AWS::SQS::Queue", property: "QueueName: 'jobs-\(account)'")
    }
    let value = Pair(prompt: prompt, response: answer("444455556666"), ideal: answer("111122223333")).value()
    #expect(value.value == 3)
    #expect(value.blocker == .wrongAccount)
    #expect(Pair(prompt: prompt, response: answer("111122223333")).value().blocker == nil)
    #expect(Pair(prompt: prompt).value().blocker == nil)
  }

  @Test func `Half or more of the required services missing is worth 4`() {
    let ideal = Pair.yaml("AWS::SQS::Queue", "AWS::SNS::Topic", "AWS::S3::Bucket", "AWS::DynamoDB::Table")
    let half = Pair.yaml("AWS::SQS::Queue", "AWS::SNS::Topic")
    let value = Pair(response: half, ideal: ideal).value()
    #expect(value.value == 4)
    #expect(value.blocker == .requiredServicesMissing)
    #expect(value.points.map(\.reason) == ["2 of 4 required services are missing: S3, DynamoDB"])
    let most = Pair.yaml("AWS::SQS::Queue", "AWS::SNS::Topic", "AWS::S3::Bucket")
    #expect(Pair(response: most, ideal: ideal).value().blocker == nil)
  }

  @Test func `Only services that the prompt names are required`() {
    let ideal = Pair.yaml("AWS::SQS::Queue", "AWS::SNS::Topic", "AWS::S3::Bucket", "AWS::DynamoDB::Table")
    let pair = Pair(
      prompt: "- Messages go from the topic of SNS to a queue\n- The function writes to a bucket\n",
      response: Pair.queue, ideal: ideal)
    #expect(pair.value().points.map(\.reason) == ["2 of 3 required services are missing: SNS, S3"])
    let enough = Pair(
      prompt: "- Messages go from the topic of SNS to a queue\n",
      response: Pair.yaml("AWS::SQS::Queue", "AWS::SNS::Topic"), ideal: ideal)
    #expect(enough.value().blocker == nil)
  }

  @Test func `Another region than the task names is worth 5`() {
    let prompt = "- The queue must be in eu-central-1\n"
    func answer(_ region: String) -> String {
      Pair.yaml("AWS::SQS::Queue", property: "QueueName: 'jobs-\(region)'")
    }
    let value = Pair(prompt: prompt, response: answer("us-east-1a"), ideal: answer("eu-central-1")).value()
    #expect(value.value == 5)
    #expect(value.blocker == .wrongRegion)
    #expect(
      value.points.map(\.reason) == ["the task asks for region eu-central-1, the response names us-east-1"])
    #expect(Pair(prompt: prompt, response: answer("eu-central-1b")).value().blocker == nil)
    #expect(Pair(prompt: prompt).value().blocker == nil)
    #expect(
      Pair(prompt: prompt, response: answer("us-east-1"), ideal: answer("us-east-1")).value().blocker == nil)
  }

  @Test func `A region or account that the ideal names too is not wrong`() {
    let prompt = "- The queue must be in eu-central-1, in account 111122223333\n"
    func answer(_ name: String) -> String { Pair.yaml("AWS::SQS::Queue", property: "QueueName: '\(name)'") }
    let ideal = answer("eu-central-1-us-east-1-111122223333-444455556666")
    for name in ["us-east-1", "444455556666"] {
      #expect(Pair(prompt: prompt, response: answer(name), ideal: ideal).value().blocker == nil)
    }
  }

  @Test func `What only computes or waits is no service`() {
    let answer = "```hcl\nresource \"aws_sqs_queue\" \"q\" {\n  name = \"q\"\n}\n```\n"
    let ideal = answer.replacing("```hcl\n", with: "```hcl\nresource \"null_resource\" \"n\" {\n}\n")
    #expect(Pair(response: answer, ideal: ideal).value().blocker == nil)
    #expect(
      Pair(response: answer, ideal: ideal, findings: Pair.moderate(1)).value().points.map(\.reason).contains(
        "the ideal uses one service only (SQS)"))
  }

  @Test func `A feature that is missing is a fix and no missing service`() {
    let ideal = Pair.yaml(
      "AWS::SQS::Queue", "AWS::KMS::Key", "AWS::CloudWatch::Alarm", "AWS::SecretsManager::Secret")
    #expect(Pair(ideal: ideal).value().blocker == nil)
    let prompt = "- A queue, encrypted with KMS, its password in Secrets Manager, with alarms\n"
    #expect(Pair(prompt: prompt, ideal: ideal).value().blocker == nil)
  }

  @Test func `The first blocker of the rubric decides`() {
    let prompt = "- The queue must be in eu-central-1, in account 111122223333\n"
    let response = Pair.yaml("AWS::SQS::Queue", property: "QueueName: 'us-east-1-444455556666'")
    #expect(Pair(prompt: prompt, response: response).value().blocker == .wrongAccount)
  }

  // MARK: Classes

  @Test(arguments: [(1, 9), (2, 10), (5, 10)])
  func `Significant fixes add one point, or two from two on`(count: Int, value: Int) {
    #expect(fixes(Pair.significant(count)) == value)
    #expect(fixes(Pair.significant(count) + Pair.moderate(4) + Pair.minor(9)) == value)
  }

  @Test(arguments: [1, 12])
  func `Moderate fixes add nothing and keep minor ones from counting`(count: Int) {
    #expect(fixes(Pair.moderate(count)) == 8)
    #expect(fixes(Pair.moderate(count) + Pair.minor(9)) == 8)
  }

  @Test(arguments: [(9, 6), (6, 6), (5, 7), (4, 7)])
  func `Minor fixes alone take one point, or two from six on`(count: Int, value: Int) {
    #expect(fixes(Pair.minor(count)) == value)
  }

  @Test(arguments: [(4, 5), (3, 5), (2, 4), (1, 4), (0, 4)])
  func `Trivial fixes alone take three points, or four where there are one or two`(count: Int, value: Int) {
    #expect(fixes(Pair.trivial(count)) == value)
  }

  @Test func `Fewer than four minor fixes are trivial`() {
    #expect(fixes(Pair.minor(3)) == 5)
    #expect(fixes(Pair.minor(2)) == 4)
    #expect(fixes(Pair.minor(2) + Pair.trivial(1)) == 5)
  }

  @Test func `A known failure has a class of its own, others that of their category and severity`() {
    #expect(
      Pair(findings: [
        (.monitoring, .medium, "cloudwatch-alarms-missing"), (.monitoring, .medium, "log-retention-missing"),
        (.outputs, .critical, "x"), (.codeQuality, .low, "x"),
      ]).value().classes == [.significant, .moderate, .moderate, .trivial])
  }

  // MARK: Complexity

  private func complexity(_ ideal: String) -> [String] {
    Pair(response: ideal, ideal: ideal, findings: Pair.moderate(1)).value().points.dropFirst(2).map {
      "\($0.amount.signedText) \($0.reason)"
    }
  }

  @Test func `Three services, security, availability and patterns add a point each until two are given`() {
    #expect(
      complexity(Pair.yaml("AWS::S3::Bucket", "AWS::RDS::DBInstance", "AWS::Cognito::UserPool"))
        == ["+1 the ideal: several services work together (S3, RDS, Cognito)"])
    #expect(
      complexity(Pair.yaml("AWS::S3::Bucket", "AWS::Cognito::UserPool", property: "KmsKeyId: k"))
        == ["+1 the ideal: security practice (KmsKeyId of R0)"])
    #expect(
      complexity(Pair.yaml("AWS::RDS::DBInstance", "AWS::S3::Bucket", property: "MultiAZ: true"))
        == ["+1 the ideal: high availability (MultiAZ of R0)"])
    #expect(
      complexity(Pair.yaml("AWS::Lambda::Function", "AWS::S3::Bucket"))
        == ["+1 the ideal: event-driven, serverless or microservice patterns (AWS::Lambda::Function)"])
    #expect(
      complexity(
        Pair.yaml(
          "AWS::Lambda::Function", "AWS::S3::Bucket", "AWS::RDS::DBInstance", "AWS::SQS::Queue",
          property: "KmsKeyId: k")
      ) == [
        "+1 the ideal: several services work together (Lambda, S3, RDS and 1 more)",
        "+1 the ideal: security practice (KmsKeyId of R0)",
      ])
  }

  @Test func `A property that is false is no practice`() {
    #expect(
      complexity(Pair.yaml("AWS::RDS::DBInstance", "AWS::S3::Bucket", property: "MultiAZ: false")) == [])
  }

  @Test func `One service alone takes a point, whatever else is given`() {
    #expect(
      complexity(Pair.yaml("AWS::Cognito::UserPool")) == ["-1 the ideal uses one service only (Cognito)"])
    #expect(
      complexity(Pair.yaml("AWS::RDS::DBInstance", property: "MultiAZ: true")) == [
        "+1 the ideal: high availability (MultiAZ of R0)", "-1 the ideal uses one service only (RDS)",
      ])
  }

  // MARK: Sum

  @Test func `The sum is held to 10 and to 0`() {
    let rich = Pair.yaml("AWS::Lambda::Function", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::SQS::Queue")
    let value = Pair(response: rich, ideal: rich, findings: Pair.significant(2)).value()
    #expect(value.value == 10)
    #expect(value.points.last == .init(Points(-2), "held to 0 to 10"))
    var strict = Pair.rubric
    strict.base = Points(2)
    #expect(Pair(findings: Pair.trivial(1)).value(strict).value == 0)
  }

  @Test(arguments: [(850, 9), (849, 8), (750, 8), (-50, 0), (-51, -1), (0, 0), (-100, -1), (-150, -1)])
  func `Halves are rounded up`(hundredths: Int, value: Int) {
    #expect(Points(hundredths: hundredths).roundedHalfUp == value)
  }

  @Test func `A rubric may give halves, and the rounding has its reason`() {
    var fine = Pair.rubric
    fine.base = Points(hundredths: 750)
    let value = Pair(findings: Pair.moderate(1)).value(fine)
    #expect(value.value == 8)
    #expect(value.points.last == .init(Points(hundredths: 50), "rounded half up"))
  }

  @Test(arguments: 0..<6)
  func `The points always add up to the value, and each has its reason`(count: Int) {
    for findings in [Pair.significant(count), Pair.moderate(count), Pair.minor(count), Pair.trivial(count)] {
      let value = Pair(findings: findings).value()
      #expect(value.points.reduce(Points(0)) { $0 + $1.amount } == Points(value.value))
      #expect(value.points.allSatisfy { !$0.reason.isEmpty })
      #expect(value.classes.count == count)
    }
  }

  @Test(arguments: [
    (10, "excellent"), (9, "excellent"), (8, "good"), (6, "fair"), (4, "poor"), (3, "insufficient"),
  ])
  func `Values have grades`(base: Int, grade: String) {
    var rubric = Pair.rubric
    rubric.base = Points(base)
    #expect(Pair(findings: Pair.moderate(1)).value(rubric).grade == grade)
  }

  @Test func `What names a region or an account is found whole, and nothing else`() {
    var places = NamedPlaces()
    places.add(
      Array("us-east-1a, eu-central-1; us-gov-west-1 x-east-1 us-east-a 12345678901 a123456789012".utf8))
    places.add(Array("arn:aws:iam::123456789012:role/us-east-1-role ap-southeast-2".utf8))
    #expect(places.regions == ["us-east-1", "eu-central-1", "us-gov-west-1", "ap-southeast-2"])
    #expect(places.accounts == ["123456789012"])
  }
}
