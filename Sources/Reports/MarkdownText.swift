extension String {
  /// A plain text inside a Markdown heading or paragraph: nothing in it is markup but code spans.
  package var markdownInline: String { MarkdownText.inline(self, inTable: false) }

  /// The same inside a table's cell.
  package var markdownCell: String { MarkdownText.inline(self, inTable: true) }

  /// A plain text as a code span.
  package var markdownCode: String { MarkdownText.code(self) }

  /// A code span inside a table's cell.
  package var markdownCodeCell: String {
    MarkdownText.code(self).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// Markdown from the knowledge base, with what it quotes from a template, made unable to leave its place: no
  /// heading, no rule, no raw HTML, no fence or code span left open.
  package var markdownBlock: String { MarkdownText.block(self) }
}

/// Escapes by CommonMark 0.31 and GitHub's tables.
enum MarkdownText {
  static func code(_ text: String) -> String {
    let content = text.visibleLine
    if content.isEmpty { return "(empty)" }
    let fence = String(repeating: "`", count: longestRun(of: UInt8(ascii: "`"), in: content) + 1)
    let isPadded = content.hasPrefix("`") || content.hasSuffix("`") || content.allSatisfy { $0 == " " }
    return isPadded ? "\(fence) \(content) \(fence)" : fence + content + fence
  }

  static func inline(_ text: String, inTable: Bool) -> String {
    let source = Array(text.visibleLine.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(source.count + 16)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "`") {
        let end = spanEnd(in: source, from: index)
        if let end {
          for inner in source[index..<end] {
            if inner == UInt8(ascii: "|"), inTable { result.append(UInt8(ascii: "\\")) }
            result.append(inner)
          }
          index = end
        } else {
          index = escape(runAt: index, of: source, into: &result)
        }
        continue
      }
      if byte == UInt8(ascii: "<") {
        result += Array("&lt;".utf8)
      } else if byte == UInt8(ascii: "&") {
        result += Array("&amp;".utf8)
      } else if needsEscape(byte, at: index, in: source) {
        result += [UInt8(ascii: "\\"), byte]
      } else {
        result.append(byte)
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func needsEscape(_ byte: UInt8, at index: Int, in source: [UInt8]) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"),
      UInt8(ascii: "$"), UInt8(ascii: "|"):
      return true
    case UInt8(ascii: "_"):
      // Between letters and digits an underscore is one: aws_s3_bucket.
      let isInside =
        index > 0 && index + 1 < source.count && isWord(source[index - 1]) && isWord(source[index + 1])
      return !isInside
    case UInt8(ascii: "#"): return index == 0 || index + 1 == source.count
    case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"): return index == 0
    default: return false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }

  /// The end of the code span that opens at `start`; nil where its run of backticks has no counterpart.
  static func spanEnd(in text: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < text.count, text[index] == UInt8(ascii: "`") { index += 1 }
    let length = index - start
    while index < text.count {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = index
      while index < text.count, text[index] == UInt8(ascii: "`") { index += 1 }
      if index - run == length { return index }
    }
    return nil
  }

  /// Escapes each backtick of a run that opens nothing, and returns the place behind it.
  static func escape(runAt start: Int, of text: [UInt8], into result: inout [UInt8]) -> Int {
    var index = start
    while index < text.count, text[index] == UInt8(ascii: "`") {
      result += [UInt8(ascii: "\\"), text[index]]
      index += 1
    }
    return index
  }

  static func longestRun(of byte: UInt8, in text: String) -> Int {
    var longest = 0
    var run = 0
    for other in text.utf8 {
      run = other == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// A fence longer than every run of backticks inside.
func fence(around lines: [String]) -> String {
  let longest = lines.map { MarkdownText.longestRun(of: UInt8(ascii: "`"), in: $0) }.max() ?? 0
  return String(repeating: "`", count: max(3, longest + 1))
}
