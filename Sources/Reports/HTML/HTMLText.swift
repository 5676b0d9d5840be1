import Knowledge

extension String {
  /// A text inside an element or an attribute in quotes, in one line.
  func htmlLine(limit: Int = 1_000) -> String { limited(to: limit).visibleLine.markupEscaped }

  /// The same with what stands between backticks as code.
  func htmlInline(limit: Int = 20_000) -> String { HTMLText.inline(limited(to: limit).visibleLine) }

  /// Markdown of the knowledge base, which quotes templates: paragraphs, lists, fenced blocks and code spans; all
  /// else is text.
  func htmlProse(limit: Int = 20_000) -> String { HTMLText.prose(limited(to: limit).visible) }
}

/// Turns prose into HTML.
///
///     Set `A`:          <p>Set <code>A</code>:</p>
///     - `x` (line 3)    <ul><li><code>x</code> (line 3)</li></ul>
enum HTMLText {
  static func inline(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    var start = 0
    var index = 0
    func plain(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).markupEscaped }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
      guard let end = MarkdownText.spanEnd(in: bytes, from: index) else {
        index += run
        continue
      }
      result += plain(start..<index) + "<code>" + plain(index + run..<end - run) + "</code>"
      index = end
      start = end
    }
    return result + plain(start..<bytes.count)
  }

  static func prose(_ text: String) -> String {
    var blocks: [String] = []
    var paragraph: [String] = []
    var items: [String] = []
    var code: [String]?
    func flush() {
      if !paragraph.isEmpty { blocks.append("<p>\(inline(paragraph.joined(separator: " ")))</p>") }
      if !items.isEmpty { blocks.append("<ul>\(items.map { "<li>\(inline($0))</li>" }.joined())</ul>") }
      paragraph = []
      items = []
    }
    for line in text.lines {
      if line.hasPrefix("```") {
        flush()
        if let lines = code { blocks.append(pre(lines)) }
        code = code == nil ? [] : nil
      } else if code != nil {
        code?.append(line)
      } else if line.hasPrefix("- ") {
        if !paragraph.isEmpty { flush() }
        items.append(String(line.dropFirst(2)))
      } else if line.isEmpty {
        flush()
      } else {
        if !items.isEmpty { flush() }
        paragraph.append(line)
      }
    }
    flush()
    if let lines = code { blocks.append(pre(lines)) }
    return blocks.joined()
  }

  private static func pre(_ lines: [String]) -> String {
    "<pre class=\"quote\" tabindex=\"0\"><code>\(lines.joined(separator: "\n").markupEscaped)</code></pre>"
  }
}
