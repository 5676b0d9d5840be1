import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// The excerpts that a report has shown, so that none is shown twice.
struct ShownExcerpts {
  private struct Key: Hashable {
    let isResponse: Bool
    let path: String
    let rows: [Excerpt.Row]
  }

  private var numbers: [Key: Int] = [:]

  /// The number of the failure that shows the same lines with the same marks; nil the first time.
  mutating func earlier(_ excerpt: Excerpt, isResponse: Bool, number: Int) -> Int? {
    let key = Key(isResponse: isResponse, path: excerpt.path, rows: excerpt.rows)
    if let earlier = numbers[key] { return earlier }
    numbers[key] = number
    return nil
  }
}

extension MarkdownReport {
  /// One numbered failure.
  func markdown(of index: Int, shown: inout ShownExcerpts) -> String {
    let finding = analysis.findings[index]
    let number = summary.numbers[index]
    var blocks = ["### \(number). \(finding.title.markdownInline)"]
    let reason = finding.severityReason.isEmpty ? "" : " (\(finding.severityReason.markdownInline))"
    blocks.append("**Impact Level**: \(finding.severity.title)\(reason)")
    blocks.append(labelled("MODEL_RESPONSE Issue", finding.issue))
    blocks += excerpt(of: finding.response, isResponse: true, number: number, shown: &shown)
    if !finding.fix.isEmpty || !finding.ideal.isEmpty {
      blocks.append(labelled("IDEAL_RESPONSE Fix", finding.fix))
      blocks += excerpt(of: finding.ideal, isResponse: false, number: number, shown: &shown)
    }
    if !finding.rootCause.isEmpty { blocks.append(labelled("Root Cause", finding.rootCause)) }
    if let requirement = finding.requirement { blocks.append(markdown(of: requirement)) }
    if !finding.references.isEmpty { blocks.append(markdown(of: finding.references)) }
    if !finding.impact.isEmpty { blocks.append(markdown(of: finding.impact)) }
    blocks.append("**Category**: \(finding.category.title) · known failure \(finding.rule.markdownCode)")
    return blocks.joined(separator: "\n\n")
  }

  private func labelled(_ label: String, _ text: String) -> String {
    text.isEmpty ? "**\(label)**:" : "**\(label)**:\n\(text.markdownBlock)"
  }

  private func excerpt(
    of locations: [SourceLocation], isResponse: Bool, number: Int, shown: inout ShownExcerpts
  ) -> [String] {
    let template = isResponse ? analysis.diff.response : analysis.diff.ideal
    guard let excerpt = Excerpt(of: locations, in: template) else { return [] }
    var blocks: [String] = []
    if let earlier = shown.earlier(excerpt, isResponse: isResponse, number: number) {
      blocks.append("\(excerpt.markdownPlace): shown under failure \(earlier).")
    } else {
      blocks.append("\(excerpt.markdownPlace):\n\n\(excerpt.markdown(mark: isResponse ? "❌" : "✅"))")
    }
    if !excerpt.further.isEmpty { blocks.append("Also at \(template.markdownPlaces(excerpt.further)).") }
    return blocks
  }

  private func markdown(of requirement: Finding.RequirementQuote) -> String {
    let quote = requirement.text.visible.lines.map { "> \($0.markdownInline)" }.joined(separator: "\n")
    return
      "**PROMPT Requirement** (\(promptPath.markdownInline), \(Excerpt.name(of: requirement.lines))):\n\n\(quote)"
  }

  private func markdown(of links: [Finding.Link]) -> String {
    let label = "**AWS Documentation Reference**:"
    if links.count == 1 { return "\(label) \(links[0].markdown)" }
    return ([label] + links.map { "- \($0.markdown)" }).joined(separator: "\n")
  }

  private func markdown(of impact: [Finding.Impact]) -> String {
    let lines = impact.map {
      "- **\($0.kind.title)**: \($0.text.markdownBlock.lines.joined(separator: "\n  "))"
    }
    return (["**Cost/Security/Performance Impact**:"] + lines).joined(separator: "\n")
  }
}

extension Finding.Link {
  /// Whether the address is one of the web and holds nothing that could end a link.
  var isWebAddress: Bool {
    let isWeb = url.hasPrefix("https://") || url.hasPrefix("http://")
    return isWeb
      && url.utf8.allSatisfy { byte in
        (0x21..<0x7F).contains(byte) && ![0x22, 0x3C, 0x3E, 0x5C, 0x28, 0x29].contains(byte)
      }
  }

  /// A link where the address is one of the web, otherwise the address as code.
  var markdown: String {
    guard isWebAddress else { return "\(title.markdownInline) (\(url.markdownCode))" }
    return title.isEmpty ? "<\(url)>" : "[\(title.markdownInline)](\(url))"
  }
}
