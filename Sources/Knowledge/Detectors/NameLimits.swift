import SourceText
import TemplateModel

/// Finds names that the service refuses: too long once the variable parts are filled in, or with forbidden letters.
///
/// Limits from the API references of the services: "Name … maximum of 32 characters" (Elastic Load Balancing),
/// 64 for IAM roles and Lambda functions, 63 for buckets, 32 for X-Ray sampling rules, 63 for RDS identifiers,
/// 40 for replication groups.
enum NameLimits {
  private struct Limit {
    var type: String
    var property: String
    var longest: Int
    var lowerCaseOnly = false
  }

  private static let limits: [Limit] = [
    Limit(type: "AWS::ElasticLoadBalancingV2::LoadBalancer", property: "name", longest: 32),
    Limit(type: "AWS::ElasticLoadBalancingV2::TargetGroup", property: "name", longest: 32),
    Limit(type: "AWS::IAM::Role", property: "rolename", longest: 64),
    Limit(type: "AWS::IAM::Role", property: "name", longest: 64),
    Limit(type: "AWS::Lambda::Function", property: "functionname", longest: 64),
    Limit(type: "AWS::XRay::SamplingRule", property: "rulename", longest: 32),
    Limit(type: "AWS::S3::Bucket", property: "bucketname", longest: 63, lowerCaseOnly: true),
    Limit(type: "AWS::S3::Bucket", property: "bucket", longest: 63, lowerCaseOnly: true),
    Limit(type: "AWS::ElastiCache::ReplicationGroup", property: "replicationgroupid", longest: 40),
    Limit(type: "AWS::RDS::DBInstance", property: "dbinstanceidentifier", longest: 63),
    Limit(type: "AWS::RDS::DBCluster", property: "dbclusteridentifier", longest: 63),
  ]

  /// What a parameter or an attribute adds at least: a suffix such as `pr1234`, a region, an account.
  private static let shortestReference = 6

  static func evidence(_ scene: Scene) -> [Evidence] {
    var found: [Evidence] = []
    for (index, resource) in scene.response.resources.enumerated() {
      for member in resource.properties.members {
        let key = member.key.filter { $0 != "_" }.lowercased()
        guard
          let limit = limits.first(where: { $0.type == resource.canonicalType && $0.property == key }),
          let (length, text) = written(member.value), !text.isEmpty
        else { continue }
        let detail: String
        if length > limit.longest {
          detail =
            "\(member.value.told) comes to at least \(length) characters, \(limit.longest) are allowed"
        } else if limit.lowerCaseOnly,
          let bad = text.first(where: { $0 == "_" || $0.isUppercase })
        {
          detail =
            "\(member.value.told) holds \(bad); only lower-case letters, digits, dots and hyphens are allowed"
        } else {
          continue
        }
        let partner = scene.idealOf[index].flatMap { scene.ideal.resources[$0].properties[member.key] }
        found.append(
          Evidence(
            subject: DeltaSubject(resource, order: 2_500_000 + index),
            path: PropertyPath([.key(member.key)]), responseText: member.value.told,
            idealText: partner?.told, detail: detail, response: [member.value.location],
            ideal: partner.map { [$0.location] } ?? [], confidence: 600))
      }
    }
    return found
  }

  /// The least length and the literal text of a name; nil for values that are no text.
  private static func written(_ value: Value) -> (length: Int, text: String)? {
    switch value.kind {
    case .template(let parts):
      var length = 0
      var text = ""
      for part in parts {
        guard case .reference = part.kind else {
          guard let (more, literal) = written(part) else { return nil }
          length += more
          text += literal
          continue
        }
        length += shortestReference
      }
      return (length, text)
    default:
      guard let text = value.string, !text.contains("$") else { return nil }
      return (text.utf8.count, text)
    }
  }
}
