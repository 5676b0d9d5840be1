import SourceText

/// Strings: plain bytes are passed over eight at a time, the rest is looked at byte by byte.
extension JSONScanner {
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
