import SourceText

/// Puts a document's blocks together; one block is open at a time, and its runs end the list of runs.
struct MarkdownBuilder {
  private let bytes: UnsafeBufferPointer<UInt8>
  var document = MarkdownDocument()
  /// The block that was started last.
  var open = MarkdownDocument.Block(
    kind: .paragraph, depth: 0, range: SourceRange(0, 0), text: SourceRange(0, 0), firstLine: 1, lastLine: 1,
    runs: 0..<0)

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func start(_ kind: MarkdownDocument.Kind, _ line: MarkdownLine, depth: Int) {
    let start = kind == .indentedCode ? line.restOffset : line.textOffset
    open = MarkdownDocument.Block(
      kind: kind, depth: UInt32(truncatingIfNeeded: depth),
      range: SourceRange(start, line.trimmedEnd),
      text: SourceRange(start, start), firstLine: line.number, lastLine: line.number,
      runs: document.runs.count..<document.runs.count)
  }

  mutating func extend(to end: Int, _ number: UInt32) {
    open.range.end = max(open.range.end, UInt32(truncatingIfNeeded: end))
    open.lastLine = number
  }

  /// The rest of a line of code with its break, joined to the run above where nothing lies between.
  mutating func appendCode(_ line: MarkdownLine) {
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

  mutating func appendText(_ line: MarkdownLine) {
    let end = line.trimmedEnd
    document.runs.append(MarkdownDocument.Run(range: SourceRange(line.textOffset, end), padding: 0))
    extend(to: end, line.number)
  }

  /// Makes the open paragraph a heading, unless it is nothing but link reference definitions.
  mutating func makeHeading(_ level: Int, _ underline: MarkdownLine) -> Bool {
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

  /// Files the open block with the runs that came since it was started.
  mutating func finish() {
    open.runs = open.runs.lowerBound..<document.runs.count
    document.blocks.append(open)
  }
}
