import Testing

@testable import Facts

/// Names in the spelling of each language, pinned releases, and the smaller tables.
@Suite struct LookupTests {
  let facts: FactsTable

  init() throws { facts = try #require(Table.facts) }

  @Test(arguments: [
    "ec2.VpcProps", "aws_ec2.VpcProps", "aws-ec2.VpcProps", "aws-cdk-lib/aws-ec2.VpcProps",
    "aws_cdk.aws_ec2.VpcProps",
    "software.amazon.awscdk.services.ec2.VpcProps", "awsec2.VpcProps", "aws-cdk-lib.aws_ec2.VpcProps",
  ])
  func `A CDK type is found in every language`(name: String) {
    #expect(facts.type(name, in: .cdk)?.key == "aws_ec2.VpcProps")
  }

  @Test(arguments: ["natGateways", "nat_gateways", "NatGateways"])
  func `A member is found in every language`(name: String) {
    #expect(facts.answer(member: name, of: "ec2.VpcProps", in: .cdk) == .present(since: nil))
  }

  @Test(arguments: [
    "cdk.Stack", "aws-cdk-lib.Stack", "core.Stack", "aws_cdk.Stack", "software.amazon.awscdk.Stack",
    "awscdk.Stack",
  ])
  func `A CDK type of the root is found`(name: String) {
    #expect(facts.type(name, in: .cdk)?.key == "Stack")
  }

  @Test func `Members are found through base types`() {
    #expect(facts.answer(member: "endpointConfiguration", of: "apigateway.RestApiProps", in: .cdk).exists)
    #expect(facts.answer(member: "grantRead", of: "s3.Bucket", in: .cdk).exists)
    #expect(facts.answer(member: "node", of: "s3.Bucket", in: .cdk).exists)
    #expect(facts.answer(member: "queueName", of: "sqs.CfnQueue", in: .cdk).exists)
    #expect(facts.answer(member: "RedrivePolicyProperty", of: "sqs.CfnQueue", in: .cdk).isAbsent)
    #expect(facts.answer(member: "VisibilityConfigProperty", of: "wafv2.CfnWebACL", in: .cdk).exists)
  }

  @Test func `A factory's arguments count as those of the factory`() {
    #expect(
      facts.answer(argument: "bucket_name", of: "s3.Bucket", method: "from_bucket_name", in: .cdk).exists)
    #expect(facts.answer(argument: "bucketNam", of: "s3.Bucket", method: "fromBucketName", in: .cdk).isAbsent)
    #expect(facts.answer(argument: "removal_policy", of: "s3.Bucket", in: .cdk).exists)
  }

  @Test(arguments: [
    "S3Bucket", "@cdktf/provider-aws/lib/s3-bucket.S3Bucket", "cdktf_cdktf_provider_aws.s3_bucket.S3Bucket",
    "imports.aws.s3_bucket.S3Bucket", "S3BucketConfig",
  ])
  func `A CDKTF class stands for its Terraform type`(name: String) {
    #expect(facts.type(name, in: .cdktf)?.key == "aws_s3_bucket")
  }

