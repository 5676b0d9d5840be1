import SourceText
import TemplateModel

/// Finds responses that break off, and files of them that were never finished.
enum TruncatedAnswer {
  static func evidence(_ scene: Scene) -> [Evidence] {
    var found: [Evidence] = []
    for (index, file) in scene.response.files.enumerated() where file.standing == .final && !file.isComplete {
      let problems = scene.response.problems.filter { problem in
        (problem.problem.kind == .truncated || problem.problem.kind == .unexpectedEnd
          || problem.problem.kind == .unclosedBracket) && file.location.document == problem.location.document
          && file.location.range.contains(problem.location.range)
      }
      found.append(
        Evidence(
          subject: DeltaSubject(file, order: 4_000_000 + index),
          response: problems.isEmpty ? [scene.response.tail(of: file.location)] : problems.map(\.location),
          confidence: 800))
    }
    return found
  }
}

extension Template {
  /// The last lines of a location.
  func tail(of location: SourceLocation, lines count: Int = 5) -> SourceLocation {
    guard documents.indices.contains(Int(location.document)) else { return location }
    let index = documents[Int(location.document)].lines
    let last = index.lines(of: location.range).upperBound
    let start = index.range(ofLine: max(1, last - count + 1)).start
    return SourceLocation(
      document: location.document,
      range: SourceRange(start: max(start, location.range.start), end: location.range.end))
  }
}
