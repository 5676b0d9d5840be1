import SourceText
import TemplateModel

/// Finds the path that an answer gives a block.
///
/// The places, best first: the info string, a label right above (`**lib/x.ts**`, `### File: lib/x.ts`), the first
/// comment, the nearest heading, and a sentence right above that names one file.
struct BlockPath: Sendable {
  var path: String
  /// Whether the answer says that the block is a part of that file, by line numbers.
  var isPart: Bool
  /// Whether the path is a label, a separator or a comment of its own rather than a word of a sentence.
  var isLabel = true

  static func find(
    for block: CodeBlock, signs: CodeSigns, document: UnsafeBufferPointer<UInt8>
  ) -> BlockPath? {
    if let path = block.path { return BlockPath(path: path, isPart: false) }
    let finder = Finder(block: block, seen: LanguageDetection.language(of: signs), document: document)
    return finder.path
  }

  private struct Finder {
    let block: CodeBlock
    let label: Language?
    let seen: Language?
    let document: UnsafeBufferPointer<UInt8>

    init(block: CodeBlock, seen: Language?, document: UnsafeBufferPointer<UInt8>) {
      self.block = block
      self.seen = seen
      self.document = document
      label = block.label.isEmpty ? nil : Language(label: block.label)
    }

    var path: BlockPath? {
      if let path = inInfo { return path }
      let comment = inComment
      let nearest = block.above.first.map { ($0.isHeading, mentions($0.range)) }
      if let label = nearest?.1.first(where: { $0.isLeading && accepts($0) }) {
        return better(label, comment)
      }
      if let second = block.above.dropFirst().first,
        let label = mentions(second.range).first(where: {
          $0.isLeading && ($0.isClosing || second.isHeading) && accepts($0)
        })
      {
        return better(label, comment)
      }
      if let comment { return BlockPath(path: comment.path, isPart: comment.hasLines) }
      if let heading = block.above.first(where: \.isHeading),
        let mention = mentions(heading.range).first(where: accepts)
      {
        return BlockPath(path: mention.path, isPart: mention.hasLines, isLabel: mention.isMarked)
      }
      guard let nearest, !nearest.0 else { return nil }
      let named = nearest.1.filter(accepts)
      guard let mention = named.first(where: \.isMarked) ?? (named.count == 1 ? named.first : nil),
        endsWithColon(block.above[0].range) || mention.isMarked
      else { return nil }
      return BlockPath(path: mention.path, isPart: mention.hasLines, isLabel: false)
    }

    /// The path in the info string: `ts:lib/x.ts`, `yaml title="x.yml"`.
    private var inInfo: BlockPath? {
      guard block.info.utf8.contains(UInt8(ascii: ".")) else { return nil }
      let info = Array(block.info.utf8)
      let mention = info.withUnsafeBufferPointer { PathMention.all(in: TextLine($0, at: 0)).last }
      return mention.map { BlockPath(path: $0.path, isPart: $0.hasLines) }
    }

    /// The path in the first comment or docstring.
    private var inComment: PathMention? {
      block.bytes.withUnsafeBufferPointer { bytes in
        var found: PathMention?
        var seenLines = 0
        bytes.forEachLine { line in
          if line.isBlank { return true }
          seenLines += 1
          if line.starts(with: "#!") { return true }
          guard isComment(line, after: seenLines) else { return false }
          if let mention = PathMention.all(in: line).first {
            if mention.isLeading, mention.isClosing || isDescribed(line), accepts(mention) { found = mention }
            return false
          }
          return seenLines < 3
        }
        return found
      }
    }

    private func isComment(_ line: TextLine, after lines: Int) -> Bool {
      switch line.first {
      case UInt8(ascii: "#"), UInt8(ascii: "*"): true
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        line.starts(with: "//") || line.starts(with: "/*") || line.starts(with: "--")
          || line.starts(with: "<!--")
          || line.starts(with: "\"\"\"") || line.starts(with: "'''")
      default: lines == 2 && block.bytes.starts(with: Array("\"\"\"".utf8))
      }
    }

    /// Whether a description follows, as in `main.tf - the stack` or `main.tf (entry)`.
    private func isDescribed(_ line: TextLine) -> Bool {
      line.contains(" - ") || line.contains(": ") || line.contains(" (") || line.contains(" – ")
        || line.contains(" — ")
    }

    /// Whether the block can be the file: a command below `### lib/x.ts` is not, and neither is a tree of its folder.
    private func accepts(_ mention: PathMention) -> Bool {
      guard let language = Language(path: mention.path) else { return false }
      if label == .go, mention.path.hasSuffix("go.mod") { return true }
      if label == .shell || (label == nil && seen == .shell) { return language == .shell }
      if let seen, seen.isTemplateLanguage, language.isTemplateLanguage, language.isCompatible(with: seen) {
        return true
      }
      if seen == .text, language.isTemplateLanguage { return false }
      switch label {
      case .text: return true
      case .toml: return language == .toml || language == .text
      // Only a block labelled as text, or not at all, is a text file such as requirements.txt.
      case .some(let label):
        return language == label || language != .text && language.isCompatible(with: label)
      case nil:
        return seen.map { language.isCompatible(with: $0) }
          ?? (!language.isTemplateLanguage || language == .hcl)
      }
    }

    private func mentions(_ range: SourceRange) -> [PathMention] {
      let bytes = range.bytes.clamped(to: 0..<document.count)
      return PathMention.all(in: TextLine(UnsafeBufferPointer(rebasing: document[bytes]), at: 0))
    }

    private func endsWithColon(_ range: SourceRange) -> Bool {
      var end = Int(range.end)
      while end > Int(range.start), end <= document.count,
        [0x20, UInt8(ascii: "*"), UInt8(ascii: "_")].contains(document[end - 1])
      {
        end -= 1
      }
      return end > 0 && end <= document.count && document[end - 1] == UInt8(ascii: ":")
    }

    /// The label, or the comment where it gives the same name with its folder.
    private func better(_ label: PathMention, _ comment: PathMention?) -> BlockPath {
      if let comment, comment.path.hasSuffix("/" + label.path) {
        return BlockPath(path: comment.path, isPart: label.hasLines)
      }
      return BlockPath(path: label.path, isPart: label.hasLines)
    }
  }
}
