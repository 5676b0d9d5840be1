import SourceText

/// Mentions of other failures (`see issue 4`, `same as #2 and #3`) and links to headings that do not exist.
enum CrossReferenceCheck {
  struct Reference {
    /// `[4]`, or `[2, 3]` for 2.3.
    let number: [Int]
    let line: Int

    var text: String { number.map(String.init).joined(separator: ".") }
  }

  private static let leads: Set<String> = [
    "see", "as", "in", "under", "by", "to", "from", "with", "like", "also", "and", "or", "of", "(", ",",
  ]
  private static let names: Set<String> = ["failure", "failures", "issue", "issues"]

  static func remarks(_ report: FailureReport) -> [AuditRemark] {
    let numbers = report.items.map(\.number)
    var remarks: [AuditRemark] = []
    if !numbers.isEmpty {
      let known = Set(numbers.filter(\.letter.isEmpty).map { $0.above + [$0.last] })
      let lengths = Set(known.map(\.count))
      for reference in references(report)
      where lengths.contains(reference.number.count) && !known.contains(reference.number) {
        remarks.append(
          AuditRemark(
            .crossReference, lines: reference.line...reference.line,
            "Failure \(reference.text) is mentioned, but no failure has this number."))
      }
    }
    return remarks + deadLinks(report)
  }

  /// The numbers that prose refers to.
  static func references(_ report: FailureReport) -> [Reference] {
    var references: [Reference] = []
    let headings = Set(report.headings.map(\.line))
    for line in 1...max(1, report.file.lines.count)
    where !report.codeLines.contains(line) && !headings.contains(line) {
      let tokens = report.tokens(ofLine: line)
      for (place, token) in tokens.enumerated() {
        guard place > 0, leads.contains(tokens[place - 1].text) else { continue }
        var next = place
        if names.contains(token.text) { next += 1 }
        let isMarked = next < tokens.count && tokens[next].text == "#"
        if isMarked { next += 1 }
        guard next > place, next < tokens.count, tokens[next].number != nil,
          // `#1` alone may be a rank or an anchor; `same as #1` and `issue #1` are references.
          names.contains(token.text) || ["as", "see"].contains(tokens[place - 1].text)
        else { continue }
        let parts = ItemHeading.numbers(tokens[next...])
        references.append(Reference(number: parts.map(\.value), line: line))
      }
    }
    return references
  }

  private static func deadLinks(_ report: FailureReport) -> [AuditRemark] {
    var remarks: [AuditRemark] = []
    var anchors: Set<String>?
    for line in 1...max(1, report.file.lines.count) where !report.codeLines.contains(line) {
      var rest = report.file.text(ofLine: line)[...]
      while let open = rest.firstRange(of: "](#") {
        rest = rest[open.upperBound...]
        let anchor = String(rest.prefix { $0 != ")" })
        let known = anchors ?? Set(report.headings.map { slug($0.text) })
        anchors = known
        if !known.contains(anchor.lowercased()) {
          remarks.append(
            AuditRemark(
              .crossReference, lines: line...line, "The link #\(anchor) leads to no heading of the report."))
        }
      }
    }
    return remarks
  }

  /// GitHub's anchor of a heading: lower case, blanks as hyphens, no punctuation.
  private static func slug(_ heading: String) -> String {
    var slug = ""
    for character in heading.lowercased() {
      if character == " " {
        slug += "-"
      } else if character.isLetter || character.isNumber || "-_".contains(character) {
        slug.append(character)
      }
    }
    return slug
  }
}
