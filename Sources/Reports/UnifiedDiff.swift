package import TemplateDiff
import SourceText
import TemplateModel

/// A diff as lines: for each difference those of the response, then those of the ideal.
///
///     --- MODEL_RESPONSE.md
///     +++ IDEAL_RESPONSE.md
///     @@ -9 +11 @@ LogBucket AccessControl
///     -      AccessControl: PublicRead
///     +      AccessControl: Private
package struct UnifiedDiff: Sendable {
  private let diff: TemplateDiff
  private let style: TerminalStyle
  private let wording: DiffWording

  /// Lines of one side of a difference beyond these are counted instead of shown.
  static let mostLines = 60

  package init(_ diff: TemplateDiff, style: TerminalStyle = TerminalStyle(isColoured: false)) {
    self.diff = diff
    self.style = style
    wording = DiffWording(diff: diff)
  }

  /// The whole diff, with a final line break; empty where nothing differs.
  package var text: String {
    var lines: [String] = []
    var names: [String] = []
    for group in DeltaGroups(diff).inOrder {
      for delta in group.deltas {
        let now = [name(delta.response, in: diff.response), name(delta.ideal, in: diff.ideal)]
        if now != names {
          lines += [style.paint("--- \(now[0])", .bold), style.paint("+++ \(now[1])", .bold)]
          names = now
        }
        lines += hunk(delta, of: group)
      }
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private func name(_ side: Delta.Side?, in template: Template) -> String {
    guard let side else { return "(nothing)" }
    return template.path(ofDocument: side.location.document).visibleLine
  }

  private func hunk(_ delta: Delta, of group: DeltaGroup) -> [String] {
    // A side without a value is the place where one is missed, unless the whole subject is meant.
    let isWhole = delta.path.steps.isEmpty
    let shown = (
      delta.response.flatMap { $0.value != nil || isWhole && delta.kind == .removed ? $0.location : nil },
      delta.ideal.flatMap { $0.value != nil || isWhole && delta.kind == .added ? $0.location : nil }
    )
    let title = [wording.name(of: group.subject), delta.path.description].filter { !$0.isEmpty }
      .joined(separator: " ").visibleLine
    let head =
      "@@ -\(range(shown.0 ?? delta.response?.location, in: diff.response)) "
      + "+\(range(shown.1 ?? delta.ideal?.location, in: diff.ideal)) @@"
    return [style.paint(head, .cyan) + " " + title]
      + lines(shown.0, in: diff.response, mark: "-", ink: .red)
      + lines(shown.1, in: diff.ideal, mark: "+", ink: .green)
  }

  private func range(_ location: SourceLocation?, in template: Template) -> String {
    guard let location else { return "0" }
    let lines = template.lines(of: location)
    return lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound),\(lines.count)"
  }

  private func lines(
    _ location: SourceLocation?, in template: Template, mark: String, ink: TerminalStyle.Ink
  ) -> [String] {
    guard let location, template.documents.indices.contains(Int(location.document)) else { return [] }
    let document = template.documents[Int(location.document)]
    let numbers = template.lines(of: location)
    var lines = numbers.prefix(Self.mostLines).map { number in
      style.paint(mark + document.text(document.lines.range(ofLine: number)).withoutBreak.visibleLine, ink)
    }
    if numbers.count > Self.mostLines {
      lines.append(style.paint("… \(counted(numbers.count - Self.mostLines, "more line"))", .faint))
    }
    return lines
  }
}

extension String {
  /// A line without the break at its end.
  fileprivate var withoutBreak: String {
    var end = unicodeScalars[...]
    while let last = end.last, last == "\n" || last == "\r" { end.removeLast() }
    return String(end)
  }
}
