import SourceText
import TemplateModel

/// Finds files of the response that are not well formed, where the ideal's are.
enum SyntaxErrors {
  static func evidence(_ scene: Scene) -> [Evidence] {
    if scene.ideal.problems.contains(where: isError) { return [] }
    var found: [Evidence] = []
    for (index, file) in scene.response.files.enumerated()
    where file.standing == .final && file.dialect != nil {
      let places = scene.response.problems.filter {
        isError($0) && $0.location.document == file.location.document
          && file.location.range.contains($0.location.range)
      }.map(\.location)
      guard !places.isEmpty else { continue }
      found.append(
        Evidence(
          subject: DeltaSubject(file, order: 4_000_000 + index), response: Array(places.prefix(6)),
          confidence: 600))
    }
    return found
  }

  private static func isError(_ problem: LocatedProblem) -> Bool {
    switch problem.problem.kind {
    case .unexpectedToken, .unclosedString, .badIndentation, .missingValue, .tabIndentation: true
    default: false
    }
  }
}
