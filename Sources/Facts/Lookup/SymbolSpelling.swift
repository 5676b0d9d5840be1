/// Turns the spelling of a language into the keys of the table.
enum SymbolSpelling {
  /// The words between dots, slashes and colons, without empty ones.
  static func words(_ name: String) -> [String] {
    name.split { $0 == "." || $0 == "/" || $0 == ":" }.map(String.init)
  }

  /// `DBInstance` → `db_instance`.
  static func snake(_ camel: String) -> String {
    var bytes: [UInt8] = []
    let letters = Array(camel.utf8)
    for (index, byte) in letters.enumerated() {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      if isUpper, index > 0 {
        let afterLower = !(letters[index - 1] >= 0x41 && letters[index - 1] <= 0x5A)
        let beforeLower = index + 1 < letters.count && letters[index + 1] >= 0x61
        if afterLower || beforeLower { bytes.append(UInt8(ascii: "_")) }
      }
      bytes.append(isUpper ? byte | 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let rootNames: Set<String> = ["cdk", "core", "awscdk", "awscdklib", "awscdkcore"]

  /// Whether a name is written as one of the root of `aws-cdk-lib`: `cdk.Stack`, `aws-cdk-lib.Stack`.
  static func isCDKRoot(_ name: String) -> Bool {
    let words = words(name)
    return words.count == 2 && rootNames.contains(String(decoding: Folded.name(words[0]), as: UTF8.self))
  }

  /// The keys that a CDK name may stand for, with their sections.
  static func cdk(_ name: String) -> [(key: String, section: FactsSection)] {
    var words = words(name)
    guard let first = words.first else { return [] }
    if ["constructs", "software.constructs"].contains(first), words.count == 2 {
      return [(words[1], .constructs)]
    }
    words = droppingPackage(words)
    guard let simple = words.last else { return [] }
    // Go writes the owner of a nested type, and of an enumeration's member, before an underscore.
    let unfolded = simple.hasPrefix("Cfn") ? simple.replacing("_", with: ".") : simple
    words[words.count - 1] = unfolded
    let key = words.joined(separator: ".")
    guard words.count > 1, let module = words.first, module.utf8.first.map({ $0 >= 0x61 }) ?? false else {
      return [(key, .cdk)]
    }
    if let full = shortModules[module] {
      return [("\(full).\(words.dropFirst().joined(separator: "."))", .cdk)]
    }
    return module.hasPrefix("aws") ? [(key, .cdk)] : [("aws_\(key)", .cdk), (key, .cdk)]
  }

  /// What people call a module in code.
  private static let shortModules = [
    "elbv2": "aws_elasticloadbalancingv2", "alb": "aws_elasticloadbalancingv2", "cw": "aws_cloudwatch",
    "ddb": "aws_dynamodb", "origins": "aws_cloudfront_origins", "subscriptions": "aws_sns_subscriptions",
    "subs": "aws_sns_subscriptions", "targets": "aws_events_targets", "cfn": "aws_cloudformation",
    "sfn": "aws_stepfunctions", "tasks": "aws_stepfunctions_tasks", "apigw": "aws_apigateway",
    "r53": "aws_route53", "s3n": "aws_s3_notifications", "s3deploy": "aws_s3_deployment",
    "secrets": "aws_secretsmanager", "acm": "aws_certificatemanager",
  ]

  static func cdkModule(_ name: String) -> String { droppingPackage(words(name)).joined(separator: ".") }

  /// Whether a module says that it is one of `aws-cdk-lib`.
  static func isOfCDK(_ words: [String]) -> Bool { droppingPackage(words).count < words.count }

  private static func droppingPackage(_ all: [String]) -> [String] {
    var words = all[...]
    if words.starts(with: ["software", "amazon", "awscdk"]) {
      words = words.dropFirst(3)
      if words.first == "services" {
        words = words.dropFirst()
        if let service = words.first { return ["aws_\(service)"] + words.dropFirst() }
      }
      return Array(words)
    }
    if words.first == "github", let start = words.firstIndex(of: "v2") { words = words[(start + 1)...] }
    while let first = words.first, words.count > 1 || all.count == 1,
      rootNames.contains(String(decoding: Folded.name(first), as: UTF8.self))
    {
      words = words.dropFirst()
    }
    return Array(words)
  }

  /// Whether a name belongs to `cdktf` itself rather than to a provider.
  static func isCDKTFCore(_ words: [String]) -> Bool {
    words.count == 2 && words[0] == "cdktf"
      || words.count > 2 && words.starts(with: ["com", "hashicorp", "cdktf"]) && !words.contains("aws")
  }

  /// Whether a name, `@cdktf/provider-random/lib/pet.Pet`, belongs to a provider that is not that of AWS.
  static func isOtherProvider(_ words: [String]) -> Bool {
    words.contains { word in
      (word.hasPrefix("provider-") || word.hasPrefix("cdktf_cdktf_provider_")
        || word.hasPrefix("cdktf-provider-"))
        && !["provider-aws", "cdktf_cdktf_provider_aws", "cdktf-provider-aws-go"].contains(word)
    }
  }

  /// Whether a name says that it belongs to the AWS provider, published or generated: `imports.aws.sqs_queue.SqsQueue`.
  static func isAWSProvider(_ words: [String]) -> Bool {
    words.contains {
      ["aws", "provider-aws", "cdktf_cdktf_provider_aws", "cdktf-provider-aws-go"].contains($0)
    }
  }

  /// The words behind the package of Pulumi's AWS provider, where it is named; nil where another package is.
  ///
  ///     @pulumi/aws/s3.Bucket   pulumi_aws.s3.Bucket   com.pulumi.aws.s3.Bucket   aws:s3/bucket:Bucket   s3.Bucket
  ///     github.com/pulumi/pulumi-aws/sdk/v6/go/aws/s3.Bucket
  static func pulumiWords(_ name: String) -> ArraySlice<String>? {
    var words = words(name)[...]
    switch words.first {
    case "github":
      guard words.contains("pulumi-aws"), let go = words.firstIndex(of: "go") else { return nil }
      words = words[(go + 1)...]
    case "com", "@pulumi", "pulumi":
      words = words.drop { ["com", "@pulumi", "pulumi"].contains($0) }
      guard words.first == "aws" else { return nil }
    case let first? where first == "awsx" || first.hasPrefix("pulumi_") && first != "pulumi_aws": return nil
    default: break
    }
    return words.first == "aws" || words.first == "pulumi_aws" ? words.dropFirst() : words
  }

  /// The keys that a Pulumi name may stand for.
  static func pulumi(_ name: String) -> [String] {
    guard var words = pulumiWords(name) else { return [] }
    words = words.drop { ["types", "input", "output", "inputs", "outputs"].contains($0) }
    // `aws:s3/bucket:Bucket` is a token.
    if words.count == 3, name.contains(":") {
      words = [words[words.startIndex], words[words.index(before: words.endIndex)]]
    }
    guard words.count >= 2, let module = words.first, let simple = words.last else { return [] }
    let key = "\(module).\(simple)"
    var keys = [key]
    if simple.hasSuffix("Output") { keys.append(String(key.dropLast(6))) }
    if simple.hasPrefix("Lookup") { keys.append("\(module).get\(simple.dropFirst(6))") }
    if name.contains("input") || name.contains("types") { keys.append(key + "Args") }
    return keys
  }

  /// Names that Pulumi's Node SDK adds by hand, so that the Python sources do not have them.
  static func isHandWrittenPulumi(_ simple: String) -> Bool {
    if let first = simple.utf8.first, first >= 0x61, !simple.hasPrefix("get") { return true }
    return simple.hasSuffix("EventSubscription") || simple.hasSuffix("EventHandler")
      || simple.hasSuffix("Event")
      || simple.hasSuffix("State") || simple.hasSuffix("Result") || simple.hasSuffix("Types")
      || [
        "CallbackFunction", "CallbackFunctionArgs", "ManagedPolicies", "Principals", "PolicyDocument",
        "PolicyStatement", "AWSPrincipal", "ServicePrincipal", "FederatedPrincipal", "Principal", "Metrics",
        "EventRuleEvent", "Context", "Callback", "Runtime", "Runtimes", "NodeJS", "ARN", "Region", "Regions",
      ].contains(simple)
  }
}
