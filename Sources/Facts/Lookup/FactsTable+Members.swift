extension FactsTable {
  /// A member of a type, itself or through its bases; nil where there is none.
  package func member(_ name: String, of type: TypeFact) -> FactMember? {
    member(Folded.name(name), of: type, depth: 0)
  }

  private func member(_ folded: [UInt8], of type: TypeFact, depth: Int) -> FactMember? {
    if let own = ownMember(folded, of: type.line, in: type.section) { return own }
    guard depth < 20 else { return nil }
    for base in type.line.bases {
      if let fact = named(base, by: type), let found = member(folded, of: fact, depth: depth + 1) {
        return found
      }
    }
    return nil
  }

  /// A type that a line names: `.Name` in the module of its owner, `/constructs.Construct` of another package.
  func named(_ name: String, by owner: TypeFact) -> TypeFact? {
    if name.hasPrefix(".") { return fact(owner.module + name, owner.section, owner.ecosystem) }
    guard name.hasPrefix("/") else { return fact(name, owner.section, owner.ecosystem) }
    if name == "/C" { return fact("Construct", .constructs, owner.ecosystem) }
    let words = name.dropFirst().split(separator: ".")
    guard words.count == 2, words[0] == "constructs" else { return nil }
    return fact(String(words[1]), .constructs, owner.ecosystem)
  }

  /// All members of a type, its own first, each name once.
  package func members(of type: TypeFact) -> [FactMember] {
    var found: [FactMember] = []
    var seen: Set<[UInt8]> = []
    collect(type, into: &found, &seen, depth: 0)
    return found
  }

  private func collect(
    _ type: TypeFact, into found: inout [FactMember], _ seen: inout Set<[UInt8]>, depth: Int
  ) {
    guard depth < 20 else { return }
    for member in ownMembers(of: type.line, in: type.section)
    where seen.insert(Folded.name(member.name)).inserted && !member.isGone {
      found.append(member)
    }
    for base in type.line.bases {
      if let fact = named(base, by: type) { collect(fact, into: &found, &seen, depth: depth + 1) }
    }
  }

  /// Whether a type has a member: a property, argument, attribute, method or enumeration member.
  ///
  /// - Parameter name: in CloudFormation and Terraform it may be a path: `BucketEncryption.KMSMasterKeyID`, `rule.filter`.
  package func answer(
    member name: String, of typeName: String, in ecosystem: FactsEcosystem, pinned: Release? = nil
  ) -> FactAnswer {
    guard var owner = type(typeName, in: ecosystem) else { return .unknown }
    if ecosystem == .cloudFormation || owner.section == .tf {
      var steps = name.split(separator: ".").map(String.init)
      guard let last = steps.popLast() else { return .unknown }
      for step in steps {
        guard let inner = self.inner(step, of: owner) else { return .unknown }
        owner = inner
      }
      return answer(ownMember: last, of: owner, pinned: pinned)
    }
    return answer(ownMember: name, of: owner, pinned: pinned)
  }

  /// Whether a Terraform type has a nested block, which alone may be `dynamic`.
  package func answer(block name: String, of typeName: String, pinned: Release? = nil) -> FactAnswer {
    guard let owner = type(typeName, in: .terraform) else { return .unknown }
    if let found = member(name, of: owner), found.name == name, !found.isBlock, !found.isGone {
      return found.type == "a" || found.isReadOnly || found.type.hasPrefix("[")
        ? .unknown : .absent(Absence())
    }
    if ["lifecycle", "provisioner", "connection"].contains(name) { return .present(since: nil) }
    let blocks = members(of: owner).filter(\.isBlock).map(\.name)
    if member(name, of: owner) == nil {
      return .absent(Absence(nearest: Nearest.names(to: name, among: blocks)))
    }
    return answer(ownMember: name, of: owner, pinned: pinned)
  }

  /// A member by its path, `VersioningConfiguration.Status`, or by its name; nil where there is none.
  package func member(atPath path: String, of type: TypeFact) -> FactMember? {
    var owner = type
    var steps = path.split(separator: ".").map(String.init)
    guard let last = steps.popLast() else { return nil }
    for step in steps {
      guard let inner = inner(step, of: owner) else { return nil }
      owner = inner
    }
    return member(last, of: owner)
  }

  /// The type behind a property: a nested definition or block.
  package func inner(_ property: String, of owner: TypeFact) -> TypeFact? {
    guard let member = member(property, of: owner) else { return nil }
    if member.isBlock { return fact("\(owner.key).\(member.name)", .tf, owner.ecosystem) }
    var name = member.type[...]
    while let first = name.first, first == "[" || first == "{" { name = name.dropFirst().dropLast() }
    return name.hasPrefix(".") || name.contains(".")
      || name.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
      ? named(String(name), by: owner) : nil
  }

  func answer(ownMember name: String, of owner: TypeFact, pinned: Release?) -> FactAnswer {
    if let found = member(name, of: owner), isSpelled(name, as: found.name, in: owner) {
      return answer(for: found.firstSnapshot, isGone: found.isGone, in: owner.ecosystem, pinned: pinned) {
        found.isDeprecated ? .deprecated(since: nil, replacement: replacement(of: found, in: owner)) : nil
      }
    }
    if owner.section == .cdk, let nested = nestedType(name, of: owner) {
      return answer(for: nested.firstSnapshot, isGone: nested.isGone, in: .cdk, pinned: pinned) { nil }
    }
    guard owner.isClosed, !owner.line.isGone, !isAlwaysThere(name, in: owner) else {
      return isAlwaysThere(name, in: owner) ? .present(since: nil) : .unknown
    }
    if owner.ecosystem == .pulumi, owner.line.field(1).first == UInt8(ascii: "r"), name.hasPrefix("on") {
      return .unknown  // event handlers that the Node SDK adds by hand
    }
    return .absent(Absence(nearest: Nearest.names(to: name, among: members(of: owner).map(\.name))))
  }

  /// A type that is declared inside a class, `CfnWebACL.RuleProperty`, or inside one of its bases.
  private func nestedType(_ name: String, of owner: TypeFact, depth: Int = 0) -> FactLine? {
    if let line = line("\(owner.key).\(name)", in: .cdk) { return line }
    guard depth < 20 else { return nil }
    for base in owner.line.bases {
      if let fact = named(base, by: owner), let found = nestedType(name, of: fact, depth: depth + 1) {
        return found
      }
    }
    return nil
  }

  private func replacement(of member: FactMember, in owner: TypeFact) -> String? {
    // The values of a deprecated property of CloudFormation are those of its enumeration.
    owner.section == .cfn ? nil : member.values.first
  }

  /// CloudFormation and Terraform mind the case; the others are compared without the marks of a language.
  private func isSpelled(_ name: String, as real: String, in owner: TypeFact) -> Bool {
    owner.ecosystem == .cloudFormation || owner.ecosystem == .terraform ? name == real : true
  }

  /// What every type of an ecosystem has, though no line says so.
  private func isAlwaysThere(_ name: String, in owner: TypeFact) -> Bool {
    let kind = owner.line.field(1).first
    switch owner.section {
    case .tf where owner.ecosystem == .terraform:
      return kind != UInt8(ascii: "b")
        && ["id", "count", "for_each", "depends_on", "provider", "lifecycle", "provisioner", "connection"]
          .contains(name)
    case .tf:
      return isMadeByCDKTF(name, for: owner)
    case .pulumi where kind == UInt8(ascii: "r"):
      return ["id", "urn", "get", "isInstance", "is_instance", "getProvider", "pulumiResourceName"].contains(
        name)
    case .cdk, .cdktfcore, .constructs:
      return ["of", "toString", "to_string"].contains(name) && kind == UInt8(ascii: "c") && name != "of"
    default: return false
    }
  }

  /// The methods and properties that CDKTF derives from each argument, and those of its base classes.
  private func isMadeByCDKTF(_ name: String, for owner: TypeFact) -> Bool {
    let folded = Folded.name(name)
    if owner.line.field(1).first != UInt8(ascii: "b") {
      let bases =
        owner.key.hasPrefix("data.")
        ? ["TerraformDataSource"]
        : owner.key.hasPrefix("provider.") ? ["TerraformProvider"] : ["TerraformResource"]
      for base in bases + ["TerraformMetaArguments"] {
        if let fact = fact(base, .cdktfcore, .cdktf), member(name, of: fact) != nil { return true }
      }
      if ["tfresourcetype", "generateconfigforimport", "id", "alias"].contains(
        String(decoding: folded, as: UTF8.self))
      {
        return true
      }
    }
    for prefix in ["put", "reset"] where folded.starts(with: Folded.name(prefix)) {
      let rest = Array(folded.dropFirst(prefix.utf8.count))
      if let found = ownMember(rest, of: owner.line, in: .tf),
        prefix != "put" || found.isBlock || !found.type.isEmpty
      {
        return true
      }
    }
    if folded.suffix(5).elementsEqual(Folded.name("input")) {
      return ownMember(Array(folded.dropLast(5)), of: owner.line, in: .tf) != nil
    }
    return false
  }

  /// Whether a constructor, function or method takes an argument, by position or by key.
  ///
  /// - Parameters:
  ///   - type: the class, or for Pulumi the resource or function.
  ///   - method: a factory or method of the class; nil for the constructor.
  package func answer(
    argument name: String, of type: String, method: String? = nil, in ecosystem: FactsEcosystem,
    pinned: Release? = nil
  ) -> FactAnswer {
    guard let owner = self.type(type, in: ecosystem) else { return .unknown }
    switch owner.section {
    case .pulumi:
      if let member = member(name, of: owner), member.isReadOnly, !member.isGone {
        let arguments = owner.line.bases.first.flatMap { named($0, by: owner) }
        return .absent(
          Absence(nearest: Nearest.names(to: name, among: (arguments.map(members) ?? []).map(\.name))))
      }
      return answer(ownMember: name, of: owner, pinned: pinned)
    case .cdk, .cdktfcore, .constructs:
      guard let parameters = parameters(of: owner, method: method) else { return .unknown }
      var known: [String] = []
      for parameter in parameters {
        if Folded.name(parameter.name) == Folded.name(name) { return .present(since: nil) }
        known.append(parameter.name)
      }
      guard let last = parameters.last, let props = named(last.type, by: owner),
        props.line.field(1).first == UInt8(ascii: "s")
      else {
        return parameters.contains { $0.type == "a" }
          ? .unknown : .absent(Absence(nearest: Nearest.names(to: name, among: known)))
      }
      return answer(ownMember: name, of: props, pinned: pinned)
    default: return answer(member: name, of: type, in: ecosystem, pinned: pinned)
    }
  }

  /// The parameters of a constructor or method, with their types; nil where the table does not say.
  package func parameters(of owner: TypeFact, method: String? = nil, depth: Int = 0) -> [FactMember]? {
    if let method {
      guard let found = member(method, of: owner), found.isMethod, let close = found.type.lastIndex(of: ")")
      else { return nil }
      return found.type[..<close].dropFirst().split(separator: ",").map(FactMember.init(word:))
    }
    guard [.cdk, .cdktfcore, .constructs].contains(owner.section) else { return nil }
    if !owner.parameters.isEmpty { return owner.parameters.map { FactMember(word: $0[...]) } }
    guard depth < 20, let base = owner.line.bases.first.flatMap({ named($0, by: owner) }) else { return nil }
    return parameters(of: base, depth: depth + 1)
  }
}

extension FactMember {
  init(word: Substring) {
    var text = String(word)
    self = text.withUTF8 { FactMember($0) }
  }
}
