import Facts
import SourceText
import TemplateModel

/// Follows the uses of a library's names from module to type to member, and notes what does not exist.
///
///     ec2.Vpc.fromLookup(…).vpcArns    module aws_ec2 ─► class Vpc ─► method fromLookup, gives IVpc ─► no vpcArns
struct SymbolFaults {
  private let facts: FactsTable
  private let pins: FactPins
  private let memo: FactMemo
  private(set) var found: [FactFault] = []
  /// By ecosystem and name, as the same few types occur again and again.
  private var types: [String: TypeFact?] = [:]

  init(_ facts: FactsTable, _ pins: FactPins, _ memo: FactMemo) {
    self.memo = memo
    self.facts = facts
    self.pins = pins
  }

  mutating func check(_ use: SymbolUse) {
    guard let ecosystem = FactsEcosystem(use.dialect) else { return }
    var walk = Walk(use: use, ecosystem: ecosystem, module: use.module)
    guard enterModule(&walk), let type = enterType(&walk) else { return }
    follow(type, walk)
  }

  /// Where on its way a use is.
  private struct Walk {
    let use: SymbolUse
    let ecosystem: FactsEcosystem
    var module: String
    var position = 0

    var step: SymbolUse.Step? { use.steps.indices.contains(position) ? use.steps[position] : nil }
    /// Whether the step is written here, so that a fault is told here.
    var isOwn: Bool { position >= use.inherited }
    var text: FactAnswerText { FactAnswerText(language: use.language) }
    /// As an import names it.
    var moduleName: String {
      switch (ecosystem, use.language) {
      case (_, .go), (_, .java): module
      case (.cdk, .python): module.isEmpty ? "aws_cdk" : "aws_cdk.\(module)"
      case (.cdk, _): module.isEmpty ? "aws-cdk-lib" : "aws-cdk-lib/\(module.replacing("_", with: "-"))"
      case (.pulumi, .python): module.isEmpty ? "pulumi_aws" : "pulumi_aws.\(module)"
      case (.pulumi, _): module.isEmpty ? "@pulumi/aws" : "@pulumi/aws/\(module)"
      case (_, .python): module == "cdktf" ? module : "cdktf_cdktf_provider_\(module)"
      default: module == "cdktf" ? module : "@cdktf/provider-aws/lib/\(module.dropFirst(4))"
      }
    }
  }

  private mutating func report(
    _ kind: FactFault.Kind, _ symbol: String, _ owner: String, _ walk: Walk, _ location: SourceLocation,
    _ answer: String, _ instead: [String]
  ) {
    found.append(
      FactFault(
        kind: kind, symbol: symbol, owner: owner, location: location, answer: answer,
        instead: instead.map { walk.text.spelled($0, walk.ecosystem) }, isImport: walk.use.isImport))
  }

  // MARK: Modules

  /// Goes through the modules that lead to a type; false where there is none of the name, or no more to see.
  private mutating func enterModule(_ walk: inout Walk) -> Bool {
    if walk.use.isImport, !isRoot(walk.module, walk.ecosystem) {
      guard exists(walk.module, walk, at: walk.use.location) else { return false }
    }
    while let step = walk.step, isRoot(walk.module, walk.ecosystem), step.name.isLowercased {
      guard step.arguments == nil else { return false }
      let module = walk.ecosystem == .cdktf ? "aws.\(step.name)" : step.name
      if walk.ecosystem == .pulumi, !isPulumiModule(step.name) { return false }
      guard exists(module, walk, at: step.location) else { return false }
      walk.module = module
      walk.position += 1
    }
    return walk.step != nil
  }

  private func isRoot(_ module: String, _ ecosystem: FactsEcosystem) -> Bool {
    ecosystem == .cdktf ? module == "aws" : module.isEmpty
  }

  /// Names of Pulumi's package that are functions or files rather than modules.
  private func isPulumiModule(_ name: String) -> Bool {
    guard name == name.lowercased(), !name.hasPrefix("get"), !name.hasPrefix("_") else { return false }
    return ![
      "provider", "outputs", "inputs", "enums", "input", "output", "region", "arn", "config", "types",
      "invoke",
    ].contains(name)
  }

