package import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// The report as SARIF 2.1.0, filled as GitHub's code scanning reads it and kept under its limits.
///
///     runs[0]  tool.driver.rules   every known failure that was looked for, also where none was found
///              results             the findings, the most severe first
///              invocations         what was not read, and how many findings were left out
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, and GitHub's "SARIF support for code scanning".
package struct SARIFReport: Sendable {
  let analysis: FailureAnalysis
  let summary: ReportSummary
  let places: CitedPlaces
  /// Of the response's documents.
  let columns: [UTF16Columns]
  /// Of the ideal's documents.
  let idealColumns: [UTF16Columns]
  let rules: SARIFRules
  private let version: String

  /// GitHub keeps this many results of a run and drops the others without looking at their severity.
  static let mostResults = 5_000
  /// GitHub takes 10 MB after compression; what stays below that without it is safe.
  static let mostBytes = 9_000_000
  /// How many parts that were not read are told; the others are counted.
  private static let mostNotifications = 100

  /// - Parameter version: that of this program, as three numbers.
  package init(
    _ analysis: FailureAnalysis, summary: ReportSummary, folders: ReportFolders = ReportFolders(),
    version: String
  ) {
    self.analysis = analysis
    self.summary = summary
    self.version = version
    places = CitedPlaces(analysis.diff, folders: folders)
    columns = analysis.diff.response.documents.map(UTF16Columns.init)
    idealColumns = analysis.diff.ideal.documents.map(UTF16Columns.init)
    rules = SARIFRules(analysis)
  }

  /// The whole document, indented, with a final line break.
  package func text(case name: String) -> String {
    var writer = JSONWriter(isPretty: true)
    writer.object { writer in
      writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.field("version", "2.1.0")
      writer.field("runs", [0]) { writer, _ in writer.object { write(case: name, into: &$0) } }
    }
    return writer.text + "\n"
  }

  private func write(case name: String, into writer: inout JSONWriter) {
    writer.field("tool") { writer in
      writer.field("driver") { writer in
        writer.field("name", "Plumbline")
        writer.field("semanticVersion", version)
        rules.write(into: &writer)
      }
    }
    writer.field("automationDetails") { $0.field("id", "plumbline/\(name.visibleLine.limited(to: 200))/") }
    writer.field("columnKind", "utf16CodeUnits")
    var written = 0
    writer.key("results")
    let told = summary.severities.flatMap(\.findings).map { (analysis.findings[$0], nil as Suppression?) }
    let accepted = analysis.suppressed.map { ($0.finding, $0.suppression as Suppression?) }
    writer.array((told + accepted).prefix(Self.mostResults)) { writer, result in
      guard writer.byteCount < Self.mostBytes else { return }
      write(result.0, suppression: result.1, into: &writer)
      if result.1 == nil { written += 1 }
    }
    writer.field("invocations", [written]) { writer, written in
      writer.object { writer in
        writer.field("executionSuccessful", true)
        write(notifications: analysis.findings.count - written, into: &writer)
      }
    }
    writer.field("properties") { writer in
      writer.field("findings", analysis.findings.count)
      writer.field("findingsLeftOut", analysis.findings.count - written)
    }
  }

  private func write(notifications leftOut: Int, into writer: inout JSONWriter) {
    var notes: [(level: String, text: String)] = []
    if leftOut > 0 {
      notes.append(
        (
          "warning",
          "\(leftOut) of \(analysis.findings.count) findings, the least severe, are left out to stay within what code "
            + "scanning accepts; the JSON report has all."
        ))
    }
    let lost = summary.problems(.notRead) + summary.problems(.partlyRead)
    let groups = UnreadGroup.groups(lost)
    for group in groups.prefix(Self.mostNotifications) {
      notes.append(("note", "\(group.path), \(group.place): \(group.sentence)"))
    }
    if groups.count > Self.mostNotifications {
      notes.append(
        ("note", "\(groups.count - Self.mostNotifications) more parts were not read as they stand."))
    }
    writer.field("toolExecutionNotifications", notes) { writer, note in
      writer.object {
        $0.field("level", note.level)
        $0.field("message") { $0.field("text", SARIFReport.plain(note.text)) }
      }
    }
  }

  /// A text of a message: not empty, without links of its own, and of bounded length.
  static func plain(_ text: String, limit: Int = 1_000) -> String {
    let text = text.limited(to: limit).visible
    var parts: [Substring] = []
    var rest = text[...]
    // `[words](place)` is a link in SARIF's plain messages.
    while let found = rest.firstRange(of: "](") {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    let unlinked = (parts + [rest]).joined(separator: "] (")
    return unlinked.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
      ? "(no text)" : unlinked.limited(to: limit)
  }
}
