/// Reads Terraform's resources and data sources out of the CDKTF assembly of the AWS provider.
///
///     S3BucketConfig.corsRule   "Docs at Terraform Registry: {@link …#cors_rule S3Bucket#cors_rule}"
///                                                                              └ the argument's own name
struct TerraformFacts {
  let assembly: Assembly
  /// The assembly of the previous major, if there is one.
  let older: TerraformIndex?

  func records() -> (terraform: [FactRecord], cdktf: [FactRecord]) {
    var records: [FactRecord] = []
    var exceptions: [FactRecord] = []
    for type in assembly.types {
      guard let name = Self.terraformType(type) else { continue }
      let config = type.parameters?.last?.type?["fqn"]?.text ?? ""
      var record = FactRecord(
        key: name, kind: name.hasPrefix("data.") ? "d" : name.hasPrefix("provider.") ? "p" : "r")
      let isNew = older.map { $0.members[name] == nil } ?? false
      if isNew { record.kind += "<1" }
      let simple = type.fqn.split(separator: ".").last.map(String.init) ?? ""
      record.members = arguments(
        config, path: name, className: simple, into: &records, &exceptions, isNew: isNew, depth: 0)
      let known = Set(record.members.map { Folded.name($0.name) })
      for property in type.members
      where property.kind == .property && property.isImmutable && !property.isStatic
        && !property.name.hasSuffix("Input") && !known.contains(Folded.name(property.name))
      {
        let snake = Self.snake(property.name)
        var member = MemberRecord(name: snake, marks: "^")
        if !isNew, older?.has(snake, in: name) == false { member.marks += "<1" }
        member.type = valueType(property.type)
        record.members.append(member)
      }
      if let gone = older?.members[name] {
        let present = Set(record.members.map { Folded.name($0.name) })
        for old in gone where !present.contains(Folded.name(old)) {
          record.members.append(MemberRecord(name: old, marks: "?"))
        }
      }
      records.append(record)
      if Folded.name(simple) != Self.expectedClass(name) {
        exceptions.append(FactRecord(key: simple, kind: "c", target: name))
      }
    }
    let present = Set(records.map(\.key))
    for name in older?.names ?? [] where !present.contains(name) && !name.dropFirst(5).contains(".") {
      records.append(FactRecord(key: name, kind: (name.hasPrefix("data.") ? "d" : "r") + "?"))
    }
    return (records, exceptions)
  }

  /// The version of the Terraform provider that an assembly was made from, as its links name it.
  static func providerVersion(of assembly: Assembly) throws -> String {
    let mark = "/hashicorp/aws/"
    for type in assembly.types {
      guard let start = type.summary.firstRange(of: mark) else { continue }
      return String(type.summary[start.upperBound...].prefix { $0 != "/" })
    }
    throw FactsImportError.missing("cdktf-cdktf-provider-aws: links to the provider's version")
  }

  /// `aws_s3_bucket`, `data.aws_vpc` or `provider.aws`; nil for any other class.
  static func terraformType(_ type: AssemblyType) -> String? {
    guard let base = type.bases.first,
      ["cdktf.TerraformResource", "cdktf.TerraformDataSource", "cdktf.TerraformProvider"].contains(base),
      let name = linked(type.summary, after: " ")
    else { return nil }
    return base == "cdktf.TerraformDataSource"
      ? "data.\(name)" : base == "cdktf.TerraformProvider" ? "provider.\(name)" : name
  }

  /// The folded class name that follows from a Terraform type.
  static func expectedClass(_ name: String) -> [UInt8] {
    if name == "provider.aws" { return Folded.name("AwsProvider") }
    return name.hasPrefix("data.")
      ? Folded.name("dataaws" + name.dropFirst(9)) : Folded.name(String(name.dropFirst(4)))
  }

  /// The word before the closing brace of a link, behind a mark.
  private static func linked(_ summary: String, after mark: Character) -> String? {
    guard summary.contains("{@link "), let close = summary.lastIndex(of: "}") else { return nil }
    let inside = summary[..<close]
    guard let start = inside.lastIndex(of: mark) else { return nil }
    return String(inside[inside.index(after: start)...])
  }

