import SourceText
import TemplateModel

/// Reads an answer that is code without any fence: a bare template, or several files under lines that name them.
///
///     I'll create …                prose, passed over
///     A) provider.tf               names what follows
///     terraform {                  code
///       …
///     B) lib/tap_stack.tf          names what follows
///     variable "region" {
enum BareAnswer {
  /// The parts of a text that are code; none where it is prose.
  static func blocks(in bytes: [UInt8]) -> [CodeBlock] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = firstLineOfCode(buffer) else { return [] }
      let signs = CodeSigns(UnsafeBufferPointer(rebasing: buffer[start...]))
      guard let language = LanguageDetection.language(of: signs), language.isTemplateLanguage,
        isConvincing(signs, language)
      else { return [] }
      let range = SourceRange(start, bytes.count)
      let whole = CodeBlock(
        bytes: Array(bytes[start...]), map: OffsetMap(startingAt: range.start), range: range,
        blockRange: range)
      var parts = split(whole)
      for index in parts.indices { parts[index].number = index + 1 }
      return parts
    }
  }

  /// Prose may quote a line of code; an answer in code has its outline.
  private static func isConvincing(_ signs: CodeSigns, _ language: Language) -> Bool {
    switch language {
    case .yaml: signs.hasAny(of: [.templateVersion, .resourcesPart, .jobsKey, .stagesKey])
    case .json: signs.memberLines * 3 > signs.lines
    case .hcl: signs.has(.hclBlock) && (signs.codeLines + signs.assignmentLines) * 2 > signs.lines
    case .python: signs.has(.pythonImport) && signs.codeLines * 4 > signs.lines
    default: signs.codeLines * 3 > signs.lines
    }
  }

  /// The first line that can only be code, or the path or comments right above it.
  private static func firstLineOfCode(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var found: Int?
    var above: Int?
    bytes.forEachLine { line in
      if isCode(line) {
        found = above ?? line.lineStart
        return false
      }
      if line.isBlank { return true }
      let isName = !PathMention.all(in: line).isEmpty && PathMention.all(in: line).allSatisfy(\.isAlone)
      let isComment =
        line.starts(with: "# ") || line.starts(with: "//") || line.starts(with: "\"\"\"")
        || line.starts(with: "/*") || line.starts(with: "#!") || line.starts(with: "# =")
      if !isName && !isComment && above.map({ !bytes[$0...].starts(with: Array("\"\"\"".utf8)) }) ?? true {
        above = nil
      } else if above == nil {
        above = line.lineStart
      }
      return true
    }
    return found
  }

  private static func isCode(_ line: TextLine) -> Bool {
    guard line.indent == 0 else { return false }
    let openings: [StaticString] = [
      "AWSTemplateFormatVersion", "import ", "from ", "resource \"", "variable \"", "provider \"",
      "terraform {",
      "data \"", "locals {", "const ", "export ", "package ", "Resources:", "stages:", "Transform:", "jobs:",
    ]
    guard openings.contains(where: { line.starts(with: $0) }) else {
      return line.count == 1 && line.first == UInt8(ascii: "{")
    }
    switch line.first {
    case UInt8(ascii: "f"): return line.contains(" import")
    case UInt8(ascii: "i"):
      return line.last == UInt8(ascii: ";") || line.contains("'") || line.contains("\"") || line.contains("{")
        || !line.contains(" a ") && !line.contains(" the ") && !line.ends(with: ".")
    default: return true
    }
  }

  /// A new part starts below each line at the margin that holds nothing but a path.
  private static func split(_ whole: CodeBlock) -> [CodeBlock] {
    var cuts: [(line: Range<Int>, path: String)] = []
    whole.bytes.withUnsafeBufferPointer { bytes in
      bytes.forEachLine { line in
        guard line.indent == 0, line.count > 3, line.count < 100, line.last != UInt8(ascii: "{"),
          let mention = PathMention.all(in: line).first, mention.isAlone, !line.starts(with: "//"),
          line.first != UInt8(ascii: "-"), line.first != UInt8(ascii: "\"")
        else { return true }
        cuts.append((line.lineStart..<line.next, mention.path))
        return true
      }
    }
    guard let first = cuts.first else { return BlockParts.split([whole]) }
    var parts: [CodeBlock] = []
    let head = whole.part(0..<first.line.lowerBound)
    if head.bytes.contains(where: { $0 > 0x20 }) { parts.append(head) }
    for (index, cut) in cuts.enumerated() {
      let end = index + 1 < cuts.count ? cuts[index + 1].line.lowerBound : whole.bytes.count
      var part = whole.part(cut.line.upperBound..<max(cut.line.upperBound, end))
      part.path = cut.path
      if part.bytes.contains(where: { $0 > 0x20 }) { parts.append(part) }
    }
    return parts
  }
}
