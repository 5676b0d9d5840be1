import SourceText
import TemplateModel

/// Tells whether a text breaks off: an open bracket, an open string, or a key without its value at the end.
///
/// Asked only where a break is likely: of a block whose fence is never closed, and of the last block. The scan knows
/// strings and comments well enough for that; a bracket within a regular expression may mislead it.
enum Completeness {
  static func breaksOff(_ bytes: [UInt8], language: Language) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      switch language {
      case .yaml: endsInYAML(bytes)
      case .json, .typeScript, .javaScript, .java, .go, .hcl, .python: depth(of: bytes, language) > 0
      default: false
      }
    }
  }

  /// The last line is a key, a tag or a dash without a value, or an open quote.
  private static func endsInYAML(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: TextLine?
    bytes.forEachLine { line in
      if !line.isBlank, line.first != UInt8(ascii: "#") { last = line }
      return true
    }
    guard let last else { return false }
    if last.last == UInt8(ascii: ":") || last.ends(with: "!Ref") || last.ends(with: "!Sub")
      || last.ends(with: "-")
    {
      return true
    }
    if last.ends(with: "!GetAtt") { return true }
    var quotes = 0
    for offset in last.start..<last.end where bytes[offset] == UInt8(ascii: "\"") { quotes += 1 }
    return quotes % 2 == 1
  }

  /// Open brackets at the end of the text, less those closed too often.
  private static func depth(of bytes: UnsafeBufferPointer<UInt8>, _ language: Language) -> Int {
    var depth = 0
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        offset = endOfString(bytes, offset, language)
      case UInt8(ascii: "#") where language == .hcl || language == .python: offset = endOfLine(bytes, offset)
      case UInt8(ascii: "/") where language != .python && offset + 1 < bytes.count:
        if bytes[offset + 1] == UInt8(ascii: "/") {
          offset = endOfLine(bytes, offset)
        } else if bytes[offset + 1] == UInt8(ascii: "*") {
          offset += 2
          while offset + 1 < bytes.count,
            bytes[offset] != UInt8(ascii: "*") || bytes[offset + 1] != UInt8(ascii: "/")
          {
            offset += 1
          }
          offset += 1
        }
      default: break
      }
      offset += 1
    }
    return depth
  }

  private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    return offset
  }

  /// The offset of the closing quote; of the line's end where a one-line string is not closed.
  private static func endOfString(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ language: Language
  ) -> Int {
    let quote = bytes[start]
    if quote == UInt8(ascii: "`"), language == .hcl || language == .python || language == .json {
      return start
    }
    if quote == UInt8(ascii: "'"), language == .hcl || language == .json { return start }
    let isTriple =
      (language == .python || language == .java) && start + 2 < bytes.count && bytes[start + 1] == quote
      && bytes[start + 2] == quote
    var offset = start + (isTriple ? 3 : 1)
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`") || language != .go {
        offset += 2
        continue
      }
      if byte == quote {
        if !isTriple { return offset }
        if offset + 2 < bytes.count, bytes[offset + 1] == quote, bytes[offset + 2] == quote {
          return offset + 2
        }
      }
      if byte == 0x0A, !isTriple, quote != UInt8(ascii: "`") { return offset }
      offset += 1
    }
    return bytes.count
  }
}