  private mutating func exists(_ module: String, _ walk: Walk, at location: SourceLocation) -> Bool {
    switch module {
    case "cdktf", "constructs", "aws", "": return true
    default: break
    }
    let package: String =
      switch walk.ecosystem {
      case .cdk: "aws-cdk-lib/"
      case .pulumi: "@pulumi/aws/"
      default: ""
      }
    guard case .absent(let absence) = facts.answer(module: package + module, in: walk.ecosystem) else {
      return true
    }
    if walk.isOwn || walk.use.isImport {
      var named = walk
      named.module = module
      report(
        .module, module.split(separator: ".").last.map(String.init) ?? module, "", walk, location,
        walk.text.noModule(named.moduleName), absence.nearest)
    }
    return false
  }

  // MARK: Types

  private mutating func enterType(_ walk: inout Walk) -> (fact: TypeFact, name: String)? {
    guard let step = walk.step else { return nil }
    // Functions of a module and Go's generated types are in no table.
    if walk.ecosystem != .pulumi, step.name.isLowercased { return nil }
    if walk.ecosystem == .pulumi, walk.module.isEmpty { return nil }
    let name =
      walk.module.isEmpty ? "aws-cdk-lib.\(step.name)" : "\(walk.module).\(step.name)"
    let type = type(name, walk.ecosystem)
    if walk.isOwn || walk.use.isImport {
      guard judge(type, name, step, walk) else { return nil }
    }
    return type.map { ($0, name) }
  }

  /// Whether a type may be used; reports where it may not.
  private mutating func judge(
    _ type: TypeFact?, _ name: String, _ step: SymbolUse.Step, _ walk: Walk
  ) -> Bool {
    if walk.ecosystem == .pulumi, walk.use.language == .go, isGenerated(step.name, step) {
      return type != nil
    }
    if walk.ecosystem == .cdktf, let type, let fault = misplaced(type, step, walk) {
      found.append(fault)
      return false
    }
    if let type, !type.isDeprecated, pins[walk.ecosystem] == nil, walk.ecosystem != .cdktf { return true }
    switch facts.answer(type: name, in: walk.ecosystem, pinned: pins[walk.ecosystem]) {
    case .absent(let absence):
      let isSuffix = walk.ecosystem == .cdktf && type != nil
      report(
        isSuffix ? .classSuffix : .type, step.name, walk.module, walk, step.location,
        walk.text.noType(step.name, in: walk.moduleName, isImport: walk.use.isImport),
        absence.livesIn.isEmpty ? absence.nearest : absence.livesIn)
      return false
    case .deprecated(_, let replacement):
      report(
        FactFault.deprecation(of: type?.key ?? name), step.name, walk.module, walk, step.location,
        "\(step.name) is deprecated",
        successor(step.name, replacement, walk).map { [$0] } ?? [])
      return true
    case .present: return true
    case .unknown: return type != nil
    }
  }

  /// What has taken the place of a type; a name of Terraform says which type it is made from.
  private func successor(_ name: String, _ replacement: String?, _ walk: Walk) -> String? {
    guard walk.ecosystem == .pulumi, replacement?.hasPrefix("aws_") ?? false else { return replacement }
    guard name.hasSuffix("V2"), facts.type("\(walk.module).\(name.dropLast(2))", in: .pulumi) != nil else {
      return nil
    }
    return "\(walk.module).\(name.dropLast(2))"
  }

  /// Go's SDK has an input, an output, an array and a map type for each struct.
  private func isGenerated(_ name: String, _ step: SymbolUse.Step) -> Bool {
    ["Input", "Output", "Array", "Map", "Ptr"].contains { name.hasSuffix($0) } || !step.isNew
  }

