import SourceText

/// Ways back into the text after an error. All of them only read on, so that the whole stays linear.
extension HCLTreeBuilder {
  /// Top-level blocks of Terraform and how many labels they have (developer.hashicorp.com/terraform/language).
  private static let topLevelBlocks: [(name: StaticString, labels: Int)] = [
    ("resource", 2), ("data", 2), ("variable", 1), ("output", 1), ("provider", 1), ("module", 1),
    ("locals", 0), ("terraform", 0),
  ]

  /// A header is looked for in front of so many labels; no block of Terraform has more than two.
  private static let labelLimit = 4

  /// Leaves out the rest of a line, and the blocks that it opens.
  mutating func skipLine(from start: Int, in place: BodyPlace) {
    let node = open(.skipped, at: start)
    ignoresNewlines = false
    var braces = 0
    var end = previousEnd
    skip: while token.kind != .end {
      switch token.kind {
      case .newline where braces == 0: break skip
      case .openBrace: braces += 1
      case .closeBrace:
        if braces == 0, place != .file { break skip }
        braces = max(0, braces - 1)
      case .identifier where braces > 0 && startsTopLevelBlock(token.start): break skip
      default: break
      }
      end = token.kind == .newline ? end : endWithoutLineBreak(token.start, token.end)
      advance()
    }
    rescan(depth: 0)
    close(node, at: end)
    report(.unexpectedToken, start, end)
  }

  /// Leaves out what is nested too deep: up to the bracket that closes it, or the next separator.
  mutating func skipNested() {
    let start = token.start
    let node = open(.missing, at: start)
    let ignoredNewlines = ignoresNewlines
    var levels = 0
    skip: while token.kind != .end {
      switch token.kind {
      case .openBrace, .openBracket, .openParenthesis, .openQuote, .openHeredoc, .interpolation, .directive:
        levels += 1
      case .closeBrace, .closeBracket, .closeParenthesis, .closeQuote, .closeHeredoc, .sequenceEnd:
        if levels == 0 { break skip }
        levels -= 1
      case .newline, .comma, .colon, .equal, .question, .fatArrow:
        if levels == 0 { break skip }
      default: break
      }
      ignoresNewlines = levels > 0 || ignoredNewlines
      advance()
    }
    ignoresNewlines = ignoredNewlines
    let end = max(start, previousEnd)
    nodes[node].flags.insert(.incomplete)
    close(node, at: end)
    report(.nestingTooDeep, start, end, "\(HCLParser.depthLimit)")
  }

  /// Only white space stands before an offset on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D
  }

  /// The number of bytes before an offset on its line.
  func column(of offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return offset - start
  }

  /// An attribute (`name =`) or a block's header (`name "label" {`) starts here.
  func looksLikeItem(_ offset: Int) -> Bool {
    guard HCLScanner.startsIdentifier(scanner.byte(offset)) else { return false }
    let next = spacesEnd(scanner.identifierEnd(from: offset))
    if scanner.byte(next) == UInt8(ascii: "=") {
      return scanner.byte(next + 1) != UInt8(ascii: "=") && scanner.byte(next + 1) != UInt8(ascii: ">")
    }
    return labelCount(behind: next) != nil
  }

  /// One of Terraform's top-level blocks starts here, as far to the left as the block that is open.
  func startsTopLevelBlock(_ offset: Int) -> Bool {
    guard isFirstOnLine(offset), column(of: offset) <= outermostColumn else { return false }
    let end = scanner.identifierEnd(from: offset)
    for block in HCLTreeBuilder.topLevelBlocks where block.name.utf8CodeUnitCount == end - offset {
      let isSame = block.name.withUTF8Buffer { $0.elementsEqual(bytes[offset..<end]) }
      if isSame { return labelCount(behind: spacesEnd(end)) == block.labels }
    }
    return false
  }

  /// The start of the first line behind an offset with one of Terraform's top-level blocks.
  func topLevelBlock(behind offset: Int) -> Int? {
    var lineStart = offset
    while lineStart < bytes.count {
      let start = spacesEnd(lineStart)
      if HCLScanner.startsIdentifier(scanner.byte(start)), startsTopLevelBlock(start) { return start }
      while lineStart < bytes.count, bytes[lineStart] != 0x0A { lineStart += 1 }
      lineStart += 1
    }
    return nil
  }

  /// How many labels stand between an offset and a `{` on the same line; nothing where no `{` follows.
  private func labelCount(behind offset: Int) -> Int? {
    var position = offset
    var labels = 0
    while labels <= HCLTreeBuilder.labelLimit {
      switch scanner.byte(position) {
      case UInt8(ascii: "{"): return labels
      case UInt8(ascii: "\""):
        position += 1
        while scanner.byte(position) != UInt8(ascii: "\"") {
          guard position < bytes.count, scanner.byte(position) != 0x0A else { return nil }
          position += 1
        }
        position += 1
      case let byte where HCLScanner.startsIdentifier(byte): position = scanner.identifierEnd(from: position)
      default: return nil
      }
      labels += 1
      position = spacesEnd(position)
    }
    return nil
  }

  private func spacesEnd(_ offset: Int) -> Int {
    var end = offset
    while scanner.byte(end) == 0x20 || scanner.byte(end) == 0x09 { end += 1 }
    return end
  }

  /// Nothing but white space stands between the current line break and a `{`.
  func opensBraceBehindLineBreaks() -> Bool {
    var end = token.start
    while end < bytes.count,
      bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0A || bytes[end] == 0x0D
    {
      end += 1
    }
    return scanner.byte(end) == UInt8(ascii: "{")
  }
}
