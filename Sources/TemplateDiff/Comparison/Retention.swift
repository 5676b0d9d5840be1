import TemplateModel

/// What becomes of a resource, and of what it holds, when it is to be deleted or replaced.
enum Retention {
  /// The resource goes, with what it holds.
  case deleted
  /// The resource goes; what it holds is kept in a snapshot.
  case saved
  /// The resource stays behind.
  case retained
  /// The platform refuses.
  case refused
}

extension Retention {
  /// What a resource says becomes of it, in the words of its dialect.
  ///
  ///     CloudFormation   DeletionPolicy, UpdateReplacePolicy: Retain, Snapshot
  ///     CDK              removalPolicy; constructs that hold data keep it unless told otherwise
  ///     Terraform        lifecycle.prevent_destroy, skip_final_snapshot, force_destroy
  ///     Pulumi           protect, retainOnDelete, and the arguments of Terraform
  ///
  /// Sources: the documentation of CloudFormation's DeletionPolicy and UpdateReplacePolicy attributes, CDK's
  /// RemovalPolicy, Terraform's lifecycle block and Pulumi's resource options.
  static func of(
    _ resource: Resource, in template: Template, isReplaced: Bool, facts: SchemaFacts
  ) -> Retention {
    let words = Words(resource)
    let type = resource.canonicalType
    if words.isTrue(["protect", "preventdestroy", "deletionprotection", "deletionprotectionenabled"]) {
      return .refused
    }
    if words.isTrue(["retainondelete"]) { return .retained }
    if facts.mustBeEmpty(type), !words.isTrue(["forcedestroy", "autodeleteobjects"]) {
      if let policy = words.policy(isReplaced: isReplaced), policy == .retained { return policy }
      return .refused
    }
    switch template.files.indices.contains(resource.file) ? template.files[resource.file].dialect : nil {
    case .cdk:
      if let policy = words.policy(isReplaced: false) { return policy }
      let isLevelOne = resource.type.split(separator: ".").last?.hasPrefix("Cfn") ?? false
      return facts.isStateful(type) && !isLevelOne ? .retained : .deleted
    case .terraform, .cdktf, .pulumi:
      return takesFinalSnapshot.contains(type) && !words.isTrue(["skipfinalsnapshot"]) ? .saved : .deleted
    default:
      if let policy = words.policy(isReplaced: isReplaced) { return policy }
      let isSaved =
        type == "AWS::RDS::DBCluster"
        || type == "AWS::RDS::DBInstance" && resource.properties["DBClusterIdentifier"] == nil
      return isSaved && !isReplaced ? .saved : .deleted
    }
  }

  /// Types that Terraform takes a last snapshot of unless it is told to skip it.
  private static let takesFinalSnapshot: Set<String> = [
    "AWS::DocDB::DBCluster", "AWS::Neptune::DBCluster", "AWS::RDS::DBCluster", "AWS::RDS::DBInstance",
    "AWS::Redshift::Cluster",
  ]

  /// What stands in and beside the properties, with keys in lower case and without underscores.
  private struct Words {
    private var values: [String: Value] = [:]

    init(_ resource: Resource) {
      for member in resource.properties.members + resource.attributes {
        values[Self.folded(member.key)] = member.value
        guard member.key == "lifecycle" else { continue }
        for inner in member.value.members { values[Self.folded(inner.key)] = inner.value }
      }
    }

    private static func folded(_ key: String) -> String { key.lowercased().replacing("_", with: "") }

    func isTrue(_ keys: [String]) -> Bool {
      keys.contains { key in
        switch values[key]?.kind {
        case .bool(let flag): flag
        case .string(let text): text.lowercased() == "true"
        default: false
        }
      }
    }

    /// What a policy says; nil where there is none.
    ///
    /// One that is computed keeps what it may keep.
    func policy(isReplaced: Bool) -> Retention? {
      let key = isReplaced ? "updatereplacepolicy" : "deletionpolicy"
      guard let value = values[key] ?? values["removalpolicy"] else { return nil }
      let text = value.summary(limit: 200).lowercased()
      if text.contains("snapshot") { return .saved }
      return text.contains("delete") || text.contains("destroy") ? .deleted : .retained
    }
  }
}
