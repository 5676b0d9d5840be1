import Testing

@testable import Facts

/// The 56 examples that the table has to decide, by their numbers: 53 as stated, three that no schema knows.
@Suite struct ExampleTests {
  let facts: FactsTable

  init() throws { facts = try #require(Table.facts) }

  private func nearest(_ answer: FactAnswer) -> [String] {
    if case .absent(let absence) = answer { absence.nearest } else { [] }
  }

  private func homes(_ answer: FactAnswer) -> [String] {
    if case .absent(let absence) = answer { absence.livesIn } else { [] }
  }

  @Test func `Classes of CDK that do not exist, and where they do (1 to 6)`() {
    #expect(
      nearest(facts.answer(type: "ec2.NetworkAclAssociation", in: .cdk)).contains(
        "SubnetNetworkAclAssociation"))
    #expect(
      homes(facts.answer(type: "aws_cdk.aws_logs.ComparisonOperator", in: .cdk)) == [
        "aws_cloudwatch.ComparisonOperator"
      ])
    let failover = facts.answer(type: "route53.FailoverRoutingConfig", in: .cdk)
    #expect(failover.isAbsent && homes(failover).isEmpty)
    #expect(homes(facts.answer(type: "lambda.LogGroup", in: .cdk)) == ["aws_logs.LogGroup"])
    #expect(homes(facts.answer(type: "cdk.ArnPrincipal", in: .cdk)) == ["aws_iam.ArnPrincipal"])
    #expect(
      homes(facts.answer(type: "aws-cdk-lib/aws-lambda.LambdaDeploymentConfig", in: .cdk)) == [
        "aws_codedeploy.LambdaDeploymentConfig"
      ])
  }

  @Test func `Properties of CDK that do not exist or are deprecated (7 to 15)`() {
    let alarm = facts.answer(argument: "alarmConfiguration", of: "codedeploy.LambdaDeploymentGroup", in: .cdk)
    #expect(alarm.isAbsent)
    #expect(facts.answer(argument: "alarms", of: "codedeploy.LambdaDeploymentGroup", in: .cdk).exists)
    #expect(
      facts.answer(member: "originRequestPolicyId", of: "cloudfront.DistributionProps", in: .cdk).isAbsent)
    #expect(
      facts.answer(type: "origins.S3Origin", in: .cdk)
        == .deprecated(since: nil, replacement: "aws_cloudfront_origins.S3BucketOrigin"))
    #expect(
      facts.answer(member: "cidr", of: "ec2.VpcProps", in: .cdk)
        == .deprecated(since: nil, replacement: "ipAddresses"))
    #expect(
      facts.answer(member: "pointInTimeRecovery", of: "dynamodb.TableProps", in: .cdk)
        == .deprecated(since: nil, replacement: "pointInTimeRecoverySpecification"))
    #expect(
      facts.answer(member: "PRIVATE_WITH_NAT", of: "ec2.SubnetType", in: .cdk)
        == .deprecated(since: nil, replacement: "PRIVATE_WITH_EGRESS"))
    guard case .deprecated = facts.answer(argument: "containerInsights", of: "ecs.Cluster", in: .cdk) else {
      Issue.record("containerInsights is deprecated")
      return
    }
    #expect(facts.answer(member: "at_least", of: "aws_cdk.assertions.Match", in: .cdk).isAbsent)
    #expect(
      nearest(facts.answer(argument: "resource_ids", of: "ec2.CfnFlowLog", in: .cdk)).contains("resourceId"))
  }

  @Test func `Classes and properties of CDKTF (16 to 24)`() {
    #expect(
      facts.answer(type: "cdktf_cdktf_provider_aws.s3_bucket_versioning.S3BucketVersioning", in: .cdktf)
        == .absent(Absence(nearest: ["S3BucketVersioningA"])))
    #expect(
      nearest(facts.answer(type: "VpcPeeringConnectionAccepter", in: .cdktf)) == [
        "VpcPeeringConnectionAccepterA"
      ])
    #expect(
      facts.answer(type: "cloudfront_distribution.CloudfrontDistributionDefaultRootObject", in: .cdktf)
        .isAbsent)
    #expect(
      facts.type("CloudfrontDistribution", in: .cdktf).flatMap {
        facts.member("defaultRootObject", of: $0)?.type
      } == "")
    #expect(facts.answer(member: "replica_region", of: "SecretsmanagerSecret", in: .cdktf).isAbsent)
    #expect(facts.answer(member: "replica", of: "SecretsmanagerSecret", in: .cdktf).exists)
    #expect(facts.answer(member: "managePassword", of: "RdsCluster", in: .cdktf).isAbsent)
    #expect(facts.answer(member: "manageMasterUserPassword", of: "RdsCluster", in: .cdktf).exists)
    #expect(facts.answer(member: "names_fqn", of: "DataAwsAvailabilityZones", in: .cdktf).isAbsent)
    let cache = facts.type("ElasticacheReplicationGroup", in: .cdktf)
    #expect(cache.flatMap { facts.member("atRestEncryptionEnabled", of: $0)?.type } == "")
    let target = facts.type("LbTargetGroup", in: .cdktf)
    #expect(target.flatMap { facts.member("deregistrationDelay", of: $0)?.type } == "")
    #expect(facts.answer(type: "cdktf.DataAwsCallerIdentity", in: .cdktf).isAbsent)
    #expect(
      facts.answer(type: "@cdktf/provider-aws/lib/data-aws-caller-identity.DataAwsCallerIdentity", in: .cdktf)
        .exists)
    #expect(
      nearest(facts.answer(member: "managePassword", of: "RdsCluster", in: .cdktf)).contains(
        "manage_master_user_password"))
    #expect(
      nearest(facts.answer(member: "names_fqn", of: "DataAwsAvailabilityZones", in: .cdktf)).contains("names")
    )
  }

  @Test func `Names of Pulumi (25 to 34)`() {
    #expect(
      nearest(facts.answer(argument: "architecture", of: "aws.lambda.Function", in: .pulumi)).first
        == "architectures")
    #expect(
      nearest(facts.answer(argument: "encryption_configuration", of: "aws.ecr.Repository", in: .pulumi)).first
        == "encryption_configurations")
    #expect(
      nearest(facts.answer(argument: "artifactStore", of: "aws.codepipeline.Pipeline", in: .pulumi)).first
        == "artifact_stores")
    #expect(facts.answer(argument: "alarmName", of: "aws.cloudwatch.MetricAlarm", in: .pulumi).isAbsent)
    #expect(facts.answer(argument: "name", of: "aws.cloudwatch.MetricAlarm", in: .pulumi).exists)
    #expect(facts.answer(argument: "lifecycle", of: "aws.acm.Certificate", in: .pulumi).isAbsent)
    #expect(
      nearest(facts.answer(type: "aws.cloudwatch.AnomalyDetector", in: .pulumi)).contains(
        "LogAnomalyDetector"))
    #expect(homes(facts.answer(type: "ecs.Target", in: .pulumi)) == ["appautoscaling.Target"])
    #expect(facts.answer(module: "@pulumi/aws/wellarchitected", in: .pulumi).isAbsent)
    #expect(
      facts.answer(type: "aws.s3.BucketV2", in: .pulumi) == .deprecated(since: nil, replacement: "s3.Bucket"))
    #expect(
      nearest(
        facts.answer(argument: "number_cache_clusters", of: "aws.elasticache.ReplicationGroup", in: .pulumi)
      ).contains("num_cache_clusters"))
  }

  @Test func `Types, properties, attributes and values of CloudFormation (35 to 42)`() {
    #expect(
      nearest(facts.answer(member: "RoleArn", of: "AWS::Config::ConfigurationRecorder", in: .cloudFormation))
        == ["RoleARN"])
    let recorder = facts.type("AWS::Config::ConfigurationRecorder", in: .cloudFormation)
    #expect(recorder.flatMap { facts.member("RoleARN", of: $0)?.isRequired } == true)
    #expect(facts.answer(type: "AWS::S3::BucketReplicationConfiguration", in: .cloudFormation).isAbsent)
    #expect(facts.answer(type: "AWS::IAM::AccountPasswordPolicy", in: .cloudFormation).isAbsent)
    #expect(facts.answer(attribute: "FunctionUrl", ofType: "AWS::Lambda::Function").isAbsent)
    #expect(facts.answer(attribute: "FunctionUrl", ofType: "AWS::Lambda::Url").exists)
    #expect(
      facts.answer(
        member: "SSESpecification.KMSMasterKeyId", of: "AWS::DynamoDB::GlobalTable", in: .cloudFormation
      ).isAbsent)
    #expect(
      nearest(
        facts.answer(
          member: "LifecycleConfiguration.Rules.NoncurrentVersionExpirations", of: "AWS::S3::Bucket",
          in: .cloudFormation)
      ).first == "NoncurrentVersionExpiration")
    #expect(facts.answer(value: "SecureString", ofProperty: "Type", ofType: "AWS::SSM::Parameter").isAbsent)
    #expect(
      facts.answer(
        value: "AWS::RDS::DBCluster", ofProperty: "EventSelectors.DataResources.Type",
        ofType: "AWS::CloudTrail::Trail"
      ).isAbsent)
  }

  @Test func `Resources, arguments and blocks of Terraform (43 to 46)`() {
    #expect(facts.answer(type: "aws_s3_bucket_encryption", in: .terraform).isAbsent)
    #expect(
      nearest(
        facts.answer(
          member: "transit_gateway_peering_attachment_id",
          of: "aws_ec2_transit_gateway_peering_attachment_accepter",
          in: .terraform)
      ).contains("transit_gateway_attachment_id"))
    #expect(facts.answer(type: "data.aws_s3_buckets", in: .terraform).isAbsent)
    #expect(facts.answer(block: "depends_on", of: "aws_instance").isAbsent)
  }

  @Test func `Runtimes, engine versions, policies, rules and calls (47 to 53)`() {
    #expect(
      facts.answer(runtime: "nodejs18.x", on: "2025-10-01")
        == .deprecated(since: "2025-09-01", replacement: "nodejs24.x"))
    #expect(facts.answer(engineVersion: "15.4", engine: "postgres", host: .instance).isAbsent)
    #expect(facts.answer(engineVersion: "15.15", engine: "postgres", host: .instance).exists)
    #expect(facts.answer(engineVersion: "15.3", engine: "aurora-postgresql", host: .cluster).isAbsent)
    #expect(facts.answer(engineVersion: "15.13", engine: "aurora-postgresql", host: .cluster).exists)
    #expect(
      nearest(facts.answer(managedPolicy: "arn:aws:iam::aws:policy/service-role/ConfigRole")).contains(
        "service-role/AWS_ConfigRole"))
    #expect(facts.answer(configRule: "KMS_ROTATION_ENABLED").isAbsent)
    #expect(
      nearest(facts.answer(parameter: "instanceTypes", ofConfigRule: "DESIRED_INSTANCE_TYPE")) == [
        "instanceType"
      ])
    #expect(
      facts.answer(input: "Name", ofOperation: "describe_secret", service: "secretsmanager").isAbsent)
    #expect(
      facts.inputs(ofOperation: "describe_secret", service: "secretsmanager")?.filter(\.isRequired).map(
        \.name)
        == ["SecretId"])
  }

  @Test func `What no schema knows is not called absent (54 to 56)`() {
    let rule = facts.type("aws_s3_bucket_lifecycle_configuration.rule", in: .terraform)
    #expect(rule.flatMap { facts.member("filter", of: $0)?.isRequired } == false)
    #expect(
      facts.answer(
        instanceClass: "db.t3.small", ofType: "AWS::RDS::DBInstance", property: "DBInstanceClass",
        engine: "aurora-mysql"
      ).exists)
    #expect(facts.engineVersion("3.5.2", engine: "dms", host: .instance) == nil)
  }
}
