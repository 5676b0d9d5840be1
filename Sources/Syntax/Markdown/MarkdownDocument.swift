package import SourceText

/// The blocks of a Markdown text in document order, as CommonMark 0.31.2 delimits them, without its inlines.
///
/// Containers (block quotes, list items) are no blocks of their own; a block says how many it stands in, and its
/// runs are what is left of its lines without their markers and indentation:
///
///     1. Save this as       paragraph     runs "Save this as", "`a.yml`:"
///        `a.yml`:
///        ```yaml            fenced code   text "yaml", lines 3…5, run "Key: 1\n"
///        Key: 1
///        ```
///
/// Tables are paragraphs here, and so are link reference definitions.
package struct MarkdownDocument: Sendable {
  package enum Kind: UInt8, Sendable {
    case heading, paragraph, thematicBreak, html, fencedCode, indentedCode
  }

  package struct Block: Sendable {
    package var kind: Kind
    /// 1 to 6 for headings, otherwise 0.
    package var level: UInt8 = 0
    /// False for a fence that the text or its container ends before it is closed.
    package var isClosed = true
    /// How many block quotes and list items the block stands in.
    package var depth: UInt32
    /// From the block's first byte behind its containers' markers to the end of its last line, without the break.
    package var range: SourceRange
    /// The text of a heading or the info string of a fence, trimmed; otherwise empty.
    package var text: SourceRange
    /// 1-based first and last line, fences and setext underlines included.
    package var firstLine: UInt32
    package var lastLine: UInt32
    /// The part of `MarkdownDocument.runs` that is the block's text.
    package var runs: Range<Int>

    package var isCode: Bool { kind == .fencedCode || kind == .indentedCode }
  }

  /// A stretch of a block's own text.
  package struct Run: Sendable {
    /// In code, whole lines with their breaks, adjoining lines in one run; elsewhere one line, trimmed.
    package var range: SourceRange
    /// Spaces that precede it and stand for the rest of a tab that a container's indentation used in part.
    package var padding: UInt8
  }

  package internal(set) var blocks: [Block] = []
  package internal(set) var runs: [Run] = []
  /// In the order of the text.
  package internal(set) var problems: [SourceProblem] = []

  /// Reads any bytes; lines end with LF, CRLF or a lone CR.
  package static func parse(_ bytes: [UInt8]) -> MarkdownDocument {
    guard bytes.count < Int(UInt32.max) else {
      let problem = SourceProblem(.tooLarge, range: SourceRange(0, Int(UInt32.max)), detail: "4 GiB")
      return MarkdownDocument(problems: [problem])
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var parser = MarkdownParser(buffer)
      return parser.parse()
    }
  }

  /// A block's text line by line (code: stretch by stretch), without container markers.
  package func runs(of block: Block) -> ArraySlice<Run> { runs[block.runs] }

  /// The code of a code block without indentation and quote markers, and the way back to document offsets.
  ///
  /// Line breaks stay as they are. A fence in no container and without indentation is one slice of the document.
  package func code(of block: Block, in bytes: [UInt8]) -> (bytes: [UInt8], map: OffsetMap) {
    var code: [UInt8] = []
    var map = OffsetMap()
    code.reserveCapacity(runs(of: block).reduce(0) { $0 + $1.range.bytes.count + Int($1.padding) })
    for run in runs(of: block) {
      for _ in 0..<run.padding {
        map.append(text: UInt32(truncatingIfNeeded: code.count), document: run.range.start)
        code.append(0x20)
      }
      map.append(text: UInt32(truncatingIfNeeded: code.count), document: run.range.start)
      code.append(contentsOf: bytes[run.range.bytes.clamped(to: 0..<bytes.count)])
    }
    return (code, map)
  }

  /// The text put together again from the blocks and the gaps between them.
  package func printed(_ bytes: [UInt8]) -> [UInt8] {
    var printed: [UInt8] = []
    var position = 0
    for block in blocks {
      printed.append(contentsOf: bytes[position..<max(position, Int(block.range.start))])
      printed.append(contentsOf: bytes[block.range.bytes])
      position = Int(block.range.end)
    }
    return printed + bytes[position...]
  }
}
