import SourceText
import TemplateModel

/// The deltas between two resources that stand for each other.
struct ResourceComparison {
  let equality: Equality

  func deltas(_ response: Resource, _ ideal: Resource, subject: Delta.Subject) -> [Delta] {
    var deltas: [Delta] = []
    if response.name != ideal.name, !response.name.isEmpty, !ideal.name.isEmpty {
      deltas.append(
        Delta(
          kind: .renamed, subject: subject, path: PropertyPath(),
          response: Delta.Side(
            value: Value(.string(response.name), at: response.nameLocation), location: response.nameLocation),
          ideal: Delta.Side(
            value: Value(.string(ideal.name), at: ideal.nameLocation), location: ideal.nameLocation)))
    }
    var comparison = ValueComparison(subject: subject, equality: equality)
    comparison.compare(
      Normalization.normal(properties(response)), Normalization.normal(properties(ideal)), at: PropertyPath())
    comparison.compareMembers(
      attributes(response), attributes(ideal), at: PropertyPath(), in: response.nameLocation,
      ideal.nameLocation)
    return deltas + comparison.deltas
  }

  /// Properties, placed at the resource's name where none are written.
  private func properties(_ resource: Resource) -> Value {
    var properties = resource.properties
    if properties.members.isEmpty { properties.location = resource.nameLocation }
    return properties
  }

  /// What stands beside the properties, under names that start with `@`.
  private func attributes(_ resource: Resource) -> [Member] {
    var members = resource.attributes.filter { $0.key != "Metadata" }.map { member in
      Member(
        key: "@" + member.key, keyLocation: member.keyLocation, value: Normalization.normal(member.value))
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
}
