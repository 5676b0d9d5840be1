import Knowledge
import SourceText

/// The heading of a failure: `1. Title`, `Failure 2.1: Title`, `C3 - Title`, `Issue #4: Title`.
struct ItemHeading {
  let number: FailureReport.Number
  let title: String
  /// How many failures it stands for; one unless it gives a range of numbers.
  let count: Int
  /// The severity in brackets in the title: `(High)`, `[CRITICAL]`.
  let bracketedSeverity: Severity?

  private static let words: Set<String> = [
    "failure", "issue", "problem", "error", "fix", "bug", "deviation", "gap", "fault", "difference",
  ]

  init?(_ tokens: [Token], in file: SourceFile) {
    var place = 0
    while place < tokens.count, tokens[place].kind == .sign { place += 1 }
    var isNamed = false
    if place + 1 < tokens.count, tokens[place].text == "critical", tokens[place + 1].text == "issue" {
      place += 1
    }
    if place < tokens.count, Self.words.contains(tokens[place].text) {
      isNamed = true
      place += 1
    }
    if place < tokens.count, tokens[place].text == "#" { place += 1 }
    var letter = ""
    if place + 1 < tokens.count, tokens[place].kind == .word, tokens[place].text.utf8.count == 1,
      tokens[place + 1].number != nil, !tokens[place + 1].isSpaced
    {
      letter = tokens[place].text.uppercased()
      place += 1
    }
    var numbers = Self.numbers(tokens[place...])
    guard let last = numbers.popLast() else { return nil }
    place += 1 + 2 * numbers.count
    // `11-21. Further parameters` stands for eleven failures.
    var span = 1
    if place + 1 < tokens.count, tokens[place].text == "-", !tokens[place].isSpaced,
      !tokens[place + 1].isSpaced,
      let end = tokens[place + 1].number, end > last.value, end - last.value < 1_000
    {
      span = end - last.value + 1
      place += 2
    }
    count = span
    var isSeparated = false
    if place < tokens.count, [".", ")", ":", "-"].contains(tokens[place].text) {
      isSeparated = true
      place += 1
    }
    guard place < tokens.count, tokens[place].isSpaced || (isNamed && isSeparated),
      let end = tokens.last?.range.end
    else { return nil }
    number = FailureReport.Number(
      letter: letter, above: numbers.map(\.value), last: last.value, range: last.range)
    title = file.text(SourceRange(start: tokens[place].range.start, end: max(tokens[place].range.start, end)))
    bracketedSeverity = tokens[place...].enumerated().firstNonNil { offset, token in
      guard token.text == "[" || token.text == "(" else { return nil }
      let next = place + offset + 1
      return next < tokens.count ? Severity(word: tokens[next].text) : nil
    }
  }
}

extension ItemHeading {
  /// The numbers of `2.3.1` at the start; one for `2`, none where there is no number.
  static func numbers(_ tokens: ArraySlice<Token>) -> [(value: Int, range: SourceRange)] {
    var numbers: [(value: Int, range: SourceRange)] = []
    var place = tokens.startIndex
    while place < tokens.endIndex, let value = tokens[place].number {
      numbers.append((value, tokens[place].range))
      let next = place + 2
      guard next < tokens.endIndex, tokens[place + 1].text == ".", !tokens[place + 1].isSpaced,
        !tokens[next].isSpaced
      else { break }
      place = next
    }
    return numbers
  }
}

extension FailureReport.Heading {
  private static let failureWords: Set<String> = ["failures", "issues", "errors", "gaps"]
  private static let summaryWords = [
    "summary", "count", "total", "by severity", "by category", "statistic", "fixed", "resolved",
  ]
  private static let otherWords = [
    "summary", "statistic", "conclusion", "recommend", "training value", "training quality", "overview",
    "knowledge gap", "lessons", "next step", "key takeaway", "impact assessment", "methodology", "success",
    "strength", "positive", "deployment result", "deployment feasib", "fixes applied", "compliance",
    "references",
    "validation", "test results", "verification", "appendix", "executive", "by severity", "by category",
    "count",
    "total", "score", "introduction", "background", "scope",
  ]

  /// Whether what is numbered under it are failures, rather than a summary of them.
  var holdsItems: Bool {
    let text = text.lowercased()
    if isNumbered || isCategory { return true }
    if tokens.contains(where: { Self.failureWords.contains($0.text) }),
      !Self.summaryWords.contains(where: text.contains)
    {
      return true
    }
    if let what = text.firstRange(of: "what"),
      ["right", "well", "correct"].contains(where: { text[what.upperBound...].contains($0) })
    {
      return false
    }
    return !Self.otherWords.contains(where: text.contains) && !text.hasSuffix("root cause analysis")
  }

  /// `Category 3: Scope`, whatever the category is called.
  private var isCategory: Bool {
    tokens.count > 1 && ["category", "section", "part"].contains(tokens[0].text) && tokens[1].number != nil
  }

  private var isNumbered: Bool {
    ItemHeading(tokens, in: SourceFile(path: "", text: "")) != nil
  }
}
