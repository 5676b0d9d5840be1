import Facts
import Readers

/// Facts as people read them.
///
///     AWS::SQS::Queue
///       CloudFormation resource type; holds data
///       elsewhere: aws_sqs_queue (Terraform); aws_sqs.CfnQueue, aws_sqs.Queue (CDK); sqs.Queue (Pulumi)
///
///       properties
///         DelaySeconds               integer, 0 to 900
///         FifoQueue                  boolean; a change replaces the resource
///
///       attributes: Arn, QueueUrl
struct FactsText {
  let facts: FactsTable

  /// What is known by a name; `isKnown` tells whether anything is.
  func text(of name: String, member: String?) -> (text: String, summary: String, isKnown: Bool) {
    if let member { return memberText(member, of: name) }
    if isAction(name), facts.answer(action: name).exists {
      return line("\(name) is an IAM action.", isKnown: true)
    }
    let types = facts.types(called: name)
    if !types.isEmpty {
      let count = types.count == 1 ? "One type is" : "\(types.count) types are"
      return (types.map(text).joined(separator: "\n"), "\(count) called \(name.quoted).", true)
    }
    if let runtime = facts.runtime(name) { return line(sentence(runtime), isKnown: true) }
    for (title, answer) in valueAnswers(name) where answer.exists {
      return line("\(name) is \(title).", isKnown: true)
    }
    let engines = engineLines(name)
    if !engines.isEmpty { return (engines.joined(separator: "\n") + "\n", engines[0], true) }
    return line(nothing(knownAs: name), isKnown: false)
  }

  private func line(_ text: String, isKnown: Bool) -> (text: String, summary: String, isKnown: Bool) {
    ("\(text)\n", text, isKnown)
  }

  private func nothing(knownAs name: String) -> String {
    let answers =
      isAction(name)
      ? [facts.answer(action: name)] : FactsEcosystem.allCases.map { facts.answer(type: name, in: $0) }
    var near: [String] = []
    func gather(_ answers: [FactAnswer]) {
      for case .absent(let absence) in answers {
        for other in absence.livesIn + absence.nearest where !near.contains(other) { near.append(other) }
      }
    }
    gather(answers)
    let isType = name.contains("::") && !name.hasPrefix("arn:")
    if near.isEmpty, !isType, answers.allSatisfy({ $0 == .unknown }) {
      gather(valueAnswers(name).map(\.answer))
    }
    return "Nothing is known by the name \(name.quoted)"
      + (near.isEmpty ? "." : "; there is \(near.joined(separator: ", ")).")
  }

  /// Whether a name is written as an action of IAM is: `s3:GetObject`.
  private func isAction(_ name: String) -> Bool {
    !name.contains("/") && name.split(separator: ":", omittingEmptySubsequences: false).count == 2
  }

  // MARK: Members

  private func memberText(_ member: String, of name: String) -> (text: String, summary: String, isKnown: Bool)
  {
    var lines: [String] = []
    var isKnown = false
    for ecosystem in FactsEcosystem.allCases {
      guard let owner = facts.type(name, in: ecosystem) else { continue }
      var answer = facts.answer(member: member, of: name, in: ecosystem)
      if answer.isAbsent, ecosystem == .cdk || ecosystem == .pulumi {
        answer = facts.answer(argument: member, of: name, in: ecosystem)
      }
      isKnown = isKnown || answer.exists
      lines.append("\(owner.key) \(member) (\(ecosystem.title)): \(sentence(answer))")
      if answer.exists, let found = facts.member(atPath: member, of: owner) {
        lines.append("  " + FactsMemberText(found, of: owner, isWhole: true).text)
      }
    }
    if lines.isEmpty { return line(nothing(knownAs: name), isKnown: false) }
    return (lines.joined(separator: "\n") + "\n", lines[0], isKnown)
  }

  private func sentence(_ answer: FactAnswer) -> String {
    switch answer {
    case .present(let since): since.map { "exists since \($0)." } ?? "exists."
    case .deprecated(let since, let replacement):
      "is deprecated" + (since.map { " since \($0)" } ?? "") + (replacement.map { "; use \($0)." } ?? ".")
    case .absent(let absence):
      "does not exist" + (absence.livesIn.isEmpty ? "" : "; it is \(absence.livesIn.joined(separator: ", "))")
        + (absence.nearest.isEmpty ? "." : "; there is \(absence.nearest.joined(separator: ", ")).")
    case .unknown: "is not covered by the table."
    }
  }

