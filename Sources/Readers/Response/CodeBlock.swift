import SourceText
import Syntax

/// A fenced block of an answer with what the answer says about it.
struct CodeBlock: Sendable {
  /// The info string.
  var info = ""
  /// The texts between the block before it and this one, nearest first, and whether each is a heading.
  var above: [(range: SourceRange, isHeading: Bool)] = []
  /// The headings that it stands under, outermost first.
  var headings: [SourceRange] = []
  var bytes: [UInt8]
  var map: OffsetMap
  /// The code in the document.
  var range: SourceRange
  /// The opening fence's line up to the closing one's.
  var blockRange: SourceRange
  var isClosed = true
  /// 1-based place among the answer's blocks.
  var number = 0
  /// A path that the text itself gives, by a separator line or a title.
  var path: String?

  /// The first word of the info string, without a path behind a colon: `ts` of `ts:lib/stack.ts`.
  var label: String {
    let word = info.prefix { $0 != " " && $0 != ":" && $0 != "{" && $0 != "\t" && $0 != "," }
    return String(word)
  }
}

extension CodeBlock {
  /// The fenced blocks of a document, each with its headings and the text above it.
  static func all(in markdown: MarkdownDocument, _ bytes: [UInt8]) -> [CodeBlock] {
    var blocks: [CodeBlock] = []
    var headings: [(level: UInt8, range: SourceRange)] = []
    var above: [(range: SourceRange, isHeading: Bool)] = []
    for block in markdown.blocks {
      switch block.kind {
      case .heading:
        headings.removeAll { $0.level >= block.level }
        headings.append((block.level, block.text))
        above.append((block.text, true))
      case .paragraph, .html:
        for run in markdown.runs(of: block) where !run.range.isEmpty { above.append((run.range, false)) }
      case .fencedCode:
        let code = markdown.code(of: block, in: bytes)
        var result = CodeBlock(
          bytes: code.bytes, map: code.map, range: code.map.document(SourceRange(0, code.bytes.count)),
          blockRange: block.range)
        if code.bytes.isEmpty { result.range = SourceRange(start: block.range.end, end: block.range.end) }
        result.info = String(decoding: bytes[block.text.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
        result.above = Array(above.reversed().prefix(12))
        result.headings = headings.map(\.range)
        result.isClosed = block.isClosed
        blocks.append(result)
        above.removeAll(keepingCapacity: true)
      case .thematicBreak, .indentedCode: break
      }
    }
    return blocks
  }

  /// A part of the block as a block of its own.
  func part(_ range: Range<Int>) -> CodeBlock {
    var part = self
    part.bytes = Array(bytes[range])
    // Runs start at line starts or behind a tab that was used in part, so every byte of the part is asked.
    part.map = OffsetMap()
    for offset in range {
      part.map.append(
        text: UInt32(truncatingIfNeeded: offset - range.lowerBound),
        document: map.document(UInt32(truncatingIfNeeded: offset)))
    }
    part.range = map.document(SourceRange(range.lowerBound, range.upperBound))
    part.path = nil
    return part
  }
}
