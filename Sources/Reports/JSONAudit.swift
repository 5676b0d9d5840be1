package import Audit
import Knowledge
import SourceText

/// What an audit found, as JSON; lines are 1-based lines of the report.
package struct JSONAudit {
  private let audit: ReportAudit

  package init(_ audit: ReportAudit) { self.audit = audit }

  /// The whole document, indented, with a final line break.
  package var text: String {
    var writer = JSONWriter(isPretty: true)
    writer.object { writer in
      writer.field("format_version", JSONReport.formatVersion)
      writer.field("report", audit.report.file.path)
      writer.field("failures", audit.report.items) { writer, item in
        writer.object {
          $0.field("number", item.number.text)
          $0.field("title", item.title)
          $0.field("severity", item.severity?.rawValue)
          $0.field("sectionSeverity", item.sectionSeverity?.rawValue)
          $0.field("startLine", item.lines.lowerBound)
          $0.field("endLine", item.lines.upperBound)
        }
      }
      writer.field("stated", audit.report.statedCounts) { writer, stated in
        writer.object { writer in
          writer.field("startLine", stated.lines.lowerBound)
          writer.field("endLine", stated.lines.upperBound)
          writer.key("failures")
          if let sum = stated.sum { writer.value(sum) } else { writer.null() }
        }
      }
      writer.field("remarks", audit.remarks) { writer, remark in
        writer.object {
          $0.field("kind", remark.kind.rawValue)
          $0.field("startLine", remark.lines.lowerBound)
          $0.field("endLine", remark.lines.upperBound)
          $0.field("message", remark.sentence)
          $0.field("fixable", !remark.edits.isEmpty)
        }
      }
    }
    return writer.text + "\n"
  }
}
