import SourceText

/// Literal and folded block scalars.
///
///     Code: |2-       style, indentation, chomping
///         text        the first line with text sets the indentation where the header does not
extension YAMLReader {
  /// Reads the scalar whose `|` or `>` stands at the position; its lines are indented by more than `indent`.
  mutating func readBlockScalar(indent: Int, _ marks: Marks) {
    let start = position
    let style: KeyedTree.Style = byte(start) == .pipe ? .literal : .folded
    let (explicit, keeps) = readHeader()
    var columns = explicit.map { max(indent, 0) + $0 }
    let contentEnd = readLines(&columns, indent: indent, keeps: keeps)
    let id = append(.scalar, style, .needsDecoding, start, contentEnd, marks)
    guard explicit != nil, let columns else { return }
    if columns > 255 { report(.nestingTooDeep, start, start + 1, "255") }
    nodes[Int(id)].indent = UInt8(clamping: columns)
  }

  /// Reads what follows the `|` or `>` on its line, and stops at the line break.
  private mutating func readHeader() -> (indent: Int?, keeps: Bool) {
    var offset = position + 1
    var indent: Int?
    var chomping: UInt8?
    while true {
      let byte = byte(offset)
      if byte == UInt8(ascii: "+") || byte == .dash, chomping == nil {
        chomping = byte
      } else if (0x31...0x39).contains(byte), indent == nil {
        indent = Int(byte) - 0x30
      } else {
        break
      }
      offset += 1
    }
    let gap = skippingBlanks(offset)
    if gap < end, !isBreak(gap) {
      if byte(gap) == .hash, gap > offset {
        position = skippingComment(gap)
      } else {
        position = lineEnd(from: gap)
        report(.unexpectedToken, gap, position, text(gap, min(position, gap + 40)))
      }
    } else {
      position = gap
    }
    return (indent, chomping == UInt8(ascii: "+"))
  }

  /// Reads the lines of the scalar and returns the end of its text: behind the line break of its last line,
  /// with the blank lines that follow where the header keeps them.
  private mutating func readLines(_ columns: inout Int?, indent: Int, keeps: Bool) -> Int {
    var contentEnd = position
    var blankEnd = position
    var widestBlank = 0
    guard position < end else {
      isMidLine = true
      return position
    }
    var line = behindBreak(position)
    blankEnd = line
    while line < end {
      let first = skippingSpaces(line)
      let width = first - line
      if first >= end || isBreak(first) {
        if let columns, width > columns {
          // Spaces beyond the indentation are text.
          line = first < end ? behindBreak(first) : end
          contentEnd = line
          blankEnd = line
          continue
        }
        widestBlank = max(widestBlank, width)
        line = first < end ? behindBreak(first) : end
        blankEnd = line
        continue
      }
      if isDocumentMarker(line) { break }
      if byte(first) == .tab, width <= indent, isBreak(skippingBlanks(first)) {
        report(.tabIndentation, line, skippingBlanks(first))
      }
      if let columns {
        if width < columns { break }
      } else {
        if width <= indent { break }
        if widestBlank > width { report(.badIndentation, line, first) }
        columns = width
      }
      let lineEnd = lineEnd(from: first)
      line = lineEnd < end ? behindBreak(lineEnd) : end
      contentEnd = line
      blankEnd = line
    }
    if line >= end {
      position = end
      isMidLine = true
    } else {
      startLine(line)
    }
    return keeps ? max(contentEnd, blankEnd) : contentEnd
  }
}
