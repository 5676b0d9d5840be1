import Facts
import SourceText
import TemplateModel

/// Looks for names that AWS gives out and nobody else: managed policies, Config rules, IAM actions, regions.
struct ValueFaults {
  private let facts: FactsTable
  private(set) var found: [FactFault] = []
  private var known: [String: FactAnswer] = [:]

  init(_ facts: FactsTable) { self.facts = facts }

  mutating func check(_ template: Template) {
    for resource in template.resources where template.isFinal(resource.file) {
      walk(resource.properties, resource, PropertyPath())
      if resource.canonicalType == "AWS::Config::ConfigRule" { checkRule(resource) }
      if resource.canonicalType == "AWS::Lambda::Function" { checkRuntime(resource) }
    }
    for declaration in template.declarations(.provider) where template.isFinal(declaration.file) {
      for member in declaration.value.members { checkRegion(member) }
    }
    for use in template.symbols { check(use) }
  }

  // MARK: Values

  private mutating func walk(_ value: Value, _ resource: Resource, _ path: PropertyPath) {
    guard path.steps.count < 48 else { return }
    switch value.kind {
    case .string(let text): checkPolicy(text, value.location, path)
    case .template(let parts):
      if let last = parts.last, case .string(let text) = last.kind, text.hasPrefix(":iam::aws:policy/") {
        checkPolicy("arn:aws\(text)", value.location, path)
      }
    case .list(let values), .call(_, let values):
      for (index, value) in values.enumerated() { walk(value, resource, path.appending(.index(index))) }
    case .map(let members):
      let isStatement = isStatement(members) || resource.canonicalType == "AWS::Lambda::Permission"
      for member in members {
        let key = PropertyPattern.normal(member.key)
        if isStatement, ["action", "actions", "notaction", "notactions"].contains(key) {
          for action in member.value.oneOrMany { checkAction(action, path.appending(.key(member.key))) }
        }
        if key.hasSuffix("region") { checkRegion(member) }
        walk(member.value, resource, path.appending(.key(member.key)))
      }
    default: break
    }
  }

  private func isStatement(_ members: [Member]) -> Bool {
    let keys = members.map { PropertyPattern.normal($0.key) }
    return keys.contains("effect") || keys.contains("sid")
      || keys.contains("resources") && keys.contains("actions")
  }

  private mutating func answer(_ key: String, _ ask: () -> FactAnswer) -> FactAnswer {
    if let answer = known[key] { return answer }
    let answer = ask()
    known[key] = answer
    return answer
  }

  // MARK: Names

  private mutating func checkPolicy(_ text: String, _ location: SourceLocation, _ path: PropertyPath) {
    guard text.hasPrefix("arn:aws"), text.contains(":iam::aws:policy/"), !text.contains("$"),
      !text.contains("*")
    else { return }
    // The partitions of China and of governments have policies of their own.
    guard text.hasPrefix("arn:aws:") else { return }
    let facts = facts
    let known = answer("policy \(text)") { facts.answer(managedPolicy: text) }
    report(.managedPolicy, text, location, known, at: path) {
      "Policy \(text) does not exist or is not attachable."
    }
  }

  private mutating func checkAction(_ value: Value, _ path: PropertyPath = PropertyPath()) {
    guard case .string(let text) = value.kind else { return }
    guard let colon = text.firstIndex(of: ":"), text[colon...].dropFirst().first?.isLetter ?? false,
      !text.contains(where: { "*?$ ".contains($0) })
    else { return }
    // A stack policy's actions are no service's, and topics take an action that the service no longer lists.
    guard !text.hasPrefix("Update:"), text.lowercased() != "sns:receive" else { return }
    let facts = facts
    let known = answer("action \(text)") { facts.answer(action: text) }
    report(.action, text, value.location, known, at: path) {
      "The policy is accepted, and \(text) grants nothing, as no service has such an action"
    }
  }

  private mutating func checkRegion(_ member: Member) {
    guard case .string(let text) = member.value.kind, text.isShapedLikeRegion else { return }
    let facts = facts
    report(.region, text, member.value.location, answer("region \(text)") { facts.answer(region: text) }) {
      "Could not resolve the endpoint of \(text)"
    }
  }

