package import Facts
import Synchronization

extension SchemaFacts {
  /// What the table of facts says; nothing where there is no table.
  ///
  /// Types are CloudFormation's, properties are spelled as any dialect does: what forces a replacement there is
  /// taken to do so in Terraform, CDK and Pulumi as well, whose own schemas do not tell.
  package init(_ table: FactsTable?) {
    self.init()
    guard let table else { return }
    let memory = PropertyMemory(table)
    update = { type, property in
      switch memory.property(property, of: type).impact {
      case .replacement: .createOnly
      case .conditional: .conditionallyCreateOnly
      case .none: .inPlace
      case .unknown: .unknown
      }
    }
    scalar = { type, property in
      switch memory.property(property, of: type).scalar {
      case .string: .string
      case .number: .number
      case .boolean: .boolean
      case nil: nil
      }
    }
    isSet = { type, property in memory.property(property, of: type).isUnordered }
    isStateful = { table.isStateful(type: $0) }
    mustBeEmpty = { table.mustBeEmptyToBeDeleted(type: $0) }
  }
}

/// Keeps each answer: the same properties are asked for many times while two templates are compared.
private final class PropertyMemory: Sendable {
  private let table: FactsTable
  private let known = Mutex<[String: [String: PropertyFact]]>([:])

  init(_ table: FactsTable) { self.table = table }

  func property(_ property: String, of type: String) -> PropertyFact {
    known.withLock { known in
      if let fact = known[type]?[property] { return fact }
      let fact = table.property(property, ofType: type)
      known[type, default: [:]][property] = fact
      return fact
    }
  }
}
