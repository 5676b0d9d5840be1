/// The seven kinds of HTML block, numbered as in CommonMark's section 4.6; each has its own start and end.
enum MarkdownHTML: UInt8 {
  case verbatim = 1, comment, instruction, declaration, cdata, element, anyTag

  /// The kind of block that starts with the text of this line.
  ///
  /// A lone tag of any name cuts no paragraph short.
  init?(startOf line: MarkdownLine, interruptsParagraph: Bool) {
    guard line.first == 0x3C else { return nil }
    let start = line.textOffset
    let second = line.byte(at: start + 1)
    if second == 0x3F {
      self = .instruction
    } else if second == 0x21 {
      let third = line.byte(at: start + 2)
      if third == 0x2D, line.byte(at: start + 3) == 0x2D {
        self = .comment
      } else if Self.isLetter(third) {
        self = .declaration
      } else if Self.occurs("[CDATA[", in: line, at: start + 2) {
        self = .cdata
      } else {
        return nil
      }
    } else {
      let isClosing = second == 0x2F
      let nameStart = isClosing ? start + 2 : start + 1
      guard Self.isLetter(line.byte(at: nameStart)) else { return nil }
      var nameEnd = nameStart + 1
      while Self.isTagByte(line.byte(at: nameEnd)) { nameEnd += 1 }
      let after = line.byte(at: nameEnd)
      let isPlainEnd = line.isGap(nameEnd) || after == 0x3E
      let isVerbatim = Self.verbatimNames.contains { Self.matches($0, in: line, nameStart..<nameEnd) }
      let isSelfClosing = after == 0x2F && line.byte(at: nameEnd + 1) == 0x3E
      if isVerbatim, !isClosing, isPlainEnd {
        self = .verbatim
      } else if isPlainEnd || isSelfClosing, Self.isBlockElement(in: line, nameStart..<nameEnd) {
        self = .element
      } else if !interruptsParagraph, !isVerbatim || isClosing,
        let end = isClosing ? Self.closingTagEnd(in: line, nameEnd) : Self.openTagEnd(in: line, nameEnd),
        line.isBlank(from: end)
      {
        self = .anyTag
      } else {
        return nil
      }
    }
  }

  var endsAtBlankLine: Bool { self == .element || self == .anyTag }

  /// Whether the block ends with this line.
  func ends(with line: MarkdownLine) -> Bool {
    let ends: [StaticString]
    switch self {
    case .verbatim: ends = ["</script>", "</pre>", "</style>", "</textarea>"]
    case .comment: ends = ["-->"]
    case .instruction: ends = ["?>"]
    case .declaration: ends = [">"]
    case .cdata: ends = ["]]>"]
    case .element, .anyTag: return false
    }
    // Every end holds one `>`, its last byte.
    var offset = line.offset
    while offset < line.end {
      if line.bytes[offset] == 0x3E {
        for end in ends where offset + 1 - end.utf8CodeUnitCount >= line.offset {
          if Self.occurs(end, in: line, at: offset + 1 - end.utf8CodeUnitCount) { return true }
        }
      }
      offset += 1
    }
    return false
  }

  private static let verbatimNames: [StaticString] = ["script", "pre", "style", "textarea"]

  private static let blockElements: [StaticString] = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup",
    "option",
    "p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "tr",
    "track", "ul",
  ]

  private static func isBlockElement(in line: MarkdownLine, _ name: Range<Int>) -> Bool {
    blockElements.contains { matches($0, in: line, name) }
  }

  private static func matches(_ word: StaticString, in line: MarkdownLine, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && occurs(word, in: line, at: range.lowerBound)
  }

  /// Compares without regard to the case of letters; `word` is written as the standard has it.
  private static func occurs(_ word: StaticString, in line: MarkdownLine, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= line.end else { return false }
    return word.withUTF8Buffer { letters in
      for index in 0..<letters.count {
        let byte = line.bytes[start + index]
        if byte != letters[index], !isLetter(byte) || byte | 0x20 != letters[index] { return false }
      }
      return true
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  private static func skipBlanks(_ line: MarkdownLine, _ start: Int) -> Int {
    var offset = start
    while offset < line.end, line.isBlankByte(line.bytes[offset]) { offset += 1 }
    return offset
  }

  private static func closingTagEnd(in line: MarkdownLine, _ nameEnd: Int) -> Int? {
    let offset = skipBlanks(line, nameEnd)
    return line.byte(at: offset) == 0x3E ? offset + 1 : nil
  }

  /// Passes over attributes up to and with the `>`; nil where the tag is not complete on this line.
  private static func openTagEnd(in line: MarkdownLine, _ nameEnd: Int) -> Int? {
    var offset = nameEnd
    while true {
      let blanks = offset
      offset = skipBlanks(line, offset)
      let byte = line.byte(at: offset)
      if byte == 0x3E { return offset + 1 }
      if byte == 0x2F { return line.byte(at: offset + 1) == 0x3E ? offset + 2 : nil }
      guard offset > blanks, isLetter(byte) || byte == 0x5F || byte == 0x3A else { return nil }
      offset += 1
      while isTagByte(line.byte(at: offset)) || [0x5F, 0x2E, 0x3A].contains(line.byte(at: offset)) {
        offset += 1
      }
      let equals = skipBlanks(line, offset)
      guard line.byte(at: equals) == 0x3D else { continue }
      offset = skipBlanks(line, equals + 1)
      let quote = line.byte(at: offset)
      if quote == 0x22 || quote == 0x27 {
        offset += 1
        while offset < line.end, line.bytes[offset] != quote { offset += 1 }
        guard offset < line.end else { return nil }
        offset += 1
      } else {
        let start = offset
        while offset < line.end, !isUnquotedEnd(line.bytes[offset]) { offset += 1 }
        guard offset > start else { return nil }
      }
    }
  }

  private static func isUnquotedEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60: true
    default: false
    }
  }
}
