/// The smaller tables: runtimes, engine versions, instance classes, policies, Config rules, IAM actions.
enum ValueFacts {
  private static let extensions = "cfnlint/data/schemas/extensions/"

  static func runtimes(_ package: FactsPackage) throws -> [FactRecord] {
    let json = try package.json(package.required("cfnlint/data/AdditionalSpecs/LmbdRuntimeLifecycle.json"))
    return json.members.map { name, value in
      var record = FactRecord(key: name, kind: "r")
      for key in ["deprecated", "create-block", "update-block", "successor"] {
        if let text = value[key]?.text { record.members.append(MemberRecord(name: key, values: [text])) }
      }
      return record
    }
  }

  static func stateful(_ package: FactsPackage) throws -> [FactRecord] {
    let json = try package.json(package.required("cfnlint/data/AdditionalSpecs/StatefulResources.json"))
    return (json["ResourceTypes"]?.members ?? []).map { name, value in
      FactRecord(key: name, kind: value["DeleteRequiresEmptyResource"]?.isTrue == true ? "te" : "t")
    }
  }

  static func actions(_ package: FactsPackage, spelling: ActionSpelling) throws -> [FactRecord] {
    let json = try package.json(package.required("cfnlint/data/AdditionalSpecs/Policies.json"))
    return json.members.compactMap { service, value in
      guard let actions = value["Actions"]?.members, !actions.isEmpty else { return nil }
      return FactRecord(
        key: service, kind: "s",
        members: actions.map { MemberRecord(name: spelling.name(of: $0.key, service: service)) })
    }
  }

  /// Managed policies by their path and name: what stands behind `:policy/` in the ARN.
  static func policies(_ lint: FactsPackage, _ moto: FactsPackage?) throws -> [FactRecord] {
    var names: Set<String> = []
    for (_, value) in try lint.json(lint.required("cfnlint/data/Serverless/ManagedPolicies.json")).members {
      guard let arn = value.text, let mark = arn.firstRange(of: ":policy/") else { continue }
      names.insert(String(arn[mark.upperBound...]))
    }
    if let moto {
      for (name, value) in try managedPolicies(moto).members {
        names.insert((value["Path"]?.text ?? "/").dropFirst() + name)
      }
    }
    return names.sorted().map { FactRecord(key: $0, kind: "p") }
  }

  /// The managed policies with their documents, which a Python file holds as JSON.
  static func managedPolicies(_ moto: FactsPackage) throws -> JSON {
    let path = try moto.required("moto/iam/aws_managed_policies.py")
    let bytes = try moto.read(path)
    guard let open = bytes.firstIndex(of: UInt8(ascii: "{")),
      let close = bytes.lastIndex(of: UInt8(ascii: "}"))
    else { return .null }
    return try JSONScanner.value(of: Array(bytes[open...close]), file: path)
  }

  static func configRules(_ moto: FactsPackage?, identifiers: [String]) throws -> [FactRecord] {
    var records: [FactRecord] = []
    if let moto {
      let json = try moto.json(moto.required("moto/config/resources/aws_managed_rules.json"))
      for (name, value) in json["ManagedRules"]?.members ?? [] {
        var record = FactRecord(key: name, kind: "r")
        for parameter in value["Parameters"]?.items ?? [] {
          guard let name = parameter["Name"]?.text else { continue }
          record.members.append(
            MemberRecord(name: name, marks: parameter["Optional"]?.isFalse == true ? "!" : ""))
        }
        records.append(record)
      }
    }
    let known = Set(records.map(\.key))
    // `n`: only the name is known, not the parameters.
    return records + identifiers.filter { !known.contains($0) }.map { FactRecord(key: $0, kind: "n") }
  }

