import TemplateModel

/// Which name of the response stands for which of the ideal, so that a reference to a renamed resource is the same.
struct Correspondence: Sendable {
  private let responseTargets: ReferenceTargets
  private let idealTargets: ReferenceTargets
  private let idealOf: [Int32]
  private let responseOf: [Int32]
  /// The ideal's name of each renamed parameter, condition and the like of the response.
  private var renamed: [Name: String] = [:]

  private struct Name: Hashable {
    let kind: Reference.Kind
    let name: String
  }

  init(pairs: [ResourcePair], response: Template, ideal: Template) {
    self.init(
      pairs: pairs, counts: (response.resources.count, ideal.resources.count),
      targets: (ReferenceTargets(response), ReferenceTargets(ideal)))
  }

  init(
    pairs: [ResourcePair], counts: (Int, Int), targets: (response: ReferenceTargets, ideal: ReferenceTargets)
  ) {
    var idealOf = [Int32](repeating: -1, count: counts.0)
    var responseOf = [Int32](repeating: -1, count: counts.1)
    for pair in pairs {
      idealOf[pair.response] = Int32(truncatingIfNeeded: pair.ideal)
      responseOf[pair.ideal] = Int32(truncatingIfNeeded: pair.response)
    }
    self.idealOf = idealOf
    self.responseOf = responseOf
    responseTargets = targets.response
    idealTargets = targets.ideal
  }

  mutating func rename(_ kind: Declaration.Kind, _ name: String, to ideal: String) {
    guard let kind = Correspondence.referenceKind(kind) else { return }
    renamed[Name(kind: kind, name: name)] = ideal
  }

  private static func referenceKind(_ kind: Declaration.Kind) -> Reference.Kind? {
    switch kind {
    case .parameter: .parameter
    case .condition: .condition
    case .mapping: .mapping
    case .local: .local
    case .module: .module
    default: nil
    }
  }

  /// Index of the response's resource that a reference means.
  func responseResource(_ reference: Reference) -> Int? { responseTargets.resource(reference) }
  func idealResource(_ reference: Reference) -> Int? { idealTargets.resource(reference) }

  /// The partner of a resource; nil where it has none.
  func ideal(ofResponse index: Int) -> Int? { idealOf[index] < 0 ? nil : Int(idealOf[index]) }
  func response(ofIdeal index: Int) -> Int? { responseOf[index] < 0 ? nil : Int(responseOf[index]) }

  /// Whether both mean the same thing, whatever it is called.
  func same(_ response: Reference, _ ideal: Reference) -> Bool {
    guard response.attribute == ideal.attribute else { return false }
    return key(response: response) == key(ideal: ideal)
  }

  /// What a reference means: a pair of resources, or a name.
  enum Key: Hashable {
    /// Index of the ideal's resource.
    case pair(Int)
    case name(String)
  }

  func key(response reference: Reference) -> Key {
    if let index = responseTargets.resource(reference) {
      if let partner = ideal(ofResponse: index) { return .pair(partner) }
      // A name whose resource has no partner means what it says, unless a pair has the name in the ideal.
      return .name(reference.target)
    }
    if let name = renamed[Name(kind: reference.kind, name: reference.target)] { return .name(name) }
    // One side may leave out what the other declares: the name still says what is meant.
    if let index = idealTargets.resource(reference), response(ofIdeal: index) != nil { return .pair(index) }
    return .name(reference.target)
  }

  func key(ideal reference: Reference) -> Key {
    if let index = idealTargets.resource(reference) {
      return response(ofIdeal: index) == nil ? .name(reference.target) : .pair(index)
    }
    if let index = responseTargets.resource(reference), let partner = ideal(ofResponse: index) {
      return .pair(partner)
    }
    return .name(reference.target)
  }
}
