/// Joins what the ideal says of itself with what the comparison found, so that one cause is told once.
enum Confirmation {
  /// Groups that a declared fix speaks of are marked with it; fixes that belong to none stay groups of their own.
  static func joined(_ groups: [Group]) -> [Group] {
    let declared = groups.filter { $0.fix != nil }
    if declared.isEmpty { return groups }
    var found = groups.filter { $0.fix == nil }
    let words = found.map(words(of:))
    var rest: [Group] = []
    for group in declared {
      guard let fix = group.fix else { continue }
      let label = RequirementSearch.words(of: fix.label)
      let text = RequirementSearch.words(of: fix.text)
      var best = -1
      var highest = 0
      for (index, other) in found.enumerated() where other.fix == nil {
        let score = likeness(fix, label, text, other, words[index])
        if score > highest {
          best = index
          highest = score
        }
      }
      if best >= 0, highest >= 600 {
        found[best].fix = fix
        found[best].fixPlaces = group.evidence.flatMap(\.ideal)
      } else {
        rest.append(group)
      }
    }
    return found + rest
  }

  /// 0 to 1000 and more: the share of the label's words that the group has, and literals that both name.
  private static func likeness(
    _ fix: DeclaredFix, _ label: Set<String>, _ text: Set<String>, _ group: Group, _ words: Set<String>
  ) -> Int {
    guard !label.isEmpty else { return 0 }
    let shared = label.intersection(words).count
    guard shared > 0 else { return 0 }
    var score = 1000 * shared / label.count
    for evidence in group.evidence.prefix(6) {
      for told in [evidence.responseText, evidence.idealText, evidence.subject.name] {
        if let told, told.count >= 3, fix.text.contains(told) { return score + 500 }
      }
    }
    if shared < 2 { score /= 2 }
    return score
  }

  private static func words(of group: Group) -> Set<String> {
    var text = group.failure.id
    for evidence in group.evidence.prefix(6) {
      text += " \(TypeTitle.title(of: evidence.subject.type)) \(evidence.subject.name) \(evidence.path)"
    }
    return RequirementSearch.words(of: text)
  }
}
