import TemplateModel

/// Counts brackets that are open at the end of a program, past its strings, comments, heredocs and patterns.
///
///     `a ${b({ c: `d` })} e`      a template string with code in it: the stack holds the depths at its `${`
struct BracketScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let language: Language
  private var offset = 0
  private var open = 0
  /// The depths at which template strings go on.
  private var templates: [Int] = []
  /// The last byte that is neither white space nor part of a comment.
  private var previous: UInt8 = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, language: Language) {
    self.bytes = bytes
    self.language = language
  }

  private var isScript: Bool { language == .typeScript || language == .javaScript }

  /// Brackets opened and not closed; a negative number where more are closed than opened.
  mutating func depth() -> Int {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte <= 0x20 {
        offset += 1
        continue
      }
      step(byte)
      previous = byte
    }
    return open
  }

  private mutating func step(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
      open += 1
      offset += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
      open -= 1
      offset += 1
      if templates.last == open {
        templates.removeLast()
        skipTemplate()
      }
    case UInt8(ascii: "`") where isScript:
      offset += 1
      skipTemplate()
    case UInt8(ascii: "`") where language == .go:
      offset += 1
      skip(past: UInt8(ascii: "`"))
    case UInt8(ascii: "\""): skipString(byte)
    case UInt8(ascii: "'") where language != .hcl && language != .json: skipString(byte)
    case UInt8(ascii: "#") where language == .hcl || language == .python: skip(past: 0x0A)
    case UInt8(ascii: "/") where language != .python && next == UInt8(ascii: "/"): skip(past: 0x0A)
    case UInt8(ascii: "/") where language != .python && next == UInt8(ascii: "*"): skipComment()
    case UInt8(ascii: "/") where isScript && startsPattern: skipPattern()
    case UInt8(ascii: "<") where language == .hcl && next == UInt8(ascii: "<"): skipHeredoc()
    default: offset += 1
    }
  }

  private var next: UInt8 { offset + 1 < bytes.count ? bytes[offset + 1] : 0 }

  /// A slash divides behind a value and starts a pattern behind an operator or an opening bracket.
  private var startsPattern: Bool {
    switch previous {
    case UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "["),
      UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "{"),
      UInt8(ascii: ";"), 0:
      true
    default: false
    }
  }

  private mutating func skip(past end: UInt8) {
    while offset < bytes.count, bytes[offset] != end { offset += 1 }
    offset += 1
  }

  private mutating func skipComment() {
    offset += 2
    while offset + 1 < bytes.count,
      bytes[offset] != UInt8(ascii: "*") || bytes[offset + 1] != UInt8(ascii: "/")
    {
      offset += 1
    }
    offset += 2
  }

  private mutating func skipPattern() {
    var isInClass = false
    offset += 1
    while offset < bytes.count, bytes[offset] != 0x0A {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass:
        offset += 1
        return
      default: break
      }
      offset += 1
    }
  }

  /// A one-line string ends at its line's end at the latest; a tripled quote opens one of several lines.
  private mutating func skipString(_ quote: UInt8) {
    let isTriple =
      (language == .python || language == .java) && next == quote && offset + 2 < bytes.count
      && bytes[offset + 2] == quote
    offset += isTriple ? 3 : 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      if byte == quote, !isTriple || (next == quote && offset + 2 < bytes.count && bytes[offset + 2] == quote)
      {
        offset += isTriple ? 3 : 1
        return
      }
      if byte == 0x0A, !isTriple { return }
      offset += 1
    }
  }

  private mutating func skipTemplate() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "`"):
        offset += 1
        return
      case UInt8(ascii: "$") where next == UInt8(ascii: "{"):
        templates.append(open)
        open += 1
        offset += 2
        return
      default: offset += 1
      }
    }
  }

  /// Passes over the text from `<<-EOF` to the line `EOF`.
  private mutating func skipHeredoc() {
    offset += 2
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let start = offset
    while offset < bytes.count, TextLine.isWord(bytes[offset]) { offset += 1 }
    let word = bytes[start..<offset]
    if word.isEmpty { return }
    while offset < bytes.count {
      let line = TextLine(bytes, at: offset)
      offset = line.next
      if line.count == word.count, bytes[line.start..<line.end].elementsEqual(word) { return }
    }
  }
}
