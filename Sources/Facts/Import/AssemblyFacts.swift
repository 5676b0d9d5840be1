/// Turns a jsii assembly into lines of the table.
///
///     aws_ec2.VpcProps  s                    cidr~=ipAddresses maxAzs:n natGateways:n …
///     aws_ec2.Vpc       c  .Resource_ .IVpc  AWS::EC2::VPC  addFlowLog:.FlowLog …   scope! id! props:.VpcProps
struct AssemblyFacts {
  let assembly: Assembly
  /// Older assemblies of the same package, oldest first.
  let older: [Assembly]

  func records() -> [FactRecord] {
    assembly.types.compactMap { type in
      guard let key = assembly.key(type.fqn), !key.hasPrefix("interfaces.") else { return nil }
      return record(type, key)
    } + goneTypes()
  }

  private func record(_ type: AssemblyType, _ key: String) -> FactRecord {
    let module = Self.module(of: key)
    var record = FactRecord(key: key, kind: Self.letter(type.kind))
    record.context = module
    let since = firstSeen { $0[type.fqn] != nil }
    if let reason = type.deprecation {
      record.kind += "~"
      record.target = Replacement.type(in: reason, beside: key, of: assembly) ?? ""
    }
    if since > 0 { record.kind += "<\(since)" }
    record.bases = type.bases.compactMap { baseName($0, module) }
    if let cloudFormation = type.cloudFormationType, type.kind == .type {
      record.target = cloudFormation
      // The members of such a class repeat its properties; the struct stands in for them.
      if let props = type.parameters?.last?.type?["fqn"]?.text, props.hasSuffix("Props") {
        record.bases.append(baseName(props, module) ?? "")
      }
    } else if let equivalent = equivalent(of: type, key) {
      record.target = record.target.isEmpty ? equivalent : record.target
    }
    let repeated: Set<String> =
      if type.cloudFormationType != nil, type.kind == .type,
        let props = type.parameters?.last?.type?["fqn"]?.text
      { assembly[props]?.memberNames ?? [] } else { [] }
    for member in type.members where !repeated.contains(member.name) {
      let inherited = type.bases.contains { assembly.has(member.name, in: $0) }
      if inherited && type.kind != .structure && member.deprecation == nil { continue }
      record.members.append(self.member(member, of: type, module, since: since))
    }
    for parameter in type.parameters ?? [] {
      let described = typeName(parameter.type, module)
      record.extras.append(
        parameter.name + (parameter.isOptional ? "" : "!") + (described.isEmpty ? "" : ":\(described)"))
    }
    return record
  }

  private func member(
    _ member: AssemblyMember, of type: AssemblyType, _ module: String, since: Int
  ) -> MemberRecord {
    var record = MemberRecord(name: member.name)
    if type.kind == .structure && !member.isOptional { record.marks += "!" }
    if let reason = member.deprecation {
      record.marks += "~"
      if let name = Replacement.member(in: reason, of: type, named: member.name, in: assembly) {
        record.values = [name]
      }
    }
    if member.isStatic { record.marks += "%" }
    let seen = firstSeen { $0.has(member.name, in: type.fqn) }
    if seen > since { record.marks += "<\(seen)" }
    record.type = typeName(member.type, module)
    if member.kind == .method {
      let parameters = member.parameters.map { parameter in
        let described = typeName(parameter.type, module)
        return parameter.name + (parameter.isOptional ? "" : "!") + (described.isEmpty ? "" : ":\(described)")
      }
      record.type = "(\(parameters.joined(separator: ",")))\(record.type)"
    }
    return record
  }

  /// The first snapshot that has something, 0 for the oldest.
  private func firstSeen(_ has: (Assembly) -> Bool) -> Int {
    var first = older.count
    for (index, assembly) in older.enumerated().reversed() where has(assembly) { first = index }
    return first
  }

  /// Types that an older snapshot has and this one lacks.
  private func goneTypes() -> [FactRecord] {
    var found: Set<String> = []
    var records: [FactRecord] = []
    for assembly in older {
      for type in assembly.types where self.assembly[type.fqn] == nil {
        guard let key = assembly.key(type.fqn), !key.hasPrefix("interfaces."), found.insert(key).inserted
        else { continue }
        records.append(FactRecord(key: key, kind: Self.letter(type.kind) + "?"))
      }
    }
    return records
  }

