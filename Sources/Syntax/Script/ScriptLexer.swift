import SourceText

/// Cuts a text into tokens and pairs its brackets, so that the grammar can look behind a bracket in one step.
///
///     f(a, `x${b}y`)     f  (  a  ,  `  x  ${  b  }  y  `  )
///                           └─────────┬──────┬─────┬──┬──┘   match
///
/// A closing bracket belongs to the nearest open one of its kind; `)` and `]` do not reach across an open `{`,
/// so that one bracket too many stays local. What stays open is `unmatched`.
struct ScriptLexer {
  struct Open {
    var token: Int
    /// A template whose text goes on behind this hole.
    var template: Template?
    /// What was open when this brace was met.
    var parens: Int
    var brackets: Int
    var angles: Int
  }

  /// How the text of an open template ends.
  struct Template {
    var start: Int
    var quote: UInt8
    var isTriple: Bool
    var isRaw: Bool
    /// The whole program is escaped, as code in a string is: the template ends with a backslash and a backtick.
    var isEscaped = false
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let language: ScriptLanguage
  let words = ScriptWordTable.shared
  var offset = 0
  var tokens: [ScriptToken] = []
  var comments: [SourceRange] = []
  var problems: [SourceProblem] = []
  var newline = true
  var open: [Open] = []
  /// Open round and square brackets since the last brace; open braces and holes in all.
  var parens = 0
  var brackets = 0
  var braces = 0
  /// Open holes of templates.
  var holes = 0
  /// `<` that may open type arguments, and where those of the current bracket start.
  var angles: [Int] = []
  var angleBase = 0
  /// Python's open indentations, in columns.
  var indents: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, language: ScriptLanguage) {
    self.bytes = bytes
    self.language = language
    tokens.reserveCapacity(bytes.count / 5 + 16)
  }

