import SourceText

/// Reads a Markdown text line by line, as CommonMark's appendix "A parsing strategy" lays it out.
///
/// There is a stack of open containers and at most one open leaf. Each line first walks down the stack as far as
/// its markers and indentation allow, then opens what its text starts, then gives the rest to the leaf:
///
///     > - a      stack: quote, item; leaf: paragraph
///     >   b      quote and item go on; leaf goes on
///     c          nothing goes on, but the paragraph does (lazy continuation)
///
/// Time is linear in the text: a container that goes on has read bytes of the line, and the items that go on
/// across a blank line are passed over in one step.
struct MarkdownParser {
  private enum Container {
    case quote
    /// The columns that its lines are indented by.
    case item(width: Int)
  }

  private enum Leaf {
    case none
    case paragraph
    case fenced(MarkdownLine.Fence)
    /// The number of runs up to its last line that is not blank.
    case indented(runs: Int)
    case html(MarkdownHTML)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var builder: MarkdownBuilder
  private var containers: [Container] = []
  /// Where the quotes stand in `containers`.
  private var quotes: [Int] = []
  /// The innermost container is an item in which nothing has started yet.
  private var isItemEmpty = false
  private var leaf = Leaf.none
  /// No thematic break starts on this line before this offset.
  private var noBreakBefore = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    builder = MarkdownBuilder(bytes)
  }

