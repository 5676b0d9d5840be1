/// How the actions of IAM are written, which cfn-lint lists in lower case.
///
///     s3:getencryptionconfiguration   GetEncryptionConfiguration   as a managed policy of AWS writes it
///     sqs:sendmessage                 SendMessage                  as the operation of the API is called
struct ActionSpelling {
  /// By folded `service:action` and by folded action.
  private var names: [[UInt8]: String] = [:]

  init(operations: [FactRecord], moto: FactsPackage?) throws {
    for record in operations {
      guard let dot = record.key.lastIndex(of: ".") else { continue }
      let name = String(record.key[record.key.index(after: dot)...])
      names[Folded.name(name)] = name
    }
    guard let moto else { return }
    for (_, policy) in try ValueFacts.managedPolicies(moto).members {
      for statement in policy["Document"]?["Statement"]?.items ?? [] { add(statement["Action"]) }
    }
  }

  private mutating func add(_ actions: JSON?) {
    for action in (actions?.texts ?? []) + (actions?.text.map { [$0] } ?? []) {
      guard let colon = action.firstIndex(of: ":"), !action.contains("*") else { continue }
      names[Folded.name(action)] = String(action[action.index(after: colon)...])
    }
  }

  /// The name of an action; as it came where nobody writes it.
  func name(of action: String, service: String) -> String {
    names[Folded.name("\(service):\(action)")] ?? names[Folded.name(action)] ?? action
  }
}
