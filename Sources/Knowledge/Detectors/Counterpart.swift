import SourceText
import TemplateModel

/// What stands in one version of a file in place of lines of the other.
struct Counterpart {
  private let wanted: CodeLines
  private let hunks: [LineAlignment.Hunk]
  /// Longer runs are cut to this many lines around the place meant.
  private static let longest = 9

  /// - Parameter given: the version whose lines will be asked about.
  init(in wanted: TemplateFile, insteadOf given: TemplateFile) {
    self.wanted = CodeLines(wanted)
    hunks = LineAlignment.hunks(self.wanted.hashes, CodeLines(given).hashes).hunks
  }

  /// Nothing where the lines are the same in both or stand in one only.
  ///
  /// - Parameter lines: of the given file, 0-based.
  func lines(insteadOf lines: Range<Int>) -> [SourceLocation] {
    var found: [SourceLocation] = []
    for hunk in hunks where hunk.ideal.overlaps(lines) && !hunk.response.isEmpty {
      var place = hunk.response
      if place.count > Counterpart.longest {
        let offset = max(0, lines.lowerBound - hunk.ideal.lowerBound) * place.count / max(1, hunk.ideal.count)
        let start = max(place.lowerBound, place.lowerBound + offset - Counterpart.longest / 2)
        place = start..<min(place.upperBound, start + Counterpart.longest)
      }
      found += wanted.locations(place)
    }
    return found
  }
}
