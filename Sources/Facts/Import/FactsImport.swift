/// Makes the table from unpacked packages: bytes in, bytes out, the same on every run.
package enum FactsImport {
  /// The table.
  ///
  /// Several versions of a package may be given; the newest holds the facts, older ones say since when.
  package static func table(from packages: [FactsPackage]) throws -> [UInt8] {
    let sorted = packages.sorted { ($0.name, $0.release) < ($1.name, $1.release) }
    func all(_ name: String) -> [FactsPackage] { sorted.filter { $0.name == name } }
    func newest(_ name: String) throws(FactsImportError) -> FactsPackage {
      guard let package = all(name).last else { throw .missing(name) }
      return package
    }
    var writer = FactsWriter()
    for package in sorted { writer.add(source: package) }
    for package in sorted where package.name == "cdktf-cdktf-provider-aws" {
      var provider = package
      provider.name = "terraform-provider-aws"
      provider.version = try TerraformFacts.providerVersion(of: Assembly(package))
      writer.add(source: provider)
    }

    let cdk = try AssemblyFacts(
      assembly: Assembly(newest("aws-cdk-lib")), older: all("aws-cdk-lib").dropLast().map(Assembly.init)
    ).records()
    writer.add(cdk, to: .cdk)
    for (name, section) in [("cdktf", FactsSection.cdktfcore), ("constructs", .constructs)] {
      writer.add(AssemblyFacts(assembly: try Assembly(newest(name)), older: []).records(), to: section)
    }

    let providers = all("cdktf-cdktf-provider-aws")
    let older = try providers.dropLast().last.map { TerraformIndex(try Assembly($0)) }
    let provider = try Assembly(newest("cdktf-cdktf-provider-aws"))
    let (terraform, exceptions) = TerraformFacts(assembly: provider, older: older).records()
    writer.add(exceptions, to: .cdktf)

    let pulumi = try PulumiFacts(newest("pulumi-aws"))
    let records = pulumi.records(older: try all("pulumi-aws").dropLast().last.map(PulumiFacts.init))
    let pairs = PulumiTerraform(arguments: pulumi.arguments, records: terraform)
    writer.add(
      records.map { record in
        var record = record
        if record.target.isEmpty { record.target = pairs.terraform[record.key] ?? "" }
        return record
      }, to: .pulumi)
    writer.add(pairs.markDeprecated(terraform, after: records), to: .tf)

    let lint = try newest("cfn-lint")
    let moto = all("moto").last
    let (types, regions) = try CloudFormationFacts.read(lint)
    writer.add(types, to: .cfn)
    // Types that only CDK knows: their names are facts, their properties are not.
    let listed = Set(types.map(\.key))
    let others = Set(cdk.map(\.target).filter { $0.contains("::") && !listed.contains($0) })
    writer.add(others.sorted().map { FactRecord(key: $0, kind: "u") }, to: .cfn)
    writer.add(regions.enumerated().map { FactRecord(key: $1, kind: "\($0)") }, to: .regions)
    writer.add(try ValueFacts.runtimes(lint), to: .runtimes)
    writer.add(try ValueFacts.stateful(lint), to: .stateful)
    let operations = try all("botocore").last.map(OperationFacts.read) ?? []
    writer.add(operations, to: .operations)
    let spelling = try ActionSpelling(operations: operations, moto: moto)
    writer.add(try ValueFacts.actions(lint, spelling: spelling), to: .actions)
    writer.add(try ValueFacts.policies(lint, moto), to: .policies)
    let identifiers = cdk.first { $0.key == "aws_config.ManagedRuleIdentifiers" }?.members.map(\.name) ?? []
    writer.add(try ValueFacts.configRules(moto, identifiers: identifiers), to: .configrules)
    writer.add(try ValueFacts.engines(all("cfn-lint")), to: .engines)
    writer.add(try ValueFacts.classes(lint, regions: regions), to: .classes)
    writer.add(names(in: writer), to: .names)
    return writer.bytes()
  }

  /// Simple names with the modules that have them.
  private static func names(in writer: FactsWriter) -> [FactRecord] {
    var places: [String: [String]] = [:]
    for section in [FactsSection.cdk, .cdktfcore, .constructs, .pulumi] {
      for record in writer.records(of: section) where !record.kind.contains("?") {
        let module =
          section == .pulumi ? String(record.key.prefix { $0 != "." }) : AssemblyFacts.module(of: record.key)
        let name = module.isEmpty ? record.key : String(record.key.dropFirst(module.count + 1))
        // Nested properties of L1 classes and argument classes are found through their owners.
        guard !name.contains("."), !(name.hasPrefix("Cfn") && name.hasSuffix("Props")),
          !(section == .pulumi && (name.hasSuffix("Args") || record.kind.hasPrefix("o")))
        else { continue }
        places[name, default: []].append("\(section.rawValue)/\(module)")
      }
    }
    return places.keys.sorted().map { name in
      FactRecord(key: name, kind: "n", bases: Array(Set(places[name] ?? [])).sorted())
    }
  }
}
