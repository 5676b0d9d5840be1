/// The name that people give to a type: `AWS::RDS::DBCluster` → `RDS DB cluster`.
enum TypeTitle {
  /// What services are called where their name in a type differs; empty where people leave it out.
  private static let services: [String: String] = [
    "ApiGateway": "API Gateway", "ApiGatewayV2": "API Gateway", "ApplicationAutoScaling": "Auto Scaling",
    "AutoScaling": "Auto Scaling", "AutoScalingPlans": "Auto Scaling", "CertificateManager": "ACM",
    "CloudWatch": "CloudWatch", "CodeBuild": "CodeBuild", "CodeDeploy": "CodeDeploy", "EC2": "",
    "CodePipeline": "CodePipeline", "DynamoDB": "DynamoDB", "CloudFront": "CloudFront",
    "CloudTrail": "CloudTrail",
    "CloudFormation": "CloudFormation", "EventBridge": "EventBridge", "GuardDuty": "GuardDuty",
    "ElastiCache": "ElastiCache", "ElasticLoadBalancing": "", "ElasticLoadBalancingV2": "",
    "ElasticSearch": "Elasticsearch", "Events": "EventBridge", "KinesisFirehose": "Kinesis Firehose",
    "Logs": "CloudWatch", "OpenSearchService": "OpenSearch", "Route53": "Route 53",
    "SecretsManager": "Secrets Manager", "Serverless": "", "ServiceCatalog": "Service Catalog",
    "ServiceDiscovery": "Cloud Map", "StepFunctions": "Step Functions", "SecurityHub": "Security Hub",
    "MediaLive": "MediaLive", "MediaConvert": "MediaConvert", "WAFv2": "WAF", "XRay": "X-Ray",
  ]
  private static let nouns: [String: String] = [
    "EIP": "Elastic IP", "DBInstance": "DB instance", "MicrosoftAD": "Microsoft AD",
    "TopicPolicy": "topic policy",
    "Url": "function URL", "RestApi": "REST API", "VPCGatewayAttachment": "internet gateway attachment",
    "NatGateway": "NAT gateway", "OriginAccessControl": "origin access control", "NetworkAcl": "network ACL",
    "WebACL": "web ACL", "WebACLAssociation": "web ACL association", "VPC": "VPC",
    "LoadBalancer": "load balancer",
  ]

  /// - Parameter count: for more than one the plural.
  static func title(of type: String, count: Int = 1) -> String {
    let words: String
    if type.contains("::") {
      let parts = type.split(separator: ":", omittingEmptySubsequences: true).map(String.init)
      let service = parts.count > 2 ? services[parts[1]] ?? parts[1] : parts.first == "Custom" ? "custom" : ""
      let noun = parts.last.map { nouns[$0] ?? spaced($0) } ?? type
      words = service.isEmpty ? noun : noun.hasPrefix(service) ? noun : "\(service) \(noun)"
    } else {
      words = type.split { $0 == "_" || $0 == "." || $0 == "/" || $0 == ":" }.map { spaced(String($0)) }
        .joined(separator: " ")
    }
    return count > 1 ? plural(words) : words
  }

  /// `DBCluster` → `DB cluster`, `LogGroup` → `log group`.
  static func spaced(_ name: String) -> String {
    let letters = Array(name)
    var words: [String] = []
    var word = ""
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : nil
      let startsWord =
        letter.isUppercase && !word.isEmpty
        && ((word.last.map { !$0.isUppercase } ?? false) || (next.map { $0.isLowercase } ?? false))
      if startsWord {
        words.append(word)
        word = ""
      }
      word.append(letter)
    }
    if !word.isEmpty { words.append(word) }
    return words.map { $0.count > 1 && $0 == $0.uppercased() ? $0 : $0.lowercased() }.joined(separator: " ")
  }

  private static func plural(_ words: String) -> String {
    if words.hasSuffix("s") || words.hasSuffix("x") || words.hasSuffix("ch") { return words + "es" }
    if words.hasSuffix("y"), let before = words.dropLast().last, !"aeiou".contains(before) {
      return words.dropLast() + "ies"
    }
    return words + "s"
  }
}
