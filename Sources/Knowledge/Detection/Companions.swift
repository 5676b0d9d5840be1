import TemplateModel

/// What resources of certain types refer to: a bucket's policy to the bucket, a rotation to the secret.
struct Companions {
  private var targets: Set<String> = []

  init(_ types: [Pattern], in template: Template) {
    if types.isEmpty { return }
    for resource in template.resources where types.allow(resource.canonicalType) {
      for (reference, _) in resource.properties.references { targets.insert(reference.target) }
      for attribute in resource.attributes {
        for (reference, _) in attribute.value.references { targets.insert(reference.target) }
      }
    }
  }

  /// Whether one of them refers to a resource.
  func have(_ resource: Resource) -> Bool {
    targets.contains(resource.address) || targets.contains(resource.name)
  }
}
