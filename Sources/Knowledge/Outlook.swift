import TemplateDiff
package import TemplateModel

/// How far a response is expected to get, and in which order its failures are best repaired.
///
///     synthesis ──► deployment ──► operation        the first stage that a failure stops is as far as it gets
package struct Outlook: Sendable {
  /// What is repaired together, in the order in which it is repaired.
  package enum Step: Int, Sendable, CaseIterable {
    /// The tool refuses the files before anything is created.
    case synthesis
    /// Creation stops.
    case deployment
    /// Creation stops in some accounts or runs, or at the second time.
    case risk
    /// Someone gets in who should not.
    case security
    /// What was asked for is missing or does something else.
    case task
    /// Everything of medium or low severity.
    case rest
  }

  /// The dialect of the response, by its first file that has one; nil where there is none.
  package let dialect: Dialect?
  /// Indices in the analysis's findings by step, the most severe first.
  private let findings: [[Int]]

  /// - Parameter order: indices in the analysis's findings, the most severe first.
  init(_ analysis: FailureAnalysis, order: [Int]) {
    dialect = analysis.diff.response.finalFiles.lazy.compactMap(\.dialect).first
    var findings = [[Int]](repeating: [], count: Step.allCases.count)
    for index in order { findings[Outlook.step(of: analysis.findings[index]).rawValue].append(index) }
    self.findings = findings
  }

  /// The findings of a step as indices in the analysis's findings, the most severe first.
  package func findings(_ step: Step) -> [Int] { findings[step.rawValue] }

  /// Where a finding belongs, by its severity, its category and the kinds of its impact.
  private static func step(of finding: Finding) -> Step {
    guard finding.severity >= .high else { return .rest }
    let kinds = finding.impact.map(\.kind)
    guard kinds.contains(.deployment) else { return finding.category == .securityIAM ? .security : .task }
    switch finding.category {
    case _ where finding.severity < .critical: return .risk
    case .languageFramework, .projectStructure: return .synthesis
    case .apiSchema where kinds == [.deployment]: return .synthesis
    // A name that is taken, or an input that is missing, stops some deployments and not the first.
    case .configurationNaming, .requirementsScope, .securityIAM: return .risk
    default: return .deployment
    }
  }
}
