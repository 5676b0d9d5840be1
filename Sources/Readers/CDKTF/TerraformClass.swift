import Syntax

/// A class of CDKTF's library or of a provider's bindings, the same for every language.
///
///     @cdktf/provider-aws/lib/s3-bucket · S3Bucket            cdktf_cdktf_provider_aws.s3_bucket · S3Bucket
///     com.hashicorp.cdktf.providers.aws.s3_bucket · S3Bucket  …/cdktf-provider-aws-go/aws/v19/s3bucket · NewS3Bucket
///                                                                          provider aws, type aws_s3_bucket
struct TerraformClass {
  /// `aws`, `random`; empty for CDKTF's own classes.
  let provider: String
  /// The class as written, without Go's `New`.
  let name: String
  /// The module that holds the class: `s3-bucket`, `s3_bucket`, `s3bucket`, `s3Bucket`; empty where it is not known.
  private let module: String

  init(provider: String, name: String, module: String = "") {
    self.provider = provider
    self.name = name
    self.module = module
  }

  /// - Returns: nil for names of other libraries.
  init?(_ symbol: Symbol, language: ScriptLanguage) {
    guard let last = symbol.path.last else { return nil }
    let name = language == .go && last.hasPrefix("New") ? String(last.dropFirst(3)) : last
    let parts = symbol.module.split { $0 == "/" || $0 == "." || $0 == ":" }.map(String.init)
    if ["cdktf", "com.hashicorp.cdktf"].contains(symbol.module)
      || symbol.module.hasSuffix("terraform-cdk-go/cdktf")
    {
      // `import cdktf` and then `cdktf.TerraformStack`
      guard symbol.path.count == 1 else { return nil }
      self.init(provider: "", name: name)
      return
    }
    guard
      let place = parts.firstIndex(where: {
        $0.contains("provider-") || $0.contains("provider_") || $0 == "providers"
      })
        ?? (parts.first == "imports" ? 0 : nil)
    else { return nil }
    let named = ["providers", "imports"].contains(parts[place])
    let provider: String
    var rest = Array(parts.dropFirst(place + 1))
    if named {
      let written = rest.first ?? "aws"
      provider = written.hasSuffix("_provider") ? String(written.dropLast(9)) : written
      rest = Array(rest.dropFirst())
    } else {
      let mark = parts[place].split { $0 == "-" || $0 == "_" }.map(String.init)
      let behind = mark.drop { $0 != "provider" }.dropFirst().filter { $0 != "go" }
      provider = behind.joined(separator: "_")
      rest.removeAll { $0 == provider }
    }
    rest.removeAll {
      $0 == "lib" || $0 == "index" || ($0.first == "v" && $0.dropFirst().allSatisfy(\.isNumber))
    }
    let modules = rest + symbol.path.dropLast()
    self.init(provider: provider, name: name, module: modules.last ?? "")
  }

  /// CDKTF's own classes and the provider's configuration.
  var isProvider: Bool { !provider.isEmpty && name == capitalizedProvider + "Provider" }

  // `DataAwsAmi`
  var isData: Bool { !provider.isEmpty && name.hasPrefix("Data" + capitalizedProvider) }

  /// `aws_s3_bucket`, whatever the language makes of the name.
  var terraformType: String {
    let prefix = isData ? "Data" + capitalizedProvider : ""
    let flat = module.lowercased().filter { $0 != "_" && $0 != "-" }
    // Where a class would be named as another, the bindings add a letter: `S3BucketVersioningA`.
    let isDoubled = name.hasSuffix("A") && name.lowercased() == flat + "a"
    let own = (isDoubled ? name.dropLast() : name[...]).dropFirst(prefix.count)
    if module.contains("-") || module.contains("_"),
      flat == (isDoubled ? name.dropLast() : name[...]).lowercased()
    {
      let words = module.split { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
      return ([provider] + words.dropFirst(isData ? 2 : 0)).joined(separator: "_")
    }
    let plain = own.hasPrefix(capitalizedProvider) ? own.dropFirst(capitalizedProvider.count) : own
    return provider + "_" + Spelling.snake(String(plain.isEmpty ? own : plain))
  }

  /// The type in the words of CloudFormation; as Terraform has it where there is none.
  var canonicalType: String { CanonicalType.ofTerraform(terraformType) ?? terraformType }

  private var capitalizedProvider: String {
    provider.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
