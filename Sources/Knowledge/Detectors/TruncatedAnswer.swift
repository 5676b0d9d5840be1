import SourceText
import TemplateModel

/// Finds responses that break off, and files of them that were never finished.
enum TruncatedAnswer {
  static func evidence(_ scene: Scene) -> [Evidence] {
    if scene.ideal.problems.contains(where: isEnd) { return [] }
    var found: [Evidence] = []
    for (index, file) in scene.response.files.enumerated() where file.standing == .final {
      let ends = scene.response.problems.filter { isEnd($0) && file.holds($0.location) }.map(\.location)
      guard !ends.isEmpty || !file.isComplete else { continue }
      found.append(
        Evidence(
          subject: DeltaSubject(file, order: 4_000_000 + index),
          response: ends.isEmpty ? [scene.response.tail(of: file.location)] : ends, confidence: 700))
    }
    return found
  }

  private static func isEnd(_ problem: LocatedProblem) -> Bool {
    switch problem.problem.kind {
    case .truncated, .unexpectedEnd, .unclosedBracket: true
    default: false
    }
  }
}

extension TemplateFile {
  fileprivate func holds(_ place: SourceLocation) -> Bool {
    location.document == place.document && location.range.contains(place.range)
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
