import SourceText
import TemplateModel

/// Finds security group rules that let the whole internet in.
///
/// Ports 80 and 443 are left alone on groups that are named for a public front, such as a load balancer.
enum OpenIngress {
  private static let groups = ["AWS::EC2::SecurityGroup"].map(Pattern.init)
  private static let rules = [
    "AWS::EC2::SecurityGroupIngress", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule",
    "aws.ec2.SecurityGroupRule", "aws.vpc.SecurityGroupIngressRule",
  ].map(Pattern.init)
  private static let everyone = ["0.0.0.0/0", "::/0", "*anyIpv4*", "*any_ipv4*", "*anyIpv6*", "*any_ipv6*"]
    .map(Pattern.init)
  private static let fronts = [
    "*alb*", "*lb*", "*load*", "*web*", "*front*", "*public*", "*http*", "*edge*", "*ingress*", "*proxy*",
  ].map(Pattern.init)

  private struct Rule {
    var port: String
    var value: Value
  }

  static func evidence(_ scene: Scene) -> [Evidence] {
    var found: [Evidence] = []
    for (index, resource) in scene.response.resources.enumerated() where !resource.isLookup {
      let open = openRules(of: resource)
      if open.isEmpty { continue }
      let counterpart = scene.idealOf[index].map { scene.ideal.resources[$0] }
      let openInIdeal = counterpart.map(openRules) ?? []
      for rule in open {
        let isInIdeal = openInIdeal.contains { $0.port == rule.port }
        found.append(
          Evidence(
            subject: DeltaSubject(resource, order: scene.idealOf[index] ?? 1_000_000 + index),
            responseText: "0.0.0.0/0", detail: rule.port,
            response: [rule.value.location],
            ideal: isInIdeal ? [] : counterpart.map { [repair(in: $0)] } ?? [],
            deltas: isInIdeal
              ? []
              : scene.deltasOfResponse[index].filter { scene.keys[$0].first?.hasSuffix("ingress") == true },
            confidence: isInIdeal ? 350 : counterpart == nil ? 450 : 700, isInIdeal: isInIdeal))
      }
    }
    return found
  }

  /// The rules that the ideal has instead.
  private static func repair(in counterpart: Resource) -> SourceLocation {
    counterpart.properties.members.first { isIngress($0.key) }?.location ?? counterpart.location
  }

  private static func isIngress(_ key: String) -> Bool {
    ["ingress", "securitygroupingress"].contains(PropertyPattern.normal(key))
  }

  private static func openRules(of resource: Resource) -> [Rule] {
    let entries: [Value]
    if groups.contains(where: { $0.matches(resource.canonicalType) }) {
      entries = resource.properties.members
        .filter { isIngress($0.key) }
        .flatMap { $0.value.oneOrMany }
    } else if rules.contains(where: { $0.matches(resource.canonicalType) }) {
      let direction = resource.values(at: PropertyPattern("type")).first?.value.scalarText
      entries = direction == "egress" ? [] : [resource.properties]
    } else {
      return []
    }
    let isFront = fronts.contains { $0.matches(resource.name) }
    return entries.filter(isOpen).compactMap { entry in
      let port = port(of: entry)
      return isFront && (port == "port 80" || port == "port 443") ? nil : Rule(port: port, value: entry)
    }
  }

  private static func isOpen(_ entry: Value) -> Bool {
    var found = false
    entry.forEach { value in
      let text: String? = if case .call(let name, _) = value.kind { name } else { value.scalarText }
      if let text, everyone.contains(where: { $0.matches(text) }) { found = true }
    }
    return found
  }

  private static func port(of entry: Value) -> String {
    for member in entry.members where PropertyPattern.normal(member.key) == "fromport" {
      guard let text = member.value.scalarText else { continue }
      return text == "0" || text == "-1" ? "every port" : "port \(text)"
    }
    for member in entry.members where PropertyPattern.normal(member.key) == "connection" {
      let digits = member.value.summary(limit: 80).drop { !$0.isNumber }.prefix { $0.isNumber }
      if !digits.isEmpty { return "port \(digits)" }
    }
    return "every port"
  }
}
