import TemplateModel

/// The module of an infrastructure library that an import names, as the table of facts calls it.
///
///     aws-cdk-lib/aws-ec2   software.amazon.awscdk.services.ec2   …/awscdk/v2/awsec2        cdk     aws_ec2, awsec2
///     @cdktf/provider-aws/lib/s3-bucket   cdktf_cdktf_provider_aws.s3_bucket                cdktf   aws.s3-bucket
///     @pulumi/aws/s3   pulumi_aws.s3   com.pulumi.aws.s3   …/pulumi-aws/sdk/v6/go/aws/s3    pulumi  s3
enum LibraryModule {
  /// - Returns: nil for other libraries, and for parts of these that no table has: alpha modules, files inside.
  static func name(of module: String, in dialect: Dialect) -> String? {
    if ["constructs", "software.constructs"].contains(module) || module.contains("constructs-go/constructs/")
    {
      return dialect == .pulumi ? nil : "constructs"
    }
    let parts = module.split { $0 == "/" || $0 == "." }.map(String.init)
    return switch dialect {
    case .cdk: cdk(module, parts)
    case .cdktf: cdktf(module, parts)
    case .pulumi: pulumi(module, parts)
    default: nil
    }
  }

  private static func cdk(_ module: String, _ parts: [String]) -> String? {
    guard let first = parts.first, !module.contains("alpha") else { return nil }
    switch first {
    case "aws-cdk-lib":
      return parts.count > 2 ? nil : parts.count == 2 ? parts[1].replacing("-", "_") : ""
    case "aws_cdk": return parts.count > 2 ? nil : parts.count == 2 ? parts[1] : ""
    case "software":
      guard parts.starts(with: ["software", "amazon", "awscdk"]) else { return nil }
      let rest = parts.dropFirst(3)
      return rest.first == "services" ? "aws_" + rest.dropFirst().joined() : rest.joined()
    case "github":
      guard let version = parts.firstIndex(of: "v2"), parts.contains("aws-cdk-go") else { return nil }
      return parts.count > version + 2 ? nil : parts.count == version + 2 ? parts[version + 1] : ""
    default: return nil
    }
  }

  private static func cdktf(_ module: String, _ parts: [String]) -> String? {
    if ["cdktf", "com.hashicorp.cdktf"].contains(module) || module.hasSuffix("terraform-cdk-go/cdktf") {
      return "cdktf"
    }
    var rest = parts[...]
    if rest.starts(with: ["@cdktf", "provider-aws"]) || rest.first == "cdktf_cdktf_provider_aws" {
      rest = rest.dropFirst(rest.first == "@cdktf" ? 2 : 1)
    } else if rest.starts(with: ["com", "hashicorp", "cdktf", "providers", "aws"]) {
      rest = rest.dropFirst(5)
    } else if let provider = rest.firstIndex(of: "cdktf-provider-aws-go"), rest.count > provider + 2 {
      rest = rest[(provider + 3)...]
    } else {
      return nil
    }
    rest = rest.filter { $0 != "lib" && $0 != "index" }[...]
    return rest.count > 1 ? nil : (["aws"] + rest).joined(separator: ".")
  }

  private static func pulumi(_ module: String, _ parts: [String]) -> String? {
    var rest = parts[...]
    if rest.starts(with: ["@pulumi", "aws"]) {
      rest = rest.dropFirst(2)
    } else if rest.first == "pulumi_aws" {
      rest = rest.dropFirst()
    } else if rest.starts(with: ["com", "pulumi", "aws"]) {
      rest = rest.dropFirst(3)
      if ["inputs", "outputs", "enums"].contains(rest.last ?? "") { rest = rest.dropLast() }
    } else if parts.contains("pulumi-aws"), let start = rest.firstIndex(of: "go"), rest.count > start + 1 {
      rest = rest[(start + 2)...]
    } else {
      return nil
    }
    return rest.count > 1 || rest.first == "types" ? nil : rest.first ?? ""
  }
}

extension String {
  fileprivate func replacing(_ old: Character, _ new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
