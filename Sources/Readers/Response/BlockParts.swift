import SourceText
import TemplateModel

/// Takes blocks apart that hold more than one file.
///
///     ```hcl                         ```python
///     # ===== main.tf =====          …            the closing fence is missing,
///     …                              ### 2. app   prose follows,
///     # ===== outputs.tf =====       ```python    and another fence opens
///     …                              …
///     ```                            ```
enum BlockParts {
  static func split(_ blocks: [CodeBlock]) -> [CodeBlock] {
    var parts: [CodeBlock] = []
    for block in blocks {
      for closed in splitAtFences(block) { parts += splitAtSeparators(closed) }
    }
    for index in parts.indices { parts[index].number = index + 1 }
    return parts
  }

  // MARK: Missing fences

  private static func splitAtFences(_ block: CodeBlock) -> [CodeBlock] {
    if Language(label: block.label) == .markdown { return [block] }
    var cuts: [(line: Range<Int>, info: String)] = []
    block.bytes.withUnsafeBufferPointer { bytes in
      bytes.forEachLine { line in
        guard line.indent == 0, line.first == UInt8(ascii: "`"), line.starts(with: "```"), line.count < 40,
          line.count > 3, TextLine.isWord(line.bytes[line.start + 3])
        else { return true }
        let info = String(line.text.dropFirst(3))
        if Language(label: String(info.prefix { $0 != " " && $0 != ":" })) != nil {
          cuts.append((line.lineStart..<line.next, info))
        }
        return true
      }
    }
    guard !cuts.isEmpty else { return [block] }
    var parts: [CodeBlock] = []
    var start = 0
    var info = block.info
    var above = block.above
    for cut in cuts {
      var part = block.part(start..<cut.line.lowerBound)
      part.info = info
      part.above = above
      part.isClosed = false
      above = lastLines(of: part)
      if start > 0 || !part.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }) {
        parts.append(part)
      }
      info = cut.info
      start = cut.line.upperBound
    }
    var last = block.part(start..<block.bytes.count)
    last.info = info
    last.above = above
    parts.append(last)
    return parts
  }

  /// The lines before a fence that opens within a block, nearest first, up to a heading.
  private static func lastLines(of part: CodeBlock) -> [(range: SourceRange, isHeading: Bool)] {
    var lines: [(range: SourceRange, isHeading: Bool)] = []
    part.bytes.withUnsafeBufferPointer { bytes in
      bytes.forEachLine { line in
        if !line.isBlank {
          let range = part.map.document(SourceRange(line.start, line.end))
          lines.append((range, line.first == UInt8(ascii: "#")))
        }
        return true
      }
    }
    return Array(lines.reversed().prefix(4))
  }

  // MARK: Separator lines

  private static func splitAtSeparators(_ block: CodeBlock) -> [CodeBlock] {
    let label = Language(label: block.label)
    if label == .markdown || label == .shell { return [block] }
    let cuts = block.bytes.withUnsafeBufferPointer { separators(in: $0, label: label) }
    guard let first = cuts.first, cuts.count > 1 || first.start > 0 || first.isCertain else { return [block] }
    var parts: [CodeBlock] = []
    if block.bytes[..<first.start].contains(where: { $0 > 0x20 }) {
      parts.append(block.part(0..<first.start))
    }
    for (index, cut) in cuts.enumerated() {
      let end = index + 1 < cuts.count ? cuts[index + 1].start : block.bytes.count
      var part = cut.codeStart == 0 && end == block.bytes.count ? block : block.part(cut.codeStart..<end)
      part.path = cut.path
      if index + 1 < cuts.count { part.isClosed = true }
      parts.append(part)
    }
    return parts
  }

  /// Where a file starts, with the line that names it; its code starts behind the line where that is no comment.
  private typealias Separator = (start: Int, codeStart: Int, path: String, isCertain: Bool)

  /// Lines that name the file that starts below them: a comment or a ruled line that holds nothing but a path.
  private static func separators(in bytes: UnsafeBufferPointer<UInt8>, label: Language?) -> [Separator] {
    var cuts: [Separator] = []
    var wasRule = false
    var wasBlank = true
    var ruleStart = 0
    var isFirst = true
    bytes.forEachLine { line in
      defer {
        wasBlank = line.isBlank
        wasRule = isRule(line)
        if wasRule { ruleStart = line.lineStart }
        if !line.isBlank { isFirst = false }
      }
      guard line.indent == 0, line.count < 120, isAnnouncement(line) else { return true }
      let hasRule = line.contains("===") || line.contains("---") || wasRule
      let saysFile = line.contains("File:") || line.contains("FILE:") || line.contains("file:")
      let isNumbered = line.first >= UInt8(ascii: "0") && line.first <= UInt8(ascii: "9")
      guard hasRule || saysFile || isNumbered || wasBlank else { return true }
      guard let mention = PathMention.all(in: line).first, mention.isAlone || (mention.isLeading && saysFile),
        !mention.hasLines
      else { return true }
      let language = Language(path: mention.path)
      guard let language, label.map({ language.isCompatible(with: $0) }) ?? true,
        mention.path != cuts.last?.path
      else { return true }
      // Without a rule or `File:` a name alone may be an aside, unless the block's first line is one, too.
      guard hasRule || saysFile || isNumbered || isFirst || !cuts.isEmpty else { return true }
      let start = wasRule ? ruleStart : line.lineStart
      cuts.append(
        (start, isComment(line) ? start : line.next, mention.path, hasRule || saysFile || isNumbered))
      return true
    }
    return cuts
  }

  /// Whether a line may announce a file: a comment, a ruled line or a number.
  private static func isAnnouncement(_ line: TextLine) -> Bool {
    isComment(line) || line.starts(with: "---") || line.starts(with: "===")
      || (line.first >= UInt8(ascii: "0") && line.first <= UInt8(ascii: "9") && line.contains(". "))
  }

  private static func isComment(_ line: TextLine) -> Bool {
    line.first == UInt8(ascii: "#") || line.starts(with: "//") || line.starts(with: "/*")
      || line.starts(with: "<!--")
  }

  /// Whether a line is drawn, as `# =====` or `// -----`.
  private static func isRule(_ line: TextLine) -> Bool {
    guard line.indent == 0, line.count > 6 else { return false }
    for offset in line.start..<line.end {
      switch line.bytes[offset] {
      case UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"),
        0x20:
        break
      default: return false
      }
    }
    return true
  }
}
