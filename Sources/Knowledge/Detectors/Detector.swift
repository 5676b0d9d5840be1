import TemplateModel

/// Finds in code what the words of `Detection` cannot say.
///
/// A known failure names it: `detector: dependency-cycle`.
package struct Detector: Sendable {
  package let name: String
  /// Whether it looks at what no other known failure has explained.
  let looksAtTheRest: Bool
  /// Whether it then goes before the general known failures.
  let isSpecific: Bool
  /// Whether it finds faults also where the ideal has them itself.
  let standsAlone: Bool
  private let find: @Sendable (Scene) -> [Evidence]

  init(
    _ name: String, looksAtTheRest: Bool = false, isSpecific: Bool = false, standsAlone: Bool = false,
    _ find: @escaping @Sendable (Scene) -> [Evidence]
  ) {
    self.name = name
    self.standsAlone = standsAlone
    self.looksAtTheRest = looksAtTheRest
    self.isSpecific = isSpecific
    self.find = find
  }

  func evidence(in scene: Scene) -> [Evidence] { find(scene) }

  /// Every detector there is, by name.
  package static let all: [Detector] = [
    Detector("absent-attribute") { FactEvidence.evidence($0, [.attribute]) },
    Detector("absent-member") { FactEvidence.evidence($0, [.member]) },
    Detector("absent-module") { FactEvidence.evidence($0, [.module]) },
    Detector("absent-property") { FactEvidence.evidence($0, [.property]) },
    Detector("absent-type") { FactEvidence.evidence($0, [.type]) },
    Detector("changed-code", looksAtTheRest: true) { ChangedCode($0).evidence(of: .code) },
    Detector("changed-import", looksAtTheRest: true) { ChangedCode($0).evidence(of: .imports) },
    Detector("class-suffix") { FactEvidence.evidence($0, [.classSuffix]) },
    Detector("code-style") { CodeStyle.evidence($0) },
    Detector("declared-fix") { DeclaredFixes.evidence($0) },
    Detector("dependency-cycle") { DependencyCycles($0).evidence(ofSecurityGroups: false) },
    Detector("deprecated-bucket-property") { FactEvidence.evidence($0, [.deprecatedBucket]) },
    Detector("deprecated-symbol") { FactEvidence.evidence($0, [.deprecated]) },
    Detector("fewer-test-cases") { MissingTests($0).thin() },
    Detector("lint-rule") { LintRules($0).evidence() },
    Detector("missing-required") { FactEvidence.evidence($0, [.missing]) },
    Detector("name-limit") { NameLimits.evidence($0) },
    Detector("no-integration-tests") { MissingTests($0).absent(.integrationTest) },
    Detector("no-unit-tests") { MissingTests($0).absent(.unitTest) },
    Detector("nothing-in-common") { NothingInCommon.evidence($0) },
    Detector("open-ingress", standsAlone: true) { OpenIngress.evidence($0) },
    Detector("package-dependency") { PackageDependencies.evidence($0) },
    Detector("pulumi-project") { PulumiProject.evidence($0) },
    Detector("redundant-depends-on") { RedundantDependencies.evidence($0) },
    Detector("security-group-cycle") { DependencyCycles($0).evidence(ofSecurityGroups: true) },
    Detector("syntax-error") { SyntaxErrors.evidence($0) },
    Detector("truncated-answer") { TruncatedAnswer.evidence($0) },
    Detector("unasked-region") { DeploymentRegions.evidence($0) },
    Detector("undeclared-reference") { UndeclaredReferences.evidence($0) },
    Detector("unknown-action") { FactEvidence.evidence($0, [.action]) },
    Detector("unknown-config-rule") { FactEvidence.evidence($0, [.configRule]) },
    Detector("unknown-managed-policy") { FactEvidence.evidence($0, [.managedPolicy]) },
    Detector("unknown-region") { FactEvidence.evidence($0, [.region]) },
    Detector("unmet-amount", looksAtTheRest: true, isSpecific: true) {
      UnmetRequirements($0).evidence(of: .amount)
    },
    Detector("unmet-thing", looksAtTheRest: true, isSpecific: true) {
      UnmetRequirements($0).evidence(of: .thing)
    },
    Detector("unmet-trait", looksAtTheRest: true, isSpecific: true) {
      UnmetRequirements($0).evidence(of: .trait)
    },
    Detector("unmet-value", looksAtTheRest: true, isSpecific: true) {
      UnmetRequirements($0).evidence(of: .value)
    },
    Detector("unused-import") { UnusedNames.imports($0) },
    Detector("unused-parameter") { UnusedParameters.evidence($0) },
    Detector("unused-variable") { UnusedNames.variables($0) },
    Detector("value-not-allowed") { FactEvidence.evidence($0, [.value]) },
    Detector("wildcard-statement", standsAlone: true) { WildcardStatements.evidence($0) },
    Detector("withdrawn-engine-version") { FactEvidence.evidence($0, [.engineVersion]) },
    Detector("withdrawn-runtime") { FactEvidence.evidence($0, [.runtime]) },
    Detector("wrong-kind") { FactEvidence.evidence($0, [.kind]) },
  ]
}
