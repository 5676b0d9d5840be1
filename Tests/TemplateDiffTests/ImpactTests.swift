import Facts
import Readers
import SourceText
import TemplateDiff
import TemplateModel
import Testing

/// What becomes of what is running: replacement, what follows it, and lost data.
struct ImpactTests {
  private let facts: SchemaFacts

  init() throws { facts = try CommittedTable.schema }

  private func diff(_ response: String, _ ideal: String) -> TemplateDiff {
    TemplateDiff.compare(response: template(response), ideal: template(ideal), facts: facts)
  }

  private func terraform(_ response: String, _ ideal: String) -> TemplateDiff {
    func read(_ text: String) -> Template {
      TemplateReader.template(from: [SourceFile(path: "main.tf", text: text)])
    }
    return TemplateDiff.compare(response: read(response), ideal: read(ideal), facts: facts)
  }

  private func resource(_ type: String, _ properties: String, beside: String = "") -> String {
    "Resources:\n  Main:\n    Type: \(type)\n\(beside)    Properties: {\(properties)}\n"
  }

  @Test(arguments: [
    ("AWS::SQS::Queue", "QueueName: a", "QueueName: b", Impact.replace),
    ("AWS::SQS::Queue", "DelaySeconds: 1", "DelaySeconds: 2", .inPlace),
    ("AWS::RDS::DBInstance", "Engine: mysql", "Engine: mariadb", .mayReplace),
    ("AWS::RDS::DBInstance", "StorageEncrypted: false", "StorageEncrypted: true", .replace),
    ("AWS::EC2::Subnet", "CidrBlock: 10.0.0.0/24", "CidrBlock: 10.0.1.0/24", .replace),
  ])
  func `A change of a create-only property replaces the resource`(
    type: String, before: String, after: String, impact: Impact
  ) {
    #expect(diff(resource(type, before), resource(type, after)).deltas.map(\.impact) == [impact])
  }

  @Test func `Nobody knows what a change of a custom resource does`() {
    let result = diff(resource("Custom::Thing", "Name: a"), resource("Custom::Thing", "Name: b"))
    #expect(result.deltas.map(\.impact) == [nil])
  }

  @Test func `Terraform replaces what CloudFormation replaces`() {
    func database(_ line: String) -> String {
      "resource \"aws_db_instance\" \"main\" {\n  identifier = \"orders\"\n  \(line)\n}\n"
    }
    let result = terraform(
      database("storage_encrypted = false\n  skip_final_snapshot = true"),
      database("storage_encrypted = true\n  skip_final_snapshot = true"))
    #expect(result.deltas.map(\.impact) == [.replace])
    #expect(result.deltas.map(\.losesData) == [true])
    let saved = terraform(database("storage_encrypted = false"), database("storage_encrypted = true"))
    #expect(saved.deltas.map(\.losesData) == [false])
  }

  @Test(arguments: [
    ("!Ref Net", "replace"), ("!Sub '${Net}'", "replace"), ("!Sub '${Net}-x'", "replace"),
    ("!Join ['', [!Ref Net, x]]", "replace"), ("!If [Live, !Ref Net, vpc-1]", "mayReplace"),
    ("!Select [0, [!GetAtt Net.VpcId]]", "replace"),
  ])
  func `Who refers to a replaced resource in a create-only property is replaced`(
    value: String, impact: String
  ) {
    func network(_ cidr: String) -> String {
      """
      Conditions: {Live: !Equals [!Ref AWS::Region, eu-west-1]}
      Resources:
        Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: \(cidr)}}
        Part: {Type: AWS::EC2::Subnet, Properties: {VpcId: \(value)}}
        Host: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref Part}}
      """
    }
    let result = diff(network("10.0.0.0/16"), network("10.1.0.0/16"))
    let found = result.consequences.map { consequence in
      let pair = result.pairs[consequence.pair]
      return "\(result.ideal.resources[pair.ideal].name) \(consequence.property) \(consequence.impact.name)"
    }
    #expect(found == ["Part VpcId \(impact)", "Host SubnetId \(impact)"])
  }

