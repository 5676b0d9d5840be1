import SourceText
import TemplateModel

/// The deltas between two resources that stand for each other.
struct ResourceComparison {
  let equality: Equality
  /// Whether two resources of the same dialect and language may differ in type.
  let areTypesComparable: Bool
  /// Elements of long lists that were compared in their order only.
  private(set) var cutElements = 0

  init(equality: Equality, areTypesComparable: Bool) {
    self.equality = equality
    self.areTypesComparable = areTypesComparable
  }

  /// - Parameter isSameContent: properties and attributes are known to be the same.
  mutating func deltas(
    _ response: Resource, _ ideal: Resource, subject: Delta.Subject, isSameContent: Bool
  ) -> [Delta] {
    var deltas: [Delta] = []
    if response.name != ideal.name, !response.name.isEmpty, !ideal.name.isEmpty {
      deltas.append(
        ResourceComparison.whole(
          .renamed, subject, (response.name, response.nameLocation), (ideal.name, ideal.nameLocation)))
    }
    if areTypesComparable, response.type != ideal.type, !response.type.isEmpty, !ideal.type.isEmpty {
      deltas.append(
        ResourceComparison.whole(
          .retyped, subject, (response.type, response.typeLocation), (ideal.type, ideal.typeLocation)))
    }
    if isSameContent { return deltas }
    var comparison = ValueComparison(subject: subject, type: ideal.canonicalType, equality: equality)
    comparison.compare(
      Normalization.normal(properties(response)), Normalization.normal(properties(ideal)), at: PropertyPath())
    comparison.compareMembers(
      attributes(response), attributes(ideal), at: PropertyPath(), in: response.nameLocation,
      ideal.nameLocation)
    cutElements += comparison.cutElements
    return deltas + comparison.deltas
  }

  /// A difference of the resource as a whole.
  static func whole(
    _ kind: Delta.Kind, _ subject: Delta.Subject, _ response: (text: String, location: SourceLocation),
    _ ideal: (text: String, location: SourceLocation)
  ) -> Delta {
    Delta(
      kind: kind, subject: subject, path: PropertyPath(),
      response: Delta.Side(
        value: Value(.string(response.text), at: response.location), location: response.location),
      ideal: Delta.Side(value: Value(.string(ideal.text), at: ideal.location), location: ideal.location))
  }

  /// Properties, placed at the resource's name where none are written.
  private func properties(_ resource: Resource) -> Value {
    var properties = resource.properties
    if properties.members.isEmpty { properties.location = resource.nameLocation }
    return properties
  }

  /// What stands beside the properties, under names that start with `@`.
  private func attributes(_ resource: Resource) -> [Member] {
    var members: [Member] = []
    for member in resource.attributes {
      var value = member.value
      if member.key == "Metadata" {
        value = ResourceComparison.metadata(value)
        if value.members.isEmpty { continue }
      }
      members.append(
        Member(key: "@" + member.key, keyLocation: member.keyLocation, value: Normalization.normal(value)))
    }
    if let first = resource.dependsOn.first {
      let targets = resource.dependsOn.map { Value(.reference($0.reference), at: $0.location) }
      let location = resource.dependsOn.reduce(first.location) { $0.union($1.location) }
      members.append(
        Member(key: "@DependsOn", keyLocation: first.location, value: Value(.list(targets), at: location)))
    }
    if let condition = resource.condition {
      members.append(Member(key: "@Condition", keyLocation: condition.location, value: condition))
    }
    if let count = resource.count {
      members.append(Member(key: "@Count", keyLocation: count.location, value: Normalization.normal(count)))
    }
    return members
  }

  /// Metadata without what tools write for themselves: construct paths, asset paths, suppressions, layout.
  static func metadata(_ value: Value) -> Value {
    guard case .map(let members) = value.kind else { return value }
    var result = value
    result.kind = .map(members.filter { !isToolsOwn($0.key) })
    return result
  }

  private static func isToolsOwn(_ key: String) -> Bool {
    key.hasPrefix("aws:cdk:") || key.hasPrefix("aws:asset:") || key == "cfn_nag" || key == "cfn-lint"
      || key == "guard" || key == "cdk_nag" || key == "AWS::CloudFormation::Designer" || key == "checkov"
      || key == "SamResourceId"
  }
}