  @Test func `A CDKTF struct is that of the module it comes from`() {
    #expect(facts.type("s3-bucket.S3BucketVersioning", in: .cdktf)?.key == "aws_s3_bucket.versioning")
    #expect(
      facts.type("S3BucketLifecycleConfigurationRuleExpiration", in: .cdktf)?.key
        == "aws_s3_bucket_lifecycle_configuration.rule.expiration")
    #expect(
      facts.type("S3BucketServerSideEncryptionConfigurationRuleA", in: .cdktf)?.key
        == "aws_s3_bucket_server_side_encryption_configuration.rule")
    #expect(facts.answer(type: "cdktf.S3Backend", in: .cdktf).exists)
    #expect(facts.answer(member: "putVersioning", of: "S3Bucket", in: .cdktf).exists)
    #expect(facts.answer(member: "depends_on", of: "S3Bucket", in: .cdktf).exists)
  }

  @Test(arguments: [
    "aws.s3.Bucket", "s3.Bucket", "pulumi_aws.s3.Bucket", "@pulumi/aws/s3.Bucket", "com.pulumi.aws.s3.Bucket",
    "aws:s3/bucket:Bucket",
  ])
  func `A Pulumi resource is found in every language`(name: String) {
    #expect(facts.type(name, in: .pulumi)?.key == "s3.Bucket")
  }

  @Test func `Pulumi functions are found in every language`() {
    for name in ["aws.ec2.getVpc", "aws.ec2.get_vpc", "ec2.LookupVpc", "aws.ec2.getVpcOutput"] {
      #expect(facts.type(name, in: .pulumi)?.key == "ec2.get_vpc", "\(name)")
    }
    #expect(facts.answer(type: "aws.lambda.CallbackFunction", in: .pulumi) == .unknown)
  }

  @Test func `CloudFormation and Terraform mind the case`() {
    #expect(facts.answer(type: "AWS::S3::bucket", in: .cloudFormation).isAbsent)
    #expect(facts.answer(member: "bucketName", of: "AWS::S3::Bucket", in: .cloudFormation).isAbsent)
    #expect(facts.answer(member: "Bucket", of: "aws_s3_bucket", in: .terraform).isAbsent)
  }

  @Test(arguments: [
    "Custom::Thing", "Third::Party::Type", "AWS::Serverless::Function", "AWS::Serverless::NoSuchThing",
    "AWS::CDK::Metadata",
  ])
  func `Types of other owners are unknown`(name: String) {
    #expect(facts.answer(type: name, in: .cloudFormation) == .unknown)
  }

  @Test func `Open objects answer unknown, never absent`() {
    #expect(
      facts.answer(member: "PolicyDocument.Statement", of: "AWS::IAM::Policy", in: .cloudFormation)
        == .unknown)
    #expect(facts.answer(type: "google_compute_instance", in: .terraform) == .unknown)
    #expect(facts.answer(type: "eks.Cluster", in: .pulumi).exists)
    #expect(facts.answer(type: "@aws-cdk/aws-glue-alpha.Job", in: .cdk) == .unknown)
  }

  @Test func `A pinned release decides what is new and what is gone`() {
    // `region` came with version 6 of the provider.
    #expect(
      facts.answer(member: "region", of: "aws_s3_bucket_versioning", in: .terraform)
        == .present(since: "6.25.0"))
    #expect(
      facts.answer(
        member: "region", of: "aws_s3_bucket_versioning", in: .terraform, pinned: Release("~> 5.0"))
        == .absent(Absence(since: "6.25.0")))
    #expect(
      facts.answer(
        member: "region", of: "aws_s3_bucket_versioning", in: .terraform, pinned: Release("~> 6.0")
      ).exists)
    #expect(
      facts.answer(member: "ipAddresses", of: "ec2.VpcProps", in: .cdk, pinned: Release("2.100.0"))
        == .present(since: nil))
  }

  @Test func `What the newest major lacks is unknown unless the answer pins a major`() throws {
    let gone = try #require(facts.lines(of: .tf).first { $0.kind == "r?" })
    #expect(facts.answer(type: gone.key, in: .terraform) == .unknown)
    #expect(facts.answer(type: gone.key, in: .terraform, pinned: Release("5.40.0")).exists)
    #expect(facts.answer(type: gone.key, in: .terraform, pinned: Release("6.0.0")).isAbsent)
  }

  @Test func `Arguments that Pulumi calls deprecated are so in Terraform`() {
    #expect(
      facts.answer(member: "acl", of: "aws_s3_bucket", in: .terraform)
        == .deprecated(since: nil, replacement: "aws_s3_bucket_acl"))
  }

  @Test func `What a change does is told by property and path`() {
    #expect(facts.impact(type: "AWS::S3::Bucket", property: "BucketName") == .replacement)
    #expect(facts.impact(type: "AWS::S3::Bucket", property: "Tags") == .none)
    #expect(facts.impact(type: "AWS::RDS::DBInstance", property: "Engine") == .conditional)
    #expect(facts.impact(type: "AWS::RDS::DBInstance", property: "StorageEncrypted") == .replacement)
    #expect(facts.impact(type: "AWS::S3::Bucket", property: "NoSuchProperty") == .unknown)
    #expect(facts.impact(type: "Custom::Thing", property: "Name") == .unknown)
    #expect(facts.isStateful(type: "AWS::RDS::DBInstance"))
    #expect(!facts.isStateful(type: "AWS::Lambda::Function"))
    #expect(facts.mustBeEmptyToBeDeleted(type: "AWS::S3::Bucket"))
    #expect(facts.identifier(ofType: "AWS::S3::Bucket") == ["BucketName"])
  }

  @Test func `A runtime ends in steps, by the day`() {
    #expect(facts.answer(runtime: "python3.7", on: "2023-01-01") == .present(since: nil))
    #expect(facts.answer(runtime: "nodejs18.x", on: "2025-08-31") == .present(since: nil))
    #expect(facts.answer(runtime: "nodejs18.x", on: "2026-06-01").isAbsent)
    #expect(facts.answer(runtime: "python3.99", on: "2025-01-01").isAbsent)
  }

  @Test func `Engine versions are judged in pairs, and a major alone is offered`() {
    #expect(facts.isWithdrawn("15.4", besides: "15.15", engine: "postgres", host: .instance))
    #expect(!facts.isWithdrawn("15.4", besides: "15.3", engine: "postgres", host: .instance))
    #expect(facts.answer(engineVersion: "8.0", engine: "mysql", host: .instance).exists)
    #expect(facts.answer(engineVersion: "15", engine: "postgres", host: .instance).exists)
    #expect(facts.answer(engineVersion: "1", engine: "no-such-engine", host: .instance) == .unknown)
  }

  @Test func `Instance classes depend on type, engine and region`() {
    #expect(
      facts.answer(instanceClass: "t3.micro", ofType: "AWS::EC2::Instance", property: "InstanceType").exists)
    #expect(
      facts.answer(instanceClass: "t3.mikro", ofType: "AWS::EC2::Instance", property: "InstanceType").isAbsent
    )
    #expect(
      facts.answer(
        instanceClass: "db.t3.micro", ofType: "AWS::RDS::DBInstance", property: "DBInstanceClass",
        engine: "postgres", region: "us-east-1"
      ).exists)
    #expect(
      facts.answer(
        instanceClass: "db.t3.micro", ofType: "AWS::RDS::DBInstance", property: "DBInstanceClass",
        engine: "oracle-ee", region: "us-east-1"
      ).isAbsent)
    #expect(facts.answer(instanceClass: "x", ofType: "AWS::S3::Bucket", property: "Name") == .unknown)
  }

  @Test func `Policies, actions and regions exist or have neighbours`() {
    #expect(facts.answer(managedPolicy: "arn:aws:iam::aws:policy/ReadOnlyAccess").exists)
    #expect(facts.answer(managedPolicy: "arn:aws:iam::123456789012:policy/Own") == .unknown)
    if case .absent(let absence) = facts.answer(managedPolicy: "AWS_ConfigRole") {
      #expect(absence.livesIn == ["service-role/AWS_ConfigRole"])
    } else {
      Issue.record("without its path the policy is another one")
    }
    #expect(facts.answer(action: "s3:GetObject").exists)
    #expect(facts.answer(action: "s3:Get*").exists)
    #expect(facts.answer(action: "s3:getobject").exists)
    #expect(
      facts.answer(action: "s3:GetObjectTag")
        == .absent(Absence(nearest: ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging"])))
    #expect(facts.answer(action: "s3:GetBucketEncryption").isAbsent)
    #expect(facts.answer(action: "aws:SourceArn") == .unknown)
    #expect(facts.answer(region: "eu-central-1").exists)
    #expect(
      facts.answer(region: "eu-centrl-1")
        == .absent(Absence(nearest: ["eu-central-1", "eu-central-2", "ca-central-1"])))
  }

  @Test func `Values are checked against enumerations and limits`() throws {
    #expect(facts.answer(value: "StringList", ofProperty: "Type", ofType: "AWS::SSM::Parameter").exists)
    #expect(
      facts.answer(value: "Enabeld", ofProperty: "VersioningConfiguration.Status", ofType: "AWS::S3::Bucket")
        == .absent(Absence(nearest: ["Enabled"])))
    let queue = try #require(facts.type("AWS::SQS::Queue", in: .cloudFormation))
    let delay = try #require(facts.member("DelaySeconds", of: queue))
    #expect(facts.isWithinLimits(900, "v", of: delay) == true)
    #expect(facts.isWithinLimits(901, "v", of: delay) == false)
    #expect(facts.isWithinLimits(1, "l", of: delay) == nil)
  }

  @Test func `Equivalents lead to every other dialect`() throws {
    let queue = try #require(facts.type("AWS::SQS::Queue", in: .cloudFormation))
    func others(_ type: TypeFact) -> [String] {
      facts.equivalents(of: type) { $0 == "aws_sqs_queue" ? "AWS::SQS::Queue" : nil }.map(\.key)
    }
    #expect(others(queue) == ["aws_sqs_queue", "aws_sqs.CfnQueue", "aws_sqs.Queue", "sqs.Queue"])
    let construct = try #require(facts.type("sqs.Queue", in: .cdk))
    #expect(others(construct) == ["AWS::SQS::Queue", "aws_sqs_queue", "aws_sqs.CfnQueue", "sqs.Queue"])
    let pulumi = try #require(facts.type("aws.sqs.Queue", in: .pulumi))
    #expect(others(pulumi) == ["AWS::SQS::Queue", "aws_sqs_queue", "aws_sqs.CfnQueue", "aws_sqs.Queue"])
    let resource = try #require(facts.type("aws_vpc", in: .terraform))
    #expect(others(resource) == ["ec2.Vpc"])
  }
}
