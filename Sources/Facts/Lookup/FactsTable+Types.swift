extension FactsTable {
  /// A type in the spelling of any language of its ecosystem; nil where there is none.
  ///
  ///     cdk     ec2.Vpc  aws-cdk-lib/aws-ec2.Vpc  aws_cdk.aws_ec2.Vpc  software.amazon.awscdk.services.ec2.Vpc
  ///     cdktf   S3Bucket  @cdktf/provider-aws/lib/s3-bucket.S3Bucket  cdktf.Fn
  ///     pulumi  aws.s3.Bucket  s3.Bucket  com.pulumi.aws.s3.Bucket
  package func type(_ name: String, in ecosystem: FactsEcosystem) -> TypeFact? {
    switch ecosystem {
    case .cloudFormation: exact(name, .cfn, ecosystem)
    case .terraform: exact(name, .tf, ecosystem)
    case .cdk:
      SymbolSpelling.cdk(name).lazy.compactMap { fact($0, $1, .cdk) }.first
    case .cdktf: cdktfType(name)
    case .pulumi: SymbolSpelling.pulumi(name).lazy.compactMap { fact($0, .pulumi, .pulumi) }.first
    }
  }

  func fact(_ key: String, _ section: FactsSection, _ ecosystem: FactsEcosystem) -> TypeFact? {
    line(key, in: section).map { TypeFact($0, section, ecosystem, owner: bytes) }
  }

  /// CloudFormation and Terraform mind the case.
  private func exact(_ key: String, _ section: FactsSection, _ ecosystem: FactsEcosystem) -> TypeFact? {
    lines(Folded.name(key), in: section).first { $0.key == key }
      .map { TypeFact($0, section, ecosystem, owner: bytes) }
  }

  /// Whether a module exists: `aws_ec2`, `s3-bucket`, `wellarchitected`.
  package func answer(module name: String, in ecosystem: FactsEcosystem) -> FactAnswer {
    let words = SymbolSpelling.words(name)
    let found: Bool
    let isCovered: Bool
    switch ecosystem {
    case .cloudFormation, .terraform: return .unknown
    case .cdk:
      let module = SymbolSpelling.cdkModule(name)
      if ["", "constructs"].contains(module) { return .present(since: nil) }
      // The preview packages, and those of version 1, are packages of their own.
      if module.hasPrefix("interfaces") || module.hasSuffix("alpha") || words.first == "@aws-cdk" {
        return .unknown
      }
      found = [module, "aws_\(module)"].contains { hasLines(below: $0, in: .cdk) }
      isCovered = SymbolSpelling.isOfCDK(words)
    case .cdktf:
      guard let module = words.last, !SymbolSpelling.isOtherProvider(words) else { return .unknown }
      found =
        ["cdktf", "constructs", "provider", "provider-aws", "lib", "aws"].contains(module)
        || cdktfModule(module) != nil
      isCovered = SymbolSpelling.isAWSProvider(words)
    case .pulumi:
      guard let rest = SymbolSpelling.pulumiWords(name) else { return .unknown }
      guard let module = rest.first, !["types", "config"].contains(module) else {
        return .present(since: nil)
      }
      found = hasLines(below: module, in: .pulumi)
      isCovered = rest.count < words.count
    }
    if found { return .present(since: nil) }
    return isCovered ? .absent(Absence(nearest: nearest(toModule: name, in: ecosystem))) : .unknown
  }

  func hasLines(below module: String, in section: FactsSection) -> Bool {
    !lines(startingWith: Folded.name(module) + [UInt8(ascii: ".")], in: section, limit: 1).isEmpty
  }

  /// Whether a type exists.
  ///
  /// - Parameter pinned: the release that the template's own files ask for.
  package func answer(type name: String, in ecosystem: FactsEcosystem, pinned: Release? = nil) -> FactAnswer {
    if ecosystem == .cloudFormation, Self.isMadeByTools(name) { return .unknown }
    if let found = type(name, in: ecosystem) {
      if ecosystem == .cdktf, let right = cdktfClassMismatch(name, found) {
        return .absent(Absence(nearest: [right]))
      }
      return answer(for: found.line.firstSnapshot, isGone: found.line.isGone, in: ecosystem, pinned: pinned) {
        if found.isDeprecated {
          return .deprecated(since: nil, replacement: found.target.isEmpty ? nil : found.target)
        }
        return nil
      }
    }
    guard isCovered(name, in: ecosystem) else { return .unknown }
    return .absent(
      Absence(nearest: nearest(toType: name, in: ecosystem), livesIn: homes(of: name, in: ecosystem)))
  }

  /// Types that tools expand or add: what the table knows of them is their names at most.
  private static func isMadeByTools(_ name: String) -> Bool {
    name.hasPrefix("AWS::Serverless::") || name.hasPrefix("AWS::CDK::")
  }

  /// Whether the table would have a type of this name, were there one.
  private func isCovered(_ name: String, in ecosystem: FactsEcosystem) -> Bool {
    switch ecosystem {
    case .cloudFormation:
      let parts = name.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 5 && parts[0] == "AWS" && !name.contains(".")
    case .terraform:
      let simple = name.hasPrefix("data.") ? String(name.dropFirst(5)) : name
      guard simple.hasPrefix("aws_") else { return false }
      return !simple.contains(".")
        || type(
          name.hasPrefix("data.")
            ? "data." + simple.prefix { $0 != "." } : String(simple.prefix { $0 != "." }), in: .terraform)
          != nil
    case .cdk:
      guard let (key, section) = SymbolSpelling.cdk(name).first else { return false }
      if section == .constructs { return true }
      let module = AssemblyFacts.module(of: key)
      if module.hasPrefix("interfaces") || key.hasSuffix("Mixin") || key.contains("Mixins") { return false }
      return module.isEmpty
        ? SymbolSpelling.isCDKRoot(name)
        : SymbolSpelling.cdk(name).contains {
          hasLines(below: AssemblyFacts.module(of: $0.key), in: .cdk)
        }
    case .cdktf:
      let words = SymbolSpelling.words(name)
      if SymbolSpelling.isCDKTFCore(words) { return true }
      guard words.count > 1, !SymbolSpelling.isOtherProvider(words),
        words.last?.utf8.first.map({ $0 >= 0x41 && $0 <= 0x5A }) ?? false
      else {
        return false
      }
      return SymbolSpelling.isAWSProvider(words) || cdktfModule(words[words.count - 2]) != nil
    case .pulumi:
      let words = SymbolSpelling.words(name)
      guard let simple = words.last, let key = SymbolSpelling.pulumi(name).first else { return false }
      guard hasLines(below: String(key.prefix { $0 != "." }), in: .pulumi) else { return false }
      return !SymbolSpelling.isHandWrittenPulumi(simple)
    }
  }

  /// Turns snapshots and a pinned release into an answer.
  ///
  /// - Parameter otherwise: what to say of something that exists for the pinned release, where that is not simply that.
  func answer(
    for firstSnapshot: Int, isGone: Bool, in ecosystem: FactsEcosystem, pinned: Release?,
    otherwise: () -> FactAnswer?
  ) -> FactAnswer {
    let snapshots = self.snapshots(of: ecosystem.package)
    if isGone {
      guard let pinned, let newest = snapshots.last, snapshots.count > 1 else { return .unknown }
      let old = snapshots[snapshots.count - 2]
      let before = Release(old.version)
      if pinned <= before || (pinned.major == before.major && before.major != Release(newest.version).major) {
        return .present(since: nil)
      }
      return pinned.major == Release(newest.version).major && pinned >= Release(newest.version)
        || before.major != Release(newest.version).major && pinned.major == Release(newest.version).major
        ? .absent(Absence(until: old.version)) : .unknown
    }
    if firstSnapshot > 0, firstSnapshot < snapshots.count {
      let since = snapshots[firstSnapshot].version
      if let pinned, pinned <= Release(snapshots[firstSnapshot - 1].version) {
        return .absent(Absence(since: since))
      }
      return otherwise() ?? .present(since: since)
    }
    return otherwise() ?? .present(since: nil)
  }
}
