import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

extension MarkdownReport {
  /// How many reasons are listed why parts were not read; the others are counted, and the JSON report has all.
  private static let listedParts = 40

  /// The blocks from `## Summary` on.
  var summaryBlocks: [String] {
    var blocks = ["## Summary"]
    if analysis.findings.isEmpty {
      blocks.append(
        "No failure was found. That says that none of the known failures applies to what was read; it does not say "
          + "that the response is right.")
    } else {
      blocks += [severities, categories]
      let gaps = knowledgeGaps
      if !gaps.isEmpty { blocks += ["### Primary Knowledge Gaps", gaps] }
    }
    if let trainingValue { blocks += ["### Training Value", markdown(of: trainingValue)] }
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
      rows.append("| \(section.severity.title) | \(section.count) | \(numbers(section.findings)) |")
    }
    rows.append("| **Total** | **\(analysis.findings.count)** | |")
    return rows.joined(separator: "\n")
  }

  private var categories: String {
    var rows = ["| Category | Failures | Most severe | Numbers |", "|---|---:|---|---|"]
    for gap in summary.gaps {
      rows.append(
        "| \(gap.category.title) | \(gap.count) | \(gap.mostSevere.title) | \(numbers(gap.findings)) |")
    }
    return rows.joined(separator: "\n")
  }

  /// The five categories that weigh most, each with the causes of its most severe failures.
  private var knowledgeGaps: String {
    let gaps = summary.gaps.filter { !$0.rootCauses.isEmpty }.prefix(5)
    return gaps.enumerated().map { place, gap in
      let causes = gap.rootCauses.prefix(2).map { $0.visibleLine.markdownBlock }.joined(separator: " ")
      let word = gap.count == 1 ? "failure" : "failures"
      return "\(place + 1). **\(gap.category.title)** (\(word) \(numbers(gap.findings))): \(causes)"
    }.joined(separator: "\n")
  }

  /// The numbers of some failures: `1–3, 7`.
  func numbers(_ findings: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in findings.map({ summary.numbers[$0] }).sorted() {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { run in
      switch run.count {
      case 1: "\(run.lowerBound)"
      case 2: "\(run.lowerBound), \(run.upperBound)"
      default: "\(run.lowerBound)–\(run.upperBound)"
      }
    }.joined(separator: ", ")
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
