package import TemplateModel

/// A change that the ideal's prose declares, with the deltas that it speaks of.
package struct DeclaredDelta: Sendable {
  package let change: DeclaredChange
  /// Indices in `TemplateDiff.deltas`; empty where the prose speaks of nothing that differs.
  package let deltas: [Int]
}

/// Ties what the prose declares to what differs: by the names of resources, properties and values in it.
struct DeclaredDeltas {
  /// More deltas than these are not tied to one sentence: it speaks of none in particular.
  static let most = 40

  static func tie(_ changes: [DeclaredChange], _ deltas: [Delta], _ response: Template, _ ideal: Template)
    -> [DeclaredDelta]
  {
    if changes.isEmpty { return [] }
    let words = deltas.map { Self.words(of: $0, response, ideal) }
    return changes.map { change in
      let said = Set(NameWords.words(of: change.text) + change.names.map { $0.lowercased() })
      let names = Set(change.names.map { $0.lowercased() })
      var best: [Int] = []
      var bestScore = 0
      for (index, words) in words.enumerated() {
        guard change.kind.fits(deltas[index].kind) else { continue }
        var score = words.names.contains { names.contains($0) } ? 100 : 0
        if !words.property.isEmpty {
          score += 40 * words.property.count { said.contains($0) } / words.property.count
        }
        if !words.type.isEmpty { score += 20 * words.type.count { said.contains($0) } / words.type.count }
        if score > bestScore { (best, bestScore) = ([], score) }
        if score == bestScore { best.append(index) }
      }
      let isTelling = bestScore >= 40 && best.count <= most
      return DeclaredDelta(change: change, deltas: isTelling ? best : [])
    }
  }

  private static func words(
    of delta: Delta, _ response: Template, _ ideal: Template
  ) -> (names: [String], property: [String], type: [String]) {
    var names = [delta.path.lastKey.lowercased()].filter { !$0.isEmpty }
    var type: [String] = []
    switch delta.subject {
    case .resource(let before, let after):
      for resource in [before.map { response.resources[$0] }, after.map { ideal.resources[$0] }] {
        guard let resource else { continue }
        names += [resource.name.lowercased(), resource.type.lowercased()]
        type = NameWords.words(of: resource.type.split(separator: ":").last.map(String.init) ?? "")
      }
    case .declaration(_, let before, let after):
      for declaration in [before.map { response.declarations[$0] }, after.map { ideal.declarations[$0] }] {
        if let declaration { names.append(declaration.name.lowercased()) }
      }
    case .file(let before, let after):
      for file in [before.map { response.files[$0] }, after.map { ideal.files[$0] }] {
        if let file { names.append(file.path.lowercased()) }
      }
    }
    return (names, NameWords.words(of: delta.path.lastKey), type)
  }
}

extension DeclaredChange.Kind {
  /// Whether a difference can be what the prose means.
  fileprivate func fits(_ kind: Delta.Kind) -> Bool {
    switch self {
    case .added: kind != .removed
    case .removed: kind != .added
    case .fixed, .changed: true
    }
  }
}
