import Audit
import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// Decides which findings of a case its reviewer reported as well.
///
/// A finding and a reported failure are the same where they speak of the same lines and share some words, or, where the
/// report quotes no line that can be found again, where they share most words and the lines that the finding cites bear
/// it out. Each is taken once, the surest pairs first.
struct ReportedFindings {
  /// The likeness of words that is enough where the lines agree.
  private static let near = 0.12
  /// Where the report quotes no line that can be found.
  private static let alone = 0.42
  /// Where it quotes other lines.
  private static let elsewhere = 0.60
  /// The share of the common words that the cited lines must hold.
  private static let grounded = 0.25
  /// Lines of one side that count.
  private static let mostLines = 60

  /// For each finding whether it was reported.
  let isReported: [Bool]
  /// How many failures the report lists.
  let failures: Int

  private struct Item {
    let words: Set<String>
    let response: Set<DocumentLine>
    let ideal: Set<DocumentLine>
  }

  init(_ analysis: FailureAnalysis, report: FailureReport, vocabulary: TitleVocabulary) {
    let quoted = QuotedPlaces(analysis)
    let items = report.items.map { item in
      let lines = quoted.lines(of: item, in: report)
      return Item(words: TitleWords.words(of: item.title), response: lines.response, ideal: lines.ideal)
    }
    var pairs: [(score: Double, finding: Int, item: Int)] = []
    for (number, finding) in analysis.findings.enumerated() {
      let response = Self.lines(finding.response, in: analysis.diff.response)
      let ideal = Self.lines(finding.ideal, in: analysis.diff.ideal)
      guard !response.isEmpty || !ideal.isEmpty else { continue }
      let title = TitleWords.words(of: finding.title)
      let words = title.union(
        TitleWords.words(of: "\(finding.rule) \(finding.subject) \(finding.category.rawValue)"))
      var cited: Set<String>?
      for (index, item) in items.enumerated() {
        let topic = max(vocabulary.likeness(words, item.words), vocabulary.likeness(title, item.words))
        guard topic >= Self.near else { continue }
        let here = Self.agree(response, item.response)
        let there = Self.agree(ideal, item.ideal)
        if here || there {
          pairs.append((1 + topic + (here && there ? 0.25 : 0), number, index))
          continue
        }
        let needed = item.response.isEmpty && item.ideal.isEmpty ? Self.alone : Self.elsewhere
        guard topic >= needed else { continue }
        let text =
          cited
          ?? Self.words(response, analysis.diff.response).union(
            Self.words(ideal, analysis.diff.ideal))
        cited = text
        let common = words.intersection(item.words)
        if vocabulary.weight(of: common.intersection(text)) >= Self.grounded * vocabulary.weight(of: common) {
          pairs.append((topic, number, index))
        }
      }
    }
    pairs.sort { ($1.score, $0.finding, $0.item) < ($0.score, $1.finding, $1.item) }
    var isReported = [Bool](repeating: false, count: analysis.findings.count)
    var isTaken = [Bool](repeating: false, count: items.count)
    for pair in pairs where !isReported[pair.finding] && !isTaken[pair.item] {
      isReported[pair.finding] = true
      isTaken[pair.item] = true
    }
    self.isReported = isReported
    failures = items.count
  }

  private static func lines(_ places: [SourceLocation], in template: Template) -> Set<DocumentLine> {
    var lines: Set<DocumentLine> = []
    for place in places {
      for line in template.lines(of: place) where lines.count < mostLines {
        lines.insert(DocumentLine(document: Int(place.document), line: line))
      }
    }
    return lines
  }

  /// Whether two sets of lines are about one place: two lines in common, or a fifth of the smaller set.
  private static func agree(_ one: Set<DocumentLine>, _ other: Set<DocumentLine>) -> Bool {
    let common = one.intersection(other).count
    return common >= 2 || (common > 0 && common * 5 >= min(one.count, other.count))
  }

  private static func words(_ lines: Set<DocumentLine>, _ template: Template) -> Set<String> {
    lines.reduce(into: []) { words, line in
      guard template.documents.indices.contains(line.document) else { return }
      words.formUnion(TitleWords.words(of: template.documents[line.document].text(ofLine: line.line)))
    }
  }
}
