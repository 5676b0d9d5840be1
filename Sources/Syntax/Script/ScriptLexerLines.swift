import SourceText

/// Python's lines: statements end with them, and indentation makes blocks.
extension ScriptLexer {
  /// A line break was consumed.
  mutating func endLine() {
    if !open.isEmpty {
      if let template = open.last?.template, !template.isTriple, template.quote != UInt8(ascii: "`") {
        abandonHoles()
      } else if lineStartsStatement {
        while popBracket() != nil {}
      } else {
        newline = true
        return
      }
    }
    if let last = tokens.last, last.kind != .newline, last.kind != .indent, last.kind != .dedent {
      tokens.append(
        ScriptToken(
          kind: .newline, detail: 0, newlineBefore: false, isEscaped: false, start: last.end, end: last.end,
          match: ScriptToken.unmatched))
    }
    newline = true
    startLine()
  }

  /// Whether the next line starts with a word that cannot stand in brackets: they were never closed.
  private var lineStartsStatement: Bool {
    guard holes == 0 else { return false }
    var start = offset
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] >= UInt8(ascii: "a"), bytes[end] <= UInt8(ascii: "z") { end += 1 }
    guard end < bytes.count, bytes[end] == 0x20 || bytes[end] == UInt8(ascii: ":") || bytes[end] == 0x0A
    else {
      return false
    }
    switch ScriptWord(rawValue: words.find(bytes, start, end)) ?? .plain {
    case .def, .class, .import, .return, .raise, .while, .try, .with, .pass, .break, .continue, .del, .global,
      .assert,
      .elif, .except, .finally:
      return true
    default: return false
    }
  }

  /// A hole of a one-line string that the line did not close.
  private mutating func abandonHoles() {
    while let last = open.last, let template = last.template, !template.isTriple {
      let start = Int(tokens[template.start].start)
      report(.unclosedString, start, offset)
      _ = popBracket()
      tokens[template.start].match = UInt32(truncatingIfNeeded: tokens.count)
      let end = tokens.last?.end ?? 0
      tokens.append(
        ScriptToken(
          kind: .templateEnd, detail: 0, newlineBefore: false, isEscaped: false, start: end, end: end,
          match: ScriptToken.unmatched))
    }
  }

  /// Measures the indentation of the next line that holds something and opens or closes blocks.
  mutating func startLine() {
    while offset < bytes.count {
      var column = 0
      let start = offset
      while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 || bytes[offset] == 0x0C {
        column = bytes[offset] == 0x09 ? (column / 8 + 1) * 8 : column + 1
        offset += 1
      }
      guard offset < bytes.count else { return }
      let byte = bytes[offset]
      if byte == 0x0A || byte == 0x0D {
        offset += 1
        continue
      }
      if byte == UInt8(ascii: "#") {
        lineComment()
        continue
      }
      indent(to: column, start)
      return
    }
  }

  private mutating func indent(to column: Int, _ start: Int) {
    guard let current = indents.last else {
      indents.append(column)
      return
    }
    if column > current {
      indents.append(column)
      add(.indent, offset)
      newline = true
    }
    while let last = indents.last, last > column {
      indents.removeLast()
      if indents.isEmpty {
        // Shallower than the first line: an excerpt whose first line lost or kept its indentation.
        indents.append(column)
        break
      }
      add(.dedent, offset)
      newline = true
      if let outer = indents.last, outer < column {
        // Between two levels: the lines belong to the block that is still open.
        indents.append(column)
        tokens.removeLast()
        break
      }
    }
  }

  mutating func finishLines() {
    if !open.isEmpty { abandonHoles() }
    while popBracket() != nil {}
    add(.newline, offset)
    for _ in indents.dropFirst() { add(.dedent, offset) }
  }
}