  mutating func run() {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      offset = 3
      problems.append(SourceProblem(.byteOrderMark, range: SourceRange(0, 3)))
    }
    if peek(0) == UInt8(ascii: "#"), peek(1) == UInt8(ascii: "!"), language != .python { lineComment() }
    if language == .python { startLine() }
    while offset < bytes.count { next() }
    if language == .python { finishLines() }
    newline = true
    add(.endOfFile, offset)
  }

  @inline(__always)
  func peek(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? bytes[offset + distance] : 0 }

  /// Adds the token from `start` to the offset.
  @inline(__always)
  mutating func add(_ kind: ScriptToken.Kind, _ start: Int, detail: UInt8 = 0, escaped: Bool = false) {
    tokens.append(
      ScriptToken(
        kind: kind, detail: detail, newlineBefore: newline, isEscaped: escaped,
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: offset),
        match: ScriptToken.unmatched))
    newline = false
  }

  mutating func report(_ kind: SourceProblem.Kind, _ start: Int, _ end: Int, _ detail: String = "") {
    problems.append(SourceProblem(kind, range: SourceRange(start, end), detail: detail))
  }

  private mutating func next() {
    let byte = bytes[offset]
    switch byte {
    case 0x20, 0x09, 0x0C: offset += 1
    case 0x0A, 0x0D:
      offset += 1
      if byte == 0x0D, peek(0) == 0x0A { offset += 1 }
      if language == .python { endLine() } else { newline = true }
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "$"):
      word()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(prefix: offset)
    case UInt8(ascii: "`"):
      if language == .typeScript { startTemplate(offset, raw: false) } else { rawString() }
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): openBracket(byte)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): closeBracket(byte)
    case 0x80...: unicode()
    default: punctuation(byte)
    }
  }

  /// A byte above ASCII: an ellipsis, a space, or the start of a word.
  private mutating func unicode() {
    let start = offset
    if peek(0) == 0xE2, peek(1) == 0x80, peek(2) == 0xA6 {
      offset += 3
      add(.ellipsis, start)
    } else if peek(0) == 0xC2, peek(1) == 0xA0 {
      offset += 2
    } else if peek(0) == 0xEF, peek(1) == 0xBB, peek(2) == 0xBF {
      offset += 3
    } else {
      word()
    }
  }

  private mutating func word() {
    let start = offset
    offset += 1
    skipWord()
    if language == .python, offset - start <= 2,
      peek(0) == UInt8(ascii: "\"") || peek(0) == UInt8(ascii: "'"),
      isStringPrefix(start)
    {
      return quoted(prefix: start)
    }
    let detail = words.find(bytes, start, offset)
    if detail != 0, newline, parens + brackets > 0, language != .python { leaveBrackets(before: detail) }
    add(.word, start, detail: detail)
  }

  /// A statement on a line of its own cannot stand in round or square brackets: they were never closed.
  private mutating func leaveBrackets(before word: UInt8) {
    switch ScriptWord(rawValue: word) ?? .plain {
    case .return, .throw, .while, .break, .continue, .if, .for, .try:
      abandonBrackets()
    case .const, .export: if language == .typeScript { abandonBrackets() }
    default: break
    }
  }

  /// Gives up the round and square brackets that are open in the innermost brace.
  mutating func abandonBrackets() {
    while let last = open.last, last.template == nil, tokens[last.token].kind != .openBrace {
      _ = popBracket()
    }
  }

  mutating func skipWord() {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
          || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
          || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "$") || byte >= 0x80
      else { return }
      offset += 1
    }
  }

  private func isStringPrefix(_ start: Int) -> Bool {
    for index in start..<offset {
      switch bytes[index] | 0x20 {
      case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "u"), UInt8(ascii: "f"), UInt8(ascii: "t"):
        continue
      default: return false
      }
    }
    return true
  }

  private mutating func number() {
    let start = offset
    let isHex = peek(0) == UInt8(ascii: "0") && peek(1) | 0x20 == UInt8(ascii: "x")
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): offset += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        offset += 1
        if byte | 0x20 == UInt8(ascii: "e"), !isHex,
          peek(0) == UInt8(ascii: "+") || peek(0) == UInt8(ascii: "-")
        {
          offset += 1
        }
      case UInt8(ascii: "."):
        // `1...5` and `1.method` end the number.
        if peek(1) == UInt8(ascii: ".") { return add(.number, start) }
        offset += 1
      default: return add(.number, start)
      }
    }
    add(.number, start)
  }

  // MARK: Brackets

  private mutating func openBracket(_ byte: UInt8) {
    let start = offset
    offset += 1
    open.append(
      Open(token: tokens.count, template: nil, parens: parens, brackets: brackets, angles: angleBase))
    angleBase = angles.count
    switch byte {
    case UInt8(ascii: "("):
      parens += 1
      add(.openParen, start)
    case UInt8(ascii: "["):
      brackets += 1
      add(.openBracket, start)
    default:
      parens = 0
      brackets = 0
      braces += 1
      add(.openBrace, start)
    }
  }

  /// Opens a hole in a template; its start and sign are consumed.
  mutating func openHole(_ start: Int, in template: Template) {
    open.append(
      Open(token: tokens.count, template: template, parens: parens, brackets: brackets, angles: angleBase))
    angleBase = angles.count
    parens = 0
    brackets = 0
    braces += 1
    holes += 1
    add(.openHole, start)
  }

  private mutating func closeBracket(_ byte: UInt8) {
    let start = offset
    offset += 1
    let isOpen =
      switch byte {
      case UInt8(ascii: ")"): parens > 0
      case UInt8(ascii: "]"): brackets > 0
      default: braces > 0
      }
    guard isOpen else {
      return add(
        byte == UInt8(ascii: ")") ? .closeParen : byte == UInt8(ascii: "]") ? .closeBracket : .closeBrace,
        start)
    }
    let wanted: ScriptToken.Kind =
      byte == UInt8(ascii: ")") ? .openParen : byte == UInt8(ascii: "]") ? .openBracket : .openBrace
    while let last = popBracket() {
      let kind = tokens[last.token].kind
      guard kind == wanted || (wanted == .openBrace && kind == .openHole) else { continue }
      let index = tokens.count
      switch kind {
      case .openParen: add(.closeParen, start)
      case .openBracket: add(.closeBracket, start)
      case .openBrace: add(.closeBrace, start)
      default: add(.closeHole, start)
      }
      tokens[last.token].match = UInt32(truncatingIfNeeded: index)
      tokens[index].match = UInt32(truncatingIfNeeded: last.token)
      if let template = last.template { templateText(template) }
      return
    }
  }

  /// Takes the innermost open bracket off and restores what was counted outside it.
  mutating func popBracket() -> Open? {
    guard let last = open.popLast() else { return nil }
    if angles.count > angleBase { angles.removeLast(angles.count - angleBase) }
    angleBase = last.angles
    parens = last.parens
    brackets = last.brackets
    let kind = tokens[last.token].kind
    if kind == .openBrace || kind == .openHole { braces -= 1 }
    if kind == .openHole { holes -= 1 }
    return last
  }

  // MARK: Comments

  mutating func lineComment() {
    let start = offset
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    comments.append(SourceRange(start, offset))
  }

  mutating func blockComment() {
    let start = offset
    offset += 2
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        offset += 2
        return comments.append(SourceRange(start, offset))
      }
      if bytes[offset] == 0x0A || bytes[offset] == 0x0D { newline = true }
      offset += 1
    }
    comments.append(SourceRange(start, offset))
    report(.unclosedComment, start, min(start + 2, offset))
  }
}
