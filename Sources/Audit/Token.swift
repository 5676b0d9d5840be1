import SourceText

/// A word, a number or a sign of a line; markup (`*`, `_`, backticks) and pictures are passed over.
///
///     "- **Total failures**: 10 (7 Critical)"   →   - total failures : 10 ( 7 critical )
struct Token: Equatable {
  enum Kind: Equatable {
    case word
    case number(Int)
    case sign
  }

  let kind: Kind
  /// In lower case.
  let text: String
  /// In the document.
  let range: SourceRange
  /// Whether white space or markup stands before it.
  let isSpaced: Bool

  var number: Int? { if case .number(let value) = kind { value } else { nil } }

  /// The tokens of a part of a text.
  static func tokens(_ bytes: [UInt8], in part: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var index = part.lowerBound
    let end = min(part.upperBound, bytes.count)
    var isSpaced = true
    while index < end {
      let start = index
      let byte = bytes[index]
      if isLetter(byte) {
        while index < end, isLetter(bytes[index]) { index += 1 }
        let text = String(decoding: bytes[start..<index].map(lower), as: UTF8.self)
        tokens.append(Token(kind: .word, text: text, range: SourceRange(start, index), isSpaced: isSpaced))
        isSpaced = false
      } else if isDigit(byte) {
        while index < end, isDigit(bytes[index]) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let kind = Int(text).map(Kind.number) ?? .word
        tokens.append(Token(kind: kind, text: text, range: SourceRange(start, index), isSpaced: isSpaced))
        isSpaced = false
      } else if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80,
        (0x92...0x95).contains(bytes[index + 2])
      {
        index += 3
        tokens.append(Token(kind: .sign, text: "-", range: SourceRange(start, index), isSpaced: isSpaced))
        isSpaced = false
      } else {
        index += 1
        if byte <= 0x20 || byte >= 0x80 || byte == 0x2A || byte == 0x60 || byte == 0x5F {
          if byte <= 0x20 { isSpaced = true }
          continue
        }
        let text = String(decoding: [byte], as: UTF8.self)
        tokens.append(Token(kind: .sign, text: text, range: SourceRange(start, index), isSpaced: isSpaced))
        isSpaced = false
      }
    }
    return tokens
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lower(byte)) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
