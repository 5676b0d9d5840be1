import SourceText
import TemplateModel

/// Finds `DependsOn` entries of the response that a reference in the same resource makes needless, and that the
/// ideal does without.
enum RedundantDependencies {
  static func evidence(_ scene: Scene) -> [Evidence] {
    var found: [Evidence] = []
    for (index, resource) in scene.response.resources.enumerated() where !resource.dependsOn.isEmpty {
      let referred = Set(resource.properties.references.map(\.reference.target))
      let counterpart = scene.idealOf[index].map { scene.ideal.resources[$0] }
      let kept = Set(counterpart?.dependsOn.map(\.reference.target) ?? [])
      let needless = resource.dependsOn.filter {
        referred.contains($0.reference.target) && (counterpart == nil || !kept.contains($0.reference.target))
      }
      guard !needless.isEmpty else { continue }
      found.append(
        Evidence(
          subject: DeltaSubject(resource, order: scene.idealOf[index] ?? 1_000_000 + index),
          path: PropertyPath([.key("@DependsOn")]),
          responseText: needless.map(\.reference.target).joined(separator: ", "),
          detail: needless.map { "`\($0.reference.target)`" }.joined(separator: ", "),
          response: [resource.attributeLocation("DependsOn") ?? needless[0].location, resource.nameLocation],
          ideal: counterpart.map { [$0.location] } ?? [],
          deltas: scene.deltasOfResponse[index].filter { scene.keys[$0].first == "@dependson" },
          confidence: counterpart == nil ? 400 : 900))
    }
    return found
  }
}

extension Resource {
  /// Where an attribute beside the properties is written, its key included.
  func attributeLocation(_ key: String) -> SourceLocation? { attributes.last { $0.key == key }?.location }
}
