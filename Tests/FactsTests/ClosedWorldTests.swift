import Testing

@testable import Facts

/// What the table does not cover is unknown: absent is said only where it is complete.
@Suite struct ClosedWorldTests {
  let facts: FactsTable

  init() throws { facts = try #require(Table.facts) }

  @Test(arguments: ["Own", "Properties.Own", "ServiceTokens"])
  func `Members of a custom resource are unknown`(name: String) {
    for type in ["AWS::CloudFormation::CustomResource", "Custom::Thing", "AWS::Serverless::Function"] {
      #expect(facts.answer(member: name, of: type, in: .cloudFormation) == .unknown, "\(type)")
      #expect(facts.answer(attribute: name, ofType: type) == .unknown, "\(type)")
      #expect(facts.impact(type: type, property: name) == .unknown, "\(type)")
    }
  }

  @Test func `What only CDK knows of CloudFormation are names`() throws {
    let line = try #require(facts.lines(of: .cfn).first { $0.kind == "u" && $0.key.hasPrefix("AWS::A") })
    #expect(facts.answer(type: line.key, in: .cloudFormation).exists)
    #expect(facts.answer(member: "Own", of: line.key, in: .cloudFormation) == .unknown)
  }

  @Test(arguments: [
    "@pulumi/eks.Cluster", "@pulumi/awsx.ec2.Vpc", "@pulumi/aws-native/s3.Bucket", "pulumi_eks.Cluster",
    "com.pulumi.eks.Cluster", "awsx.ec2.Vpc", "@pulumi/random.RandomId", "@pulumi/pulumi.Output",
    "pulumi.Config", "github.com/pulumi/pulumi-eks/sdk/v2/go/eks.Cluster",
  ])
  func `Other packages of Pulumi are unknown`(name: String) {
    #expect(facts.answer(type: name, in: .pulumi) == .unknown)
    #expect(facts.answer(argument: "vpcId", of: name, in: .pulumi) == .unknown)
  }

  @Test(arguments: ["@pulumi/eks", "@pulumi/awsx", "pulumi_eks", "my-module", "@pulumi/pulumi"])
  func `Modules of other packages of Pulumi are unknown`(name: String) {
    #expect(facts.answer(module: name, in: .pulumi) == .unknown)
  }

  @Test func `Pulumi's AWS package is known by its path in Go`() {
    let name = "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/s3"
    #expect(facts.type("\(name).Bucket", in: .pulumi)?.key == "s3.Bucket")
    #expect(facts.answer(module: name, in: .pulumi).exists)
    #expect(facts.answer(module: "pulumi_aws.wellarchitected", in: .pulumi).isAbsent)
  }

  @Test(arguments: ["onObjectCreated", "onEvent"])
  func `What Pulumi's Node SDK adds by hand is unknown`(name: String) {
    #expect(facts.answer(member: name, of: "aws.s3.Bucket", in: .pulumi) == .unknown)
    #expect(facts.answer(type: "aws.s3.BucketEventSubscription", in: .pulumi) == .unknown)
  }

  @Test(arguments: [
    "TapStack", "@cdktf/provider-random/lib/pet.Pet", "@cdktf/provider-google/lib/instance.Instance",
    "cdktf_cdktf_provider_null.resource.Resource", "./network-stack.NetworkStack", "awsx.ec2.Vpc",
    "ec2.Instance",
  ])
  func `Classes of the program itself and of other CDKTF providers are unknown`(name: String) {
    #expect(facts.answer(type: name, in: .cdktf) == .unknown)
  }

  @Test func `Modules of CDKTF are closed for the AWS provider alone`() {
    #expect(facts.answer(module: "@cdktf/provider-aws/lib/s3-bucket", in: .cdktf).exists)
    #expect(facts.answer(module: "@cdktf/provider-aws/lib/s3-buckets", in: .cdktf).isAbsent)
    #expect(facts.answer(module: "@cdktf/provider-random/lib/pet", in: .cdktf) == .unknown)
    #expect(facts.answer(module: "./lib/tap-stack", in: .cdktf) == .unknown)
  }

  @Test(arguments: [
    "@aws-cdk/aws-glue-alpha", "@aws-cdk/aws-s3", "cdk-nag", "./tap-stack", "aws-cdk-lib/interfaces",
  ])
  func `Modules beside aws-cdk-lib are unknown`(name: String) {
    #expect(facts.answer(module: name, in: .cdk) == .unknown)
  }

  @Test(arguments: ["aws-cdk-lib/aws-s4", "aws_cdk.aws_s4", "software.amazon.awscdk.services.s4"])
  func `Modules that aws-cdk-lib lacks are absent`(name: String) {
    #expect(facts.answer(module: name, in: .cdk).isAbsent)
  }

  @Test func `Properties of any type hold what they will`() {
    for path in ["rule.statement.no_such_statement", "rule.statement.or_statement.statement"] {
      #expect(facts.answer(member: path, of: "aws_wafv2_web_acl", in: .terraform) == .unknown)
    }
    #expect(facts.answer(member: "product_codes.own", of: "data.aws_ami", in: .terraform) == .unknown)
    #expect(
      facts.answer(member: "KeySchema.Own", of: "AWS::DynamoDB::Table", in: .cloudFormation) == .unknown)
  }

  @Test func `Services and methods that botocore does not name are unknown`() {
    #expect(facts.answer(operation: "describe_secret", ofService: "secretsmanager").exists)
    #expect(facts.answer(operation: "describe_secrets", ofService: "secretsmanager").isAbsent)
    #expect(facts.answer(operation: "get_paginator", ofService: "s3") == .unknown)
    #expect(facts.answer(operation: "upload_file", ofService: "s3") == .unknown)
    #expect(facts.answer(operation: "anything", ofService: "no-such-service") == .unknown)
    #expect(facts.answer(input: "Own", ofOperation: "no_such_call", service: "s3") == .unknown)
  }
}
