package import Facts

extension SchemaFacts {
  /// What the table of facts says; nothing where there is no table.
  package init(_ table: FactsTable?) {
    self.init()
    guard let table else { return }
    update = { type, property in
      switch table.impact(type: type, property: property) {
      case .replacement: .createOnly
      case .conditional: .conditionallyCreateOnly
      case .none: .inPlace
      case .unknown: .unknown
      }
    }
  }
}
