/// What CloudFormation calls a resource of another dialect.
///
/// Most names follow from rules, as all dialects are made from the same services; tables hold the exceptions:
///
///     aws-cdk-lib/aws-s3   Bucket      module ─► service S3, class ─► type Bucket          AWS::S3::Bucket
///     aws_lb_target_group              lb ─► ElasticLoadBalancingV2, rest ─► TargetGroup   AWS::…::TargetGroup
///     aws/ec2              Subnet      as Terraform's `aws_ec2_subnet` or `aws_subnet`     AWS::EC2::Subnet
package enum CanonicalType {
  /// The type behind a construct class.
  ///
  /// - Parameters:
  ///   - module: as imported in any language: `aws-cdk-lib/aws-s3`, `aws_cdk.aws_s3`,
  ///     `software.amazon.awscdk.services.s3`, `github.com/aws/aws-cdk-go/awscdk/v2/awss3`, `@aws-cdk/aws-glue-alpha`.
  ///   - className: `Bucket`, `CfnBucket`.
  /// - Returns: nil where the construct has no resource of its own in CloudFormation, or is not known.
  package static func ofCDK(module: String, className: String) -> String? {
    let module = constructModule(module)
    if module.hasPrefix("lambdalayerkubectl") { return "AWS::Lambda::LayerVersion" }
    if let exception = constructs[module]?[className] { return exception }
    guard let service = constructModules[module] ?? CloudFormationTypes.services[module] else { return nil }
    let types = CloudFormationTypes.byService[service.lowercased()] ?? [:]
    guard className.hasPrefix("Cfn"), className.count > 3 else {
      // The library's own classes, such as `Stack`, share names with types that they are not.
      return module == "core" ? nil : types[className.lowercased()]
    }
    let name = className.dropFirst(3)
    if let type = types[name.lowercased()] { return type }
    if name.hasSuffix("V2"), let next = CloudFormationTypes.byService[service.lowercased() + "v2"] {
      return next[name.dropLast(2).lowercased()]
    }
    // A type that is newer than the table.
    return module == "core" ? nil : "AWS::\(service)::\(name)"
  }

  /// Whether the tables have a construct class, so that its type is no guess.
  static func knows(_ module: String, _ className: String) -> Bool {
    guard let type = ofCDK(module: module, className: className) else { return false }
    let parts = type.split(separator: ":", omittingEmptySubsequences: true)
    guard parts.count == 3 else { return true }
    return CloudFormationTypes.byService[parts[1].lowercased()]?[parts[2].lowercased()] != nil
  }

  /// The type behind a Terraform resource such as `aws_s3_bucket`; nil where CloudFormation has no resource of its own.
  package static func ofTerraform(_ type: String) -> String? {
    guard type.hasPrefix("aws_") else { return nil }
    return ofTerraform(flat: type.dropFirst(4).filter { $0 != "_" }.lowercased())
  }

  /// The type behind a Pulumi resource.
  ///
  /// - Parameters:
  ///   - module: the package with its module: `aws/s3`, `aws.s3`, `aws-native/s3`, `awsx/ec2`; a bare `s3` is of `aws`.
  ///   - type: `Bucket`, `BucketV2`.
  /// - Returns: nil where CloudFormation has no resource of its own.
  package static func ofPulumi(module: String, type: String) -> String? {
    let parts = module.lowercased().split { $0 == "/" || $0 == "." }.filter { !isVersion($0) }
    let service = parts.last.map(String.init) ?? ""
    let name = type.lowercased()
    if module.contains("native") {
      return CloudFormationTypes.byService[service.filter { $0 != "-" && $0 != "_" }]?[name]
    }
    if let exception = pulumi["\(service).\(name)"] { return exception }
    if let found = ofTerraform(flat: service + name) { return found }
    return service == "ec2" ? ofTerraform(flat: name) : nil
  }

  // MARK: Rules

  /// `lbtargetgroup` → the longest beginning that names a service whose types hold the rest.
  private static func ofTerraform(flat name: String) -> String? {
    if let exception = terraform[name] { return exception }
    var end = name.endIndex
    while end > name.startIndex {
      end = name.index(before: end)
      let service = services[String(name[..<end])]?.lowercased() ?? String(name[..<end])
      if let type = CloudFormationTypes.byService[service]?[String(name[end...])] { return type }
    }
    // `aws_subnet`: the oldest service needs no name.
    return CloudFormationTypes.byService["ec2"]?[name]
  }

  /// `aws-cdk-lib/aws-s3` → `s3`.
  private static func constructModule(_ module: String) -> String {
    let parts = module.lowercased().split { $0 == "/" || $0 == "." }
    let last = parts.last { !isVersion($0) && $0 != "experimental" } ?? ""
    var name = last.filter { $0 != "-" && $0 != "_" }
    if ["awscdklib", "awscdk", "core"].contains(name) { return "core" }
    if name.hasSuffix("alpha") || name.hasSuffix("beta") {
      name = String(name.dropLast(name.hasSuffix("alpha") ? 5 : 4))
    }
    return name.hasPrefix("aws") ? String(name.dropFirst(3)) : name
  }

  private static func isVersion(_ part: Substring) -> Bool {
    part.count > 1 && part.first == "v" && part.dropFirst().allSatisfy(\.isNumber)
  }

  // MARK: Tables

  private static let constructs: [String: [String: String]] = {
    var index: [String: [String: String]] = [:]
    for line in CanonicalTypeExceptions.constructs.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let module = words.first.map(String.init) else { continue }
      let service = constructModules[module] ?? CloudFormationTypes.services[module] ?? ""
      for word in words.dropFirst() {
        let pair = word.split(separator: "=", maxSplits: 1)
        guard pair.count == 2 else { continue }
        index[module, default: [:]][String(pair[0])] = full(pair[1], of: service)
      }
    }
    return index
  }()

  private static let constructModules = pairs(CanonicalTypeExceptions.modules).mapValues(String.init)
  private static let services = pairs(CanonicalTypeExceptions.services).mapValues(String.init)
  private static let terraform = pairs(CanonicalTypeExceptions.terraform).mapValues { full($0, of: "") }
  private static let pulumi = pairs(CanonicalTypeExceptions.pulumi).mapValues { full($0, of: "") }

  private static func pairs(_ table: String) -> [String: Substring] {
    var index: [String: Substring] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2 { index[String(words[0])] = words[1] }
    }
    return index
  }

  /// `Bucket` and `S3::Bucket` → `AWS::S3::Bucket`; `Custom::X` stays; `-` is no type.
  private static func full(_ type: Substring, of service: String) -> String? {
    if type == "-" { return nil }
    if type.hasPrefix("Custom::") { return String(type) }
    return type.contains("::") ? "AWS::\(type)" : "AWS::\(service)::\(type)"
  }
}
