/// A name of a Pulumi package, the same for every language.
///
///     @pulumi/aws · s3.Bucket   pulumi_aws · s3.Bucket   com.pulumi.aws.s3 · Bucket   …/go/aws/s3 · NewBucket
///                                                                    package aws, modules [s3], name Bucket
struct PulumiSymbol {
  /// `aws`, `awsx`, `kubernetes`; `pulumi` for the library itself.
  let package: String
  let modules: [String]
  /// The class or function, or what is asked of a class (`get`).
  let name: String

  /// The name as Pulumi's documentation has it: `aws.s3.Bucket`.
  var type: String { ([package] + modules + [name]).joined(separator: ".") }

  /// Whether it is a part of Pulumi itself rather than of a provider.
  var isCore: Bool { package == "pulumi" }

  init(package: String, modules: [String], name: String) {
    self.package = package
    self.modules = modules
    self.name = name
  }

  /// - Returns: nil for names of other libraries and for packages as a whole.
  init?(_ symbol: Symbol) {
    guard var parts = PulumiSymbol.parts(of: symbol.module) else { return nil }
    let package = parts.removeFirst()
    // `import { Bucket } from "@pulumi/aws/s3/bucket"`
    if let file = parts.last, let name = symbol.path.first, file != name,
      file.lowercased() == name.lowercased()
    {
      parts.removeLast()
    }
    let path = (parts + symbol.path).map(PulumiSymbol.plain)
    guard let name = path.last, !symbol.path.isEmpty else { return nil }
    // `com.pulumi.aws.AwsFunctions.getRegion`
    let modules = path.dropLast().filter { !$0.hasSuffix("Functions") }
    self.init(package: package, modules: Array(modules), name: name)
  }

  /// The package and its modules behind an import; nil for those of other libraries.
  private static func parts(of module: String) -> [String]? {
    if module.hasPrefix("@pulumi/") || module.hasPrefix("@pulumiverse/") {
      return module.split(separator: "/").dropFirst().map(String.init)
    }
    if module == "pulumi" || module.hasPrefix("pulumi.") {
      return module.split(separator: ".").map(String.init)
    }
    if module.hasPrefix("pulumi_") {
      var parts = module.dropFirst(7).split(separator: ".").map(String.init)
      guard let package = parts.first else { return nil }
      parts[0] = package.split(separator: "_").joined(separator: "-")
      return parts
    }
    if module == "com.pulumi" { return ["pulumi"] }
    if module.hasPrefix("com.pulumi.") {
      let parts = module.split(separator: ".").dropFirst(2).map(String.init)
      let isCore = ["asset", "core", "resources", "deployment", "context", "serialization"].contains(
        parts.first ?? "")
      return isCore ? ["pulumi"] + parts : parts
    }
    guard module.hasPrefix("github.com/pulumi"), let root = module.firstRange(of: "/go/") else { return nil }
    let parts = module[root.upperBound...].split(separator: "/").map(String.init)
    return parts.isEmpty ? nil : parts
  }

  /// Python marks words of its own with an underscore: `lambda_`.
  private static func plain(_ name: String) -> String {
    name.hasSuffix("_") ? String(name.dropLast()) : name
  }

  /// The package that a name without an import stands for in an excerpt.
  static func package(named name: String) -> String? {
    switch name {
    case "aws", "pulumi_aws": "aws"
    case "awsx", "eks", "random", "tls", "docker", "command", "gcp", "azure", "kubernetes", "pulumi",
      "archive":
      name
    case "k8s": "kubernetes"
    case "awsNative", "aws_native", "awsnative": "aws-native"
    default: nil
    }
  }
}

extension StringProtocol {
  /// Where a text occurs first, without Foundation.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  /// Whether the first letter is a capital.
  var isCapitalized: Bool { utf8.first.map { (0x41...0x5A).contains($0) } ?? false }
}
