package import TemplateDiff
import SourceText
import TemplateModel

/// A diff for people: a tree in the order of the ideal, unchanged runs in one line.
///
///     +1 ~1 -0
///
///     ~ LogBucket  AWS::S3::Bucket  MODEL_RESPONSE.md:7-12 → IDEAL_RESPONSE.md:7-20
///       + BucketEncryption: {…}
///       ~ AccessControl: PublicRead → Private
///       … 2 properties unchanged
///     … 4 resources unchanged
///     + Database  AWS::RDS::DBInstance  IDEAL_RESPONSE.md:24-31
package struct TextDiff: Sendable {
  private let diff: TemplateDiff
  private let style: TerminalStyle
  private let wording: DiffWording

  package init(_ diff: TemplateDiff, style: TerminalStyle = TerminalStyle(isColoured: false)) {
    self.diff = diff
    self.style = style
    wording = DiffWording(diff: diff)
  }

  /// The whole diff, with a final line break.
  package var text: String {
    let groups = DeltaGroups(diff)
    let remarks = DiffRemarks(diff: diff)
    var lines = [style.paint(DiffSummary(diff).line, .bold)]
    if let condition = remarks.condition { lines.append(condition) }
    lines.append("")
    var unchanged = 0
    func flush() {
      if unchanged > 0 { lines.append(style.paint("… \(counted(unchanged, "resource")) unchanged", .faint)) }
      unchanged = 0
    }
    // Pairs and deltas both follow the ideal: pairs without deltas fill the gaps between those with some.
    var pairs = diff.pairs[...]
    for group in groups.inOrder {
      if case .resource(_, let ideal?) = group.subject {
        while let pair = pairs.first, pair.ideal <= ideal {
          pairs.removeFirst()
          if groups.group(of: pair) == nil { unchanged += 1 }
        }
      }
      flush()
      lines += text(of: group)
    }
    unchanged += pairs.count { groups.group(of: $0) == nil }
    flush()
    if lines.last?.isEmpty == true { lines.removeLast() }
    let closing = remarks.closing.map(\.visibleLine)
    if !closing.isEmpty { lines += [""] + closing }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of group: DeltaGroup) -> [String] {
    let locations = wording.location(of: group.subject)
    let places = [locations.response.map(diff.response.place), locations.ideal.map(diff.ideal.place)]
    let head = "\(group.mark.rawValue) \(wording.name(of: group.subject).visibleLine)"
    let isCut = group.deltas.contains { $0.isPastBreak && $0.path.steps.isEmpty }
    var lines = [
      [
        style.paint(head, group.mark.ink), wording.type(of: group.subject).visibleLine,
        style.paint(places.compactMap { $0 }.joined(separator: " → "), .faint),
        isCut ? "(not present after truncation)" : "",
      ].filter { !$0.isEmpty }.joined(separator: "  ")
    ]
    for delta in group.deltas where !(delta.path.steps.isEmpty && delta.kind.isSaidByHead) {
      let mark = delta.mark
      let path = delta.path.steps.isEmpty ? delta.kind.wholeWord : delta.path.description.visibleLine
      let change = wording.change(delta).visibleLine
      lines.append(
        "  " + style.paint("\(mark.rawValue) \(path)", mark.ink) + (change.isEmpty ? "" : ": \(change)"))
    }
    let unchanged = unchangedProperties(of: group)
    if unchanged > 0 {
      lines.append(
        style.paint("  … \(counted(unchanged, "property", plural: "properties")) unchanged", .faint))
    }
    return lines
  }

  /// Properties of a resource that no delta touches.
  private func unchangedProperties(of group: DeltaGroup) -> Int {
    guard case .resource(_?, let ideal?) = group.subject, diff.ideal.resources.indices.contains(ideal) else {
      return 0
    }
    var touched: Set<String> = []
    for delta in group.deltas {
      if case .key(let key)? = delta.path.steps.first { touched.insert(key) }
    }
    return diff.ideal.resources[ideal].properties.members.count { !touched.contains($0.key) }
  }
}

extension Delta.Kind {
  /// Whether the line that names the subject tells all of a difference of the subject as a whole.
  fileprivate var isSaidByHead: Bool { self == .added || self == .removed || self == .renamed }

  /// What of the subject as a whole differs.
  fileprivate var wholeWord: String {
    switch self {
    case .retyped: "type"
    case .moved: "place"
    default: "value"
    }
  }
}

extension DeltaGroup.Mark {
  fileprivate var ink: TerminalStyle.Ink {
    switch self {
    case .added: .green
    case .changed: .yellow
    case .removed: .red
    }
  }
}
