import SourceText
import TemplateModel

/// Finds regions in the response's code that neither the prompt nor the ideal's code names.
enum DeploymentRegions {
  private static let regions = [
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1",
    "eu-north-1", "eu-south-1", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "ap-northeast-2",
    "ap-south-1", "ca-central-1", "sa-east-1", "me-south-1", "af-south-1",
  ]
  private static let matcher = WordMatcher(regions)

  static func evidence(_ scene: Scene) -> [Evidence] {
    var asked: Set<Int> = []
    for requirement in scene.requirements {
      for text in [requirement.text] + requirement.headings {
        matcher.search(Array(text.utf8)) { word, _ in asked.insert(word) }
      }
    }
    if asked.isEmpty { return [] }
    let wanted = matcher.matches(in: scene.ideal).filter { isCode(scene.ideal.files[$0.file]) }
    for match in wanted { asked.insert(match.word) }
    let named = matcher.matches(in: scene.response).filter { isCode(scene.response.files[$0.file]) }
    var found: [Evidence] = []
    for word in regions.indices where !asked.contains(word) {
      let matches = named.filter { $0.word == word }
      guard let first = matches.first else { continue }
      found.append(
        Evidence(
          subject: DeltaSubject(scene.response.files[first.file], order: 4_000_000 + first.file),
          responseText: regions[word], response: matches.map(\.location),
          ideal: wanted.prefix(6).map(\.location), confidence: 600))
    }
    return found
  }

  private static func isCode(_ file: TemplateFile) -> Bool {
    switch file.role {
    case .document, .unitTest, .integrationTest: false
    default: true
    }
  }
}
