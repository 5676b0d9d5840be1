package import Knowledge
import SourceText
import TemplateDiff

/// The report as JUnit XML: a test for each finding, which fails, and one for each known failure that was looked for
/// and not found, which passes.
///
/// What could not be read is a test that was skipped, so that it does not look like success.
package struct JUnitReport: Sendable {
  private let analysis: FailureAnalysis
  private let summary: ReportSummary
  private let places: CitedPlaces

  package init(
    _ analysis: FailureAnalysis, summary: ReportSummary, folders: ReportFolders = ReportFolders()
  ) {
    self.analysis = analysis
    self.summary = summary
    places = CitedPlaces(analysis.diff, folders: folders)
  }

  /// The whole document, with a final line break.
  package func text(case name: String) -> String {
    let found = Set(analysis.findings.map(\.rule))
    let passed = analysis.checked.filter { !found.contains($0.id) }
    let skipped = UnreadGroup.groups(summary.problems(.notRead) + summary.problems(.partlyRead))
    let counts =
      "tests=\"\(analysis.findings.count + passed.count + skipped.count)\" failures=\"\(analysis.findings.count)\" "
      + "errors=\"0\" skipped=\"\(skipped.count)\""
    let suite = name.xmlAttribute(limit: 200)
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites name=\"plumbline\" \(counts)>"]
    lines.append("  <testsuite name=\"\(suite)\" \(counts)>")
    for index in summary.severities.flatMap(\.findings) { lines.append(test(analysis.findings[index])) }
    for failure in passed {
      lines.append(
        "    <testcase classname=\"\(failure.category.rawValue)\" name=\"\(failure.id.xmlAttribute())\"/>")
    }
    for group in skipped {
      lines.append(
        "    <testcase classname=\"documents\" name=\"\("\(group.path), \(group.place)".xmlAttribute())\">")
      lines += ["      <skipped message=\"\(group.sentence.xmlAttribute())\"/>", "    </testcase>"]
    }
    lines += ["  </testsuite>", "</testsuites>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func test(_ finding: Finding) -> String {
    let place = places.place(of: finding)
    let file = place.map { " file=\"\($0.path.xmlAttribute())\" line=\"\($0.start.line)\"" } ?? ""
    var text = place.map { "\($0.path):\($0.start.line)\n" } ?? ""
    text += finding.issue
    if !finding.fix.isEmpty { text += "\n\nFix: \(finding.fix)" }
    return """
          <testcase classname="\(finding.category.rawValue)" name="\(finding.rule.xmlAttribute()): \
      \(finding.title.xmlAttribute())"\(file)>
            <failure type="\(finding.severity.rawValue)" message="\(finding.title.xmlAttribute())">\(text.xmlText)</failure>
          </testcase>
      """
  }
}
