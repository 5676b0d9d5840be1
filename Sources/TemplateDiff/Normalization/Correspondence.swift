import TemplateModel

/// Which name of the response stands for which of the ideal, so that a reference to a renamed resource is the same.
struct Correspondence: Sendable {
  /// From a response resource's address to that of its partner.
  private let partner: [String: String]

  init(pairs: [ResourcePair], response: Template, ideal: Template) {
    var partner: [String: String] = [:]
    for pair in pairs {
      let from = response.resources[pair.response]
      let to = ideal.resources[pair.ideal]
      partner[from.address] = to.address
      if partner[from.name] == nil { partner[from.name] = to.name }
    }
    self.partner = partner
  }

  /// The name that a response reference's target has in the ideal.
  func target(_ reference: Reference) -> String { partner[reference.target] ?? reference.target }
}
