import TemplateModel

/// Which deltas a reader wants to see.
///
///     --only 'AWS::IAM::*'      resources of these types alone; `parameter`, `output` and `file` are types too
///     --ignore Tags             without the deltas at or below these properties; `*` stands for any text
package struct DeltaSelection: Sendable {
  private let types: [String]
  private let ignored: [String]

  package init(types: [String] = [], ignored: [String] = []) {
    self.types = types
    self.ignored = ignored
  }

  package var isEverything: Bool { types.isEmpty && ignored.isEmpty }

  /// The diff without what is not wanted; pairs stay as they are.
  package func applied(to diff: TemplateDiff) -> TemplateDiff {
    if isEverything { return diff }
    var place = [Int?](repeating: nil, count: diff.deltas.count)
    var kept: [Delta] = []
    for (index, delta) in diff.deltas.enumerated() where isWanted(delta, in: diff) {
      place[index] = kept.count
      kept.append(delta)
    }
    for index in kept.indices {
      kept[index].cause = kept[index].cause.flatMap { place[$0] }
      kept[index].substitute = kept[index].substitute.flatMap { place[$0] }
    }
    return TemplateDiff(
      response: diff.response, ideal: diff.ideal, pairs: diff.pairs, deltas: kept,
      consequences: diff.consequences.filter { consequence in
        isWanted(diff.ideal.resources[diff.pairs[consequence.pair].ideal])
      }, condition: diff.condition,
      declared: diff.declared.map {
        DeclaredDelta(change: $0.change, deltas: $0.deltas.compactMap { place[$0] })
      },
      limits: diff.limits)
  }

  private func isWanted(_ delta: Delta, in diff: TemplateDiff) -> Bool {
    let path = delta.path.keys
    if !path.isEmpty, ignored.contains(where: { matches($0, path) || matches($0 + ".*", path) }) {
      return false
    }
    switch delta.subject {
    case .resource(let response, let ideal):
      let resources = [response.map { diff.response.resources[$0] }, ideal.map { diff.ideal.resources[$0] }]
      return resources.contains { $0.map(isWanted) ?? false }
    case .declaration(let kind, _, _): return types.isEmpty || types.contains { matches($0, kind.rawValue) }
    case .file: return types.isEmpty || types.contains { matches($0, "file") }
    }
  }

  private func isWanted(_ resource: Resource) -> Bool {
    types.isEmpty || types.contains { matches($0, resource.type) || matches($0, resource.canonicalType) }
  }

  /// Whether a pattern with `*` matches a whole text, whatever the case.
  private func matches(_ pattern: String, _ text: String) -> Bool {
    let pattern = Array(pattern.lowercased().utf8)
    let text = Array(text.lowercased().utf8)
    var (at, position) = (0, 0)
    // Where the last `*` stands and how much of the text it has taken so far.
    var star: (pattern: Int, text: Int)?
    while position < text.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        star = (at, position)
        at += 1
      } else if at < pattern.count, pattern[at] == text[position] {
        at += 1
        position += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        (at, position) = (last.pattern + 1, last.text + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
