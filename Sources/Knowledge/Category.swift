/// The part of the craft that a failure belongs to.
package enum Category: String, Sendable, CaseIterable {
  case configurationNaming = "configuration-naming"
  case apiSchema = "api-schema"
  case codeQuality = "code-quality-docs"
  case testing
  case deploymentConstraints = "deployment-constraints"
  case securityIAM = "security-iam"
  case compute
  case requirementsScope = "requirements-scope"
  case packagingDeployment = "packaging-deployment"
  case projectStructure = "project-structure"
  case monitoring
  case networking
  case languageFramework = "language-framework"
  case outputs
  case crossRegionDNS = "cross-region-dns"
  case dataStores = "data-stores"
  case resilienceLifecycle = "resilience-lifecycle"
  case cost

  /// The name as people write it.
  package var title: String {
    switch self {
    case .configurationNaming: "Configuration and naming"
    case .apiSchema: "API and schema"
    case .codeQuality: "Code quality and documentation"
    case .testing: "Testing"
    case .deploymentConstraints: "Deployment constraints"
    case .securityIAM: "Security and IAM"
    case .compute: "Compute"
    case .requirementsScope: "Requirements and scope"
    case .packagingDeployment: "Packaging and deployment"
    case .projectStructure: "Project structure"
    case .monitoring: "Monitoring"
    case .networking: "Networking"
    case .languageFramework: "Language and framework"
    case .outputs: "Outputs"
    case .crossRegionDNS: "Cross-region and DNS"
    case .dataStores: "Data stores"
    case .resilienceLifecycle: "Resilience and lifecycle"
    case .cost: "Cost"
    }
  }
}
