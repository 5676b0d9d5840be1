extension String {
  /// The text with everything made visible that a terminal or a browser would act on or hide.
  ///
  /// Control characters become their pictures (`␛`), direction overrides and invisible characters their number
  /// (`⟨U+202E⟩`). Tabs and line feeds stay.
  package var visible: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x09 || $0 == 0x0A }) { return self }
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if !scalar.isHidden {
        result.unicodeScalars.append(scalar)
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        result.unicodeScalars.append(picture)
      } else if scalar.value == 0x7F {
        result += "\u{2421}"
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "⟩"
      }
    }
    return result
  }

  /// The visible text in one line: line breaks and tabs become spaces.
  package var visibleLine: String {
    let line = utf8.contains { $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    if !line { return visible }
    return String(decoding: utf8.map { $0 == 0x0A || $0 == 0x09 || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
      .visible
  }

  /// A path or a name that starts a line, where `::` would be a command to a CI runner.
  var leadingName: String {
    let name = visibleLine
    return name.drop { $0 == " " }.hasPrefix("::") ? "./\(name)" : name
  }

  /// The parts between line breaks (LF, CRLF or a lone CR), at least one.
  var lines: [String] {
    var lines: [String] = []
    var start = utf8.startIndex
    var index = start
    while index < utf8.endIndex {
      let byte = utf8[index]
      let next = utf8.index(after: index)
      if byte == 0x0A || byte == 0x0D {
        lines.append(String(self[start..<index]))
        let isPair = byte == 0x0D && next < utf8.endIndex && utf8[next] == 0x0A
        start = isPair ? utf8.index(after: next) : next
        index = start
      } else {
        index = next
      }
    }
    lines.append(String(self[start...]))
    return lines
  }
}

extension Unicode.Scalar {
  /// Whether a terminal or a browser acts on the character or hides it, instead of showing it.
  var isHidden: Bool {
    switch value {
    case 0x09, 0x0A: false
    // C0, DEL and C1: U+009B starts a terminal sequence just as ESC [ does.
    case 0x00...0x1F, 0x7F...0x9F: true
    // Direction marks and overrides, line separators, zero-width characters.
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    // Tags, which carry text that nobody sees.
    case 0xE0000...0xE007F: true
    default: false
    }
  }
}
