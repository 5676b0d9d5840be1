/// What a model can learn from a pair, 0 to 10, with a reason for every point.
package struct TrainingValue: Sendable {
  /// 0 to 10.
  package let value: Int
  /// The rubric's word for it: `excellent`.
  package let grade: String
  /// The blocker that decided it; nil where the points did.
  package let blocker: Rubric.Blocker?
  /// What adds up to the value, in the order of the rubric.
  package let points: [Point]
  /// The class of each finding, in the order of the analysis's findings.
  package let classes: [Rubric.FindingClass]

  /// Some points and why they are given.
  package struct Point: Sendable, Equatable {
    package let amount: Points
    /// Half a sentence: `3 significant fixes (class A)`.
    package let reason: String
    /// Indices in the analysis's findings on which it rests.
    package let findings: [Int]

    init(_ amount: Points, _ reason: String, findings: [Int] = []) {
      self.amount = amount
      self.reason = reason
      self.findings = findings
    }
  }
}
