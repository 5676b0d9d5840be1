import TemplateModel

/// The deltas of one resource, declaration or file.
package struct DeltaGroup: Sendable {
  package enum Mark: String, Sendable { case added = "+", changed = "~", removed = "-" }

  package let subject: Delta.Subject
  package fileprivate(set) var deltas: [Delta]

  /// What happens to the subject as a whole.
  package var mark: Mark {
    for delta in deltas where delta.path.steps.isEmpty {
      if delta.kind == .added { return .added }
      if delta.kind == .removed { return .removed }
    }
    return .changed
  }

  /// Whether the subject as a whole differs in this way.
  package func has(_ kind: Delta.Kind) -> Bool {
    deltas.contains { $0.kind == kind && $0.path.steps.isEmpty }
  }
}

extension Delta {
  /// Whether nothing but the subject's name or place differs.
  package var isNameOrPlace: Bool { path.steps.isEmpty && (kind == .renamed || kind == .moved) }

  /// The mark that stands for it: `+`, `~` or `-`.
  package var mark: DeltaGroup.Mark {
    switch kind {
    case .added: .added
    case .removed: .removed
    default: .changed
    }
  }
}

/// Deltas by what they are about, in the order in which the subjects first occur.
package struct DeltaGroups: Sendable {
  package private(set) var inOrder: [DeltaGroup] = []
  private var places: [Delta.Subject: Int] = [:]

  package init(_ diff: TemplateDiff) {
    for delta in diff.deltas {
      if let place = places[delta.subject] {
        inOrder[place].deltas.append(delta)
      } else {
        places[delta.subject] = inOrder.count
        inOrder.append(DeltaGroup(subject: delta.subject, deltas: [delta]))
      }
    }
  }

  /// The deltas of two resources that correspond; nil where they do not differ.
  package func group(of pair: ResourcePair) -> DeltaGroup? {
    places[.resource(response: pair.response, ideal: pair.ideal)].map { inOrder[$0] }
  }
}
