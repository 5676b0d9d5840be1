import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

extension MarkdownReport {
  /// How many reasons are listed why parts were not read; the others are counted, and the JSON report has all.
  private static let listedParts = 40

  /// The blocks from `## Summary` on.
  var summaryBlocks: [String] {
    var blocks = [layout == .impact ? "## Summary" : "## Statistics"]
    if analysis.findings.isEmpty {
      blocks.append(
        "No failure was found. That says that none of the known failures applies to what was read; it does not say "
          + "that the response is right.")
    } else {
      blocks += [severities, categories]
      let gaps = knowledgeGaps
      if !gaps.isEmpty { blocks += ["### Primary Knowledge Gaps", gaps] }
      blocks += ["### Recommended Focus", focus, "### Fixes in Order", fixes]
    }
    if let trainingValue { blocks += ["### Training Value", markdown(of: trainingValue)] }
    if !analysis.suppressed.isEmpty { blocks += ["### Suppressed in the Response", suppressed] }
    blocks += requirementBlocks
    let lost = summary.problems(.notRead) + summary.problems(.partlyRead)
    if !lost.isEmpty { blocks += ["### Parts Not Read", parts(lost)] }
    let remarks = summary.problems(.note)
    if !remarks.isEmpty { blocks += ["### Remarks on the Documents", parts(remarks)] }
    return blocks + ["### What This Rests On", denominators]
  }

  private var severities: String {
    var rows = ["| Severity | Failures | Numbers |", "|---|---:|---|"]
    for section in summary.severities {
      rows.append("| \(section.severity.title) | \(section.count) | \(labels.spans(section.findings)) |")
    }
    rows.append("| **Total** | **\(analysis.findings.count)** | |")
    return rows.joined(separator: "\n")
  }

  private var categories: String {
    var rows = ["| Category | Failures | Most severe | Numbers |", "|---|---:|---|---|"]
    for gap in summary.gaps {
      rows.append(
        "| \(gap.category.title) | \(gap.count) | \(gap.mostSevere.title) | \(labels.spans(gap.findings)) |")
    }
    return rows.joined(separator: "\n")
  }

  /// The five categories that weigh most, each with the causes of its most severe failures.
  private var knowledgeGaps: String {
    let gaps = summary.gaps.filter { !$0.rootCauses.isEmpty }.prefix(5)
    return gaps.enumerated().map { place, gap in
      let causes = gap.rootCauses.prefix(2).map { $0.visibleLine.markdownBlock }.joined(separator: " ")
      return "\(place + 1). **\(gap.category.title)** (\(labels.named(gap.findings))): \(causes)"
    }.joined(separator: "\n")
  }

  /// The known failures that recur most in what is serious, with what to practise.
  private var focus: String {
    let topics = summary.topics.prefix(3)
    return topics.enumerated().map { place, topic in
      let fix = topic.practice.visibleLine
      let example =
        topic.findings.first.map { "Such as “\(analysis.findings[$0].title.markdownInline)”." } ?? ""
      return "\(place + 1). **\(topic.category.title)**, \(topic.rule.markdownCode) "
        + "(\(labels.named(topic.findings))): \(fix.isEmpty ? example : fix.markdownBlock)"
    }.joined(separator: "\n")
  }

  /// The steps of the repair, each with its failures.
  private var fixes: String {
    let steps = Outlook.Step.allCases.filter { !summary.outlook.findings($0).isEmpty }
    return steps.enumerated().map { place, step in
      "\(place + 1). **\(step.title)**: \(labels.named(summary.outlook.findings(step)))."
    }.joined(separator: "\n")
  }

  /// What a remark in the response accepts, with its reason; none of it is counted above.
  private var suppressed: String {
    analysis.suppressed.map { suppressed in
      let lines = analysis.diff.response.lines(of: suppressed.suppression.location)
      let end = suppressed.suppression.until.map { ", until \($0)" } ?? ""
      return "- \(suppressed.finding.title.markdownInline) (\(suppressed.finding.rule.markdownCode), "
        + "\(Excerpt.name(of: lines))\(end)): \(suppressed.suppression.reason.markdownInline)"
    }.joined(separator: "\n")
  }

  private func parts(_ parts: [ReportSummary.UnreadPart]) -> String {
    let groups = UnreadGroup.groups(parts)
    var lines = groups.prefix(MarkdownReport.listedParts).map { group in
      "- \(group.path.markdownInline), \(group.place): \(group.sentence.markdownInline)"
    }
    if groups.count > lines.count {
      lines.append("- and \(groups.count - lines.count) more, which the JSON report lists")
    }
    return lines.joined(separator: "\n")
  }

  private var denominators: String {
    let response = summary.response
    let ideal = summary.ideal
    let notRead = summary.problems(.notRead).count
    let partly = summary.problems(.partlyRead).count
    return """
      | Measured by | Response | Ideal |
      |---|---:|---:|
      | Files read | \(response.files) | \(ideal.files) |
      | Resources | \(response.resources) | \(ideal.resources) |
      | Resources without a counterpart | \(response.unmatched) | \(ideal.unmatched) |

      Known failures checked: \(summary.knownFailuresChecked). Resources compared: \(summary.resourcesCompared). \
      Requirements read: \(analysis.requirements.count). Parts not read: \(notRead), read in part: \(partly).
      """
  }
}

extension Outlook.Step {
  /// What is done in the step.
  var title: String {
    switch self {
    case .synthesis: "Make the tool accept it"
    case .deployment: "Make it deploy"
    case .risk: "Make every deployment of it succeed"
    case .security: "Close what is open"
    case .task: "Do all that was asked"
    case .rest: "Then the rest, of medium and low severity"
    }
  }
}
