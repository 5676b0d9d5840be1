import SourceText
import TemplateModel

/// Which delta follows from which: a reference from the thing that came or went, a resource from its file.
struct Causes {
  private let response: Template
  private let ideal: Template
  private let correspondence: Correspondence

  init(_ response: Template, _ ideal: Template, _ correspondence: Correspondence) {
    self.response = response
    self.ideal = ideal
    self.correspondence = correspondence
  }

  func tell(_ deltas: inout [Delta]) {
    var added: (resources: [Int: Int], names: [String: Int], files: [Int: Int]) = ([:], [:], [:])
    var removed = added
    var renamed: [Int: Int] = [:]
    for (index, delta) in deltas.enumerated() where delta.path.steps.isEmpty {
      switch (delta.kind, delta.subject) {
      case (.added, .resource(_, let place?)), (.split, .resource(_, let place?)):
        added.resources[place] = index
      case (.removed, .resource(let place?, _)), (.merged, .resource(let place?, _)):
        removed.resources[place] = index
      case (.added, .declaration(_, _, let place?)): added.names[ideal.declarations[place].name] = index
      case (.removed, .declaration(_, let place?, _)):
        removed.names[response.declarations[place].name] = index
      case (.added, .file(_, let place?)): added.files[place] = index
      case (.removed, .file(let place?, _)): removed.files[place] = index
      case (.renamed, .resource(let place?, _)): renamed[place] = index
      default: break
      }
    }
    for index in deltas.indices {
      let delta = deltas[index]
      if delta.path.steps.isEmpty {
        deltas[index].cause = file(delta, added: added.files, removed: removed.files)
        continue
      }
      for reference in delta.ideal?.value?.references.map(\.reference) ?? [] where deltas[index].cause == nil
      {
        if let place = correspondence.idealResource(reference) {
          deltas[index].cause = added.resources[place]
        } else {
          deltas[index].cause = added.names[reference.target]
        }
      }
      for reference in delta.response?.value?.references.map(\.reference) ?? []
      where deltas[index].cause == nil {
        if let place = correspondence.responseResource(reference) {
          deltas[index].cause = removed.resources[place]
        } else {
          deltas[index].cause = removed.names[reference.target]
        }
      }
    }
    if !renamed.isEmpty { follow(renamed, &deltas) }
  }

  /// The delta of the file that came or went with a resource or declaration.
  private func file(_ delta: Delta, added: [Int: Int], removed: [Int: Int]) -> Int? {
    switch (delta.kind, delta.subject) {
    case (.added, .resource(nil, let place?)): added[ideal.resources[place].file]
    case (.removed, .resource(let place?, nil)): removed[response.resources[place].file]
    case (.added, .declaration(_, nil, let place?)): added[ideal.declarations[place].file]
    case (.removed, .declaration(_, let place?, nil)): removed[response.declarations[place].file]
    default: nil
    }
  }

  /// Notes with each renamed resource where the response mentions it.
  private func follow(_ renamed: [Int: Int], _ deltas: inout [Delta]) {
    func note(_ reference: Reference, _ location: SourceLocation) {
      guard let place = correspondence.responseResource(reference), let index = renamed[place] else { return }
      deltas[index].followers.append(location)
    }
    func visit(_ value: Value) {
      value.forEach { value in
        if case .reference(let reference) = value.kind { note(reference, value.location) }
      }
    }
    for resource in response.resources {
      visit(resource.properties)
      for member in resource.attributes { visit(member.value) }
      for (reference, location) in resource.dependsOn { note(reference, location) }
    }
    for declaration in response.declarations { visit(declaration.value) }
  }
}
