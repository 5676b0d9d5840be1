import SourceText
import TemplateModel

/// The ideal's lines that stand in place of cited ones, for evidence that found its fault in the response alone.
struct RepairLines {
  private let scene: Scene
  /// The ideal's file for each of the response's, by index.
  private let pairs: [Int: Int]
  private var counterparts: [Int: Counterpart] = [:]
  /// Evidence with more places says something about the whole, not about certain lines.
  private static let mostPlaces = 6

  init(_ scene: Scene) {
    self.scene = scene
    let found = FilePairs.pairs(in: scene) { $0.standing == .final && $0.role != .document }
    pairs = Dictionary(found.map { ($0.response, $0.ideal) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds the lines to evidence that has none in the ideal.
  mutating func complete(_ evidence: inout Evidence) {
    guard evidence.ideal.isEmpty, !evidence.isInIdeal, evidence.response.count <= RepairLines.mostPlaces
    else {
      return
    }
    for place in evidence.response {
      for line in lines(insteadOf: place) where !evidence.ideal.contains(line) { evidence.ideal.append(line) }
    }
  }

  private mutating func lines(insteadOf place: SourceLocation) -> [SourceLocation] {
    let files = scene.response.files
    guard
      let index = files.firstIndex(where: {
        $0.standing == .final && $0.document == place.document && $0.location.range.contains(place.range)
      }), let partner = pairs[index]
    else { return [] }
    let counterpart =
      counterparts[index] ?? Counterpart(in: scene.ideal.files[partner], insteadOf: files[index])
    counterparts[index] = counterpart
    let start = scene.response.lines(of: files[index].location).lowerBound
    let cited = scene.response.lines(of: place)
    return counterpart.lines(insteadOf: (cited.lowerBound - start)..<(cited.upperBound - start + 1))
  }
}
