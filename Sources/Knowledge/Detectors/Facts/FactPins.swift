import Facts
import TemplateModel

/// The releases of libraries and providers that a template's own files ask for.
struct FactPins {
  private var releases: [FactsEcosystem: Release] = [:]

  private static let packages: [String: FactsEcosystem] = [
    "aws-cdk-lib": .cdk, "@cdktf/provider-aws": .cdktf, "cdktf-cdktf-provider-aws": .cdktf,
    "@pulumi/aws": .pulumi, "pulumi-aws": .pulumi, "pulumi_aws": .pulumi,
  ]

  init(_ template: Template) {
    for declaration in template.declarations(.dependency) {
      if let ecosystem = FactPins.packages[declaration.name], let text = declaration.value.string {
        releases[ecosystem] = FactPins.release(text)
      } else if declaration.name == "aws", let text = declaration.value["version"]?.string {
        releases[.terraform] = FactPins.release(text)
      }
    }
  }

  subscript(_ ecosystem: FactsEcosystem) -> Release? { releases[ecosystem] }

  /// An exact version is what it says; a range brings the newest release of its major version.
  private static func release(_ text: String) -> Release? {
    let release = Release(text)
    guard let major = release.major else { return nil }
    let isExact = text.first.map { $0.isNumber || $0 == "=" || $0 == "v" } ?? false
    if isExact, release.numbers.count > 1, !text.contains("*"), !text.contains("x") { return release }
    return text.contains(">") || text.contains("<") ? nil : Release("\(major).9999")
  }
}
