import TemplateModel

/// Finds the resource that a reference means: by its address, else by its name.
struct ReferenceTargets {
  private var byAddress: FlatTable
  private var byName: FlatTable

  init(_ template: Template) {
    byAddress = FlatTable(capacity: template.resources.count)
    byName = FlatTable(capacity: template.resources.count)
    for (index, resource) in template.resources.enumerated() {
      let address = Mixer.hash(of: resource.address)
      if byAddress[address] == nil { byAddress[address] = Int32(truncatingIfNeeded: index) }
      if resource.name == resource.address { continue }
      let name = Mixer.hash(of: resource.name)
      if byName[name] == nil { byName[name] = Int32(truncatingIfNeeded: index) }
    }
  }

  /// Index of the resource; nil where the target is none of the template.
  func resource(_ reference: Reference, hash: UInt64) -> Int? {
    switch reference.kind {
    case .resource, .unresolved, .data, .module: (byAddress[hash] ?? byName[hash]).map { Int($0) }
    case .parameter, .condition, .mapping, .local, .pseudo: nil
    }
  }

  func resource(_ reference: Reference) -> Int? {
    resource(reference, hash: Mixer.hash(of: reference.target))
  }
}
