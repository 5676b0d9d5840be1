package import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// The report for a terminal: each failure with its places, what is wrong, the lines, and what to write instead.
///
///     CRITICAL (1)
///
///     1. Hardcoded master password on AWS::RDS::DBInstance Database
///        MODEL_RESPONSE.md:129  hardcoded-password
package struct TextReport: Sendable {
  private let analysis: FailureAnalysis
  private let summary: ReportSummary
  private let style: TerminalStyle
  private let width: Int

  /// - Parameter width: where prose is wrapped, in characters; code is never wrapped.
  package init(
    _ analysis: FailureAnalysis, summary: ReportSummary,
    style: TerminalStyle = TerminalStyle(isColoured: false),
    width: Int = 100
  ) {
    self.analysis = analysis
    self.summary = summary
    self.style = style
    self.width = max(40, width)
  }

  /// The whole report, with a final line break.
  package var text: String {
    var blocks = [style.paint("Model Response Failures Analysis", .bold)]
    let overview = Overview(analysis, summary).sentences.joined(separator: " ")
    blocks.append(wrapped(overview.visible, width: width, indent: ""))
    var told = ToldParts()
    for section in summary.severities where section.count > 0 {
      let heading = "\(section.severity.rawValue.uppercased()) (\(section.count))"
      blocks.append(style.paint(heading, section.severity.ink))
      blocks += section.findings.map { text(of: $0, told: &told) }
    }
    let lost = summary.problems(.notRead) + summary.problems(.partlyRead)
    if !lost.isEmpty { blocks.append(text(of: lost)) }
    if !analysis.suppressed.isEmpty {
      let count = counted(analysis.suppressed.count, "failure")
      blocks.append(wrapped("\(count) suppressed by remarks in the response.", width: width, indent: ""))
    }
    blocks.append(wrapped(denominators, width: width, indent: ""))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func text(of index: Int, told: inout ToldParts) -> String {
    let finding = analysis.findings[index]
    let number = "\(summary.numbers[index]). "
    let indent = String(repeating: " ", count: number.utf8.count)
    func code(_ locations: [SourceLocation], isResponse: Bool) -> [String] {
      let template = isResponse ? analysis.diff.response : analysis.diff.ideal
      guard let excerpt = Excerpt(of: locations, in: template) else { return [] }
      if let earlier = told.earlier(excerpt, isResponse: isResponse, index) {
        return [indent + style.paint("(lines shown under \(summary.numbers[earlier]))", .faint)]
      }
      return rows(of: excerpt, ink: isResponse ? .red : .green).map { indent + $0 }
    }
    let place =
      finding.response.first.map(analysis.diff.response.place)
      ?? finding.ideal.first.map { "missing; the ideal has it at \(analysis.diff.ideal.place($0))" }
    var lines = [number + style.paint(finding.title.visibleLine, .bold)]
    lines.append(
      indent
        + [place, finding.rule.visibleLine].compactMap { $0 }.map { style.paint($0, .faint) }
        .joined(separator: "  "))
    lines.append(prose("", finding.issue, indent: indent))
    lines += code(finding.response, isResponse: true)
    lines.append(prose("Fix: ", finding.fix, indent: indent))
    lines += code(finding.ideal, isResponse: false)
    if let requirement = finding.requirement {
      let name = Excerpt.name(of: requirement.lines)
      lines.append(prose("Asked for in the prompt, \(name): ", requirement.text, indent: indent))
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func prose(_ label: String, _ text: String, indent: String) -> String {
    text.isEmpty ? "" : wrapped((label + text).visible, width: width - indent.utf8.count, indent: indent)
  }

  /// Each row behind its line number, the marked ones behind `>`.
  private func rows(of excerpt: Excerpt, ink: TerminalStyle.Ink) -> [String] {
    let last = excerpt.rows.last.map { row in
      switch row {
      case .line(let number, _, _): number
      case .gap(let lines): lines.upperBound
      }
    }
    let digits = String(last ?? 0).utf8.count
    return excerpt.rows.map { row in
      switch row {
      case .gap(let lines):
        let gutter = String(repeating: " ", count: digits + 2)
        return style.paint("\(gutter)│ \(Excerpt.name(ofGap: lines))", .faint)
      case .line(let number, let text, let isMarked):
        let name = String(number)
        let padding = String(repeating: " ", count: max(0, digits - name.utf8.count))
        let gutter = style.paint("\(isMarked ? ">" : " ") \(padding)\(name)│", isMarked ? ink : .faint)
        return gutter + (text.isEmpty ? "" : " " + (isMarked ? style.paint(text, ink) : text))
      }
    }
  }

  private func text(of parts: [ReportSummary.UnreadPart]) -> String {
    let shown = 10
    let groups = UnreadGroup.groups(parts)
    var lines = [style.paint("NOT READ AS IT STANDS (\(parts.count))", .yellow)]
    lines += groups.prefix(shown).map { group in
      wrapped(
        "- \(group.path), \(group.place): \(group.sentence)".visibleLine, width: width - 2, indent: "  ")
    }
    if groups.count > shown {
      lines.append("  - and \(groups.count - shown) more, which the JSON report lists")
    }
    return lines.joined(separator: "\n")
  }

  private var denominators: String {
    let counts = summary.severities.map { "\($0.count) \($0.severity.rawValue)" }.joined(separator: ", ")
    return """
      \(counted(analysis.findings.count, "failure")) (\(counts)). \
      Known failures checked: \(summary.knownFailuresChecked). \
      Resources compared: \(summary.resourcesCompared) \
      of \(summary.response.resources) in the response and \(summary.ideal.resources) in the ideal. \
      Parts not read: \(summary.problems(.notRead).count), \
      read in part: \(summary.problems(.partlyRead).count).
      """
  }
}

extension Severity {
  fileprivate var ink: TerminalStyle.Ink {
    switch self {
    case .critical: .boldRed
    case .high: .red
    case .medium: .yellow
    case .low: .blue
    }
  }
}