  @Test func `A reference in a property that can be updated carries nothing`() {
    func function(_ name: String) -> String {
      """
      Resources:
        Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: \(name)}}
        Work: {Type: AWS::Lambda::Function, Properties: {Environment: {Variables: {Q: !Ref Queue}}}}
      """
    }
    #expect(diff(function("a"), function("b")).consequences.isEmpty)
  }

  @Test(arguments: [
    ("", true), ("    UpdateReplacePolicy: Retain\n", false), ("    UpdateReplacePolicy: Snapshot\n", false),
    ("    DeletionPolicy: Retain\n", true), ("    UpdateReplacePolicy: Delete\n", true),
  ])
  func `A replaced database loses its data unless a policy keeps it`(beside: String, isLost: Bool) {
    let result = diff(
      resource("AWS::RDS::DBInstance", "StorageEncrypted: false", beside: beside),
      resource("AWS::RDS::DBInstance", "StorageEncrypted: true", beside: beside))
    #expect(result.deltas.map(\.losesData) == [isLost])
    #expect(result.deltas.map(\.path.description) == ["StorageEncrypted"])
  }

  @Test(arguments: [
    ("AWS::DynamoDB::Table", "", true), ("AWS::DynamoDB::Table", "    DeletionPolicy: Retain\n", false),
    ("AWS::DynamoDB::Table", "    UpdateReplacePolicy: Retain\n", true), ("AWS::SNS::Topic", "", false),
    // Not deleted while it holds objects.
    ("AWS::S3::Bucket", "", false),
    // CloudFormation takes a snapshot of these unless told otherwise.
    ("AWS::RDS::DBInstance", "", false), ("AWS::RDS::DBInstance", "    DeletionPolicy: Delete\n", true),
  ])
  func `A deleted resource loses its data unless a policy keeps it`(
    type: String, beside: String, isLost: Bool
  ) {
    let other = "  Other: {Type: AWS::EC2::VPC}\n"
    let result = diff(resource(type, "", beside: beside) + other, "Resources:\n" + other)
    #expect(result.deltas.map(\.losesData) == [isLost])
    #expect(result.deltas.map(\.impact) == [beside.contains("DeletionPolicy: Retain") ? .orphan : .delete])
  }

  @Test(arguments: [
    ("new dynamodb.Table(this, 'Main', {});", Impact.orphan, false),
    ("new dynamodb.Table(this, 'Main', { removalPolicy: cdk.RemovalPolicy.DESTROY });", .delete, true),
    ("new dynamodb.Table(this, 'Main', { removalPolicy: cdk.RemovalPolicy.RETAIN });", .orphan, false),
    ("new dynamodb.CfnTable(this, 'Main', {});", .delete, true),
  ])
  func `A construct keeps its data unless told otherwise`(line: String, impact: Impact, isLost: Bool) {
    func stack(_ line: String) -> Template {
      let text = """
        import * as cdk from 'aws-cdk-lib';
        import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
        import * as ec2 from 'aws-cdk-lib/aws-ec2';
        export class ShopStack extends cdk.Stack {
          constructor(scope: cdk.App, id: string) {
            super(scope, id);
            new ec2.Vpc(this, 'Net');
            \(line)
          }
        }
        """
      return TemplateReader.template(from: [SourceFile(path: "lib/stack.ts", text: text)])
    }
    let result = TemplateDiff.compare(response: stack(line), ideal: stack(""), facts: facts)
    let removed = result.deltas.filter { $0.kind == .removed && $0.path.steps.isEmpty }
    #expect(removed.compactMap(\.impact) == [impact])
    #expect(removed.map(\.losesData) == [isLost])
  }

  @Test func `Text and numbers are compared as the schema says`() {
    func rule(_ age: String) -> String {
      resource("AWS::S3::Bucket", "CorsConfiguration: {CorsRules: [{AllowedMethods: [GET], MaxAge: \(age)}]}")
    }
    #expect(diff(rule("10"), rule("'10.0'")).deltas.isEmpty)
    #expect(
      diff(resource("AWS::SQS::Queue", "QueueName: '1.0'"), resource("AWS::SQS::Queue", "QueueName: 1"))
        .deltas.count == 1)
    #expect(
      diff(resource("AWS::SQS::Queue", "FifoQueue: 'True'"), resource("AWS::SQS::Queue", "FifoQueue: true"))
        .deltas.isEmpty)
  }
}
