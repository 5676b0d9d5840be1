import TemplateModel

/// Decides which infrastructure tool a text is written for, and says why in a few words.
enum DialectDetection {
  typealias Result = (dialect: Dialect, reason: String)

  static func dialect(language: Language, path: String, signs: CodeSigns) -> Result? {
    let name = path.split(separator: "/").last.map { String($0).lowercased() } ?? ""
    return switch language {
    case .yaml, .json: keyed(path: path.lowercased(), name: name, signs: signs)
    case .hcl: hcl(name: name)
    case .typeScript, .javaScript, .python, .java, .go: program(language, signs)
    default: nil
    }
  }

  private static func keyed(path: String, name: String, signs: CodeSigns) -> Result? {
    if name == "cdk.json" { return (.cdk, "cdk.json") }
    if name == "cdktf.json" { return (.cdktf, "cdktf.json") }
    if name.hasSuffix(".tf.json") { return (.terraform, "a .tf.json file") }
    if signs.has(.terraformPlan) { return (.terraform, "the output of terraform show -json") }
    if signs.has(.terraformType) { return (.terraform, "blocks of aws_ types") }
    if signs.has(.templateVersion) { return (.cloudFormation, "AWSTemplateFormatVersion") }
    if signs.has(.serverlessTransform) { return (.cloudFormation, "the AWS::Serverless transform") }
    if signs.has(.resourceType) {
      return (
        .cloudFormation,
        signs.has(.resourcesPart) ? "Resources with AWS:: types" : "a resource with an AWS:: type"
      )
    }
    if name.hasPrefix("pulumi."), name.hasSuffix("yaml") || name.hasSuffix("yml") {
      return (.pulumi, "Pulumi.yaml")
    }
    if signs.has(.pulumiType) { return (.pulumi, "resources with aws: types") }
    if signs.has(.runtimeKey), signs.has(.nameKey) { return (.pulumi, "a project with a runtime") }
    if path.contains(".github/workflows/") { return (.gitHubActions, "a file in .github/workflows") }
    if signs.has(.jobsKey), signs.hasAny(of: [.onKey, .runsOn, .usesAction]) {
      return (.gitHubActions, "jobs with runs-on or uses")
    }
    if signs.has(.runsOn) { return (.gitHubActions, "a job with runs-on") }
    if name.hasPrefix(".gitlab-ci") || name.hasPrefix("gitlab-ci") { return (.gitLabCI, ".gitlab-ci.yml") }
    if signs.has(.stagesKey), signs.hasAny(of: [.scriptKey, .stageKey]) {
      return (.gitLabCI, "stages and scripts")
    }
    if signs.has(.stageKey), signs.has(.scriptKey) { return (.gitLabCI, "a job with stage and script") }
    if name.contains("compose"), signs.has(.servicesKey) || signs.has(.imageKey) {
      return (.compose, "a compose file")
    }
    if signs.has(.servicesKey), signs.has(.imageKey) { return (.compose, "services with images") }
    if signs.has(.usesAction) { return (.gitHubActions, "steps that use actions") }
    if signs.has(.intrinsic) { return (.cloudFormation, "CloudFormation's intrinsic functions") }
    if signs.has(.resourcesPart) { return (.cloudFormation, "a Resources part") }
    return nil
  }

  private static func hcl(name: String) -> Result? {
    if name.hasSuffix(".pkr.hcl") || name.hasSuffix(".nomad") { return nil }
    return (.terraform, name.contains(".tfvars") ? "a .tfvars file" : "HCL")
  }

  private static func program(_ language: Language, _ signs: CodeSigns) -> Result? {
    // CDKTF programs may import a CDK construct library beside their own; the other way round does not occur.
    if signs.has(.cdktf) {
      return (.cdktf, language == .java ? "imports com.hashicorp.cdktf" : "imports cdktf")
    }
    if signs.has(.pulumi) { return (.pulumi, "imports pulumi") }
    if signs.has(.cdk) {
      switch language {
      case .python: return (.cdk, "imports aws_cdk")
      case .java: return (.cdk, "imports software.amazon.awscdk")
      case .go: return (.cdk, "imports aws-cdk-go")
      default: return (.cdk, "imports aws-cdk-lib")
      }
    }
    if signs.has(.pulumiCall) { return (.pulumi, "creates aws. resources") }
    return nil
  }
}
