/// Turns the spelling of a language into the keys of the table.
enum SymbolSpelling {
  /// The words between dots, slashes and colons, without empty ones.
  static func words(_ name: String) -> [String] {
    name.split { $0 == "." || $0 == "/" || $0 == ":" }.map(String.init)
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

  /// The keys that a Pulumi name may stand for.
  static func pulumi(_ name: String) -> [String] {
    var words = words(name)[...]
    words = words.drop {
      ["@pulumi", "pulumi", "com", "aws", "pulumi_aws", "types", "input", "output", "inputs", "outputs"]
        .contains($0)
    }
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
    if simple.hasSuffix("InitArgs") || simple.hasSuffix("State") { return keys }
    return keys
  }

  static func pulumiModule(_ name: String) -> String {
    words(name).drop { ["@pulumi", "pulumi", "com", "aws", "pulumi_aws"].contains($0) }.first ?? ""
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
