package import Knowledge

/// A way to write an example that must not change what is found in it.
package enum ExampleForm: String, Sendable, CaseIterable {
  /// As the entry has it.
  case asWritten = "as written"
  /// Every indentation doubled.
  case reindented = "re-indented"
  /// The other way round: resources of CloudFormation and HCL, and properties that stand on lines of their own.
  case reordered
  /// With CRLF line ends.
  case crlf = "with CRLF"
  /// As a code block of a Markdown answer, behind a heading with an emoji.
  case inMarkdown = "inside Markdown"
  /// CloudFormation's YAML as JSON, where only the lines differ.
  case inJSON = "in JSON"
  /// CloudFormation's resources as a program for the CDK.
  case inCDK = "as a CDK program"

  /// The language of the form, which differs from the example's where that is written in another.
  func language(of language: String) -> String {
    switch self {
    case .inMarkdown: "markdown"
    case .inJSON: "json"
    case .inCDK: "typescript"
    case .asWritten, .reindented, .reordered, .crlf: language
    }
  }

  /// A side of an example in this form.
  ///
  /// - Returns: nil where the form does not apply: an answer that is Markdown already, or nothing to put in another
  ///   order.
  func rewritten(_ text: String, language: String) -> RewrittenText? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isMarkdown = language == "markdown"
    switch self {
    case .asWritten: return RewrittenText(lines)
    case .crlf: return RewrittenText(lines, lineEnd: "\r\n")
    case .reindented:
      for block in CodeLines.blocks(in: lines, language: language) {
        for index in block.lines {
          lines[index] = CodeLines.reindented(lines[index], language: block.language)
        }
      }
      return RewrittenText(lines)
    case .reordered:
      var order = Array(lines.indices)
      for block in CodeLines.blocks(in: lines, language: language) {
        let reversed = ReversedOrder.order(of: Array(lines[block.lines]), language: block.language)
        for (place, index) in zip(block.lines, reversed) { order[place] = block.lines.lowerBound + index }
      }
      return RewrittenText(lines, order: order)
    case .inMarkdown:
      if isMarkdown { return nil }
      if lines.last == "" { lines.removeLast() }
      return RewrittenText(["# Answer 🚀", "", "```\(language)"] + lines + ["```", ""], shift: 3)
    case .inJSON:
      guard language == "yaml" else { return nil }
      return JSONTranslation(text).map { RewrittenText([$0.json], shift: 1) }
    case .inCDK:
      guard language == "yaml" else { return nil }
      return CDKTranslation(text)?.program.map { RewrittenText([$0], shift: 1) }
    }
  }
}

/// An example's text in another form, and where its lines went.
struct RewrittenText {
  let text: String
  /// For each 0-based line of the form the 1-based line that it was; 0 for added ones.
  private let origins: [Int]

  init(_ lines: [String], order: [Int]? = nil, shift: Int = 0, lineEnd: String = "\n") {
    let order = order ?? Array(lines.indices)
    text = order.map { lines[$0] }.joined(separator: lineEnd)
    origins = order.map { max(0, $0 + 1 - shift) }
  }

  /// The 1-based line of the example that a 1-based line of the form was.
  func origin(of line: Int) -> Int { origins.indices.contains(line - 1) ? origins[line - 1] : 0 }
}

/// The lines of an example that are code.
enum CodeLines {
  struct Block {
    let language: String
    let lines: Range<Int>
  }

  /// A line with twice the indentation.
  ///
  /// What stands behind the dash of a list in YAML is indented by it, so that it moves too.
  static func reindented(_ line: String, language: String) -> String {
    let text = line.drop { $0 == " " }
    let margin = String(repeating: " ", count: 2 * (line.count - text.count))
    guard ["yaml", "yml"].contains(language), text.hasPrefix("- ") else { return margin + text }
    return margin + "-   " + text.dropFirst(2)
  }

  /// The whole text, or in Markdown what stands between fences.
  static func blocks(in lines: [String], language: String) -> [Block] {
    guard language == "markdown" else { return [Block(language: language, lines: 0..<lines.count)] }
    var blocks: [Block] = []
    var start: (line: Int, language: String)?
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      if let open = start {
        blocks.append(Block(language: open.language, lines: open.line..<index))
        start = nil
      } else {
        start = (index + 1, String(line.dropFirst(3)))
      }
    }
    return blocks
  }
}
