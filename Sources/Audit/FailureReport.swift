package import Knowledge
package import SourceText
import Syntax

/// A report that a person or a model wrote, taken apart: the failures it lists, and the lines around them.
package struct FailureReport: Sendable {
  package let file: SourceFile
  /// In the order of the text.
  package let items: [Item]
  /// The text of each heading with its 1-based line.
  let headings: [Heading]
  /// The code blocks, in the order of the text.
  let blocks: [CodeBlock]
  /// 1-based lines that are code.
  let codeLines: Set<Int>

  /// A failure that the report lists.
  package struct Item: Sendable {
    /// `3`, `2.1` or `C4`; nil where the heading has none.
    package let number: Number
    package let title: String
    /// How many failures it stands for: eleven in `11-21. Further parameters`.
    package let count: Int
    /// The severity written in the item itself: in a field or behind the title.
    package let ownSeverity: Severity?
    /// The severity in a field of its own: `Impact Level`, `Severity`, `Priority`.
    let fieldSeverity: Severity?
    /// The severity that one of the headings above names.
    package let sectionSeverity: Severity?
    /// The severity of the section that it stands in, where the heading names that one alone and is no title.
    let groupSeverity: Severity?
    /// 1-based lines, the heading's first.
    package let lines: ClosedRange<Int>

    package var severity: Severity? { ownSeverity ?? sectionSeverity }
  }

  /// The number of an item: `C`, `[2]` and 1 in `C2.1`.
  package struct Number: Hashable, Sendable {
    package let letter: String
    package let above: [Int]
    package let last: Int
    /// Where the last number stands.
    let range: SourceRange

    package var text: String { letter + (above + [last]).map(String.init).joined(separator: ".") }
  }

  struct Heading: Sendable {
    let level: Int
    let line: Int
    let text: String
    let tokens: [Token]
  }

  struct CodeBlock: Sendable {
    /// The first word of the info string, in lower case.
    let language: String
    /// 1-based lines of the code, without the fences.
    let lines: Range<Int>
  }

  package init(_ file: SourceFile) {
    self.file = file
    let document = MarkdownDocument.parse(file.bytes)
    var headings: [Heading] = []
    var blocks: [CodeBlock] = []
    var code: Set<Int> = []
    for block in document.blocks {
      if block.kind == .heading, block.depth == 0 {
        headings.append(
          Heading(
            level: Int(block.level), line: Int(block.firstLine), text: file.text(block.text),
            tokens: Token.tokens(file.bytes, in: block.text.bytes)))
      } else if block.isCode {
        let isFenced = block.kind == .fencedCode
        let first = Int(block.firstLine) + (isFenced ? 1 : 0)
        let end = Int(block.lastLine) + (isFenced && block.isClosed ? 0 : 1)
        let word = file.text(block.text).split(separator: " ").first.map { $0.lowercased() } ?? ""
        blocks.append(CodeBlock(language: word, lines: first..<max(first, end)))
        code.formUnion(Int(block.firstLine)...max(Int(block.firstLine), Int(block.lastLine)))
      }
    }
    self.headings = headings
    self.blocks = blocks
    codeLines = code
    items = FailureReport.items(headings, file: file, code: code)
  }

  /// The numbered headings that stand under no summary and hold no further ones.
  private static func items(_ headings: [Heading], file: SourceFile, code: Set<Int>) -> [Item] {
    var items: [Item] = []
    var above: [Heading] = []
    for (place, heading) in headings.enumerated() {
      while let last = above.last, last.level >= heading.level { above.removeLast() }
      let parents = above
      above.append(heading)
      guard let parsed = ItemHeading(heading.tokens, in: file), parents.allSatisfy(\.holdsItems) else {
        continue
      }
      let next = headings[(place + 1)...].first { $0.level <= heading.level }
      let last = max(heading.line, (next?.line ?? file.lines.count + 1) - 1)
      let body = heading.line < last ? Array(heading.line + 1...last).filter { !code.contains($0) } : []
      let lines = body.map { Token.tokens(file.bytes, in: file.lines.range(ofLine: $0).bytes) }
      let own = lines.firstNonNil(\.labelledSeverity)
      let section = parents.last { $0.tokens.severity != nil }
      items.append(
        Item(
          number: parsed.number, title: parsed.title, count: parsed.count,
          ownSeverity: own ?? parsed.bracketedSeverity,
          fieldSeverity: lines.firstNonNil(\.severityField), sectionSeverity: section?.tokens.severity,
          groupSeverity: section.flatMap { $0.level > 1 ? $0.tokens.sectionSeverity : nil },
          lines: heading.line...last))
    }
    return items.indices.filter { place in
      let next = place + 1
      return next >= items.count || !items[place].lines.contains(items[next].lines.lowerBound)
    }.map { items[$0] }
  }

  /// The tokens of a 1-based line.
  func tokens(ofLine line: Int) -> [Token] {
    Token.tokens(file.bytes, in: file.lines.range(ofLine: line).bytes)
  }

  /// How many items have this severity.
  package func count(_ severity: Severity) -> Int { count { $0.severity == severity } }

  /// How many failures the items stand for.
  package var count: Int { count { _ in true } }

  /// How many failures the items that are asked for stand for.
  func count(where isCounted: (Item) -> Bool) -> Int {
    items.reduce(0) { isCounted($1) ? $0 + $1.count : $0 }
  }
}
