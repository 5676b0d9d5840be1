/// The parts of the table, in the order of the file.
package enum FactsSection: String, Sendable, CaseIterable {
  /// IAM services with their actions.
  case actions
  /// Types of `aws-cdk-lib`.
  case cdk
  /// CDKTF classes of the AWS provider that are not named after their Terraform type.
  case cdktf
  /// Types of `cdktf` itself.
  case cdktfcore
  /// CloudFormation resource types and their nested definitions.
  case cfn
  /// Instance classes of services, with the regions that offer them.
  case classes
  /// AWS Config managed rules with their parameters.
  case configrules
  /// Types of `constructs`.
  case constructs
  /// Database engines with their versions over several snapshots.
  case engines
  /// Simple names with the modules that have them.
  case names
  /// Operations of the services' APIs with their inputs.
  case operations
  /// AWS managed policies.
  case policies
  /// Types and functions of `pulumi-aws`.
  case pulumi
  /// Regions, in the order of the bits of a mask.
  case regions
  /// Lambda runtimes with their dates.
  case runtimes
  /// CloudFormation types that hold data.
  case stateful
  /// Terraform resources, data sources and nested blocks of the AWS provider.
  case tf
}
