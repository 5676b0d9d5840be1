import SourceText
import TemplateModel

/// Finds references of the response to something that it declares nowhere.
enum UndeclaredReferences {
  static func evidence(_ scene: Scene) -> [Evidence] {
    let inIdeal = Set(unresolved(scene.ideal).map(\.target))
    var found: [Evidence] = []
    var seen: Set<String> = []
    for (target, resource, location) in unresolved(scene.response) where !inIdeal.contains(target) {
      guard seen.insert("\(resource) \(target)").inserted else { continue }
      let whole = scene.response.resources[resource]
      found.append(
        Evidence(
          subject: DeltaSubject(whole, order: scene.idealOf[resource] ?? 1_000_000 + resource),
          responseText: target, detail: "`\(target)`", response: [location],
          ideal: scene.idealOf[resource].map { [scene.ideal.resources[$0].location] } ?? [], confidence: 600))
    }
    return found
  }

  private static func unresolved(
    _ template: Template
  ) -> [(target: String, resource: Int, location: SourceLocation)] {
    var found: [(target: String, resource: Int, location: SourceLocation)] = []
    for (index, resource) in template.resources.enumerated() {
      for (reference, location) in resource.properties.references + resource.dependsOn
      where reference.kind == .unresolved {
        found.append((reference.target, index, location))
      }
    }
    return found
  }
}