  /// The last day that runtimes are judged by: a snapshot before the newest, as answers are older than the table.
  private var day: String {
    let days = facts.sources.filter { $0.name == "cfn-lint" }.map(\.date)
    return days.dropLast().last ?? days.last ?? ""
  }

  private mutating func checkRuntime(_ resource: Resource) {
    for runtime in resource.values(at: PropertyPattern("Runtime")) {
      guard case .string(let name) = runtime.value.kind, let fact = facts.runtime(name) else { continue }
      switch fact.answer(on: day) {
      case .absent, .deprecated:
        found.append(
          FactFault(
            kind: .runtime, symbol: name, owner: "", path: runtime.path, location: runtime.location,
            answer:
              "The runtime parameter of \(name) is no longer supported for creating or updating AWS Lambda functions.",
            instead: fact.successor.map { [$0] } ?? []))
      case .present, .unknown: continue
      }
    }
  }

  private mutating func checkRule(_ resource: Resource) {
    let owners = resource.values(at: PropertyPattern("Source.Owner"))
    for identifier in resource.values(at: PropertyPattern("Source.SourceIdentifier")) {
      guard case .string(let name) = identifier.value.kind, !name.contains(":"),
        owners.isEmpty || owners.contains(where: { $0.value.string == "AWS" })
      else { continue }
      let facts = facts
      let known = answer("rule \(name)") { facts.answer(configRule: name) }
      report(.configRule, name, identifier.location, known, at: identifier.path) {
        "The sourceIdentifier \(name) is invalid. Please refer to the documentation for a list of valid sourceIdentifiers"
      }
      for parameters in resource.values(at: PropertyPattern("InputParameters")) {
        for member in parameters.value.members where !member.key.hasPrefix("Fn::") {
          report(
            .configRule, member.key, member.location,
            answer("rule \(name) \(member.key)") { facts.answer(parameter: member.key, ofConfigRule: name) }
          ) { "Unknown parameters provided in the inputParameters: \(member.key)" }
        }
      }
    }
  }

  private mutating func check(_ use: SymbolUse) {
    guard use.dialect == .cdk, let step = use.steps.last, use.steps.count > use.inherited,
      let arguments = step.arguments
    else { return }
    let name = FactFault.folded(step.name)
    if name == "fromawsmanagedpolicyname", let argument = arguments.first,
      case .string(let text) = argument.value.kind
    {
      let facts = facts
      report(
        .managedPolicy, text, argument.value.location,
        answer("policy \(text)") { facts.answer(managedPolicy: text) }
      ) { "Policy arn:aws:iam::aws:policy/\(text) does not exist or is not attachable." }
    }
    guard name == "policystatement" else { return }
    for member in arguments.flatMap({ $0.key.isEmpty ? $0.value.members : [$0] })
    where ["actions", "notactions"].contains(FactFault.folded(member.key)) {
      for action in member.value.elements { checkAction(action) }
    }
  }

  private mutating func report(
    _ kind: FactFault.Kind, _ name: String, _ location: SourceLocation, _ answer: FactAnswer,
    at path: PropertyPath = PropertyPath(), _ says: () -> String
  ) {
    guard case .absent(let absence) = answer else { return }
    found.append(
      FactFault(
        kind: kind, symbol: name, owner: "", path: path, location: location, answer: says(),
        instead: absence.livesIn + absence.nearest.filter { !absence.livesIn.contains($0) }))
  }
}

extension Template {
  /// Whether a file's text counts.
  fileprivate func isFinal(_ file: Int) -> Bool {
    files.indices.contains(file) && files[file].standing == .final
  }
}

extension String {
  /// `us-east-1`: two letters, words, a number.
  fileprivate var isShapedLikeRegion: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard (3...4).contains(parts.count), parts[0].count == 2, let number = parts.last, number.count == 1,
      number.allSatisfy(\.isNumber)
    else { return false }
    return parts.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase } }
  }
}
