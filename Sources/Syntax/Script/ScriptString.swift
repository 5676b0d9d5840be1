package import SourceText

/// The text that a string literal stands for.
package struct ScriptString: Sendable {
  /// In UTF-8.
  package var bytes: [UInt8]
  /// Leads from offsets in `bytes` to offsets in the program.
  package var map: OffsetMap

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension ScriptTree {
  /// What a string, a template's text or a concatenation of strings stands for, with its escapes resolved.
  ///
  ///     'a\u0062c'   →   abc       offsets 0, 1, 2 lead to a, \ and c
  ///
  /// Nil for other nodes, templates with holes included. An escape that the language does not know stays as it
  /// is written.
  package func string(of id: NodeID) -> ScriptString? {
    var decoder = ScriptStringDecoder(language: language, bytes: bytes)
    switch self[id].kind {
    case .string: decoder.literal(self[id].range.bytes)
    case .concatenation:
      for element in elements(of: id) {
        guard self[element].kind == .string else { return nil }
        decoder.literal(self[element].range.bytes)
      }
    default: return nil
    }
    return ScriptString(bytes: decoder.out, map: decoder.map)
  }

  /// What a `templateText` stands for; the template that it is part of says whether it has escapes.
  package func string(ofPart id: NodeID, in template: NodeID) -> ScriptString {
    var decoder = ScriptStringDecoder(language: language, bytes: bytes)
    decoder.part(self[id].range.bytes, of: Int(self[template].range.start))
    return ScriptString(bytes: decoder.out, map: decoder.map)
  }
}

/// Turns what stands between quotes into text, language by language.
struct ScriptStringDecoder {
  let language: ScriptLanguage
  let bytes: [UInt8]
  var out: [UInt8] = []
  var map = OffsetMap()

  init(language: ScriptLanguage, bytes: [UInt8]) {
    self.language = language
    self.bytes = bytes
  }

  private struct Prefix {
    var isRaw = false
    var isTemplate = false
    var length = 0
    var quotes = 1
  }

  /// Letters and quotes in front of a string.
  private func prefix(at start: Int, _ end: Int) -> Prefix {
    var prefix = Prefix()
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'"),
      bytes[index] != UInt8(ascii: "`")
    {
      prefix.isRaw = prefix.isRaw || bytes[index] | 0x20 == UInt8(ascii: "r")
      prefix.isTemplate =
        prefix.isTemplate || [UInt8(ascii: "f"), UInt8(ascii: "t")].contains(bytes[index] | 0x20)
      index += 1
    }
    prefix.length = index - start
    guard index < end else { return prefix }
    let quote = bytes[index]
    prefix.isRaw = prefix.isRaw || (quote == UInt8(ascii: "`") && language == .go)
    if language == .python || language == .java, quote != UInt8(ascii: "`"), index + 2 < end,
      bytes[index + 1] == quote,
      bytes[index + 2] == quote
    {
      prefix.quotes = 3
    }
    return prefix
  }

  /// A whole literal with its quotes.
  mutating func literal(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    let prefix = prefix(at: range.lowerBound, range.upperBound)
    let start = min(range.lowerBound + prefix.length + prefix.quotes, range.upperBound)
    let quote = start > range.lowerBound ? bytes[start - 1] : 0
    var end = range.upperBound
    for _ in 0..<prefix.quotes where end > start && bytes[end - 1] == quote { end -= 1 }
    if language == .java, prefix.quotes == 3 {
      textBlock(start..<end)
    } else {
      decode(start..<end, isRaw: prefix.isRaw, doubledBraces: prefix.isTemplate)
    }
  }

  /// A piece of the template that starts at an offset.
  mutating func part(_ range: Range<Int>, of template: Int) {
    let range = range.clamped(to: 0..<bytes.count)
    let prefix = prefix(at: template, range.lowerBound)
    decode(range, isRaw: prefix.isRaw, doubledBraces: language == .python)
  }

  private mutating func decode(_ range: Range<Int>, isRaw: Bool, doubledBraces: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      map.append(text: UInt32(truncatingIfNeeded: out.count), document: UInt32(truncatingIfNeeded: index))
      if byte == UInt8(ascii: "\\"), !isRaw, index + 1 < range.upperBound {
        index = escape(index, range.upperBound)
        continue
      }
      out.append(byte)
      index += 1
      if doubledBraces, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}"), index < range.upperBound,
        bytes[index] == byte
      {
        index += 1
      }
    }
  }

  /// Reads the escape at an index and gives the index behind it.
  private mutating func escape(_ start: Int, _ end: Int) -> Int {
    let letter = bytes[start + 1]
    switch letter {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "v") where language != .java: out.append(0x0B)
    case UInt8(ascii: "a") where language == .python || language == .go: out.append(0x07)
    case UInt8(ascii: "s") where language == .java: out.append(0x20)
    case 0x0A: break  // a line that goes on
    case 0x0D: return start + 2 < end && bytes[start + 2] == 0x0A ? start + 3 : start + 2
    case UInt8(ascii: "x"): return hexadecimal(start, end, digits: 2)
    case UInt8(ascii: "u"): return hexadecimal(start, end, digits: 4)
    case UInt8(ascii: "U") where language != .typeScript: return hexadecimal(start, end, digits: 8)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(start, end)
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): out.append(letter)
    default:
      // JavaScript drops the backslash of an escape it does not know; the others keep or forbid it.
      if language != .typeScript { out.append(UInt8(ascii: "\\")) }
      out.append(letter)
    }
    return start + 2
  }

  private mutating func hexadecimal(_ start: Int, _ end: Int, digits: Int) -> Int {
    var index = start + 2
    var value: UInt32 = 0
    if language == .typeScript, index < end, bytes[index] == UInt8(ascii: "{") {
      index += 1
      while index < end, let digit = hexDigit(bytes[index]), value <= 0x10FFFF {
        value = value * 16 + digit
        index += 1
      }
      index += 1
    } else {
      var count = 0
      while count < digits, index < end, let digit = hexDigit(bytes[index]) {
        value = value << 4 | digit
        index += 1
        count += 1
      }
      guard count == digits else {
        out += bytes[start..<min(index, end)]
        return min(index, end)
      }
      // Two escapes for one character above U+FFFF.
      if value & 0xFC00 == 0xD800, index + 5 < end, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        var low: UInt32 = 0
        for offset in 2..<6 { low = low << 4 | (hexDigit(bytes[index + offset]) ?? 0) }
        if low & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
          index += 6
        }
      }
    }
    append(value)
    return min(index, end)
  }

  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
    default: nil
    }
  }

  private mutating func octal(_ start: Int, _ end: Int) -> Int {
    var index = start + 1
    var value: UInt32 = 0
    while index < end, index < start + 4, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "7")
    {
      value = value * 8 + UInt32(bytes[index] - 0x30)
      index += 1
    }
    append(value)
    return index
  }

  private mutating func append(_ value: UInt32) {
    out += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
  }

  // MARK: Text blocks

  /// Java's `"""`: the first line break, the common indentation and spaces at line ends are not part of it.
  private mutating func textBlock(_ range: Range<Int>) {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<range.upperBound)
    guard lines.count > 1 else { return decode(range, isRaw: false, doubledBraces: false) }
    lines.removeFirst()
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var indent = Int.max
    for (number, line) in lines.enumerated() {
      let lead = line.prefix { isSpace(bytes[$0]) }.count
      if lead < line.count || number == lines.count - 1 { indent = min(indent, lead) }
    }
    for (number, line) in lines.enumerated() {
      let first = line.lowerBound + min(indent, line.count)
      var last = line.upperBound
      while last > first, isSpace(bytes[last - 1]) { last -= 1 }
      decode(first..<last, isRaw: false, doubledBraces: false)
      guard number < lines.count - 1 else { break }
      // A backslash at the end of a line joins it with the next.
      if out.last == UInt8(ascii: "\\"), last > first, bytes[last - 1] == UInt8(ascii: "\\") {
        out.removeLast()
        continue
      }
      map.append(
        text: UInt32(truncatingIfNeeded: out.count), document: UInt32(truncatingIfNeeded: line.upperBound))
      out.append(0x0A)
    }
  }
}
