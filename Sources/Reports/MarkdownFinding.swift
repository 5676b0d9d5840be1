import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

extension MarkdownReport {
  /// A failure with its impact level, what the response does, what the ideal does, the cause and the consequences.
  func impactItem(_ index: Int, _ told: inout ToldParts) -> String {
    let finding = analysis.findings[index]
    var blocks = ["### \(labels[index]). \(titles[index].markdownInline)"]
    blocks.append("**Impact Level**: \(severity(of: finding))")
    blocks.append(labelled("MODEL_RESPONSE Issue", finding.issue))
    blocks += excerpt(of: finding.response, isResponse: true, index, &told)
    if !finding.fix.isEmpty || !finding.ideal.isEmpty {
      blocks.append(labelled("IDEAL_RESPONSE Fix", finding.fix))
      blocks += excerpt(of: finding.ideal, isResponse: false, index, &told)
    }
    blocks += rootCause(of: finding, index, &told)
    if let requirement = finding.requirement { blocks.append(markdown(of: requirement)) }
    blocks += references(of: finding, index, &told)
    blocks += impact(of: finding, "Cost/Security/Performance Impact", index, &told)
    blocks.append("**Category**: \(finding.category.title) · known failure \(finding.rule.markdownCode)")
    return blocks.joined(separator: "\n\n")
  }

  func severity(of finding: Finding) -> String {
    let reason = finding.severityReason.isEmpty ? "" : " (\(finding.severityReason.markdownInline))"
    return finding.severity.title + reason
  }

  func labelled(_ label: String, _ text: String) -> String {
    text.isEmpty ? "**\(label)**:" : "**\(label)**:\n\(text.markdownBlock)"
  }

  func excerpt(
    of locations: [SourceLocation], isResponse: Bool, _ index: Int, _ told: inout ToldParts
  ) -> [String] {
    let template = isResponse ? analysis.diff.response : analysis.diff.ideal
    guard let excerpt = Excerpt(of: locations, in: template) else { return [] }
    var blocks: [String] = []
    if let earlier = told.earlier(excerpt, isResponse: isResponse, index) {
      blocks.append("\(excerpt.markdownPlace): shown under failure \(labels[earlier]).")
    } else {
      blocks.append("\(excerpt.markdownPlace):\n\n\(excerpt.markdown(mark: isResponse ? "❌" : "✅"))")
    }
    if !excerpt.further.isEmpty { blocks.append("Also at \(template.markdownPlaces(excerpt.further)).") }
    return blocks
  }

  func rootCause(of finding: Finding, _ index: Int, _ told: inout ToldParts) -> [String] {
    if finding.rootCause.isEmpty { return [] }
    if let earlier = told.earlier(finding.rootCause, index) {
      return ["**Root Cause**: As for failure \(labels[earlier])."]
    }
    return [labelled("Root Cause", finding.rootCause)]
  }

  private func markdown(of requirement: Finding.RequirementQuote) -> String {
    let quote = requirement.text.visible.lines.map { "> \($0.markdownInline)" }.joined(separator: "\n")
    return
      "**PROMPT Requirement** (\(promptPath.markdownInline), \(Excerpt.name(of: requirement.lines))):\n\n\(quote)"
  }

  func references(of finding: Finding, _ index: Int, _ told: inout ToldParts) -> [String] {
    let links = finding.references
    if links.isEmpty { return [] }
    let isAmazon = links.allSatisfy { $0.url.hasPrefix("https://docs.aws.amazon.com/") }
    let label = isAmazon ? "**AWS Documentation Reference**:" : "**Documentation Reference**:"
    if let earlier = told.earlier(links.map(\.url).joined(separator: " "), index) {
      return ["\(label) As for failure \(labels[earlier])."]
    }
    if links.count == 1 { return ["\(label) \(links[0].markdown)"] }
    return [([label] + links.map { "- \($0.markdown)" }).joined(separator: "\n")]
  }

  func impact(
    of finding: Finding, _ label: String, _ index: Int, _ told: inout ToldParts
  ) -> [String] {
    if finding.impact.isEmpty { return [] }
    let lines = finding.impact.map {
      "- **\($0.kind.title)**: \($0.text.markdownBlock.lines.joined(separator: "\n  "))"
    }
    let text = lines.joined(separator: "\n")
    if let earlier = told.earlier(text, index) { return ["**\(label)**: As for failure \(labels[earlier])."] }
    return ["**\(label)**:\n\(text)"]
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
