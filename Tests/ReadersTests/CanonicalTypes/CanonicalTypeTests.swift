import Foundation
import Testing

@testable import Readers

struct CanonicalTypeTests {
  @Test(arguments: [
    ("aws-cdk-lib/aws-s3", "Bucket", "AWS::S3::Bucket"),
    ("aws_cdk.aws_s3", "CfnBucket", "AWS::S3::Bucket"),
    ("software.amazon.awscdk.services.ec2", "Vpc", "AWS::EC2::VPC"),
    ("github.com/aws/aws-cdk-go/awscdk/v2/awslambda", "Function", "AWS::Lambda::Function"),
    ("@aws-cdk/aws-glue-alpha", "PythonShellJob", "AWS::Glue::Job"),
    ("aws-cdk-lib/aws-lambda-nodejs", "NodejsFunction", "AWS::Lambda::Function"),
    ("aws-cdk-lib/aws-rds", "DatabaseCluster", "AWS::RDS::DBCluster"),
    ("aws-cdk-lib/aws-ecs", "FargateService", "AWS::ECS::Service"),
    ("aws-cdk-lib/aws-kinesisanalytics", "CfnApplicationV2", "AWS::KinesisAnalyticsV2::Application"),
    ("aws-cdk-lib", "CfnStack", "AWS::CloudFormation::Stack"),
    // A type that the table does not know yet.
    ("aws-cdk-lib/aws-s3", "CfnHologram", "AWS::S3::Hologram"),
  ])
  func `A construct class has CloudFormation's type`(module: String, name: String, type: String) {
    #expect(CanonicalType.ofCDK(module: module, className: name) == type)
  }

  @Test(arguments: [
    ("aws-cdk-lib/aws-s3", "BucketEncryption"), ("aws-cdk-lib/aws-stepfunctions-tasks", "LambdaInvoke"),
    ("aws-cdk-lib", "Stack"), ("aws-cdk-lib/aws-nothing", "Thing"), ("", ""),
  ])
  func `A class without a resource of its own has none`(module: String, name: String) {
    #expect(CanonicalType.ofCDK(module: module, className: name) == nil)
  }

  @Test(arguments: [
    ("aws_s3_bucket", "AWS::S3::Bucket"), ("aws_lb_target_group", "AWS::ElasticLoadBalancingV2::TargetGroup"),
    ("aws_subnet", "AWS::EC2::Subnet"), ("aws_db_instance", "AWS::RDS::DBInstance"),
    ("aws_cloudwatch_event_rule", "AWS::Events::Rule"), ("aws_iam_policy", "AWS::IAM::ManagedPolicy"),
    ("aws_sfn_state_machine", "AWS::StepFunctions::StateMachine"), ("aws_eip", "AWS::EC2::EIP"),
    ("aws_s3_bucket_versioning", nil), ("aws_iam_role_policy_attachment", nil), ("azurerm_subnet", nil), ("aws_", nil),
  ])
  func `A Terraform type has CloudFormation's, where there is one`(terraform: String, type: String?) {
    #expect(CanonicalType.ofTerraform(terraform) == type)
  }

  @Test(arguments: [
    ("aws/s3", "BucketV2", "AWS::S3::Bucket"), ("aws/rds", "Instance", "AWS::RDS::DBInstance"),
    ("aws.ec2", "RouteTableAssociation", "AWS::EC2::SubnetRouteTableAssociation"),
    ("aws/lb", "Listener", "AWS::ElasticLoadBalancingV2::Listener"), ("aws/iam", "RolePolicyAttachment", nil),
    ("aws-native/s3", "Bucket", "AWS::S3::Bucket"), ("awsx/ec2", "Vpc", "AWS::EC2::VPC"),
    ("aws/cloudwatch", "LogGroup", "AWS::Logs::LogGroup"), ("s3", "Bucket", "AWS::S3::Bucket"),
  ])
  func `A Pulumi type has CloudFormation's, where there is one`(module: String, name: String, type: String?) {
    #expect(CanonicalType.ofPulumi(module: module, type: name) == type)
  }

  @Test(arguments: [
    CloudFormationTypes.table, CanonicalTypeExceptions.constructs, CanonicalTypeExceptions.terraform,
    CanonicalTypeExceptions.pulumi, CanonicalTypeExceptions.services, CanonicalTypeExceptions.modules,
  ])
  func `The tables are sorted, without repetition`(table: String) {
    let lines = table.split(separator: "\n").map(String.init)
    let keys = lines.map { $0.split(separator: " ").first.map(String.init) ?? "" }
    #expect(keys == Array(Set(keys)).sorted())
    for line in lines {
      let words = line.split(separator: " ").dropFirst().map(String.init)
      #expect(words == Array(Set(words)).sorted(), "\(line)")
    }
  }

  @Test func `Every type that a table names exists`() {
    let known = Set(CloudFormationTypes.byService.values.flatMap(\.values))
    #expect(known.count > 1500)
    for line in CanonicalTypeExceptions.constructs.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words.dropFirst() {
        let name = String(word.prefix { $0 != "=" })
        guard let type = CanonicalType.ofCDK(module: words[0], className: name), type.hasPrefix("AWS::") else { continue }
        // `AWS::CloudFormation::CustomResource` and SAM's application are types like any other.
        #expect(known.contains(type), "\(word) → \(type)")
      }
    }
    for table in [CanonicalTypeExceptions.terraform, CanonicalTypeExceptions.pulumi] {
      for line in table.split(separator: "\n") {
        let type = line.split(separator: " ")[1]
        #expect(type == "-" || known.contains("AWS::\(type)"), "\(line)")
      }
    }
  }

  /// cfn-lint's list of types is the measure where Python has it; elsewhere the test is skipped.
  @Test(.enabled(if: LintTypes.all.count > 1000, "cfn-lint is not installed"))
  func `The table has every type of the registry, and the exceptions lead to such types`() {
    let ours = Set(CloudFormationTypes.byService.values.flatMap(\.values))
    let known = Set(LintTypes.all)
    #expect(known.filter { $0.split(separator: ":").count == 3 && !ours.contains($0) }.sorted().isEmpty)
    for table in [CanonicalTypeExceptions.terraform, CanonicalTypeExceptions.pulumi] {
      for line in table.split(separator: "\n") {
        let type = line.split(separator: " ")[1]
        #expect(type == "-" || known.contains("AWS::\(type)"), "\(line)")
      }
    }
  }
}

private enum LintTypes {
  static let all: [String] = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import importlib, pkgutil, cfnlint.data.schemas.providers as p
      found = set()
      for m in pkgutil.iter_modules(p.__path__):
          found |= set(getattr(importlib.import_module(p.__name__ + '.' + m.name), 'types', ()))
      print('\\n'.join(sorted(found)))
      """,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return [] }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }()
}
