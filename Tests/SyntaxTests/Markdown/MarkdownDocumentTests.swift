import SourceText
import Syntax
import Testing

struct MarkdownDocumentTests {
  @Test func `Headings know their level, text and lines`() {
    #expect(outline("# One #\n\nTwo\nlines\n---\n") == ["h1 1-1 One", "h2 3-5 Two\nlines"])
  }

  @Test func `Seven hashes or no space make no heading`() {
    #expect(outline("####### a\n#b\n") == ["paragraph 1-2 ####### a|#b"])
  }

  @Test func `The text above a fence in a list is a paragraph without its marker`() {
    #expect(
      outline("1. Save as\n   `a.yml`:\n   ```yaml\n   Key: 1\n   ```\n") == [
        "paragraph 1-2 Save as|`a.yml`:", "fence 3-5 yaml Key: 1\n",
      ])
  }

  @Test func `A longer fence holds shorter ones`() {
    #expect(outline("````md\n```\na\n```\n````\n") == ["fence 1-5 md ```\na\n```\n"])
    #expect(outline("~~~\n```\n~~~\n") == ["fence 1-3  ```\n"])
  }

  @Test func `A fence that is never closed is read to the end and reported`() {
    let text = "text\n\n```json\n{\n"
    let document = MarkdownDocument.parse(Array(text.utf8))
    #expect(outline(text) == ["paragraph 1-1 text", "unclosed fence 3-4 json {\n"])
    #expect(document.problems == [SourceProblem(.unclosedFence, range: SourceRange(6, 13))])
  }

  @Test func `The end of a quote ends its fence`() {
    #expect(outline("> ```\n> a\nb\n") == ["unclosed fence 1-2  a\n", "paragraph 3-3 b"])
  }

  @Test func `Indented code drops its indentation and the blank lines behind it`() {
    #expect(outline("    a\n\n      b\n\n\nc") == ["code 1-3 a\n\n  b\n", "paragraph 6-6 c"])
  }

  @Test func `Half a tab of indentation becomes spaces`() {
    #expect(outline("-\ta\n\n\t\tb\n") == ["paragraph 1-1 a", "code 3-3 b\n"])
    #expect(outline("- a\n\n\t\tb\n") == ["paragraph 1-1 a", "code 3-3   b\n"])
  }

  @Test func `A lazy line goes on with the paragraph of a quote, a rule does not`() {
    #expect(outline("> a\nb\n") == ["paragraph 1-2 a|b"])
    #expect(outline("> a\n---\n") == ["paragraph 1-1 a", "rule 2-2"])
  }

  @Test func `An underline makes no heading of link definitions`() {
    #expect(outline("[a]: /u\n===\n") == ["paragraph 1-2 [a]: /u|==="])
    #expect(outline("[a]: /u\n'title'\nb\n===\n") == ["paragraph 1-2 [a]: /u|'title'", "h1 3-4 b"])
  }

  @Test func `A fence inside an HTML comment is no fence`() {
    #expect(outline("<!--\n\n```\n-->\na\n") == ["html 1-4 <!--||```|-->", "paragraph 5-5 a"])
    #expect(outline("<details>\n\n```\na\n```\n") == ["html 1-1 <details>", "fence 3-5  a\n"])
  }

  @Test func `Lines end with CRLF and lone CR as well`() {
    #expect(outline("# a\r\n```\r\nb\r\n```\r\n") == ["h1 1-1 a", "fence 2-4  b\r\n"])
    #expect(outline("# a\r```\rb\r```\r") == ["h1 1-1 a", "fence 2-4  b\r"])
  }

  @Test func `A byte-order mark is passed over and reported`() {
    #expect(outline("\u{FEFF}# a") == ["h1 1-1 a"])
    #expect(MarkdownDocument.parse(Array("\u{FEFF}# a".utf8)).problems.map(\.kind) == [.byteOrderMark])
  }

  @Test func `Code leads back to the document byte for byte`() {
    for text in samples {
      let bytes = Array(text.utf8)
      let document = MarkdownDocument.parse(bytes)
      for block in document.blocks where block.isCode {
        let (code, map) = document.code(of: block, in: bytes)
        for (offset, byte) in code.enumerated() where byte != 0x20 {
          #expect(bytes[Int(map.document(UInt32(offset)))] == byte)
        }
      }
    }
  }

  @Test func `A fence without indentation is one slice of the document`() throws {
    let bytes = Array("a\n\n```\nb\n\n c\n```\n".utf8)
    let document = MarkdownDocument.parse(bytes)
    let block = try #require(document.blocks.last)
    #expect(document.runs(of: block).map(\.range) == [SourceRange(7, 13)])
  }

  @Test func `Every text cut off anywhere is printed as it was`() {
    for text in samples {
      let bytes = Array(text.utf8)
      for end in 0...bytes.count {
        let part = Array(bytes[..<end])
        #expect(MarkdownDocument.parse(part).printed(part) == part)
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `Hostile texts are read in linear time and on a small stack`() {
    func times(_ count: Int, _ text: String) -> [UInt8] { Array(String(repeating: text, count: count).utf8) }
    let texts: [(bytes: [UInt8], blocks: Int)] = [
      (times(100_000, ">") + times(100_000, "\nfoo"), 1),
      (times(100_000, "- ") + times(1, "a") + times(100_000, "\n") + times(1, "b"), 2),
      (times(100_000, "* ") + times(1, "a\n") + times(100_000, "* "), 2),
      (times(100_000, "[a]: b (\n") + times(1, "===\n"), 1),
      (times(5_000_000, "a"), 1),
      (times(100_000, "\u{0}\n"), 1),
    ]
    for text in texts {
      let document = MarkdownDocument.parse(text.bytes)
      #expect(document.blocks.count == text.blocks)
      #expect(document.printed(text.bytes) == text.bytes)
    }
  }

  private let samples = [
    "# a\n\n> - b\n>   ```js\n>   c\n>\n>     d\n>   ```\n> e\nf\n\n1) g\n\n\t\th\n",
    "-\n  foo\n-\n  ~~~~\n  bar\n  ~~~\n- \n\n\tcode\n***\n<div>\n*x*\n\n[r]: <u> 'v\nw'\nx\n===\n",
    "\u{FEFF}\r\n```\r\n\u{0}é\r```\r\n    \n    a\n \t b\n\n> > 1. - \t c\n>\n>\n",
  ]

  /// One line a block: kind, lines, info string or heading, runs joined with "|" (code: its text).
  private func outline(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let document = MarkdownDocument.parse(bytes)
    func string(_ range: SourceRange) -> String { String(decoding: bytes[range.bytes], as: UTF8.self) }
    return document.blocks.map { block in
      let lines = "\(block.firstLine)-\(block.lastLine)"
      let runs = document.runs(of: block).map { string($0.range) }.joined(separator: "|")
      let code = String(decoding: document.code(of: block, in: bytes).bytes, as: UTF8.self)
      return switch block.kind {
      case .heading: "h\(block.level) \(lines) \(string(block.text))"
      case .paragraph: "paragraph \(lines) \(runs)"
      case .thematicBreak: "rule \(lines)"
      case .html: "html \(lines) \(runs)"
      case .fencedCode: "\(block.isClosed ? "" : "unclosed ")fence \(lines) \(string(block.text)) \(code)"
      case .indentedCode: "code \(lines) \(code)"
      }
    }
  }
}
