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
  private var document = MarkdownDocument()
  private var containers: [Container] = []
  /// Where the quotes stand in `containers`.
  private var quotes: [Int] = []
  /// The innermost container is an item in which nothing has started yet.
  private var isItemEmpty = false
  private var leaf = Leaf.none
  /// The block that the open leaf will become.
  private var open = MarkdownDocument.Block(
    kind: .paragraph, depth: 0, range: SourceRange(0, 0), text: SourceRange(0, 0), firstLine: 1, lastLine: 1,
    runs: 0..<0)
  /// No thematic break starts on this line before this offset.
  private var noBreakBefore = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func parse() -> MarkdownDocument {
    var start = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      document.problems.append(SourceProblem(.byteOrderMark, range: SourceRange(0, 3)))
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
    return document
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
        extend(to: line.trimmedEnd, line.number)
        open.isClosed = true
        closeLeaf()
      } else {
        line.skip(columns: fence.indent)
        appendCode(line)
        extend(to: line.end, line.number)
      }
      return true
    case .indented:
      guard line.isIndentedCode || line.isBlank else { break }
      line.skip(columns: 4)
      appendCode(line)
      if !line.isBlank {
        extend(to: line.end, line.number)
        leaf = .indented(runs: document.runs.count)
      }
      return true
    case .html(let html):
      if html.endsAtBlankLine, line.isBlank { break }
      appendText(line)
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
        appendCode(line)
        leaf = .indented(runs: document.runs.count)
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
    appendText(line)
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
      open.level = UInt8(truncatingIfNeeded: heading.level)
      open.text = SourceRange(heading.text.lowerBound, heading.text.upperBound)
      document.runs.append(MarkdownDocument.Run(range: open.text, padding: 0))
      finish()
    case 0x60, 0x7E:
      guard let fence = line.openingFence() else { return false }
      startLeaf(.fencedCode, line, below: matched)
      open.text = SourceRange(fence.info.lowerBound, fence.info.upperBound)
      open.isClosed = false
      leaf = .fenced(fence)
    case 0x3C:
      guard let html = MarkdownHTML(startOf: line, interruptsParagraph: isInParagraph) else { return false }
      startLeaf(.html, line, below: matched)
      leaf = .html(html)
      appendText(line)
      if html.ends(with: line) { closeLeaf() }
    case 0x3D, 0x2D, 0x2A, 0x5F:
      if isInParagraph, let level = line.setextLevel(), makeHeading(level, line) { return true }
      guard line.first != 0x3D, noBreakBefore <= line.textOffset else { return false }
      let found = line.thematicBreak()
      noBreakBefore = found.noneBefore
      guard found.isBreak else { return false }
      startLeaf(.thematicBreak, line, below: matched)
      finish()
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
    let start = kind == .indentedCode ? line.restOffset : line.textOffset
    open = MarkdownDocument.Block(
      kind: kind, depth: UInt32(truncatingIfNeeded: containers.count),
      range: SourceRange(start, line.trimmedEnd),
      text: SourceRange(start, start), firstLine: line.number, lastLine: line.number,
      runs: document.runs.count..<document.runs.count)
  }

  private mutating func extend(to end: Int, _ number: UInt32) {
    open.range.end = max(open.range.end, UInt32(truncatingIfNeeded: end))
    open.lastLine = number
  }

  /// The rest of a line of code with its break, joined to the run above where nothing lies between.
  private mutating func appendCode(_ line: MarkdownLine) {
    let range = SourceRange(line.restOffset, line.next)
    let padding = UInt8(truncatingIfNeeded: line.padding)
    let last = document.runs.count - 1
    if last >= open.runs.lowerBound, document.runs[last].range.end == range.start, padding == 0, isJoinable {
      document.runs[last].range.end = range.end
    } else {
      document.runs.append(MarkdownDocument.Run(range: range, padding: padding))
    }
  }

  /// Blank lines at the end of indented code are dropped again, so each of its lines keeps a run.
  private var isJoinable: Bool { open.kind == .fencedCode }

  private mutating func appendText(_ line: MarkdownLine) {
    let end = line.trimmedEnd
    document.runs.append(MarkdownDocument.Run(range: SourceRange(line.textOffset, end), padding: 0))
    extend(to: end, line.number)
  }

  /// Makes the open paragraph a heading, unless it is nothing but link reference definitions.
  private mutating func makeHeading(_ level: Int, _ underline: MarkdownLine) -> Bool {
    let definitions = definitionCount()
    let first = open.runs.lowerBound + definitions
    guard first < document.runs.count else { return false }
    var heading = open
    if definitions > 0 {
      let last = document.runs[first - 1].range
      open.range.end = last.end
      open.lastLine = open.firstLine + UInt32(truncatingIfNeeded: definitions - 1)
      open.runs = open.runs.lowerBound..<first
      document.blocks.append(open)
      heading.firstLine += UInt32(truncatingIfNeeded: definitions)
    }
    let text = SourceRange(
      start: document.runs[first].range.start, end: document.runs[document.runs.count - 1].range.end)
    heading.kind = .heading
    heading.level = UInt8(truncatingIfNeeded: level)
    heading.text = text
    heading.range.start = text.start
    heading.runs = first..<first
    open = heading
    extend(to: underline.trimmedEnd, underline.number)
    finish()
    return true
  }

  /// How many of the open paragraph's first lines are link reference definitions.
  private func definitionCount() -> Int {
    guard let first = document.runs[open.runs.lowerBound...].first, bytes[Int(first.range.start)] == 0x5B
    else {
      return 0
    }
    var text: [UInt8] = []
    for run in document.runs[open.runs.lowerBound...] {
      if !text.isEmpty { text.append(0x0A) }
      text.append(contentsOf: bytes[run.range.bytes])
    }
    return MarkdownLinkDefinition.lineCount(text)
  }

  private mutating func closeLeaf() {
    switch leaf {
    case .none: return
    case .indented(let runs): document.runs.removeSubrange(runs...)
    case .fenced where !open.isClosed:
      let line = SourceRange(Int(open.range.start), max(Int(open.range.start), Int(open.text.end)))
      document.problems.append(SourceProblem(.unclosedFence, range: line))
    case .fenced, .paragraph, .html: break
    }
    finish()
  }

  /// Files the open block; its runs are those that came since it was started.
  private mutating func finish() {
    open.runs = open.runs.lowerBound..<document.runs.count
    document.blocks.append(open)
    leaf = .none
  }
}
