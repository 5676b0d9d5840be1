import Knowledge

extension Severity {
  /// A severity by any of the words that reviewers use: `Moderate` is medium, `Major` high.
  init?(word: String) {
    switch word {
    case "critical", "severe": self = .critical
    case "high", "major": self = .high
    case "medium", "moderate": self = .medium
    case "low", "minor": self = .low
    default: return nil
    }
  }
}

extension [Token] {
  /// The first severity that is named.
  var severity: Severity? { firstNonNil { $0.kind == .word ? Severity(word: $0.text) : nil } }

  /// The severity in a line that is a field for it: `Impact Level: High`, `- Severity: Low`.
  ///
  /// `Impact: high costs` is none.
  var severityField: Severity? {
    let words = filter { $0.kind == .word }.prefix(2).map(\.text)
    guard words.first == "severity" || words.first == "priority" || words == ["impact", "level"] else {
      return nil
    }
    return labelledSeverity
  }

  /// The one severity that a section's heading names; nil for `Critical and High`, `Non-Critical`, `High availability`.
  var sectionSeverity: Severity? {
    let places = indices.filter { self[$0].kind == .word && Severity(word: self[$0].text) != nil }
    guard places.count == 1, let place = places.first else { return nil }
    if place >= 2, self[place - 1].text == "-", self[place - 2].text == "non" { return nil }
    if place + 1 < count, self[place + 1].text == "availability" { return nil }
    return Severity(word: self[place].text)
  }

  /// The severity behind `Impact Level:`, `Severity:`, `Priority:`; nil where there is no such label.
  var labelledSeverity: Severity? {
    for (place, token) in enumerated() where ["impact", "severity", "priority", "level"].contains(token.text)
    {
      var next = place + 1
      while next < count, next - place <= 4, self[next].kind == .sign || self[next].text == "level" {
        next += 1
      }
      if next < count, let severity = Severity(word: self[next].text) { return severity }
    }
    return nil
  }
}

extension Sequence {
  func firstNonNil<Found>(_ body: (Element) -> Found?) -> Found? {
    for element in self { if let found = body(element) { return found } }
    return nil
  }
}
