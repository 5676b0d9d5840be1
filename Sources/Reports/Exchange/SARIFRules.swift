import Knowledge

/// The complete list of rules: what was looked for, and what was found without being listed there.
struct SARIFRules: Sendable {
  private let failures: [CheckedFailure]
  private let places: [String: Int]

  init(_ analysis: FailureAnalysis) {
    var failures = analysis.checked
    var places: [String: Int] = [:]
    for (index, failure) in failures.enumerated() { places[failure.id] = index }
    for finding in analysis.findings where places[finding.rule] == nil {
      places[finding.rule] = failures.count
      failures.append(
        CheckedFailure(
          id: finding.rule, category: finding.category, severity: finding.severity,
          because: finding.severityReason, fix: "", rootCause: finding.rootCause,
          references: finding.references, reported: nil))
    }
    self.failures = failures
    self.places = places
  }

  /// The place in the list.
  func index(of id: String) -> Int? { places[id] }

  /// An id that is never empty.
  static func id(_ rule: String) -> String { rule.isEmpty ? "unnamed" : rule.visibleLine.limited(to: 200) }

  func write(into writer: inout JSONWriter) {
    writer.field("rules", failures) { writer, failure in
      writer.object { write(failure, into: &$0) }
    }
  }

  private func write(_ failure: CheckedFailure, into writer: inout JSONWriter) {
    let name = failure.id.ruleTitle
    let cause = failure.rootCause.isEmpty ? name : failure.rootCause
    writer.field("id", Self.id(failure.id))
    writer.field("shortDescription") { $0.field("text", SARIFReport.plain(name, limit: 300)) }
    writer.field("fullDescription") { $0.field("text", SARIFReport.plain(cause, limit: 1_024)) }
    writer.field("help") { writer in
      writer.field(
        "text", SARIFReport.plain([cause, failure.fix].filter { !$0.isEmpty }.joined(separator: "\n")))
      writer.field("markdown", help(failure, cause: cause))
    }
    let link = failure.references.first { $0.isWebAddress }
    if let link { writer.field("helpUri", link.url) }
    writer.field("defaultConfiguration") { $0.field("level", failure.severity.sarifLevel) }
    writer.field("properties") { writer in
      writer.field("precision", failure.precision)
      if failure.category == .securityIAM {
        writer.field("security-severity", failure.severity.securitySeverity)
      } else {
        writer.field("problem.severity", failure.severity.problemSeverity)
      }
      let isSecurity = failure.category == .securityIAM
      writer.field("tags", [failure.category.rawValue] + (isSecurity ? ["security"] : [])) { $0.value($1) }
    }
  }

  private func help(_ failure: CheckedFailure, cause: String) -> String {
    var blocks = ["**Why it happens**: \(cause.limited(to: 2_000).markdownBlock)"]
    if !failure.fix.isEmpty {
      blocks.append("**What to do**: \(failure.fix.limited(to: 2_000).markdownBlock)")
    }
    if !failure.because.isEmpty {
      blocks.append(
        "**\(failure.severity.title)**, because \(failure.because.limited(to: 300).markdownInline).")
    }
    let links = failure.references.filter(\.isWebAddress).prefix(5).map { link in
      "- [\(link.title.limited(to: 300).markdownInline)](\(link.url))"
    }
    if !links.isEmpty { blocks.append(links.joined(separator: "\n")) }
    return blocks.joined(separator: "\n\n")
  }
}

extension CheckedFailure {
  /// How far a finding of this rule can be trusted, by how often reviewers reported the same.
  fileprivate var precision: String {
    guard let reported else { return "medium" }
    return reported >= 500 ? "high" : reported >= 250 ? "medium" : "low"
  }
}

extension Severity {
  /// On GitHub's scale: critical above 9, high from 7, medium from 4.
  fileprivate var securitySeverity: String {
    switch self {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "2.5"
    }
  }

  fileprivate var problemSeverity: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "recommendation"
    }
  }
}

extension String {
  /// The id of a known failure as words: `hardcoded-region` is `Hardcoded region`.
  var ruleTitle: String {
    let words = visibleLine.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