  /// A class that exists, but in the module of another resource.
  private func misplaced(_ type: TypeFact, _ step: SymbolUse.Step, _ walk: Walk) -> FactFault? {
    guard walk.module.hasPrefix("aws."), let home = facts.type(String(walk.module.dropFirst(4)), in: .cdktf)
    else { return nil }
    let own = type.key.split(separator: ".").prefix(type.key.hasPrefix("data.") ? 2 : 1).joined(
      separator: ".")
    guard own != home.key, own.hasPrefix("aws_") || own.hasPrefix("data.aws_") else { return nil }
    return FactFault(
      kind: .type, symbol: step.name, owner: walk.module, location: step.location,
      answer: walk.text.noType(step.name, in: walk.moduleName, isImport: walk.use.isImport),
      instead: ["\(own.split(separator: "_").dropFirst().joined(separator: "_")).\(step.name)"],
      isImport: walk.use.isImport)
  }

  private mutating func type(_ name: String, _ ecosystem: FactsEcosystem) -> TypeFact? {
    let key = "\(ecosystem.rawValue) \(name)"
    if let known = types[key] { return known }
    let type = facts.type(name, in: ecosystem)
    types[key] = .some(type)
    return type
  }

  // MARK: Members

  private mutating func follow(_ start: (fact: TypeFact, name: String), _ beginning: Walk) {
    var walk = beginning
    var (owner, name) = start
    guard let first = walk.step else { return }
    var isInstance = false
    if let arguments = first.arguments {
      guard makes(owner, first, walk) else { return }
      if walk.isOwn { check(arguments, of: owner, walk, first) }
      if owner.kind == "function" { return }
      isInstance = true
    }
    walk.position += 1
    while let step = walk.step {
      guard !isEverywhere(step.name, walk) else { return }
      if !isInstance, walk.ecosystem == .cdk, !owner.isEnumeration,
        let nested = type("\(owner.key).\(step.name)", .cdk), nested.key.hasSuffix(".\(step.name)")
      {
        if let arguments = step.arguments, walk.isOwn, makes(nested, step, walk) {
          check(arguments, of: nested, walk, step)
        }
        (owner, name, isInstance) = (nested, nested.key, step.arguments != nil)
        walk.position += 1
        continue
      }
      let member = member(step, of: owner, walk)
      if walk.isOwn, !judge(member, step, of: owner, name, walk, isInstance: isInstance) { return }
      guard let member, !owner.isEnumeration else { return }
      if member.isMethod {
        guard let arguments = step.arguments else { return }
        if walk.isOwn, walk.ecosystem == .cdk { check(arguments, ofMethod: member, of: owner, walk) }
      } else if step.arguments != nil, walk.use.language != .java, walk.use.language != .go {
        return
      }
      guard walk.ecosystem == .cdk, let next = next(member, step, of: owner) else { return }
      (owner, name, isInstance) = (next, next.key, true)
      walk.position += 1
    }
  }

  /// Whether a call of a type makes something of it.
  private func makes(_ type: TypeFact, _ step: SymbolUse.Step, _ walk: Walk) -> Bool {
    guard !type.isEnumeration, type.kind != "interface" else { return false }
    return walk.use.language == .python || step.isNew || type.kind == "function"
  }

  private func member(_ step: SymbolUse.Step, of owner: TypeFact, _ walk: Walk) -> FactMember? {
    if let member = facts.member(step.name, of: owner) { return member }
    guard walk.use.language == .java, step.name.hasPrefix("get") else { return nil }
    return facts.member(String(step.name.dropFirst(3)), of: owner)
  }

  /// What every object has, or a language or library adds to it.
  private func isEverywhere(_ name: String, _ walk: Walk) -> Bool {
    if name.hasPrefix("_") { return true }
    switch walk.use.language {
    case .java:
      return [
        "Builder", "builder", "values", "valueOf", "name", "equals", "hashCode", "getClass", "toString",
      ]
      .contains(name)
    case .go:
      return walk.ecosystem == .pulumi
        && (name == "ID" || name == "URN" || name.hasPrefix("To") || name.hasPrefix("Apply")
          || name == "ElementType")
        || name.hasPrefix("Set")
    case .python: return ["value", "name", "mro"].contains(name)
    default:
      return [
        "prototype", "length", "name", "constructor", "toString", "hasOwnProperty", "apply", "bind", "call",
        "then",
        "valueOf",
      ].contains(name)
    }
  }

