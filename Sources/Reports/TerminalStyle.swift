/// Colours for a terminal; without colour every text stays as it is.
package struct TerminalStyle: Sendable {
  enum Ink: String {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case magenta = "35"
    case cyan = "36"
    case boldRed = "1;31"
  }

  let isColoured: Bool

  package init(isColoured: Bool) { self.isColoured = isColoured }

  /// The text in an ink.
  ///
  /// It must be visible text already: an escape in it would act.
  func paint(_ text: String, _ ink: Ink) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// Breaks a text at spaces so that no line is longer than `width` characters, where words allow it.
///
/// Lines of a fenced block stay as they are.
func wrapped(_ text: String, width: Int, indent: String) -> String {
  var lines: [String] = []
  var isInFence = false
  for paragraph in text.lines {
    let isFence = paragraph.hasPrefix("```")
    if isFence { isInFence.toggle() }
    if isFence || isInFence {
      lines.append(indent + paragraph)
      continue
    }
    // What follows in a list item stands under its text.
    let hang = paragraph.hasPrefix("- ") ? indent + "  " : indent
    var margin = indent
    var line = ""
    var length = 0
    for word in paragraph.split(separator: " ") {
      let count = word.unicodeScalars.count
      if length > 0, length + 1 + count > width {
        lines.append(margin + line)
        margin = hang
        line = ""
        length = 0
      }
      if length > 0 {
        line += " "
        length += 1
      }
      line += word
      length += count
    }
    if !line.isEmpty { lines.append(margin + line) }
  }
  return lines.joined(separator: "\n")
}