  // MARK: Values

  private func sentence(_ runtime: RuntimeFact) -> String {
    let days = [
      ("deprecated on", runtime.deprecated), ("no new functions from", runtime.createBlock),
      ("no updates from", runtime.updateBlock), ("its successor is", runtime.successor),
    ].compactMap { title, value in value.map { "\(title) \($0)" } }
    return "\(runtime.name) is a Lambda runtime"
      + (days.isEmpty ? "." : ": \(days.joined(separator: ", ")).")
  }

  private func engineLines(_ name: String) -> [String] {
    let hosts: [(FactsTable.EngineHost, String)] = [
      (.instance, "RDS instances"), (.cluster, "RDS clusters"), (.cache, "cache clusters"),
    ]
    return hosts.compactMap { host, title in
      guard let versions = facts.offeredVersions(of: name, host: host) else { return nil }
      return "\(name) is an engine of \(title); offered are \(versions.joined(separator: ", "))."
    }
  }

  private func valueAnswers(_ name: String) -> [(title: String, answer: FactAnswer)] {
    [
      ("a managed policy", facts.answer(managedPolicy: name)),
      ("a managed rule of AWS Config", facts.answer(configRule: name)),
      ("an IAM action", facts.answer(action: name)), ("a region", facts.answer(region: name)),
      ("an EC2 instance type", instanceClass(name, "AWS::EC2::Instance", "InstanceType")),
      ("a database class", instanceClass(name, "AWS::RDS::DBInstance", "DBInstanceClass")),
      ("a cache node type", instanceClass(name, "AWS::ElastiCache::CacheCluster", "CacheNodeType")),
    ]
  }

  private func instanceClass(_ name: String, _ type: String, _ property: String) -> FactAnswer {
    facts.answer(instanceClass: name, ofType: type, property: property)
  }

  // MARK: Types

  private func text(_ type: TypeFact) -> String {
    let isDerived = type.ecosystem == .cdktf && (type.key.hasPrefix("aws_") || type.key.hasPrefix("data."))
    var notes = ["\(type.ecosystem.title) \(isDerived ? "class of the Terraform " : "")\(type.kind)"]
    if type.isDeprecated { notes.append("deprecated" + (type.target.isEmpty ? "" : ", use \(type.target)")) }
    if facts.isStateful(type: type.key) { notes.append("holds data") }
    var lines = [type.key, "  " + notes.joined(separator: "; ")]
    let others = facts.equivalents(of: type, cloudFormation: CanonicalType.ofTerraform)
    let places = FactsEcosystem.allCases.compactMap { ecosystem -> String? in
      let names = others.filter { $0.ecosystem == ecosystem }.map(\.key)
      return names.isEmpty ? nil : "\(names.joined(separator: ", ")) (\(ecosystem.title))"
    }
    if !places.isEmpty { lines.append("  elsewhere: " + places.joined(separator: "; ")) }
    if let parameters = facts.parameters(of: type), !parameters.isEmpty {
      lines.append("  made with: \(FactsMemberText.text(of: parameters))")
    }
    let members = facts.members(of: type).map { FactsMemberText($0, of: type, isWhole: false) }
    for part in FactsMemberText.Part.allCases {
      let found = members.filter { $0.part == part }
      if found.isEmpty { continue }
      let width = min(found.map(\.name.count).max() ?? 0, 36) + 2
      lines += ["", "  \(part.rawValue)"]
      for member in found {
        let gap = String(repeating: " ", count: max(2, width - member.name.count))
        lines.append(member.text.isEmpty ? "    \(member.name)" : "    \(member.name)\(gap)\(member.text)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FactsEcosystem {
  /// The name as people write it.
  fileprivate var title: String {
    switch self {
    case .cloudFormation: "CloudFormation"
    case .terraform: "Terraform"
    case .cdk: "CDK"
    case .cdktf: "CDKTF"
    case .pulumi: "Pulumi"
    }
  }
}
