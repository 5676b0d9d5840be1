import SourceText
import TemplateModel

/// The identifiers of a program's text, found without a grammar: letters, digits, `_` and `$` in a row.
///
/// Comments count as well, and so do strings that may hold expressions: template literals and Python's f-strings.
struct IdentifierScan {
  /// How often each occurs, by a 64-bit hash of its bytes.
  private var counts: [UInt64: Int] = [:]

  init(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        if buffer[at] == 0x22 || buffer[at] == 0x27, let end = IdentifierScan.endOfPlainString(buffer, at) {
          at = end
          continue
        }
        guard IdentifierScan.isLetter(buffer[at]) else {
          at += 1
          continue
        }
        let start = at
        while at < buffer.count, IdentifierScan.isPart(buffer[at]) { at += 1 }
        counts[IdentifierScan.hash(buffer[start..<at]), default: 0] += 1
      }
    }
  }

  /// The offset behind a string of one line that holds no expressions; nil where it may hold some.
  private static func endOfPlainString(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    if start > 0, text[start - 1] | 0x20 == 0x66 { return nil }
    var at = start + 1
    while at < text.count, text[at] != 0x0A {
      if text[at] == text[start] { return at + 1 }
      at += text[at] == 0x5C ? 2 : 1
    }
    return nil
  }

  func count(of name: ArraySlice<UInt8>) -> Int { counts[IdentifierScan.hash(name)] ?? 0 }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return state
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte == 0x24 || byte >= 0x80
  }

  static func isPart(_ byte: UInt8) -> Bool { isLetter(byte) || (byte >= 0x30 && byte <= 0x39) }
}

/// A line of a program, as the detectors of unused names read it.
struct ProgramLine {
  /// Without indentation and line break.
  let text: ArraySlice<UInt8>
  let indentation: Int

  /// The lines of a file, each with its bytes' place in it.
  static func lines(of file: TemplateFile) -> [ProgramLine] {
    var lines: [ProgramLine] = []
    var start = 0
    let bytes = file.bytes
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var first = start
      while first < end, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
      var last = end
      while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
      lines.append(ProgramLine(text: bytes[first..<last], indentation: first - start))
      start = end + 1
    }
    return lines
  }

  var range: SourceRange { SourceRange(text.startIndex, text.endIndex) }

  func starts(with word: String) -> Bool { text.starts(with: word.utf8) }

  /// The identifier at an offset behind the start, blanks left out; nil where there is none.
  func identifier(at offset: Int) -> ArraySlice<UInt8>? {
    var start = text.startIndex + offset
    while start < text.endIndex, text[start] == 0x20 { start += 1 }
    guard start < text.endIndex, IdentifierScan.isLetter(text[start]) else { return nil }
    var end = start
    while end < text.endIndex, IdentifierScan.isPart(text[end]) { end += 1 }
    return text[start..<end]
  }
}
