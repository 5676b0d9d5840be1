import SourceText
import TemplateModel

/// Finds answers to another question: hardly a type of resource that the ideal has is in the response.
enum NothingInCommon {
  static func evidence(_ scene: Scene) -> [Evidence] {
    let asked = types(scene.ideal)
    let given = types(scene.response)
    guard asked.count >= 4, !given.isEmpty else { return [] }
    let shared = asked.filter(given.contains)
    guard shared.count * 5 <= asked.count else { return [] }
    let first = scene.response.resources.first
    let wanted = scene.ideal.resources.first
    return [
      Evidence(
        subject: .template, responseText: sample(given), idealText: sample(asked),
        detail: "\(shared.count) of \(asked.count)",
        response: (scene.response.declarations(.description).map(\.location)
          + (first.map { [$0.location] } ?? [])),
        ideal: (scene.ideal.declarations(.description).map(\.location) + (wanted.map { [$0.location] } ?? [])),
        confidence: 850)
    ]
  }

  private static func types(_ template: Template) -> [String] {
    var types: [String] = []
    for resource in template.resources where !types.contains(resource.canonicalType) {
      types.append(resource.canonicalType)
    }
    return types
  }

  private static func sample(_ types: [String]) -> String {
    types.prefix(3).map { TypeTitle.title(of: $0) }.joined(separator: ", ")
  }
}
