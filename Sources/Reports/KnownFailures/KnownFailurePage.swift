package import Knowledge

/// What there is to know of one known failure, as Markdown.
package struct KnownFailurePage {
  private let failure: KnownFailure
  private let reported: Int?
  private let level: Int
  private let showsCode: Bool

  /// - Parameters:
  ///   - reported: how often such a finding was one that a reviewer reported as well, in thousandths.
  ///   - level: that of its heading.
  ///   - showsCode: whether the examples are shown, or only named.
  package init(_ failure: KnownFailure, reported: Int?, level: Int = 1, showsCode: Bool = true) {
    self.failure = failure
    self.reported = reported
    self.level = level
    self.showsCode = showsCode
  }

  /// With a final line break.
  package var text: String {
    var blocks = ["\(String(repeating: "#", count: level)) \(failure.id)"]
    blocks.append("**\(failure.title.text.markdownInline)**")
    blocks.append(gravity)
    blocks.append(
      "**Found where** one of these holds:\n"
        + failure.detections.map { "- \($0.sentence)" }.joined(separator: "\n"))
    blocks.append("**Issue**: \(failure.issue.text.markdownBlock)")
    blocks.append("**Fix**: \(failure.fix.text.markdownBlock)")
    blocks.append("**Root cause**: \(failure.rootCause.text.markdownBlock)")
    blocks.append(
      failure.impact.map { "- **\($0.kind.title)**: \($0.phrase.text.markdownBlock)" }.joined(
        separator: "\n"))
    blocks.append(
      "**Documentation**: " + failure.references.map(\.markdown).joined(separator: ", "))
    blocks += examples
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var gravity: String {
    let severity = failure.severity
    var text =
      "\(failure.category.title). \(severity.level.title), because \(severity.because.markdownInline)"
    if let many = severity.many { text += "; \(many.rawValue) in four places or more" }
    text += ". "
    if let reported {
      text += "Of 1000 such findings, reviewers reported \(reported) as well."
    } else {
      text += "How often reviewers report it was never counted."
    }
    return text
  }

  private var examples: [String] {
    guard showsCode else {
      let names = failure.examples.map { example in
        let count = example.findings.isEmpty ? "silent" : counted(example.findings.count, "finding")
        return "\(example.name.markdownInline) (\(count))"
      }
      return ["**Examples**: \(names.joined(separator: "; "))"]
    }
    return failure.examples.flatMap { example -> [String] in
      let expected =
        example.findings.isEmpty
        ? "Nothing is found."
        : "Found: "
          + example.findings.map { finding in
            let places = [finding.line.map { "line \($0)" }, finding.ideal.map { "ideal, line \($0)" }]
            let told = places.compactMap { $0 }.joined(separator: "; ")
            return finding.title.markdownInline + (told.isEmpty ? "" : " (\(told))")
          }.joined(separator: "; ") + "."
      var blocks = ["**Example, \(example.name.markdownInline)**"]
      if !example.prompt.isEmpty { blocks += ["The prompt:", Self.block(example.prompt, "markdown")] }
      blocks += ["The response:", Self.block(example.response, example.language)]
      blocks += ["The ideal:", Self.block(example.ideal, example.language), expected]
      return blocks
    }
  }

  private static func block(_ text: String, _ language: String) -> String {
    let lines = text.visible.lines
    let mark = fence(around: lines)
    let body = lines.last == "" ? lines.dropLast() : lines[...]
    return "\(mark)\(language)\n\(body.joined(separator: "\n"))\n\(mark)"
  }
}