  /// Engine versions with the first (`<n`) and last (`>n`) snapshot that offers them, oldest snapshot first.
  ///
  /// `?` marks a version that no snapshot offers: it was withdrawn before the oldest of them.
  static func engines(_ snapshots: [FactsPackage]) throws -> [FactRecord] {
    var spans: [String: [String: (first: Int, last: Int)]] = [:]
    var withdrawn: [String: Set<String>] = [:]
    for (index, package) in snapshots.enumerated() {
      for folder in ["aws_rds_dbinstance", "aws_rds_dbcluster", "aws_elasticache_cachecluster"] {
        let owner = folder.dropFirst(4)
        var deprecated: [String: Set<String>] = [:]
        for (engine, versions) in try engineVersions(
          package, "\(folder)/engine_version_deprecated.json", "if")
        {
          deprecated["\(owner).\(engine)", default: []].formUnion(versions)
          withdrawn["\(owner).\(engine)", default: []].formUnion(versions)
        }
        for (engine, versions) in try engineVersions(package, "\(folder)/engine_version.json", "then") {
          let key = "\(owner).\(engine)"
          for version in versions where deprecated[key]?.contains(version) != true {
            spans[key, default: [:]][version] = (spans[key]?[version]?.first ?? index, index)
          }
        }
      }
    }
    return Set(spans.keys).union(withdrawn.keys).sorted().map { key in
      let versions = Set((spans[key] ?? [:]).keys).union(withdrawn[key] ?? [])
      var record = FactRecord(key: key, kind: "e")
      record.members = versions.sorted().map { version in
        guard let span = spans[key]?[version] else { return MemberRecord(name: version, marks: "?") }
        let first = span.first > 0 ? "<\(span.first)" : ""
        let last = span.last < snapshots.count - 1 ? ">\(span.last)" : ""
        return MemberRecord(name: version, marks: first + last)
      }
      return record
    }
  }

  private static func engineVersions(
    _ package: FactsPackage, _ file: String, _ part: String
  ) throws -> [(String, [String])] {
    let path = extensions + file
    guard package.paths.contains(path) else { return [] }
    return try (package.json(path)["allOf"]?.items ?? []).compactMap { rule in
      guard let engine = rule["if"]?["properties"]?["Engine"]?["const"]?.text,
        let rule = rule[part]?["properties"]?["EngineVersion"]
      else { return nil }
      let versions = rule["enum"]?.texts ?? []
      return versions.isEmpty ? nil : (engine, versions)
    }
  }

  /// Instance classes by type, property and, for databases, engine and licence; a mask says in which regions.
  static func classes(_ package: FactsPackage, regions: [String]) throws -> [FactRecord] {
    var masks: [String: [String: UInt64]] = [:]
    for path in package.paths where path.hasPrefix(extensions) && path.hasSuffix("_enum.json") {
      let words = path.dropFirst(extensions.count).split(separator: "/")
      guard words.count == 2,
        words[1].contains("class") || words[1].contains("instancetype") || words[1].contains("nodetype")
      else { continue }
      let owner = "\(words[0].dropFirst(4)).\(words[1].dropLast(10))"
      for (region, value) in try package.json(path).members {
        guard let bit = regions.firstIndex(of: region) else { continue }
        var lists = [(owner, value["enum"]?.texts ?? [])]
        for rule in value["allOf"]?.items ?? [] {
          guard let found = rule["if"]?["properties"], let engine = found["Engine"]?["const"]?.text else {
            continue
          }
          let licence = found["LicenseModel"]?["const"]?.text.map { ".\($0)" } ?? ""
          let property = rule["then"]?["properties"]?.members.first?.value
          lists.append(("\(owner).\(engine)\(licence)", property?["enum"]?.texts ?? []))
        }
        for (key, names) in lists {
          for name in names { masks[key, default: [:]][name, default: 0] |= 1 << UInt64(bit) }
        }
      }
    }
    let everywhere = (1 << UInt64(regions.count)) - 1 as UInt64
    return masks.keys.sorted().map { key in
      var record = FactRecord(key: key, kind: "c")
      for (name, mask) in (masks[key] ?? [:]).sorted(by: { $0.key < $1.key }) {
        record.members.append(
          MemberRecord(name: name, values: mask == everywhere ? [] : [String(mask, radix: 16)]))
      }
      return record
    }
  }
}
