import SourceText
import Syntax
import TestSupport
import Testing

/// Headings and code blocks against CommonMark's own examples and against 920 documents read by markdown-it.
struct MarkdownConformanceTests {
  @Test(
    .enabled(if: ConformanceRows.exist("commonmark-spec"), "the conformance sets are not on this machine"))
  func `Headings and code blocks have the right lines in every CommonMark example`() throws {
    let rows = try ConformanceRows.read("commonmark-spec")
    #expect(rows.count >= 655)
    for row in rows {
      let text = try #require(row["markdown"] as? String)
      // Where markdown-it and the specification differ, only the specification's own HTML counts.
      if row["markdown_it_agrees"] as? Bool != false {
        let lines = row["lines"] as? [String: Any] ?? row
        #expect(Outline(read: text) == Outline(of: lines), "example \(row["n"] ?? "")")
      }
      let html = row["html"] as? String ?? ""
      // The one example whose HTML holds a raw `pre` of its own.
      guard let blocks = row["code_blocks"] as? [[String]], !html.contains("<pre language=") else { continue }
      #expect(Outline(read: text).codes == blocks.map { $0[1] }, "example \(row["n"] ?? "")")
    }
  }

  @Test(.enabled(if: ConformanceRows.exist("markdown-real"), "the conformance sets are not on this machine"))
  func `Headings and code blocks have the right lines in real documents`() throws {
    let rows = try ConformanceRows.read("markdown-real")
    #expect(rows.count == 920)
    var wrong: [String] = []
    for row in rows {
      let text = try #require(row["text"] as? String)
      if Outline(read: text) != Outline(of: row) { wrong.append(row["path"] as? String ?? "") }
    }
    // markdown-it takes this file's byte-order mark for text and misses the heading behind it.
    #expect(wrong == ["classic-azure-cs-botservice/bot/README.md"])
  }
}

/// What both sides of a comparison know about a document, as lines of text.
private struct Outline: Equatable {
  var headings: [String] = []
  var fences: [String] = []
  var indented: [String] = []
  /// Left out of comparisons: only the specification's examples know it.
  var codes: [String] = []

  static func == (first: Outline, second: Outline) -> Bool {
    (first.headings, first.fences, first.indented) == (second.headings, second.fences, second.indented)
  }

  init(read text: String) {
    let bytes = Array(text.utf8)
    let document = MarkdownDocument.parse(bytes)
    for block in document.blocks {
      let text = String(decoding: bytes[block.text.bytes], as: UTF8.self)
      if block.kind == .heading {
        headings.append("\(block.level) at \(block.firstLine): \(block.runs.count > 1 ? "" : text)")
      }
      guard block.isCode else { continue }
      var code = String(decoding: document.code(of: block, in: bytes).bytes, as: UTF8.self)
      code = code.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
      if !code.isEmpty, !code.hasSuffix("\n") { code += "\n" }
      codes.append(code)
      if block.kind == .fencedCode {
        let count = code.unicodeScalars.count
        fences.append("\(block.firstLine) to \(block.lastLine), \(text), \(count) characters")
      } else {
        indented.append("\(block.firstLine) to \(block.lastLine)")
      }
    }
  }

  /// The fields of a row: `[level, line, markup, text]`, `{line, end, info, len}`, `[first, last]`.
  init(of row: [String: Any]) {
    headings = (row["headings"] as? [[Any]] ?? []).map { heading in
      let text = heading[3] as? String ?? ""
      return "\(heading[0]) at \(heading[1]): \(text.contains("\n") ? "" : text)"
    }
    fences = (row["fences"] as? [[String: Any]] ?? []).map { fence in
      let values = ["line", "end", "info", "len"].map { "\(fence[$0] ?? "")" }
      return "\(values[0]) to \(values[1]), \(values[2]), \(values[3]) characters"
    }
    indented = (row["indented"] as? [[Any]] ?? []).map { "\($0[0]) to \($0[1])" }
  }
}