  /// The arguments of a struct; nested blocks become records of their own.
  private func arguments(
    _ fqn: String, path: String, className: String, into records: inout [FactRecord],
    _ exceptions: inout [FactRecord], isNew: Bool, depth: Int
  ) -> [MemberRecord] {
    guard depth < 12, let type = assembly[fqn] else { return [] }
    var members: [MemberRecord] = []
    for property in type.members {
      let name = Self.argumentName(property)
      var member = MemberRecord(name: name)
      if !property.isOptional && name != "id" { member.marks += "!" }
      let block = Self.block(property.type)
      if let block {
        member.marks += block.isList ? "#" : "#@"
        let inner = "\(path).\(name)"
        var record = FactRecord(key: inner, kind: "b")
        record.members = arguments(
          block.fqn, path: inner, className: className, into: &records, &exceptions, isNew: isNew,
          depth: depth + 1)
        let simple = block.fqn.split(separator: ".").last.map(String.init) ?? ""
        let steps = inner.split(separator: ".").dropFirst(
          inner.hasPrefix("data.") || inner.hasPrefix("provider.") ? 2 : 1)
        if Folded.name(simple) != Folded.name(className + steps.joined()) {
          exceptions.append(FactRecord(key: simple, kind: "s", target: inner))
        }
        if let gone = older?.members[inner], !isNew {
          let present = Set(record.members.map { Folded.name($0.name) })
          for old in gone where !present.contains(Folded.name(old)) {
            record.members.append(MemberRecord(name: old, marks: "?"))
          }
        }
        records.append(record)
      } else {
        member.type = valueType(property.type)
      }
      if !isNew, let older, older.members[path] != nil, !older.has(name, in: path) { member.marks += "<1" }
      members.append(member)
    }
    return members
  }

  static func argumentName(_ property: AssemblyMember) -> String {
    if property.summary.hasSuffix(" block."), let word = property.summary.split(separator: " ").first {
      return String(word)
    }
    return linked(property.summary, after: "#") ?? snake(property.name)
  }

  /// The struct behind a property that is a nested block, and whether it may be repeated.
  static func block(_ type: JSON?) -> (fqn: String, isList: Bool)? {
    if let fqn = type?["fqn"]?.text { return fqn.hasPrefix("cdktf.") ? nil : (fqn, false) }
    if let inner = type?["collection"]?["elementtype"], let found = block(inner) { return (found.fqn, true) }
    for option in type?["union"]?["types"]?.items ?? [] {
      if let found = block(option) { return found }
    }
    return nil
  }

  private func valueType(_ type: JSON?) -> String {
    switch type?["primitive"]?.text {
    case "string": return ""
    case "number": return "n"
    case "boolean": return "b"
    case .some: return "a"
    case nil: break
    }
    if let collection = type?["collection"] {
      let element = valueType(collection["elementtype"])
      return collection["kind"]?.text == "map" ? "{\(element)}" : "[\(element)]"
    }
    if let types = type?["union"]?["types"]?.items {
      let rest = types.filter { $0["fqn"]?.text?.hasSuffix(".IResolvable") != true }
      return rest.count == 1 ? valueType(rest[0]) : "a"
    }
    switch type?["fqn"]?.text {
    case "cdktf.IResolvable": return "b"
    case "cdktf.StringMap": return "{}"
    case "cdktf.NumberMap": return "{n}"
    case "cdktf.BooleanMap": return "{b}"
    default: return "a"
    }
  }

  /// `tagsAll` → `tags_all`.
  static func snake(_ camel: String) -> String {
    var bytes: [UInt8] = []
    for byte in camel.utf8 {
      if byte >= 0x41, byte <= 0x5A {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "_")) }
        bytes.append(byte | 0x20)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The types and members of an older provider.
struct TerraformIndex {
  /// Type or block path → names of its members.
  private(set) var members: [String: [String]] = [:]
  /// In the order of the file.
  private(set) var names: [String] = []
  private var folded: [String: Set<[UInt8]>] = [:]

  init(_ assembly: Assembly) {
    for record in TerraformFacts(assembly: assembly, older: nil).records().terraform {
      names.append(record.key)
      members[record.key] = record.members.map(\.name)
      folded[record.key] = Set(record.members.map { Folded.name($0.name) })
    }
  }

  func has(_ member: String, in type: String) -> Bool {
    folded[type]?.contains(Folded.name(member)) ?? false
  }
}
