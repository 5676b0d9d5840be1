package import TemplateDiff
package import TemplateModel

/// A finished judgement: the two templates compared, the findings best first, and what they were measured by.
package struct FailureAnalysis: Sendable {
  package let diff: TemplateDiff
  package let requirements: [Requirement]
  /// What the requirements ask for, with what can be told of it on both sides.
  package let matrix: RequirementMatrix
  /// In the order in which a reviewer would tell them.
  package let findings: [Finding]
  /// Findings that a remark in the response accepts, in the order in which they would be told.
  package let suppressed: [SuppressedFinding]
  /// Remarks of that kind that accept nothing: malformed, expired, or of no use.
  package let suppressionProblems: [LocatedProblem]
  /// How many known failures were looked for.
  package let knownFailuresChecked: Int
  /// The known failures that were looked for, in the order of their ids.
  package let checked: [CheckedFailure]

  package init(
    diff: TemplateDiff, requirements: [Requirement], matrix: RequirementMatrix = .empty, findings: [Finding],
    knownFailuresChecked: Int, checked: [CheckedFailure] = [], suppressed: [SuppressedFinding] = [],
    suppressionProblems: [LocatedProblem] = []
  ) {
    self.diff = diff
    self.requirements = requirements
    self.matrix = matrix
    self.findings = findings
    self.knownFailuresChecked = knownFailuresChecked
    self.checked = checked
    self.suppressed = suppressed
    self.suppressionProblems = suppressionProblems
  }
}
