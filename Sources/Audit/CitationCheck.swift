import SourceText

/// Cited lines: whether a document is that long, and whether the code quoted below stands there.
///
/// `line 146` counts from the first line of the document, or of the code block that holds the file; two lines
/// more or less are let pass.
enum CitationCheck {
  private static let tolerance = 2

  private struct Citation {
    let lines: ClosedRange<Int>
    let sentenceLine: Int
    /// Whether the words before name the response, the ideal or the prompt.
    let subject: Subject?
  }

  private enum Subject { case response, ideal, prompt }

  static func remarks(_ report: FailureReport, _ documents: QuotedDocuments) -> [AuditRemark] {
    report.items.flatMap { item -> [AuditRemark] in
      let blocks = report.blocks(of: item)
      return item.lines.flatMap { line -> [AuditRemark] in
        // In code only a remark on the first line of a block cites the rest of it.
        let own = blocks.first { $0.lines.lowerBound == line }
        if report.codeLines.contains(line), own == nil { return [] }
        let block = own ?? blocks.first { (line + 1...line + 4).contains($0.lines.lowerBound) }
        let cited = citations(report.tokens(ofLine: line), line: line)
        return cited.compactMap { citation in
          tooLong(citation, item, documents)
            ?? (cited.count == 1 ? block.flatMap { elsewhere(citation, $0, item, report, documents) } : nil)
        }
      }
    }
  }

  private static func citations(_ tokens: [Token], line: Int) -> [Citation] {
    var citations: [Citation] = []
    for (place, token) in tokens.enumerated() where token.text == "line" || token.text == "lines" {
      guard place + 1 < tokens.count, let first = tokens[place + 1].number, first > 0 else { continue }
      var last = first
      if place + 3 < tokens.count, tokens[place + 2].text == "-", let end = tokens[place + 3].number,
        end >= first
      {
        last = end
      }
      // `line 4.2` and `3 lines 120 columns` are something else; so is `lines 3, 9 and 12`, which quotes no stretch.
      if place + 2 < tokens.count, tokens[place + 2].text == "." || tokens[place + 2].text == "+",
        !tokens[place + 2].isSpaced, place + 3 < tokens.count, tokens[place + 3].number != nil
      {
        continue
      }
      citations.append(Citation(lines: first...last, sentenceLine: line, subject: subject(tokens, place)))
    }
    return citations
  }

  /// The document whose name stands right before, or right behind an `in`.
  private static func subject(_ tokens: [Token], _ place: Int) -> Subject? {
    for token in tokens[max(0, place - 6)..<place].reversed() {
      switch token.text {
      case "model": return .response
      case "ideal": return .ideal
      case "prompt": return .prompt
      // Another file is named; its own lines are not those of the document.
      case "ts", "py", "tf", "yml", "yaml", "json", "go", "java", "js": return nil
      default: continue
      }
    }
    return nil
  }

  private static func tooLong(
    _ citation: Citation, _ item: FailureReport.Item, _ documents: QuotedDocuments
  ) -> AuditRemark? {
    let (length, name): (Int, String)
    switch citation.subject {
    case .response: (length, name) = (documents.response.length, "response")
    case .ideal: (length, name) = (documents.ideal.length, "ideal")
    case .prompt:
      guard let prompt = documents.prompt else { return nil }
      (length, name) = (prompt.lines.count, "prompt")
    case nil: return nil
    }
    guard citation.lines.upperBound > length + tolerance else { return nil }
    return AuditRemark(
      .citedLines, lines: citation.sentenceLine...citation.sentenceLine,
      "Failure \(item.number.text) cites \(words(citation.lines)), but the \(name) ends at line \(length).")
  }

  private static func elsewhere(
    _ citation: Citation, _ block: FailureReport.CodeBlock, _ item: FailureReport.Item,
    _ report: FailureReport,
    _ documents: QuotedDocuments
  ) -> AuditRemark? {
    let sides: [QuotedDocuments.Side]
    switch citation.subject {
    case .response: sides = [documents.response]
    case .ideal: sides = [documents.ideal]
    case .prompt: return nil
    case nil: sides = [documents.response, documents.ideal]
    }
    let near = citation.lines.lowerBound - tolerance...citation.lines.upperBound + tolerance
    var nearest: Int?
    for (_, text) in report.quotedLines(block) {
      for place in sides.flatMap({ $0.places[text] ?? [] }) {
        if near.contains(place.line) || near.contains(place.inBlock) { return nil }
        let isNearer = nearest.map {
          abs($0 - citation.lines.lowerBound) > abs(place.line - citation.lines.lowerBound)
        }
        if isNearer != false { nearest = place.line }
      }
    }
    guard let nearest else { return nil }
    return AuditRemark(
      .citedLines, lines: citation.sentenceLine...citation.sentenceLine,
      "Failure \(item.number.text) cites \(words(citation.lines)), which say something else; what it quotes stands at line \(nearest)."
    )
  }

  private static func words(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
  }
}
