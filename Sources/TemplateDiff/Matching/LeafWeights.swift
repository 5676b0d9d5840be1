import TemplateModel

/// How much a property says of which resource this is.
enum LeafWeights {
  /// The weight of a member's value inside a value of weight `outer`; see `SideFeatures.Leaf.weight`.
  ///
  /// - Parameter key: the hash of the member's key.
  static func weight(of member: Member, key: UInt64, in outer: UInt8) -> UInt8 {
    if outer < 4 { return outer }
    guard let weight = weights[key] else { return 4 }
    return weight == 0 && !isHash(member.value) ? 4 : weight
  }

  private static let weights: [UInt64: UInt8] = {
    var weights: [UInt64: UInt8] = [:]
    for key in PhysicalNames.keys { weights[Mixer.hash(of: key)] = 8 }
    for key in ["Tags", "tags", "TagList", "tag"] { weights[Mixer.hash(of: key)] = 2 }
    for key in ["Description", "description", "Metadata", "metadata"] { weights[Mixer.hash(of: key)] = 1 }
    for key in ["S3Key", "s3_key", "CodeSha256", "source_code_hash", "SourceHash", "etag"] {
      weights[Mixer.hash(of: key)] = 0
    }
    return weights
  }()

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

  /// The property that names a resource of a type and is unique in its account; nil where there is none.
  static func key(of type: String) -> String? {
    if let key = ownKeys[type] { return key }
    if type.hasPrefix("aws_") { return "name" }
    return type.hasPrefix("AWS::DynamoDB::") ? "TableName" : nil
  }

  private static let ownKeys = [
    "aws_s3_bucket": "bucket", "AWS::S3::Bucket": "BucketName", "AWS::Lambda::Function": "FunctionName",
    "aws_lambda_function": "function_name", "AWS::IAM::Role": "RoleName", "AWS::SQS::Queue": "QueueName",
    "AWS::SNS::Topic": "TopicName", "AWS::Logs::LogGroup": "LogGroupName",
    "AWS::RDS::DBInstance": "DBInstanceIdentifier", "AWS::RDS::DBCluster": "DBClusterIdentifier",
    "AWS::ECS::Cluster": "ClusterName", "AWS::EKS::Cluster": "ClusterName",
    "AWS::ECR::Repository": "RepositoryName", "AWS::KMS::Alias": "AliasName",
    "AWS::CloudWatch::Alarm": "AlarmName", "AWS::StepFunctions::StateMachine": "StateMachineName",
  ]

  /// The hash of the literal under that property; 0 where there is none.
  static func hash(of resource: Resource) -> UInt64 {
    guard case .map(let members) = resource.properties.kind, let key = key(of: resource.canonicalType) else {
      return 0
    }
    for member in members where member.key == key {
      if case .string(let text) = member.value.kind, !text.isEmpty { return Mixer.hash(of: text) }
    }
    return 0
  }
}