  mutating func parse() -> MarkdownDocument {
    var start = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      builder.document.problems.append(SourceProblem(.byteOrderMark, range: SourceRange(0, 3)))
      start = 3
    }
    var number: UInt32 = 1
    while start < bytes.count {
      var line = MarkdownLine(bytes, start: start, number: number)
      read(&line)
      start = line.next
      number += 1
    }
    closeLeaf()
    return builder.document
  }

  private mutating func read(_ line: inout MarkdownLine) {
    let matched = continueContainers(&line)
    if matched == containers.count {
      if continueLeaf(&line) { return }
    } else if case .paragraph = leaf, !line.isBlank {
      // Perhaps a lazy line; the paragraph waits.
    } else {
      close(to: matched)
    }
    openBlocks(&line, below: matched)
  }

  // MARK: Containers

  /// How many of the open containers go on with this line; the line is read up to behind their markers.
  private func continueContainers(_ line: inout MarkdownLine) -> Int {
    var matched = 0
    var matchedQuotes = 0
    while matched < containers.count {
      switch containers[matched] {
      case .quote:
        guard line.first == 0x3E, !line.isIndentedCode else { return matched }
        line.skipMarker(1)
        line.skip(columns: 1)
        matchedQuotes += 1
        matched += 1
      case .item(let width):
        if line.isBlank, isItemEmpty, matched == containers.count - 1 { return matched }
        if line.indent >= width {
          line.skip(columns: width)
          matched += 1
        } else if line.isBlank {
          line.skipToText()
          // Items go on across a blank line, quotes do not.
          let stop = matchedQuotes < quotes.count ? quotes[matchedQuotes] : containers.count
          return stop == containers.count && isItemEmpty ? stop - 1 : stop
        } else {
          return matched
        }
      }
    }
    return matched
  }

  /// Closes the leaf and the containers that did not go on.
  private mutating func close(to matched: Int) {
    closeLeaf()
    guard matched < containers.count else { return }
    containers.removeSubrange(matched...)
    while let last = quotes.last, last >= matched { quotes.removeLast() }
    isItemEmpty = false
  }

  // MARK: Leaves

  /// Gives the line to the open leaf where that is no paragraph; false where the line has to be looked at.
  private mutating func continueLeaf(_ line: inout MarkdownLine) -> Bool {
    switch leaf {
    case .none:
      return false
    case .paragraph:
      if line.isBlank { closeLeaf() }
      return line.isBlank
    case .fenced(let fence):
      if line.closes(fence) {
        builder.extend(to: line.trimmedEnd, line.number)
        builder.open.isClosed = true
        closeLeaf()
      } else {
        line.skip(columns: fence.indent)
        builder.appendCode(line)
        builder.extend(to: line.end, line.number)
      }
      return true
    case .indented:
      guard line.isIndentedCode || line.isBlank else { break }
      line.skip(columns: 4)
      builder.appendCode(line)
      if !line.isBlank {
        builder.extend(to: line.end, line.number)
        leaf = .indented(runs: builder.document.runs.count)
      }
      return true
    case .html(let html):
      if html.endsAtBlankLine, line.isBlank { break }
      builder.appendText(line)
      if html.ends(with: line) { closeLeaf() }
      return true
    }
    closeLeaf()
    return false
  }

  /// Opens the containers and the leaf that the rest of the line starts, or gives it to the paragraph.
  private mutating func openBlocks(_ line: inout MarkdownLine, below matched: Int) {
    var isParagraphOpen = false
    if case .paragraph = leaf { isParagraphOpen = true }
    // A paragraph whose containers all go on: some blocks may not cut it short, a setext underline may end it.
    var isInParagraph = isParagraphOpen && matched == containers.count
    noBreakBefore = 0
    while !line.isBlank {
      if line.isIndentedCode {
        guard !isParagraphOpen else { break }
        line.skip(columns: 4)
        start(.indentedCode, line)
        builder.appendCode(line)
        leaf = .indented(runs: builder.document.runs.count)
        return
      }
      if line.first == 0x3E {
        if isParagraphOpen { close(to: matched) }
        quotes.append(containers.count)
        push(.quote)
        line.skipMarker(1)
        line.skip(columns: 1)
      } else if startLeaf(line, below: matched, isInParagraph: isInParagraph) {
        return
      } else if let marker = line.listMarker(), !isInParagraph || marker.mayInterrupt {
        if isParagraphOpen { close(to: matched) }
        openItem(marker, &line)
      } else {
        break
      }
      isParagraphOpen = false
      isInParagraph = false
    }
    if line.isBlank { return }
    if !isParagraphOpen {
      start(.paragraph, line)
      leaf = .paragraph
    }
    builder.appendText(line)
  }

  private mutating func openItem(_ marker: MarkdownLine.ListMarker, _ line: inout MarkdownLine) {
    let markerWidth = line.indent + marker.length
    line.skipMarker(marker.length)
    // One to four columns of white space belong to the marker; before indented code or nothing, one.
    let isTight = line.isBlank || line.indent > 4
    let gap = isTight ? 1 : line.indent
    line.skip(columns: gap)
    push(.item(width: markerWidth + gap))
    isItemEmpty = true
  }

  private mutating func push(_ container: Container) {
    containers.append(container)
    isItemEmpty = false
  }

  /// Starts a leaf other than indented code and paragraphs where the text is one.
  private mutating func startLeaf(_ line: MarkdownLine, below matched: Int, isInParagraph: Bool) -> Bool {
    switch line.first {
    case 0x23:
      guard let heading = line.atxHeading() else { return false }
      startLeaf(.heading, line, below: matched)
      builder.open.level = UInt8(truncatingIfNeeded: heading.level)
      builder.open.text = SourceRange(heading.text.lowerBound, heading.text.upperBound)
      builder.document.runs.append(MarkdownDocument.Run(range: builder.open.text, padding: 0))
      builder.finish()
    case 0x60, 0x7E:
      guard let fence = line.openingFence() else { return false }
      startLeaf(.fencedCode, line, below: matched)
      builder.open.text = SourceRange(fence.info.lowerBound, fence.info.upperBound)
      builder.open.isClosed = false
      leaf = .fenced(fence)
    case 0x3C:
      guard let html = MarkdownHTML(startOf: line, interruptsParagraph: isInParagraph) else { return false }
      startLeaf(.html, line, below: matched)
      leaf = .html(html)
      builder.appendText(line)
      if html.ends(with: line) { closeLeaf() }
    case 0x3D, 0x2D, 0x2A, 0x5F:
      if isInParagraph, let level = line.setextLevel(), builder.makeHeading(level, line) {
        leaf = .none
        return true
      }
      guard line.first != 0x3D, noBreakBefore <= line.textOffset else { return false }
      let found = line.thematicBreak()
      noBreakBefore = found.noneBefore
      guard found.isBreak else { return false }
      startLeaf(.thematicBreak, line, below: matched)
      builder.finish()
    default:
      return false
    }
    return true
  }

  /// Closes what does not go on and starts a block in what does, or in the containers that this line opened.
  private mutating func startLeaf(_ kind: MarkdownDocument.Kind, _ line: MarkdownLine, below matched: Int) {
    if case .none = leaf {} else { close(to: matched) }
    start(kind, line)
  }

  private mutating func start(_ kind: MarkdownDocument.Kind, _ line: MarkdownLine) {
    isItemEmpty = false
    builder.start(kind, line, depth: containers.count)
  }

  private mutating func closeLeaf() {
    switch leaf {
    case .none: return
    case .indented(let runs): builder.document.runs.removeSubrange(runs...)
    case .fenced where !builder.open.isClosed:
      let opening = SourceRange(start: builder.open.range.start, end: builder.open.text.end)
      builder.document.problems.append(SourceProblem(.unclosedFence, range: opening))
    case .fenced, .paragraph, .html: break
    }
    builder.finish()
    leaf = .none
  }
}
