import SourceText

/// Finds the ends of JSON's tokens; every function starts at `offset` and moves it.
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0
  var problems: [SourceProblem] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// What stands at an offset; 0 behind the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  mutating func report(_ kind: SourceProblem.Kind, _ start: Int, _ end: Int, _ detail: String = "") {
    problems.append(SourceProblem(kind, range: SourceRange(start, end), detail: detail))
  }

  @inline(__always)
  mutating func skipWhiteSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
      while offset &+ 8 <= bytes.count, eightBytes(at: offset) == 0x2020_2020_2020_2020 { offset += 8 }
    }
  }

  /// Passes over a string with its quotes; `needsDecoding` says that it has escapes, `incomplete` that it is open.
  @inline(__always)
  mutating func string() -> KeyedTree.Flags {
    offset += 1
    let start = offset
    skipPlainBytes()
    if offset < bytes.count, bytes[offset] == 0x22 {
      offset += 1
      return []
    }
    return unusualString(start: start, quote: 0x22)
  }

  /// Reads on at the first byte of a string that needs a second look.
  ///
  /// `start` lies behind the opening quote.
  ///
  /// A line break inside is either an error of its own or the sign of a lacking quote. It is taken for the
  /// latter unless the next quote closes something, that is, unless `,` `:` `}` `]` or the end follows it.
  mutating func unusualString(start: Int, quote: UInt8) -> KeyedTree.Flags {
    var flags: KeyedTree.Flags = []
    var isMultiline = false
    var isNotUTF8Reported = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == quote {
        offset += 1
        return flags
      } else if byte == 0x5C {
        flags.insert(.needsDecoding)
        escape(quote)
      } else if byte < 0x20 {
        if isLineBreak(byte), !isMultiline {
          guard nextQuoteCloses(quote) else { break }
          isMultiline = true
        }
        let first = offset
        while offset < bytes.count, bytes[offset] < 0x20, isMultiline || !isLineBreak(bytes[offset]) {
          offset += 1
        }
        report(.controlCharacter, first, offset)
      } else if byte >= 0x80 {
        let length = scalarLength()
        if length == 0, !isNotUTF8Reported {
          report(.notUTF8, offset, offset + 1)
          isNotUTF8Reported = true
        }
        offset += max(1, length)
      } else {
        offset += 1
        if quote == 0x22 { skipPlainBytes() }
      }
    }
    report(.unclosedString, start - 1, offset)
    return flags.union(.incomplete)
  }

  mutating func skipControlCharacters() {
    while offset < bytes.count, bytes[offset] < 0x20 { offset += 1 }
  }

  private mutating func escape(_ quote: UInt8) {
    let start = offset
    let mark = byte(at: offset + 1)
    offset = min(offset + 2, bytes.count)
    switch mark {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return
    case 0x27 where quote == 0x27: return
    case 0x75:
      let digits = offset
      while offset < min(digits + 4, bytes.count), isHexDigit(bytes[offset]) { offset += 1 }
      if offset == digits + 4 { return }
    default:
      // A line break or a part of a scalar is looked at again.
      if mark < 0x20 || mark >= 0x80 { offset = start + 1 }
    }
    report(.invalidEscape, start, offset)
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  /// Looks no further than the next quote, so that many open strings together cost one pass.
  private func nextQuoteCloses(_ quote: UInt8) -> Bool {
    var end = offset
    while end < bytes.count, bytes[end] != quote { end += 1 }
    guard end < bytes.count else { return false }
    if bytes[end - 1] == 0x5C { return true }
    end += 1
    while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
    guard end < bytes.count else { return true }
    switch bytes[end] {
    case 0x2C, 0x3A, 0x7D, 0x5D: return true
    default: return false
    }
  }

  /// Passes over a number by RFC 8259's grammar; false where it is none, `offset` then lies anywhere in it.
  @inline(__always)
  mutating func number() -> Bool {
    if byte(at: offset) == 0x2D { offset += 1 }
    if byte(at: offset) == 0x30 {
      offset += 1
    } else if !digits() {
      return false
    }
    if byte(at: offset) == 0x2E {
      offset += 1
      if !digits() { return false }
    }
    if byte(at: offset) | 0x20 == 0x65 {
      offset += 1
      if byte(at: offset) == 0x2B || byte(at: offset) == 0x2D { offset += 1 }
      if !digits() { return false }
    }
    return isWordEnd
  }

  @inline(__always)
  private mutating func digits() -> Bool {
    let start = offset
    while offset < bytes.count, bytes[offset] &- 0x30 < 10 { offset += 1 }
    return offset > start
  }

  /// Passes over everything up to white space, punctuation, a quote or a comment.
  mutating func word() {
    while !isWordEnd { offset += 1 }
  }

  private var isWordEnd: Bool {
    guard offset < bytes.count else { return true }
    switch bytes[offset] {
    case 0...0x20, 0x22, 0x27, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: return true
    case 0x2F: return byte(at: offset + 1) == 0x2F || byte(at: offset + 1) == 0x2A
    default: return false
    }
  }

  func matches(_ word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { letters in
      for index in 0..<letters.count where bytes[start + index] != letters[index] { return false }
      return true
    }
  }

  /// The length of an ellipsis: three dots or more, or U+2026.
  func ellipsisLength(at start: Int) -> Int {
    if matches("…", at: start) { return 3 }
    var end = start
    while byte(at: end) == 0x2E { end += 1 }
    return end - start >= 3 ? end - start : 0
  }

  /// Passes over a comment.
  ///
  /// One that says `...` stands for left-out lines.
  mutating func comment() {
    let start = offset
    let isBlock = byte(at: offset + 1) == 0x2A
    offset += bytes[offset] == 0x23 ? 1 : 2
    var text = offset
    while byte(at: text) == 0x20 { text += 1 }
    let kind: SourceProblem.Kind = ellipsisLength(at: text) > 0 ? .elision : .commentNotAllowed
    if isBlock {
      while offset < bytes.count, !(bytes[offset] == 0x2A && byte(at: offset + 1) == 0x2F) { offset += 1 }
      guard offset < bytes.count else { return report(.unclosedComment, start, offset) }
      offset += 2
    } else {
      while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    }
    report(kind, start, offset)
  }

  /// Passes over what is nested too deep: up to the bracket that closes the one at `offset`, or the end.
  mutating func skipBrackets() {
    var depth = 0
    var isInString = false
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if isInString, byte == 0x5C {
        offset = min(offset + 1, bytes.count)
      } else if byte == 0x22 {
        isInString.toggle()
      } else if !isInString, byte == 0x5B || byte == 0x7B {
        depth += 1
      } else if !isInString, byte == 0x5D || byte == 0x7D {
        depth -= 1
        if depth == 0 { return }
      }
    }
  }

  /// Eight bytes; `offset + 8` lies within the text.
  @inline(__always)
  private func eightBytes(at offset: Int) -> UInt64 {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// Stops at a quote, a backslash, a control character or a byte above 0x7F, or at the end.
  ///
  /// Eight bytes at a time: each term has the high bit of a byte set where that byte is what it looks for. A
  /// borrow can set further bits above the first hit, never below it.
  @inline(__always)
  private mutating func skipPlainBytes() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while offset &+ 8 <= bytes.count {
      let eight = eightBytes(at: offset)
      let quotes = eight ^ (ones &* 0x22)
      let slashes = eight ^ (ones &* 0x5C)
      let found =
        (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((eight &- ones &* 0x20) & ~eight)
          | eight) & highs
      if found != 0 {
        offset += found.trailingZeroBitCount >> 3
        return
      }
      offset += 8
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { return }
      offset += 1
    }
  }

  /// The length of the UTF-8 sequence of two to four bytes at `offset` (RFC 3629); 0 where it is malformed.
  private func scalarLength() -> Int {
    let first = bytes[offset]
    let second = byte(at: offset + 1)
    let length: Int
    let seconds: ClosedRange<UInt8>
    switch first {
    case 0xC2...0xDF: (length, seconds) = (2, 0x80...0xBF)
    case 0xE0: (length, seconds) = (3, 0xA0...0xBF)
    case 0xED: (length, seconds) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, seconds) = (3, 0x80...0xBF)
    case 0xF0: (length, seconds) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, seconds) = (4, 0x80...0xBF)
    case 0xF4: (length, seconds) = (4, 0x80...0x8F)
    default: return 0
    }
    guard seconds.contains(second) else { return 0 }
    for index in 2..<max(2, length) where byte(at: offset + index) & 0xC0 != 0x80 { return 0 }
    return length
  }
}