  /// Whether a member may be used; reports where it may not.
  private mutating func judge(
    _ member: FactMember?, _ step: SymbolUse.Step, of owner: TypeFact, _ name: String, _ walk: Walk,
    isInstance: Bool
  ) -> Bool {
    if let member, !member.isDeprecated, pins[walk.ecosystem] == nil { return true }
    // What a function or a struct gives is no object with members.
    guard !["function", "argument type", "output type", "nested block"].contains(owner.kind) else {
      return false
    }
    let asked = walk.use.language == .java && member != nil ? member?.name ?? step.name : step.name
    let answer = facts.answer(
      member: asked, of: owner.ecosystem == .cdktf ? name : owner.key, in: walk.ecosystem,
      pinned: pins[walk.ecosystem])
    let title = MemberCheck.title(owner)
    switch answer {
    case .absent(let absence):
      // A member may have moved to a base between two releases; those of enumerations do not.
      if absence.since != nil, !owner.isEnumeration, !(member?.isStatic ?? false) { return true }
      report(
        .member, step.name, owner.key, walk, step.location,
        walk.text.noMember(step.name, of: title, isInstance: isInstance), absence.nearest)
      return false
    case .deprecated(_, let replacement):
      report(
        isRuntime(owner) ? .runtime : isEngineVersion(owner) ? .engineVersion : .deprecated,
        "\(title).\(step.name)", owner.key, walk, step.location,
        "\(title).\(step.name) is deprecated", replacement.map { [$0] } ?? [])
      return true
    case .present, .unknown: return true
    }
  }

  private func isRuntime(_ type: TypeFact) -> Bool { type.key == "aws_lambda.Runtime" }
  private func isEngineVersion(_ type: TypeFact) -> Bool { type.key.hasSuffix("EngineVersion") }

  /// The type of what a member gives; nil where the table does not say, or it is a list as a whole.
  private func next(_ member: FactMember, _ step: SymbolUse.Step, of owner: TypeFact) -> TypeFact? {
    var type = member.type[...]
    if member.isMethod {
      guard let close = type.lastIndex(of: ")") else { return nil }
      type = type[type.index(after: close)...]
    }
    if type.first == "[" {
      guard step.isIndexed else { return nil }
      type = type.dropFirst().dropLast()
    } else if step.isIndexed {
      return nil
    }
    return named(type, by: owner)
  }

  /// A type as a line of the table names it: `.IVpc` of the owner's module, `aws_iam.Grant`, `Duration`.
  private func named(_ name: Substring, by owner: TypeFact) -> TypeFact? {
    guard let first = name.first, first != "/", first != "{", !name.contains("|"), name.count > 1 else {
      return nil
    }
    guard first == "." else {
      return facts.type(name.contains(".") ? String(name) : "aws-cdk-lib.\(name)", in: .cdk)
    }
    let module = owner.key.split(separator: ".").prefix { $0.first?.isLowercase ?? false }.joined(
      separator: ".")
    return module.isEmpty ? nil : facts.type(module + name, in: owner.ecosystem)
  }

  // MARK: Arguments

  private func memberCheck(_ walk: Walk) -> MemberCheck {
    MemberCheck(facts, walk.ecosystem, walk.use.language, pinned: pins[walk.ecosystem], memo: memo)
  }

  /// The arguments of a constructor, of a struct, or of one of Pulumi's functions.
  private mutating func check(
    _ arguments: [Member], of type: TypeFact, _ walk: Walk, _ step: SymbolUse.Step
  ) {
    var check = memberCheck(walk)
    defer { found += check.found }
    let named = arguments.filter { !$0.key.isEmpty && !isOfEvery($0.key, walk) }
    let positional = arguments.filter(\.key.isEmpty)
    let isOpen = arguments.contains { $0.key == "..." }
    if type.kind == "argument type" || type.kind == "nested block" {
      check.check(named, of: type)
      if positional.isEmpty { check.checkRequired(arguments, of: type, location: step.location) }
      return
    }
    if let parameters = facts.parameters(of: type), walk.ecosystem != .pulumi, type.kind != "resource" {
      let all = arguments.filter { !$0.key.isEmpty }
      self.check(positional, all, parameters, isOpen: isOpen, of: type, walk, at: step.location, &check)
      return
    }
    // Terraform's and Pulumi's resources: the scope and the id or the name, then the properties.
    let place = walk.ecosystem == .cdktf ? 2 : type.kind == "function" ? 0 : 1
    switch walk.use.language {
    case .typeScript, .javaScript:
      guard positional.count > place, !isOpen, case .map(let members) = positional[place].value.kind else {
        return
      }
      check.check(members, of: type)
      check.checkRequired(members, of: type, location: step.location)
    case .python:
      check.check(named, of: type)
      if positional.count <= place, !isOpen, !arguments.contains(where: { $0.key == "args" }) {
        check.checkRequired(arguments, of: type, location: step.location)
      }
    case .java, .go:
      guard walk.ecosystem == .cdktf, !named.isEmpty else { return }
      check.check(named, of: type)
      if !isOpen { check.checkRequired(arguments, of: type, location: step.location) }
    default: return
    }
  }

