import SourceText
import Syntax

/// Repairs fences that stand within fences of the same length, which CommonMark cannot nest.
///
///     ```markdown        opens README.md
///     # Title
///     ```bash            CommonMark: text          meant: opens an example
///     npm test
///     ```                CommonMark: closes README meant: closes the example
///     ```                CommonMark: opens a block meant: closes README.md
///
/// The fences inside such a block, or those around it where the block is the whole answer, are blanked in a copy
/// of the text, which keeps every offset, and the copy is parsed instead.
enum NestedFences {
  /// The blocks of an answer as they were meant.
  static func parse(_ bytes: [UInt8]) -> MarkdownDocument {
    let markdown = MarkdownDocument.parse(bytes)
    guard markdown.blocks.contains(where: { $0.kind == .fencedCode && isMarkdown($0, bytes) }) else {
      return markdown
    }
    var copy = bytes
    let blanked = bytes.withUnsafeBufferPointer { fences(in: $0) }
    if blanked.isEmpty { return markdown }
    for range in blanked { for offset in range { copy[offset] = 0x20 } }
    return MarkdownDocument.parse(copy)
  }

  private static func isMarkdown(_ block: MarkdownDocument.Block, _ bytes: [UInt8]) -> Bool {
    let info = bytes[block.text.bytes.clamped(to: 0..<bytes.count)].prefix(9)
    return info.elementsEqual("markdown".utf8) || info.elementsEqual("md".utf8)
  }

  private struct Fence {
    var line: TextLine
    var length: Int
    var hasInfo: Bool
    var isMarkdown: Bool
    var isFollowed: Bool
    var isPrecededByText: Bool
  }

  /// The fence lines to blank.
  private static func fences(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let fences = allFences(in: bytes)
    var blanked: [Range<Int>] = []
    var index = 0
    while index < fences.count {
      let opening = fences[index]
      guard opening.isMarkdown, let close = closing(of: index, in: fences) else {
        index = endOfBlock(from: index, in: fences) + 1
        continue
      }
      let inner = fences[(index + 1)..<close]
      if isWrapper(opening.line, fences[close].line, bytes), inner.contains(where: \.hasInfo) {
        return [opening.line.start..<opening.line.end, fences[close].line.start..<fences[close].line.end]
      }
      blanked += inner.filter { $0.length >= opening.length }.map { $0.line.start..<$0.line.end }
      index = close + 1
    }
    return blanked
  }

  private static func allFences(in bytes: UnsafeBufferPointer<UInt8>) -> [Fence] {
    var fences: [Fence] = []
    var last: UInt8 = 0
    bytes.forEachLine { line in
      defer { last = line.last }
      guard line.first == UInt8(ascii: "`"), line.starts(with: "```") else { return true }
      var end = line.start
      while end < line.end, line.bytes[end] == UInt8(ascii: "`") { end += 1 }
      for offset in end..<line.end where line.bytes[offset] == UInt8(ascii: "`") { return true }
      let isFollowed = line.next < bytes.count && !TextLine(bytes, at: line.next).isBlank
      fences.append(
        Fence(
          line: line, length: end - line.start, hasInfo: end < line.end,
          isMarkdown: line.matches("markdown", at: end)
            || (line.matches("md", at: end) && line.end == end + 2),
          isFollowed: isFollowed, isPrecededByText: last != 0 && last != UInt8(ascii: ":")))
      return true
    }
    return fences
  }

  /// The fence that closes a Markdown block, if the fences inside it are balanced.
  private static func closing(of opening: Int, in fences: [Fence]) -> Int? {
    let length = fences[opening].length
    var isInside = false
    for index in (opening + 1)..<max(opening + 1, fences.count) {
      let fence = fences[index]
      if fence.length < length { continue }
      if isInside {
        if !fence.hasInfo { isInside = false }
      } else if fence.hasInfo || (fence.length == length && fence.isFollowed && !fence.isPrecededByText) {
        isInside = true
      } else {
        return index
      }
    }
    return nil
  }

  /// The fence that closes an ordinary block, as CommonMark has it.
  private static func endOfBlock(from opening: Int, in fences: [Fence]) -> Int {
    var index = opening + 1
    while index < fences.count, fences[index].hasInfo || fences[index].length < fences[opening].length {
      index += 1
    }
    return index
  }

  /// Whether nearly the whole text lies between two fences.
  private static func isWrapper(_ opening: TextLine, _ close: TextLine, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    (opening.start + bytes.count - close.end) * 10 <= bytes.count
  }
}
