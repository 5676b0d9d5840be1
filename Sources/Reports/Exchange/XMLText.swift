extension String {
  /// The text inside an element, at most 8,000 bytes of it.
  var xmlText: String { limited(to: 8_000).visible.markupEscaped }

  /// The text inside an attribute in quotes, in one line.
  func xmlAttribute(limit: Int = 1_000) -> String { limited(to: limit).visibleLine.markupEscaped }

  /// The text with `&`, `<`, `>` and both quotes as character references, in HTML and in XML.
  ///
  /// What XML 1.0 cannot hold becomes U+FFFD; what a reader would act on must already be visible text.
  var markupEscaped: String {
    let needsNone = utf8.allSatisfy { byte in
      byte < 0x80 && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0x27
    }
    if needsNone { return self }
    var result = ""
    result.reserveCapacity(utf8.count + 32)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
