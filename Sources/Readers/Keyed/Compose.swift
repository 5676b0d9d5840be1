import TemplateModel

/// Docker Compose: each service is a resource; volumes, networks and the rest are settings.
///
/// Source: the Compose Specification (compose-spec/spec.md).
enum Compose {
  static func read(_ document: inout KeyedDocument, into template: inout Template) {
    for member in document.members() {
      guard member.key == "services" else {
        document.declare(.setting, member, into: &template)
        continue
      }
      for service in member.value.members {
        template.resources.append(
          document.resource(service, type: "compose:service", dependencies: "depends_on"))
      }
    }
  }
}
