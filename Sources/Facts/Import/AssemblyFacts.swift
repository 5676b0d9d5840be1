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
  ///
  ///     rds.SubnetGroup         DBSubnetGroup without its DB
  ///     ecs.FargateService      ends with Service
  ///     route53.ARecord         what its base class RecordSet stands for
  ///     rds.DatabaseClusterFromSnapshot   begins with DBCluster
  private func equivalent(of type: AssemblyType, _ key: String, depth: Int = 0) -> String? {
    // A stack is what holds resources; it is none itself unless it is nested.
    guard isConstruct(type.fqn), depth < 30, key != "Stack" else { return nil }
    if let named = Self.namedOtherwise[key] { return named }
    let module = Self.module(of: key)
    let classes = levelOne[module] ?? []
    let simple = String(key.dropFirst(module.isEmpty ? 0 : module.count + 1))
    let names = [
      simple, simple.replacing("Base", with: ""),
      simple.replacing("Database", with: "DB")
        .replacing("Base", with: ""),
    ].map(Folded.name)

    func nearest(_ words: (LevelOne) -> [[UInt8]], _ fits: (_ class: [UInt8], _ name: [UInt8]) -> Bool)
      -> String?
    {
      var best: (length: Int, type: String)?
      for one in classes {
        for word in words(one) where word.count > best?.length ?? 0 {
          if names.contains(where: { fits(word, $0) }) { best = (word.count, one.type) }
        }
      }
      return best?.type
    }
    func isEnd(_ word: [UInt8], _ name: [UInt8]) -> Bool {
      word.count < name.count && name.suffix(word.count).elementsEqual(word)
    }
    if let found = nearest(\.names, { $0 == $1 }) ?? nearest({ [$0.name] }, isEnd) { return found }
    if let base = type.bases.first, let owner = assembly[base], let baseKey = assembly.key(base),
      let found = equivalent(of: owner, baseKey, depth: depth + 1)
    {
      return found
    }
    if module.isEmpty { return nil }
    // Short words open many names: `Service` in `ServiceManagedVolume`.
    return nearest(\.names, isEnd) ?? nearest({ [$0.name] }) { $0.count > 12 && $1.starts(with: $0) }
      ?? nearest({ [$0.name] }) { $1.count > 12 && $0.starts(with: $1) }
  }

  /// Constructs whose names do not tell.
  ///
  /// Source: the code of aws-cdk-lib 2.275, whose classes make `new CfnX(this, "Resource", …)`.
  private static let namedOtherwise = [
    "aws_applicationautoscaling.StepScalingAction": "AWS::ApplicationAutoScaling::ScalingPolicy",
    "aws_appsync.AppsyncFunction": "AWS::AppSync::FunctionConfiguration",
    "aws_autoscaling.StepScalingAction": "AWS::AutoScaling::ScalingPolicy",
    "aws_config.CustomPolicy": "AWS::Config::ConfigRule",
    "aws_dynamodb.TableBaseV2": "AWS::DynamoDB::GlobalTable",
    "aws_dynamodb.TableV2": "AWS::DynamoDB::GlobalTable",
    "aws_rds.ServerlessClusterFromSnapshot": "AWS::RDS::DBCluster",
  ]

  private func isConstruct(_ fqn: String, depth: Int = 0) -> Bool {
    if fqn == "constructs.Construct" { return true }
    guard depth < 30, let base = assembly[fqn]?.bases.first else { return false }
    return isConstruct(base, depth: depth + 1)
  }

  /// An L1 class, by folded names without `Cfn`.
  private struct LevelOne {
    var type: String
    var name: [UInt8]
    /// The name, and the name without the module or `DB` before it.
    var names: [[UInt8]]
  }

  /// Module → its L1 classes.
  private let levelOne: [String: [LevelOne]]

  init(assembly: Assembly, older: [Assembly]) {
    self.assembly = assembly
    self.older = older
    var levelOne: [String: [LevelOne]] = [:]
    for type in assembly.types where type.kind == .type {
      guard let cloudFormation = type.cloudFormationType, let key = assembly.key(type.fqn) else { continue }
      let module = Self.module(of: key)
      let name = key.dropFirst(module.isEmpty ? 0 : module.count + 1)
      guard name.hasPrefix("Cfn") else { continue }
      let own = Folded.name(String(name.dropFirst(3)))
      let openings = [Folded.name("db"), Folded.name(module.replacing("aws_", with: ""))]
      let shorter = openings.filter { !$0.isEmpty && $0.count < own.count && own.starts(with: $0) }
        .map { Array(own.dropFirst($0.count)) }
      levelOne[module, default: []].append(
        LevelOne(type: cloudFormation, name: own, names: [own] + shorter))
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
