import TemplateModel

/// How much a property says of which resource this is.
enum LeafWeights {
  /// The weight of a member's value inside a value of weight `outer`; see `SideFeatures.Leaf.weight`.
  static func weight(of member: Member, in outer: UInt8) -> UInt8 {
    if outer < 4 { return outer }
    switch member.key {
    case "Tags", "tags", "TagList", "tag": return 2
    case "Description", "description", "Metadata", "metadata": return 1
    case "S3Key", "s3_key", "CodeSha256", "source_code_hash", "SourceHash", "etag":
      return isHash(member.value) ? 0 : 4
    default: return PhysicalNames.keys.contains(member.key) ? 8 : 4
    }
  }

  /// Whether a text is a digest, perhaps with a suffix: `d01c…f3.zip`.
  private static func isHash(_ value: Value) -> Bool {
    guard case .string(let text) = value.kind else { return false }
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): digits += 1
      default: return digits >= 32
      }
    }
    return digits >= 32
  }
}

/// Names that a resource has in the world, beside the one in its template.
enum PhysicalNames {
  static let keys: Set<String> = [
    "BucketName", "FunctionName", "TableName", "RoleName", "QueueName", "TopicName", "LogGroupName",
    "DBInstanceIdentifier", "DBClusterIdentifier", "ClusterName", "GroupName", "UserName", "PolicyName",
    "ManagedPolicyName", "AliasName", "RepositoryName", "StreamName", "DomainName", "RuleName",
    "AlarmName", "DashboardName", "StateMachineName", "KeyName", "LoadBalancerName", "ServiceName",
    "bucket", "function_name", "function", "identifier", "cluster_identifier", "name",
  ]

  /// Only those that name the resource itself and are unique in their account.
  static func hash(of resource: Resource) -> UInt64 {
    guard case .map(let members) = resource.properties.kind else { return 0 }
    for member in members where names(member.key, resource.canonicalType) {
      if case .string(let text) = member.value.kind, !text.isEmpty { return Mixer.hash(of: text) }
    }
    return 0
  }

  private static func names(_ key: String, _ type: String) -> Bool {
    switch key {
    case "bucket": type == "aws_s3_bucket"
    case "BucketName": type == "AWS::S3::Bucket"
    case "FunctionName": type == "AWS::Lambda::Function"
    case "function_name": type == "aws_lambda_function"
    case "TableName": type.hasPrefix("AWS::DynamoDB::")
    case "RoleName": type == "AWS::IAM::Role"
    case "QueueName": type == "AWS::SQS::Queue"
    case "TopicName": type == "AWS::SNS::Topic"
    case "LogGroupName": type == "AWS::Logs::LogGroup"
    case "DBInstanceIdentifier": type == "AWS::RDS::DBInstance"
    case "DBClusterIdentifier": type == "AWS::RDS::DBCluster"
    case "ClusterName": type == "AWS::ECS::Cluster" || type == "AWS::EKS::Cluster"
    case "RepositoryName": type == "AWS::ECR::Repository"
    case "AliasName": type == "AWS::KMS::Alias"
    case "AlarmName": type == "AWS::CloudWatch::Alarm"
    case "StateMachineName": type == "AWS::StepFunctions::StateMachine"
    case "name": type.hasPrefix("aws_")
    default: false
    }
  }
}
