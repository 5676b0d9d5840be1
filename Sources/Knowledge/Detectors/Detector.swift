/// Finds in code what the words of `Detection` cannot say.
///
/// A known failure names it: `detector: dependency-cycle`.
package struct Detector: Sendable {
  package let name: String
  /// Whether it looks at what no other known failure has explained.
  let looksAtTheRest: Bool
  /// Whether it finds faults also where the ideal has them itself.
  let standsAlone: Bool
  private let find: @Sendable (Scene) -> [Evidence]

  init(
    _ name: String, looksAtTheRest: Bool = false, standsAlone: Bool = false,
    _ find: @escaping @Sendable (Scene) -> [Evidence]
  ) {
    self.name = name
    self.standsAlone = standsAlone
    self.looksAtTheRest = looksAtTheRest
    self.find = find
  }

  func evidence(in scene: Scene) -> [Evidence] { find(scene) }

  /// Every detector there is, by name.
  package static let all: [Detector] = [
    Detector("changed-code", looksAtTheRest: true) { ChangedCode($0).evidence(of: .code) },
    Detector("changed-import", looksAtTheRest: true) { ChangedCode($0).evidence(of: .imports) },
    Detector("code-style") { CodeStyle.evidence($0) },
    Detector("declared-fix") { DeclaredFixes.evidence($0) },
    Detector("dependency-cycle") { DependencyCycles($0).evidence(ofSecurityGroups: false) },
    Detector("nothing-in-common") { NothingInCommon.evidence($0) },
    Detector("open-ingress", standsAlone: true) { OpenIngress.evidence($0) },
    Detector("redundant-depends-on") { RedundantDependencies.evidence($0) },
    Detector("security-group-cycle") { DependencyCycles($0).evidence(ofSecurityGroups: true) },
    Detector("syntax-error") { SyntaxErrors.evidence($0) },
    Detector("truncated-answer") { TruncatedAnswer.evidence($0) },
    Detector("unasked-region") { DeploymentRegions.evidence($0) },
    Detector("undeclared-reference") { UndeclaredReferences.evidence($0) },
    Detector("unused-import") { UnusedNames.imports($0) },
    Detector("unused-parameter") { UnusedParameters.evidence($0) },
    Detector("unused-variable") { UnusedNames.variables($0) },
    Detector("wildcard-statement", standsAlone: true) { WildcardStatements.evidence($0) },
  ]
}
