import Knowledge
import SourceText

/// Parts of one document that were not read for the same reason, told in one line.
struct UnreadGroup: Sendable {
  let path: String
  let sentence: String
  private(set) var lines: [ClosedRange<Int>]

  /// How many places are named; the others are counted.
  private static let namedPlaces = 12

  /// Groups in the order of their first parts; the same lines are named once.
  static func groups(_ parts: [ReportSummary.UnreadPart]) -> [UnreadGroup] {
    var groups: [UnreadGroup] = []
    var places: [String: Int] = [:]
    for part in parts {
      let sentence = part.problem.sentence
      let key = part.path + "\u{0}" + sentence
      if let place = places[key] {
        if groups[place].lines.last != part.lines { groups[place].lines.append(part.lines) }
      } else {
        places[key] = groups.count
        groups.append(UnreadGroup(path: part.path, sentence: sentence, lines: [part.lines]))
      }
    }
    return groups
  }

  /// The lines as prose cites them: `line 7`, `lines 3–9 and 14`, `lines 1, 2 and 30 more places`.
  var place: String {
    if lines.count == 1 { return Excerpt.name(of: lines[0]) }
    var names = lines.prefix(UnreadGroup.namedPlaces).map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }
    if lines.count > names.count { names.append(counted(lines.count - names.count, "more place")) }
    return "lines \(names.listed)"
  }
}
