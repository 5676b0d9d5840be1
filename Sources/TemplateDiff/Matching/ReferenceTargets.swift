import TemplateModel

/// Finds the resource that a reference means: by its address, else by its name.
struct ReferenceTargets {
  private let byAddress: FlatTable
  private let byName: FlatTable

  init(_ template: Template) {
    var byAddress = FlatTable(capacity: template.resources.count)
    var byName = FlatTable(capacity: 8)
    template.resources.withUnsafeBufferPointer { resources in
      for index in resources.indices {
        let address = Mixer.hash(of: resources[index].address)
        if byAddress[address] == nil { byAddress[address] = Int32(truncatingIfNeeded: index) }
        if resources[index].name == resources[index].address { continue }
        let name = Mixer.hash(of: resources[index].name)
        if byName[name] == nil { byName[name] = Int32(truncatingIfNeeded: index) }
      }
    }
    self.byAddress = byAddress
    self.byName = byName
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
