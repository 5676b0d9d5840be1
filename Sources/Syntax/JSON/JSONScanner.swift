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

  func isLiteral(_ word: Range<Int>) -> Bool { isOne(of: ["true", "false", "null"], word) }

  /// Whether a word was meant as a number: by how it starts, or as one of JavaScript's.
  func resemblesNumber(_ word: Range<Int>) -> Bool {
    switch byte(at: word.lowerBound) {
    case 0x2B, 0x2D, 0x2E, 0x30...0x39: true
    default: isOne(of: ["NaN", "Infinity"], word)
    }
  }

  private func isOne(of candidates: [StaticString], _ word: Range<Int>) -> Bool {
    candidates.contains { $0.utf8CodeUnitCount == word.count && matches($0, at: word.lowerBound) }
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
  func eightBytes(at offset: Int) -> UInt64 {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }
}
