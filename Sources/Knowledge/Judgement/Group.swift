import SourceText
import TemplateModel

/// What becomes one finding: the evidence of one known failure that a reviewer would tell in one breath.
struct Group {
  let failure: KnownFailure
  /// The alternative that held first.
  let detection: Detection
  /// Its 0-based place in the entry.
  let alternative: Int
  var evidence: [Evidence]
  /// What the ideal's prose says about it.
  var fix: DeclaredFix?
  /// Where it says so, and the lines that it speaks of.
  var fixPlaces: [SourceLocation] = []

  /// Puts evidence together: all of a known failure, or apart by type, resource or property where the entry says so.
  static func groups(of failure: KnownFailure, _ found: [(detection: Int, evidence: Evidence)]) -> [Group] {
    var groups: [Group] = []
    var index: [String: Int] = [:]
    var seen: Set<String> = []
    let hasBetter = found.contains { !failure.detections[$0.detection].looksAtWords }
    var differing: Set<String> = []
    for (number, evidence) in found where failure.detections[number].looksAtDifferences {
      differing.insert("\(evidence.subject.type)\t\(evidence.subject.address)")
    }
    for (number, evidence) in found where !(hasBetter && failure.detections[number].looksAtWords) {
      let detection = failure.detections[number]
      let subject = evidence.subject
      // What a difference shows needs no second proof from the resource alone.
      if detection.looksAtResources, differing.contains("\(subject.type)\t\(subject.address)") { continue }
      let place = "\(subject.type)\t\(subject.address)\t\(evidence.path)\t\(evidence.detail ?? "")"
      guard seen.insert(place).inserted else { continue }
      let key: String =
        switch detection.each {
        case .rule: ""
        case .type: subject.type
        case .resource: "\(subject.type)\t\(subject.address)"
        case .property: place
        }
      if let at = index[key] {
        groups[at].evidence.append(evidence)
      } else {
        index[key] = groups.count
        groups.append(
          Group(
            failure: failure, detection: detection, alternative: number, evidence: [evidence],
            fix: evidence.fix))
      }
    }
    return groups
  }

  /// How severe it is, and why in half a sentence.
  var gravity: (level: Severity, because: String) {
    let stated = failure.severity
    var level = detection.severity ?? stated.level
    let because = detection.because ?? stated.because
    if let many = stated.many, evidence.count >= 4, many > level { level = many }
    return (level, because)
  }

  /// Whether nothing but the ideal's prose shows it.
  var isDeclaredOnly: Bool { evidence.first?.fix != nil }

  /// The surest evidence counts.
  var confidence: Int { evidence.map(\.confidence).max() ?? 0 }

  /// Where the finding begins in the text.
  var order: Int { evidence.map(\.subject.order).min() ?? 0 }

  /// Places of one side, the first of each piece of evidence first, together at most `most` lines: of long places
  /// only their beginning is cited.
  static func citations(_ places: [[SourceLocation]], in template: Template, most: Int = 60)
    -> [SourceLocation]
  {
    var ordered: [SourceLocation] = []
    var seen: Set<SourceLocation> = []
    for place in places { if let first = place.first, seen.insert(first).inserted { ordered.append(first) } }
    for place in places {
      for other in place.dropFirst() where seen.insert(other).inserted { ordered.append(other) }
    }
    let share = max(3, most / max(1, ordered.count))
    var left = most
    var cited: [SourceLocation] = []
    for location in ordered {
      guard left > 0 else { break }
      let lines = template.lines(of: location)
      let wanted = min(lines.count, max(share, left - (ordered.count - cited.count - 1) * share))
      cited.append(wanted < lines.count ? template.head(of: location, lines: wanted) : location)
      left -= wanted
    }
    return cited
  }
}

extension Template {
  /// The first lines of a location.
  func head(of location: SourceLocation, lines count: Int) -> SourceLocation {
    guard documents.indices.contains(Int(location.document)) else { return location }
    let index = documents[Int(location.document)].lines
    let end = index.range(ofLine: index.line(at: location.range.start) + count - 1).end
    return SourceLocation(
      document: location.document,
      range: SourceRange(start: location.range.start, end: min(end, location.range.end)))
  }
}
