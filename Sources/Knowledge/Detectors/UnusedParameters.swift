import SourceText
import TemplateModel

/// Finds parameters of the response that nothing in it refers to.
enum UnusedParameters {
  static func evidence(_ scene: Scene) -> [Evidence] {
    let inIdeal = Set(unused(scene.ideal).map { scene.ideal.declarations[$0].name })
    return unused(scene.response).compactMap { index in
      let parameter = scene.response.declarations[index]
      guard !inIdeal.contains(parameter.name) else { return nil }
      let counterpart = scene.ideal.declarations.first { $0.kind == .parameter && $0.name == parameter.name }
      return Evidence(
        subject: DeltaSubject(parameter, order: 2_000_000 + index), response: [parameter.location],
        ideal: counterpart.map { [$0.location] } ?? [], confidence: 600)
    }
  }

  private static func unused(_ template: Template) -> [Int] {
    var used: Set<String> = []
    for resource in template.resources {
      for (reference, _) in resource.properties.references { used.insert(reference.target) }
      for (reference, _) in resource.condition?.references ?? [] { used.insert(reference.target) }
      for attribute in resource.attributes {
        for (reference, _) in attribute.value.references { used.insert(reference.target) }
      }
    }
    for declaration in template.declarations
    where declaration.kind != .parameter && declaration.kind != .metadata {
      for (reference, _) in declaration.value.references { used.insert(reference.target) }
    }
    return template.declarations.indices.filter {
      template.declarations[$0].kind == .parameter && !used.contains(template.declarations[$0].name)
    }
  }
}