  /// The CloudFormation type that a construct stands for: that of the L1 class of its module whose name fits.
  private func equivalent(of type: AssemblyType, _ key: String) -> String? {
    guard type.kind == .type, isConstruct(type.fqn) else { return nil }
    let module = Self.module(of: key)
    let name = String(key.dropFirst(module.isEmpty ? 0 : module.count + 1))
    let prefix = "\(assembly.name).\(module).Cfn"
    if let exact = levelOne[module]?.first(where: { Folded.name($0) == Folded.name(name) }) {
      return assembly[prefix + exact]?.cloudFormationType
    }
    let long = name.replacing("Database", with: "DB")
    let fitting = levelOne[module]?.filter { long.utf8.count > $0.utf8.count && long.hasSuffix($0) }
    guard
      let longest = fitting?.max(by: { ($0.utf8.count, $1) < ($1.utf8.count, $0) })
        ?? levelOne[module]?.first(
          where: { $0 == long })
    else { return nil }
    return assembly[prefix + longest]?.cloudFormationType
  }

  private func isConstruct(_ fqn: String, depth: Int = 0) -> Bool {
    if fqn == "constructs.Construct" { return true }
    guard depth < 30, let base = assembly[fqn]?.bases.first else { return false }
    return isConstruct(base, depth: depth + 1)
  }

  /// Module → names of its L1 classes, without `Cfn`.
  private let levelOne: [String: [String]]

  init(assembly: Assembly, older: [Assembly]) {
    self.assembly = assembly
    self.older = older
    var levelOne: [String: [String]] = [:]
    for type in assembly.types where type.cloudFormationType != nil && type.kind == .type {
      guard let key = assembly.key(type.fqn) else { continue }
      let module = Self.module(of: key)
      let name = key.dropFirst(module.isEmpty ? 0 : module.count + 1)
      if name.hasPrefix("Cfn") { levelOne[module, default: []].append(String(name.dropFirst(3))) }
    }
    self.levelOne = levelOne
  }

  private func baseName(_ fqn: String, _ module: String) -> String? {
    guard let key = assembly.key(fqn) else { return "/\(fqn)" }
    return key.hasPrefix("interfaces.") ? nil : Self.relative(key, to: module)
  }

  /// A type as the table writes it: nothing for a string, `b`, `n`, `a`, `[T]`, `{T}`, `.Name`, `A|B`.
  private func typeName(_ type: JSON?, _ module: String) -> String {
    guard let type else { return "" }
    if let fqn = type["fqn"]?.text {
      guard let key = assembly.key(fqn) else { return fqn == "constructs.Construct" ? "/C" : "/\(fqn)" }
      return key.hasPrefix("interfaces.") ? "a" : Self.relative(key, to: module)
    }
    switch type["primitive"]?.text {
    case "string": return ""
    case "boolean": return "b"
    case "number": return "n"
    case "date": return "d"
    case "json": return "j"
    case .some: return "a"
    case nil: break
    }
    if let collection = type["collection"] {
      let element = typeName(collection["elementtype"], module)
      return collection["kind"]?.text == "map" ? "{\(element)}" : "[\(element)]"
    }
    if let types = type["union"]?["types"]?.items {
      let names = types.filter { $0["fqn"]?.text?.hasSuffix(".IResolvable") != true }
        .map { typeName($0, module) }
      var kept: [String] = []
      for name in names where !kept.contains(name) { kept.append(name) }
      return kept.count == 1 ? kept[0] : kept.map { $0.isEmpty ? "s" : $0 }.joined(separator: "|")
    }
    return "a"
  }

  static func relative(_ key: String, to module: String) -> String {
    Self.module(of: key) == module && !module.isEmpty
      ? String(key.dropFirst(module.count)) : key
  }

  /// The lower-case words that open a key: `aws_ec2` of `aws_ec2.CfnVPC.TagProperty`.
  static func module(of key: String) -> String {
    var words: [Substring] = []
    for word in key.split(separator: ".") {
      guard let first = word.utf8.first, first >= 0x61 else { break }
      words.append(word)
    }
    return words.joined(separator: ".")
  }

  private static func letter(_ kind: AssemblyType.Kind) -> String {
    switch kind {
    case .type: "c"
    case .abstractType: "a"
    case .interface: "i"
    case .structure: "s"
    case .enumeration: "e"
    }
  }
}
