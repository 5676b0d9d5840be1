/// Tokens inside quotes, heredocs and bare templates.
extension HCLScanner {
  mutating func nextInQuote() -> HCLToken {
    guard position < bytes.count else { return token(.end, 0) }
    switch bytes[position] {
    case UInt8(ascii: "\""):
      pop()
      return token(.closeQuote, 1)
    case 0x0A, 0x0D:
      // A quote ends with its line at the latest; the parser says that it was never closed.
      pop()
      return next()
    case UInt8(ascii: "$"), UInt8(ascii: "%"): return sequence(orText: .quotedText)
    default: break
    }
    var end = position
    textNeedsDecoding = false
    scan: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "%"), 0x0A, 0x0D: break scan
      case UInt8(ascii: "\\"):
        textNeedsDecoding = true
        end += byte(end + 1) == 0x0A || byte(end + 1) == 0x0D ? 1 : 2
      default: end += 1
      }
    }
    return token(.quotedText, end - position)
  }

  mutating func nextInText() -> HCLToken {
    guard position < bytes.count else { return token(.end, 0) }
    if mode.atLineStart {
      mode.atLineStart = false
      if let length = closingMarkerLength() {
        pop()
        return token(.closeHeredoc, length)
      }
    }
    if bytes[position] == UInt8(ascii: "$") || bytes[position] == UInt8(ascii: "%") {
      return sequence(orText: .text)
    }
    var end = position
    textNeedsDecoding = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") { break }
      end += 1
      if byte == 0x0A {
        mode.atLineStart = mode.kind == .heredoc
        break
      }
    }
    return token(.text, end - position)
  }

  /// `${`, `%{`, their escaped forms `$${` and `%%{`, or the sign itself.
  private mutating func sequence(orText text: HCLToken.Kind) -> HCLToken {
    let sign = bytes[position]
    textNeedsDecoding = byte(position + 1) == sign && byte(position + 2) == UInt8(ascii: "{")
    if textNeedsDecoding { return token(text, 3) }
    guard byte(position + 1) == UInt8(ascii: "{") else { return token(text, 1) }
    push(.normal)
    let length = byte(position + 2) == UInt8(ascii: "~") ? 3 : 2
    return token(sign == UInt8(ascii: "$") ? .interpolation : .directive, length)
  }

  /// `<<EOT` or `<<-EOT` with its line break.
  mutating func heredoc() -> HCLToken? {
    let start = position + (byte(position + 2) == UInt8(ascii: "-") ? 3 : 2)
    guard HCLScanner.startsIdentifier(byte(start)) || byte(start) >= 0x80 else { return nil }
    let end = identifierEnd(from: start)
    var lineBreak = end
    if byte(lineBreak) == 0x0D { lineBreak += 1 }
    guard end > start, byte(lineBreak) == 0x0A else { return nil }
    push(.heredoc)
    mode.marker = start..<end
    mode.atLineStart = true
    return token(.openHeredoc, lineBreak + 1 - position)
  }

  /// The length of the line's text if it holds the heredoc's marker and nothing else.
  private func closingMarkerLength() -> Int? {
    var start = position
    while byte(start) == 0x20 || byte(start) == 0x09 { start += 1 }
    var end = start
    for offset in mode.marker {
      guard byte(end) == bytes[offset] else { return nil }
      end += 1
    }
    while byte(end) == 0x20 || byte(end) == 0x09 { end += 1 }
    guard end >= bytes.count || byte(end) == 0x0A || byte(end) == 0x0D else { return nil }
    return end - position
  }
}
