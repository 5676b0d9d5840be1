package import Knowledge
package import SourceText

/// A place where a report says how many failures it lists: in all, or of each severity.
///
///     - **Total failures**: 10 (3 Critical, 3 High, 4 Medium)      one line
///     | Critical | 3 |                                            rows or list items that follow each other
package struct StatedCount: Sendable {
  /// 1-based lines.
  package var lines: ClosedRange<Int>
  package var total: Figure?
  package var severities: [(severity: Severity, figure: Figure)] = []
  /// Whether something is counted that no item can be matched with: two severities together, a rounded number.
  package var isVague = false

  package struct Figure: Sendable {
    package let value: Int
    package let range: SourceRange
  }

  /// The number stated, or the sum of the severities; nil where it is vague.
  package var sum: Int? {
    if let total { return total.value }
    return isVague || severities.isEmpty ? nil : severities.reduce(0) { $0 + $1.figure.value }
  }

  /// What is stated of one severity; nil where nothing is.
  package func value(_ severity: Severity) -> Int? {
    let values = severities.filter { $0.severity == severity }.map(\.figure.value)
    return values.isEmpty ? nil : values.reduce(0, +)
  }
}

extension FailureReport {
  /// What stands outside of the items, in the order of the text.
  package var statedCounts: [StatedCount] {
    var counts: [StatedCount] = []
    var listed: StatedCount?
    func finish() {
      // A single row may speak of anything.
      if let list = listed, Set(list.severities.map(\.severity)).count > 1 { counts.append(list) }
      listed = nil
    }
    let inItems = items.reduce(into: Set<Int>()) { $0.formUnion($1.lines) }
    let inHeadings = Set(headings.map(\.line))
    for line in 1...max(1, file.lines.count) {
      let outside = !inItems.contains(line) && !codeLines.contains(line)
      guard outside, !inHeadings.contains(line) else {
        finish()
        continue
      }
      let tokens = tokens(ofLine: line)
      if let total = StatedCount(totalIn: tokens, line: line) {
        finish()
        counts.append(total)
      } else if let row = StatedCount(rowIn: tokens, line: line) {
        if let list = listed, row.severities.first.map({ list.value($0.severity) == nil }) == true {
          listed?.lines = list.lines.lowerBound...line
          listed?.severities += row.severities
        } else {
          finish()
          listed = row
        }
      } else if var list = listed, let last = StatedCount.Figure(lastRowIn: tokens) {
        list.lines = list.lines.lowerBound...line
        list.total = last
        listed = list
        finish()
      } else if !tokens.isEmpty, listed != nil, line > (listed?.lines.upperBound ?? 0) + 2 {
        finish()
      }
    }
    finish()
    return counts
  }
}

extension StatedCount {
  private static let nouns: Set<String> = ["failures", "failure", "issues", "bugs", "errors", "problems"]
  private static let otherThings: Set<String> = [
    "lines", "fixes", "applied", "fixed", "resolved", "resources", "outputs", "tests", "cost", "time",
    "waste",
    "critical", "high", "medium", "low", "major", "minor", "severity", "deployment", "intentional",
    "potential",
  ]

  /// `Total failures: 10 (7 Critical, 3 High)`, `Total issues identified: 4 Critical, 2 Low`.
  fileprivate init?(totalIn tokens: [Token], line: Int) {
    let words = tokens.prefix { $0.kind == .word || ["-", "|", "#", ">", "."].contains($0.text) }.filter {
      $0.kind == .word
    }
    guard words.first?.text == "total", words.contains(where: { Self.nouns.contains($0.text) }),
      !words.contains(where: { Self.otherThings.contains($0.text) })
    else { return nil }
    let rest = Array(tokens.drop { $0.number == nil })
    lines = line...line
    var place = 0
    while place < rest.count {
      defer { place += 1 }
      guard let value = rest[place].number else { continue }
      let figure = Figure(value: value, range: rest[place].range)
      var next = place + 1
      if next < rest.count, rest[next].text == "+" || rest[next].text == "%" || rest[next].text == "." {
        isVague = true
        continue
      }
      if next < rest.count, let severity = Severity(word: rest[next].text) {
        next += 1
        if next < rest.count, rest[next].text == "/" {
          isVague = true
        } else {
          severities.append((severity, figure))
        }
      } else if place == 0 {
        total = figure
      } else if rest[place - 1].text == "=" || (next < rest.count && rest[next].text == "total"), total == nil
      {
        total = figure
      } else if total == nil, isBracketed(place, in: rest) == false {
        isVague = true
      }
    }
    if total == nil, severities.isEmpty { return nil }
    if total != nil { isVague = false }
  }

  private func isBracketed(_ place: Int, in tokens: [Token]) -> Bool {
    let before = tokens[..<place]
    return before.count { $0.text == "(" } > before.count { $0.text == ")" }
  }

  /// `| Critical | 3 |`, `- **High**: 3 failures (…)`, `- 3 Critical`.
  fileprivate init?(rowIn tokens: [Token], line: Int) {
    let isRow = tokens.first?.text == "|"
    let content = Array(tokens.drop { $0.kind == .sign })
    guard let first = content.first else { return nil }
    lines = line...line
    let nouns = Self.nouns.union(["severity", "priority", "impact", "level"])
    if let value = first.number, content.count > 1, let severity = Severity(word: content[1].text), !isRow {
      let next = content.count > 2 ? content[2].text : ""
      guard next != "/", next != "-", content.count < 3 || content[2].kind == .sign || nouns.contains(next)
      else {
        return nil
      }
      severities = [(severity, Figure(value: value, range: first.range))]
      return
    }
    guard first.kind == .word, let severity = Severity(word: first.text) else { return nil }
    let rest = Array(content.dropFirst().drop { nouns.contains($0.text) })
    guard let sign = rest.first, sign.text == (isRow ? "|" : ":"), rest.count > 1, let value = rest[1].number,
      rest.count < 3 || !["%", "+", ".", "/", "-"].contains(rest[2].text) || rest[2].isSpaced
    else { return nil }
    if rest.count > 2, rest[2].kind == .word, !nouns.contains(rest[2].text), !isRow { return nil }
    severities = [(severity, Figure(value: value, range: rest[1].range))]
  }
}

extension StatedCount.Figure {
  /// `| **Total** | **15** |` behind rows of severities.
  fileprivate init?(lastRowIn tokens: [Token]) {
    let content = tokens.drop { $0.kind == .sign }
    guard tokens.first?.text == "|", content.first?.text == "total" else { return nil }
    let rest = Array(content.drop { $0.text != "|" }.dropFirst())
    guard let value = rest.first?.number, rest.count < 2 || rest[1].text == "|" else { return nil }
    self.init(value: value, range: rest[0].range)
  }
}