  /// What a call gives besides the arguments that its type has.
  private func isOfEvery(_ key: String, _ walk: Walk) -> Bool {
    if key.hasSuffix("_"), walk.ecosystem != .cdk { return true }
    if walk.ecosystem == .pulumi {
      return ["resource_name", "opts", "args", "__props__", "__args__", "id", "options"].contains(key)
    }
    return ["scope", "id", "scope_", "id_", "construct_id"].contains(key)
  }

  private mutating func check(
    _ arguments: [Member], ofMethod method: FactMember, of owner: TypeFact, _ walk: Walk
  ) {
    guard let parameters = facts.parameters(of: owner, method: method.name), !parameters.isEmpty else {
      return
    }
    var check = memberCheck(walk)
    let positional = arguments.filter(\.key.isEmpty)
    self.check(
      positional, arguments.filter { !$0.key.isEmpty }, parameters,
      isOpen: arguments.contains { $0.key == "..." }, of: owner, walk,
      at: walk.step?.location ?? walk.use.location, &check)
    found += check.found
  }

  /// Arguments by their places and by their names; the last parameter's struct may be given name by name.
  private func check(
    _ positional: [Member], _ named: [Member], _ parameters: [FactMember], isOpen: Bool, of owner: TypeFact,
    _ walk: Walk, at location: SourceLocation, _ check: inout MemberCheck
  ) {
    for (index, argument) in positional.enumerated() where parameters.indices.contains(index) {
      guard let type = self.named(parameters[index].type[...], by: owner), type.kind == "argument type",
        case .map(let members) = argument.value.kind
      else { continue }
      check.check(members, of: type)
      check.checkRequired(members, of: type, location: location)
    }
    guard [.python, .java].contains(walk.use.language), let last = parameters.last else { return }
    let props = self.named(last.type[...], by: owner).flatMap { $0.kind == "argument type" ? $0 : nil }
    guard let props else { return }
    let own = Set(parameters.dropLast().map { FactFault.folded($0.name) })
    let places = parameters.dropLast().map { FactFault.folded($0.name) }
    let rest = named.filter { argument in
      let name = FactFault.folded(argument.key)
      // Python tells a construct's scope from a property of that name by an underscore.
      if argument.key == "..." || argument.key == last.name
        || argument.key.hasSuffix("_") && own.contains(name)
      {
        return false
      }
      guard let place = places.firstIndex(of: name) else { return true }
      return positional.count > place && facts.member(argument.key, of: props) != nil
    }
    check.check(rest, of: props)
    if !isOpen, positional.count < parameters.count, !named.contains(where: { $0.key == last.name }),
      last.isRequired || !rest.isEmpty
    {
      check.checkRequired(rest, of: props, location: location)
    }
  }
}

extension FactsEcosystem {
  init?(_ dialect: Dialect) {
    switch dialect {
    case .cloudFormation: self = .cloudFormation
    case .terraform: self = .terraform
    case .cdk: self = .cdk
    case .cdktf: self = .cdktf
    case .pulumi: self = .pulumi
    default: return nil
    }
  }
}

extension String {
  /// Whether the first letter is a small one.
  fileprivate var isLowercased: Bool { utf8.first.map { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x40 } ?? false }
}
