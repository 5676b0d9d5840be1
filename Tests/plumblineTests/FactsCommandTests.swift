import Foundation
import TestSupport
import Testing

@testable import plumbline

/// `plumbline facts show` as a user meets it.
struct FactsCommandTests {
  private func show(_ words: String...) throws -> Run { try Run(Run.plumbline, ["facts", "show"] + words) }

  @Test func `A type is shown with its members and what it is called elsewhere`() throws {
    let run = try show("AWS::SNS::Subscription")
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      Array(lines.prefix(8)) == [
        "AWS::SNS::Subscription",
        "  CloudFormation resource type",
        "  elsewhere: aws_sns_topic_subscription (Terraform); aws_sns.CfnSubscription, aws_sns.Subscription (CDK); "
          + "sns.TopicSubscription (Pulumi)",
        "",
        "  required",
        "    Protocol  string; a change replaces the resource",
        "    TopicArn  string; a change replaces the resource",
        "",
      ])
  }

  @Test(arguments: [
    (["ec2.VpcProps", "cidr"], 0, "aws_ec2.VpcProps cidr (CDK): is deprecated; use ipAddresses.\n"),
    (
      ["AWS::S3::Bucket", "bucketName"], 1,
      "AWS::S3::Bucket bucketName (CloudFormation): does not exist; there is BucketName.\n"
    ),
    (
      ["nodejs18.x"], 0,
      "nodejs18.x is a Lambda runtime: deprecated on 2025-09-01, no new functions from 2026-06-01, "
    ),
    (["s3:GetObject"], 0, "s3:GetObject is an IAM action.\n"),
    (["t3.micro"], 0, "t3.micro is an EC2 instance type.\n"),
    (["eu-west-1"], 0, "eu-west-1 is a region.\n"),
    (
      ["arn:aws:iam::aws:policy/ReadOnlyAccess"], 0,
      "arn:aws:iam::aws:policy/ReadOnlyAccess is a managed policy.\n"
    ),
    (["postgres"], 0, "postgres is an engine of RDS instances; offered are "),
    (
      ["S3BucketVersioning"], 1,
      "Nothing is known by the name 'S3BucketVersioning'; there is S3BucketVersioningA.\n"
    ),
    (["AWS::S3::Bukcet"], 1, "Nothing is known by the name 'AWS::S3::Bukcet'; there is AWS::S3::Bucket.\n"),
    (["Custom::Own"], 1, "Nothing is known by the name 'Custom::Own'.\n"),
  ])
  func `A name is answered in a sentence`(words: [String], code: Int32, opening: String) throws {
    let run = try Run(Run.plumbline, ["facts", "show"] + words)
    #expect(run.code == code)
    #expect(run.output.hasPrefix(opening), "\(run.output.prefix(300))")
  }

  @Test func `A method is shown with its parameters`() throws {
    let run = try show("sqs.Queue")
    #expect(run.output.contains("  made with: scope: Construct, id: string, props?: QueueProps\n"))
    #expect(run.output.contains("    fromQueueArn(scope, id, queueArn)  "))
  }

  @Test func `A damaged or older table is refused with a sentence`() throws {
    let table = try PackageFolder.bytes("Sources/Facts/Resources/facts.txt")
    var flipped = table
    flipped[900] ^= 1
    var binary = table
    binary.replaceSubrange(40..<43, with: [0xC3, 0x28, 0xFF])
    let again = "install again with 'make install'.\n"
    for (bytes, sentence) in [
      (Array(table.prefix(5_000_000)), "is damaged (classes); \(again)"),
      (Array(table.prefix(1_000)), "is damaged (header); \(again)"),
      (flipped, "is damaged (header); \(again)"), (binary, "is damaged (header); \(again)"),
      (
        Array("PLUMBLINE FACTS 1\n".utf8) + table.dropFirst(18),
        "has format 1, which this version does not read; \(again)"
      ),
      ([], "is no such table; \(again)"), ([0xFF, 0xFE, 0x00], "is no such table; \(again)"),
    ] {
      let scratch = try Scratch()
      try Data(bytes).write(to: URL(fileURLWithPath: scratch.at("facts.txt")))
      let run = try Run.bash(
        "PLUMBLINE_RESOURCES=\"$1\" exec \"$0\" facts show AWS::SQS::Queue", scratch.at("."))
      #expect(run.code != 0)
      #expect(run.output.isEmpty)
      #expect(run.error == "plumbline: The table of facts \(sentence)")
    }
  }
}
