import TemplateModel

/// Finds statements of roles and policies that allow whole services, or that allow changes to every resource, where
/// the ideal has the same or nothing in its place.
///
/// What the ideal narrows is a delta, which the known failure looks at itself. Actions for which a service knows no
/// resources do not count.
enum WildcardStatements {
  /// Reading lists and the like cannot be narrowed to a resource.
  private static let unscoped = [
    "*:Describe*", "*:List*", "*:Get*", "xray:*", "cloudwatch:PutMetricData", "ecr:GetAuthorizationToken",
    "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses",
    "ec2:UnassignPrivateIpAddresses", "ec2:*NetworkInterface*", "ssmmessages:*", "ec2messages:*", "logs:*",
    "config:Put*", "tag:*", "sts:GetCallerIdentity", "application-autoscaling:*", "autoscaling:*",
  ].map(Pattern.init)

  private struct Statement {
    /// What is too wide: `s3:*`, `every resource`.
    var fault: String
    var place: Value
    var whole: Value
  }

  static func evidence(_ scene: Scene) -> [Evidence] {
    var found: [Evidence] = []
    for (index, resource) in scene.response.resources.enumerated() where !resource.isLookup {
      let statements = statements(of: resource)
      if statements.isEmpty { continue }
      let counterpart = scene.idealOf[index].map { scene.ideal.resources[$0] }
      let kept = counterpart.map { Self.statements(of: $0).map(\.fault) } ?? []
      for statement in statements where counterpart == nil || kept.contains(statement.fault) {
        found.append(
          Evidence(
            subject: DeltaSubject(resource, order: scene.idealOf[index] ?? 1_000_000 + index),
            responseText: statement.fault, detail: statement.fault,
            response: [statement.place.location, statement.whole.location],
            confidence: counterpart == nil ? 400 : 350, isInIdeal: counterpart != nil))
      }
    }
    return found
  }

  private static func statements(of resource: Resource) -> [Statement] {
    guard !resource.canonicalType.contains("KMS") else { return [] }
    var found: [Statement] = []
    resource.properties.forEach { value in
      guard case .map(let members) = value.kind, let statement = statement(members, value) else { return }
      if !found.contains(where: { $0.fault == statement.fault }) { found.append(statement) }
    }
    return found
  }

  private static func statement(_ members: [Member], _ whole: Value) -> Statement? {
    func member(_ names: [String]) -> Value? {
      members.first { names.contains(PropertyPattern.normal($0.key)) }?.value
    }
    guard let actions = member(["action", "actions"]), member(["principal", "principals"]) == nil,
      let resources = member(["resource", "resources"])
    else { return nil }
    if member(["effect"])?.summary(limit: 40).lowercased().contains("deny") == true { return nil }
    let named = actions.oneOrMany.compactMap(\.scalarText)
    if let wide = named.first(where: { ($0 == "*" || $0.hasSuffix(":*")) && $0.prefix(5) != "xray:" }) {
      return Statement(fault: wide == "*" ? "every action" : wide, place: actions, whole: whole)
    }
    let changes = named.filter { action in !unscoped.contains { $0.matches(action) } }
    guard !changes.isEmpty, resources.oneOrMany.contains(where: { $0.scalarText == "*" }) else { return nil }
    return Statement(fault: "\(changes[0]) on every resource", place: resources, whole: whole)
  }
}
