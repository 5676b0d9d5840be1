import Syntax

/// The construct libraries as the four languages spell them.
///
///     new s3.Bucket(…)                 aws-cdk-lib/aws-s3            Bucket
///     s3.Bucket(…)                     aws_cdk  aws_s3               Bucket
///     Bucket.Builder.create(…)         software.amazon.awscdk.services.s3   Bucket
///     awss3.NewBucket(…)               github.com/…/awscdk/v2/awss3  NewBucket
struct ConstructClass: Hashable {
  /// In the words of npm: `aws-s3`, `aws-glue-alpha`; `core` for `aws-cdk-lib` itself.
  let module: String
  let name: String

  /// What a program would write: `s3.Bucket`; `Stack` for the library's own classes.
  var title: String { module == "core" ? name : "\(module).\(name)" }
}

enum ConstructLibrary {
  /// The class that a library symbol names; nil for symbols of other libraries.
  static func construct(_ symbol: Symbol) -> ConstructClass? {
    guard symbol.module.isConstructLibrary else { return nil }
    var parts = symbol.module.split { $0 == "/" || $0 == "." }.map(String.init)
    guard let name = symbol.path.last else { return nil }
    parts += symbol.path.dropLast()
    return ConstructClass(module: moduleName(parts), name: name)
  }

  /// The library's own constructs that are no resources.
  static let core: Set<String> = [
    "App", "CfnCondition", "CfnMapping", "CfnOutput", "CfnParameter", "CfnResource", "CfnRule", "NestedStack",
    "Stack",
    "Stage",
  ]

  /// The class of an alias that no import explains, as excerpts leave imports out.
  static func conventional(alias: String, name: String) -> ConstructClass? {
    if alias == "cdk" || alias == "core" { return ConstructClass(module: "core", name: name) }
    let flat = alias.lowercased().filter { $0 != "_" }
    let service = aliases[flat] ?? flat
    guard CanonicalType.ofCDK(module: service, className: name) != nil || isService(service) else {
      return nil
    }
    return ConstructClass(module: service, name: name)
  }

  private static func isService(_ name: String) -> Bool {
    CloudFormationTypes.services[name] != nil || families.contains(name)
  }

  /// The last part that says something: `aws_s3`, `awss3`, `aws-s3` and `s3` are all `s3`.
  private static func moduleName(_ parts: [String]) -> String {
    // Java nests its packages: `services.stepfunctions.tasks`.
    if let services = parts.firstIndex(of: "services"), services + 1 < parts.count {
      return parts[(services + 1)...].joined().lowercased()
    }
    for part in parts.reversed() {
      if part.first == "v", part.count > 1, part.dropFirst().allSatisfy(\.isNumber) { continue }
      if part == "experimental" { continue }
      let flat = part.lowercased().filter { $0 != "_" && $0 != "-" }
      if ["awscdk", "awscdklib", "core", "constructs", "software", "amazon"].contains(flat) { return "core" }
      return flat.hasPrefix("aws") && flat.count > 3 ? String(flat.dropFirst(3)) : flat
    }
    return "core"
  }

  /// Modules without resources of their own in CloudFormation.
  private static let families: Set<String> = [
    "ecspatterns", "lambdanodejs", "lambdapython", "lambdaeventsources", "lambdadestinations",
    "snssubscriptions",
    "eventstargets", "stepfunctionstasks", "cloudwatchactions", "cloudfrontorigins", "route53targets",
    "s3notifications", "s3deployment", "s3assets", "ecrassets", "elasticloadbalancingv2targets",
    "elasticloadbalancingv2actions", "codepipelineactions", "apigatewayv2integrations",
    "apigatewayv2authorizers",
    "customresources", "pipelines", "logsdestinations", "kinesisdestinations", "route53patterns",
    "autoscalingcommon",
    "autoscalinghooktargets", "chatbot", "triggers", "schedulertargets", "servicecatalog", "sesactions",
  ]

  /// The aliases that people give to modules, where they differ from the module's name.
  private static let aliases: [String: String] = [
    "acm": "certificatemanager", "agw": "apigateway", "apigw": "apigateway", "apigwv2": "apigatewayv2",
    "appscaling": "applicationautoscaling", "asg": "autoscaling", "cf": "cloudfront", "cfn": "cloudformation",
    "cloudfrontorigins": "cloudfrontorigins", "cloudwatchactions": "cloudwatchactions", "cognito": "cognito",
    "cr": "customresources", "cw": "cloudwatch", "cwactions": "cloudwatchactions", "ddb": "dynamodb",
    "ecsp": "ecspatterns", "elb": "elasticloadbalancingv2", "elbv2": "elasticloadbalancingv2",
    "eventsources": "lambdaeventsources", "firehose": "kinesisfirehose", "lambdaes": "lambdaeventsources",
    "lambdaevents": "lambdaeventsources", "nodejs": "lambdanodejs", "origins": "cloudfrontorigins",
    "r53": "route53", "s3deploy": "s3deployment", "s3n": "s3notifications", "secrets": "secretsmanager",
    "sfn": "stepfunctions", "sfntasks": "stepfunctionstasks", "sm": "secretsmanager",
    "sns_subs": "snssubscriptions",
    "subs": "snssubscriptions", "subscriptions": "snssubscriptions", "targets": "eventstargets",
    "tasks": "stepfunctionstasks",
  ]
}

extension String {
  /// Whether a module is a library of constructs.
  var isConstructLibrary: Bool {
    for prefix in [
      "aws-cdk-lib", "@aws-cdk/", "aws_cdk", "software.amazon.awscdk", "github.com/aws/aws-cdk-go",
      "constructs",
      "software.constructs", "github.com/aws/constructs-go", "@aws-solutions-constructs/",
      "aws_solutions_constructs",
      "cdk-nag", "cdk_nag", "cdk8s", "@cdklabs/",
    ] where hasPrefix(prefix) { return true }
    return false
  }
}
