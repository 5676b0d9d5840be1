import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

extension MarkdownReport {
  /// A failure with its severity and place, what was generated, the issues in a list, the ideal's way and the impact.
  func catalogItem(_ index: Int, _ told: inout ToldParts) -> String {
    let finding = analysis.findings[index]
    var blocks = ["### Failure \(labels[index]): \(titles[index].markdownInline)"]
    blocks.append("**Severity**: \(severity(of: finding))  \n**Location**: \(location(of: finding))")
    blocks += generated(finding, index, &told)
    blocks.append("**Issues**:\n\(issues(of: finding))")
    if !finding.fix.isEmpty || !finding.ideal.isEmpty {
      blocks.append(labelled("Ideal Implementation", finding.fix))
      blocks += excerpt(of: finding.ideal, isResponse: false, index, &told)
    }
    blocks += rootCause(of: finding, index, &told)
    blocks += impact(of: finding, "Impact", index, &told)
    blocks += references(of: finding, index, &told)
    blocks.append("**Known Failure**: \(finding.rule.markdownCode)")
    return blocks.joined(separator: "\n\n")
  }

  /// The lines of the response, whose place the location has told.
  private func generated(_ finding: Finding, _ index: Int, _ told: inout ToldParts) -> [String] {
    guard let excerpt = Excerpt(of: finding.response, in: analysis.diff.response) else {
      return ["**Model Generated**: nothing that corresponds."]
    }
    if let earlier = told.earlier(excerpt, isResponse: true, index) {
      return ["**Model Generated**: shown under failure \(labels[earlier])."]
    }
    return ["**Model Generated**:\n\n\(excerpt.markdown(mark: "❌"))"]
  }

  private func location(of finding: Finding) -> String {
    let response = analysis.diff.response
    if let excerpt = Excerpt(of: finding.response, in: response) {
      let others = finding.response.dropFirst()
      return excerpt.markdownPlace + (others.isEmpty ? "" : "; \(response.markdownPlaces(Array(others)))")
    }
    if !finding.ideal.isEmpty {
      return "missing; the ideal has it at \(analysis.diff.ideal.markdownPlaces(finding.ideal))"
    }
    return "the response as a whole"
  }

  /// The issue and what the prompt asks, numbered; what belongs to a point is indented below it.
  private func issues(of finding: Finding) -> String {
    let issue = finding.issue.isEmpty ? finding.title.markdownInline : finding.issue.markdownBlock
    var points = [issue]
    if let requirement = finding.requirement {
      let place = "\(promptPath.markdownInline), \(Excerpt.name(of: requirement.lines))"
      let quote = requirement.text.visibleLine.markdownInline
      points.append("The prompt asks for it (\(place)): “\(quote)”")
    }
    return points.enumerated().map { place, point in
      let indented = point.lines.map { $0.isEmpty ? "" : "   \($0)" }.joined(separator: "\n")
      return "\(place + 1). " + indented.dropFirst(3)
    }.joined(separator: "\n")
  }
}
