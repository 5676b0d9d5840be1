package import Audit
import SourceText

/// What an audit found, for a terminal: a line for each remark, and the figures.
///
///     MODEL_FAILURES.md:12  section-severity  Failure 3 is low, but stands among the critical ones.
package struct AuditTable {
  private let audit: ReportAudit
  private let style: TerminalStyle

  package init(_ audit: ReportAudit, style: TerminalStyle = TerminalStyle(isColoured: false)) {
    self.audit = audit
    self.style = style
  }

  /// With a final line break.
  package var text: String {
    let path = audit.report.file.path.leadingName
    let places = audit.remarks.map { "\(path):\($0.lines.lowerBound)" }
    let width = places.map(\.unicodeScalars.count).max() ?? 0
    let kindWidth = audit.remarks.map(\.kind.rawValue.utf8.count).max() ?? 0
    var text = ""
    for (remark, place) in zip(audit.remarks, places) {
      let margin = String(repeating: " ", count: width - place.unicodeScalars.count)
      let kindMargin = String(repeating: " ", count: kindWidth - remark.kind.rawValue.utf8.count)
      let kind = style.paint(remark.kind.rawValue, .yellow)
      text += "\(place)\(margin)  \(kind)\(kindMargin)  \(remark.sentence.limited(to: 1_000).visibleLine)\n"
    }
    return text + "\(path): \(summary)\n"
  }

  /// The figures in one sentence: 12 failures listed; 3 remarks.
  package var summary: String {
    "\(counted(audit.report.count, "failure")) listed; \(counted(audit.remarks.count, "remark"))."
  }
}
