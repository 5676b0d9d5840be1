import TemplateModel

/// The deltas between parameters, outputs and the other declarations.
struct DeclarationComparison {
  let equality: Equality
  let pairs: [DeclarationMatching.Pair]
  /// Elements of long lists that were compared in their order only.
  private(set) var cutElements = 0

  init(equality: Equality, pairs: [DeclarationMatching.Pair]) {
    self.equality = equality
    self.pairs = pairs
  }

  mutating func deltas(_ response: Template, _ ideal: Template) -> [Delta] {
    var partners = [Int?](repeating: nil, count: ideal.declarations.count)
    var taken = [Bool](repeating: false, count: response.declarations.count)
    for pair in pairs {
      partners[pair.ideal] = pair.response
      taken[pair.response] = true
    }
    var deltas: [Delta] = []
    for (index, declaration) in ideal.declarations.enumerated() {
      if let place = partners[index] {
        deltas += self.deltas(response.declarations[place], declaration, place, index)
      } else {
        deltas.append(
          Delta(
            kind: .added, subject: .declaration(declaration.kind, response: nil, ideal: index),
            path: PropertyPath(), response: nil,
            ideal: Delta.Side(value: declaration.value, location: declaration.location)))
      }
    }
    for (index, declaration) in response.declarations.enumerated() where !taken[index] {
      deltas.append(
        Delta(
          kind: .removed, subject: .declaration(declaration.kind, response: index, ideal: nil),
          path: PropertyPath(),
          response: Delta.Side(value: declaration.value, location: declaration.location), ideal: nil))
    }
    return deltas
  }

  private mutating func deltas(
    _ response: Declaration, _ ideal: Declaration, _ place: Int, _ index: Int
  ) -> [Delta] {
    let subject = Delta.Subject.declaration(ideal.kind, response: place, ideal: index)
    var deltas: [Delta] = []
    if response.name != ideal.name {
      deltas.append(
        ResourceComparison.whole(
          .renamed, subject, (response.name, response.nameLocation), (ideal.name, ideal.nameLocation)))
    } else if response.unit != ideal.unit {
      deltas.append(
        ResourceComparison.whole(
          .moved, subject, (response.unit, response.nameLocation), (ideal.unit, ideal.nameLocation)))
    }
    var comparison = ValueComparison(subject: subject, type: "", equality: equality)
    comparison.compare(
      Normalization.normal(response.value), Normalization.normal(ideal.value), at: PropertyPath())
    cutElements += comparison.cutElements
    return deltas + comparison.deltas
  }
}
