/// How many resources, declarations and files two templates do not share.
///
///     +3 ~5 -1, 1 replaced, 2 renamed
package struct DiffSummary: Hashable, Sendable {
  /// Stand in the ideal only.
  package private(set) var added = 0
  /// Stand in the response only.
  package private(set) var removed = 0
  /// Stand in both and differ, the renamed and moved ones not counted unless they differ in more than that.
  package private(set) var changed = 0
  /// Stand in both under different names.
  package private(set) var renamed = 0
  /// Stand in both in different files, stacks or modules.
  package private(set) var moved = 0
  /// Resources that the platform would create anew, also because others are.
  package private(set) var replaced = 0
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
        if group.has(.renamed) { renamed += 1 }
        if group.has(.moved) { moved += 1 }
        if group.deltas.contains(where: { !$0.isNameOrPlace }) { changed += 1 }
        if group.deltas.contains(where: { $0.impact == .replace }) { replaced += 1 }
      }
    }
    for consequence in diff.consequences where consequence.impact == .replace {
      let pair = diff.pairs[consequence.pair]
      if groups.group(of: pair)?.deltas.contains(where: { $0.impact == .replace }) != true { replaced += 1 }
    }
    unchangedResources = diff.pairs.count { groups.group(of: $0) == nil }
  }

  package var isEmpty: Bool { deltas == 0 }

  /// `+3 ~5 -1, 1 replaced, 2 renamed`; `no differences`.
  package var line: String {
    if isEmpty { return "no differences" }
    let others = [(replaced, "replaced"), (renamed, "renamed"), (moved, "moved")]
    return (["+\(added) ~\(changed) -\(removed)"] + others.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" })
      .joined(separator: ", ")
  }
}
