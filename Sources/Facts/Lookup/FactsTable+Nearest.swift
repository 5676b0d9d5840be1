extension FactsTable {
  /// Where a simple name does exist, as keys that the same ecosystem can use.
  package func homes(of name: String, in ecosystem: FactsEcosystem) -> [String] {
    let simple = SymbolSpelling.words(name).last ?? name
    switch ecosystem {
    case .cloudFormation:
      return []
    case .terraform: return []
    case .cdktf:
      var homes: [String] = []
      if let provider = cdktfType(simple), provider.section == .tf {
        homes.append("@cdktf/provider-aws: \(simple)")
      }
      if fact(simple, .cdktfcore, .cdktf) != nil { homes.append("cdktf.\(simple)") }
      return homes
    case .cdk, .pulumi:
      let sections = ecosystem == .cdk ? ["cdk", "constructs"] : ["pulumi"]
      return lines(Folded.name(simple), in: .names).filter { $0.key == simple }.flatMap(\.bases)
        .compactMap { place in
          let parts = place.split(separator: "/", omittingEmptySubsequences: false)
          guard parts.count == 2, sections.contains(String(parts[0])) else { return nil }
          if parts[0] == "constructs" { return "constructs.\(simple)" }
          return parts[1].isEmpty ? "aws-cdk-lib.\(simple)" : "\(parts[1]).\(simple)"
        }
    }
  }

  /// Similar names of the same service, module or provider.
  func nearest(toType name: String, in ecosystem: FactsEcosystem) -> [String] {
    let words = SymbolSpelling.words(name)
    guard let simple = words.last else { return [] }
    switch ecosystem {
    case .cloudFormation:
      let prefix =
        name.split(separator: ":", omittingEmptySubsequences: false).prefix(3).joined(separator: ":") + "::"
      return Nearest.names(to: name, among: keys(below: prefix, in: .cfn) { !$0.contains(".") })
    case .terraform:
      let isData = name.hasPrefix("data.")
      // `aws_s3_`: the service's own types.
      let service = name.split(separator: "_").prefix(2).joined(separator: "_")
      let near = keys(below: service, in: .tf) { !$0.dropFirst(isData ? 5 : 0).contains(".") }
      return Nearest.names(to: name, among: near)
    case .cdk:
      let module =
        SymbolSpelling.cdk(name).lazy.map { AssemblyFacts.module(of: $0.key) }
        .first { hasLines(below: $0, in: .cdk) } ?? ""
      let folded = Folded.name(module)
      let near = keys(below: module.isEmpty ? "" : module + ".", in: .cdk) { key in
        let own = AssemblyFacts.module(of: key)
        return Folded.name(own) == folded
          && !key.dropFirst(own.isEmpty ? 0 : own.utf8.count + 1).contains(".")
      }
      return Nearest.names(to: simple, among: near.map { String($0.split(separator: ".").last ?? "") })
    case .cdktf:
      if SymbolSpelling.isCDKTFCore(words) {
        return Nearest.names(to: simple, among: keys(below: "", in: .cdktfcore) { _ in true })
      }
      let opening = String(simple.prefix(4))
      let near = keys(below: "aws_" + opening, in: .tf) { !$0.contains(".") }
        .map { key in lines(of: .cdktf).first { $0.target == key }?.key ?? Self.className(key) }
      return Nearest.names(to: simple, among: near)
    case .pulumi:
      guard let key = SymbolSpelling.pulumi(name).first else { return [] }
      let module = String(key.prefix { $0 != "." })
      let near = keys(below: module + ".", in: .pulumi) { !$0.hasSuffix("Args") && !$0.hasSuffix("Result") }
      return Nearest.names(to: simple, among: near.map { String($0.split(separator: ".").last ?? "") })
    }
  }

  /// `aws_s3_bucket` → `S3Bucket`.
  static func className(_ key: String) -> String {
    key.split(separator: "_").dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  func nearest(toModule name: String, in ecosystem: FactsEcosystem) -> [String] {
    let section: FactsSection = ecosystem == .cdk ? .cdk : .pulumi
    guard ecosystem != .cdktf else { return [] }
    var modules: [String] = []
    for line in lines(of: section) {
      let key = line.key
      let module = section == .cdk ? AssemblyFacts.module(of: key) : String(key.prefix { $0 != "." })
      if modules.last != module { modules.append(module) }
    }
    return Nearest.names(to: SymbolSpelling.words(name).last ?? name, among: modules)
  }

  private func keys(
    below prefix: String, in section: FactsSection, where isWanted: (String) -> Bool
  ) -> [String] {
    lines(startingWith: Folded.name(prefix), in: section, limit: 4000).filter { !$0.isGone }.map(\.key)
      .filter(isWanted)
  }
}
