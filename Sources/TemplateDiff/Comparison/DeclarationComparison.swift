import TemplateModel

/// The deltas between parameters, outputs and the other declarations: the same kind and name stand for each other.
struct DeclarationComparison {
  let equality: Equality

  private struct Key: Hashable {
    let kind: Declaration.Kind
    let unit: String
    let name: String
    /// 0 for the first declaration of the name, 1 for its first repetition.
    let repetition: Int
  }

  func deltas(_ response: Template, _ ideal: Template) -> [Delta] {
    var partners: [Key: Int] = [:]
    for (index, key) in keys(response).enumerated() { partners[key] = index }
    var taken = Set<Int>()
    var deltas: [Delta] = []
    for (index, key) in keys(ideal).enumerated() {
      let declaration = ideal.declarations[index]
      guard let place = partners[key] else {
        deltas.append(
          Delta(
            kind: .added, subject: .declaration(declaration.kind, response: nil, ideal: index),
            path: PropertyPath(),
            response: nil, ideal: Delta.Side(value: declaration.value, location: declaration.location)))
        continue
      }
      taken.insert(place)
      var comparison = ValueComparison(
        subject: .declaration(declaration.kind, response: place, ideal: index), equality: equality)
      comparison.compare(
        Normalization.normal(response.declarations[place].value), Normalization.normal(declaration.value),
        at: PropertyPath())
      deltas += comparison.deltas
    }
    for (index, declaration) in response.declarations.enumerated() where !taken.contains(index) {
      deltas.append(
        Delta(
          kind: .removed, subject: .declaration(declaration.kind, response: index, ideal: nil),
          path: PropertyPath(),
          response: Delta.Side(value: declaration.value, location: declaration.location),
          ideal: nil))
    }
    return deltas
  }

  private func keys(_ template: Template) -> [Key] {
    var repetitions: [Key: Int] = [:]
    return template.declarations.map { declaration in
      let first = Key(kind: declaration.kind, unit: declaration.unit, name: declaration.name, repetition: 0)
      let repetition = repetitions[first, default: 0]
      repetitions[first] = repetition + 1
      return Key(kind: first.kind, unit: first.unit, name: first.name, repetition: repetition)
    }
  }
}
