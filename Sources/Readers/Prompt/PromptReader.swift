package import SourceText
import Syntax
package import TemplateModel

/// Reads a prompt as the list of what it asks for.
///
///     ## Storage                                  a heading: stands above what follows
///     The company keeps reports.                  tells, asks nothing
///     Create an S3 bucket. It must be encrypted.  two requirements
///     - versioning enabled                        an item: a requirement
package enum PromptReader {
  /// The requirements in the order of the text: list items, and sentences that ask for something.
  package static func requirements(in prompt: SourceFile) -> [Requirement] {
    let markdown = MarkdownDocument.parse(prompt.bytes)
    return prompt.bytes.withUnsafeBufferPointer { bytes in
      var reader = Reader(prompt: prompt, bytes: bytes)
      for (index, block) in markdown.blocks.enumerated() {
        let next = index + 1 < markdown.blocks.count ? markdown.blocks[index + 1].depth : 0
        reader.read(block, runs: markdown.runs(of: block), isParent: next > block.depth)
      }
      return reader.requirements
    }
  }

  private struct Reader {
    let prompt: SourceFile
    let bytes: UnsafeBufferPointer<UInt8>
    var requirements: [Requirement] = []
    var headings: [(level: UInt32, text: String)] = []

    init(prompt: SourceFile, bytes: UnsafeBufferPointer<UInt8>) {
      self.prompt = prompt
      self.bytes = bytes
    }

    mutating func read(
      _ block: MarkdownDocument.Block, runs: ArraySlice<MarkdownDocument.Run>, isParent: Bool
    ) {
      switch block.kind {
      case .heading: open(level: UInt32(block.level), block.text)
      case .paragraph where block.depth > 0:
        guard let first = runs.first, let last = runs.last else { return }
        let range = first.range.union(last.range)
        headings.removeAll { $0.level >= Reader.itemLevel + block.depth }
        if isParent, isTitle(range) {
          open(level: Reader.itemLevel + block.depth, range)
        } else {
          add(range, isItem: true)
        }
      case .paragraph:
        headings.removeAll { $0.level >= Reader.itemLevel }
        readParagraph(runs)
      default: break
      }
    }

    /// Items with a list below them stand above its items as headings do, whose levels end at 6.
    private static let itemLevel: UInt32 = 6

    private mutating func open(level: UInt32, _ range: SourceRange) {
      headings.removeAll { $0.level >= level }
      headings.append((level, RequirementText.plain(bytes[range.bytes.clamped(to: 0..<bytes.count)])))
    }

    private func isTitle(_ range: SourceRange) -> Bool {
      RequirementText.words(of: prompt.text(range)).count <= 6
    }

    /// Sentences end at `.`, `!`, `?` or `;` before a space, and where a line looks like an item of its own.
    private mutating func readParagraph(_ runs: ArraySlice<MarkdownDocument.Run>) {
      guard let first = runs.first, let last = runs.last else { return }
      if bytes[min(Int(first.range.start), bytes.count - 1)] == UInt8(ascii: "|") { return readTable(runs) }
      var start = Int(first.range.start)
      let end = min(Int(last.range.end), bytes.count)
      var offset = start
      while offset < end {
        let byte = bytes[offset]
        let isStop =
          (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"))
          && (offset + 1 == end || bytes[offset + 1] <= 0x20) && !isAbbreviation(at: offset, from: start)
        let isBreak = byte == 0x0A && startsItem(after: offset, before: end)
        if isStop || isBreak {
          add(SourceRange(start, offset + (isStop ? 1 : 0)), isItem: false)
          start = offset + 1
        }
        offset += 1
      }
      if start < end { add(SourceRange(start, end), isItem: false) }
    }

    private mutating func readTable(_ runs: ArraySlice<MarkdownDocument.Run>) {
      for run in runs.dropFirst(2) { add(run.range, isItem: true) }
    }

    /// Whether the dot belongs to a word, as in `e.g.` and `vs.`, or to a number such as `1.`.
    private func isAbbreviation(at stop: Int, from start: Int) -> Bool {
      guard stop > start else { return true }
      if stop - start >= 2, bytes[stop - 2] == UInt8(ascii: ".") { return true }
      var digit = stop - 1
      while digit >= start, bytes[digit] >= UInt8(ascii: "0"), bytes[digit] <= UInt8(ascii: "9") {
        digit -= 1
      }
      if digit < start, stop > start { return true }
      return stop - start >= 2 && bytes[stop - 1] == UInt8(ascii: "s") && bytes[stop - 2] == UInt8(ascii: "v")
    }

    /// Lines that start with a bullet, a number or a bold lead are items even where Markdown sees one paragraph.
    private func startsItem(after stop: Int, before end: Int) -> Bool {
      var offset = stop + 1
      while offset < end, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
      guard offset + 2 < end else { return false }
      switch bytes[offset] {
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        return true
      case 0xE2: return bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0xA2
      default: return false
      }
    }

    private mutating func add(_ range: SourceRange, isItem: Bool) {
      var start = Int(range.start)
      var end = min(Int(range.end), bytes.count)
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      guard end > start else { return }
      let range = SourceRange(start, end)
      let (text, isMarkedItem) = RequirementText.item(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      guard RequirementText.asks(text, isItem: isItem || isMarkedItem) else { return }
      requirements.append(
        Requirement(
          text: text, headings: headings.map(\.text), range: range, lines: prompt.lines.lines(of: range)))
    }
  }
}
