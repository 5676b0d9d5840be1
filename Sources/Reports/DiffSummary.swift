package import TemplateDiff
import TemplateModel

/// How many resources, declarations and files two templates do not share.
///
///     +3 ~5 -1, 1 renamed
package struct DiffSummary: Hashable, Sendable {
  /// Stand in the ideal only.
  package private(set) var added = 0
  /// Stand in the response only.
  package private(set) var removed = 0
  /// Stand in both and differ, the renamed ones not counted unless they differ in more than the name.
  package private(set) var changed = 0
  /// Stand in both under different names.
  package private(set) var renamed = 0
  /// Resources that correspond and do not differ.
  package private(set) var unchangedResources = 0
  /// All differences, down to the property.
  package let deltas: Int

  package init(_ diff: TemplateDiff) {
    deltas = diff.deltas.count
    let groups = DeltaGroups(diff)
    for group in groups.inOrder {
      switch group.mark {
      case .added: added += 1
      case .removed: removed += 1
      case .changed:
        if group.isRenamed { renamed += 1 }
        if group.deltas.contains(where: { $0.kind != .renamed }) { changed += 1 }
      }
    }
    unchangedResources = diff.pairs.count { groups.group(of: $0) == nil }
  }

  package var isEmpty: Bool { deltas == 0 }

  /// `+3 ~5 -1, 1 renamed`; `no differences`.
  package var line: String {
    if isEmpty { return "no differences" }
    return "+\(added) ~\(changed) -\(removed)" + (renamed > 0 ? ", \(renamed) renamed" : "")
  }
}

/// The deltas of one resource, declaration or file.
struct DeltaGroup: Sendable {
  enum Mark: String { case added = "+", changed = "~", removed = "-" }

  let subject: Delta.Subject
  var deltas: [Delta]

  /// What happens to the subject as a whole.
  var mark: Mark {
    for delta in deltas where delta.path.steps.isEmpty {
      if delta.kind == .added { return .added }
      if delta.kind == .removed { return .removed }
    }
    return .changed
  }

  var isRenamed: Bool { deltas.contains { $0.kind == .renamed && $0.path.steps.isEmpty } }
}

/// Deltas by what they are about, in the order in which the subjects first occur.
struct DeltaGroups: Sendable {
  private(set) var inOrder: [DeltaGroup] = []
  private var places: [Delta.Subject: Int] = [:]

  init(_ diff: TemplateDiff) {
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
  func group(of pair: ResourcePair) -> DeltaGroup? {
    places[.resource(response: pair.response, ideal: pair.ideal)].map { inOrder[$0] }
  }
}
