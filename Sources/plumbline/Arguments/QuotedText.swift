extension String {
  /// The text in quotes for a message: control characters are escaped, so that no argument or file name can steer
  /// the terminal, and what is longer than 300 characters is cut.
  var quoted: String {
    var shown = "'"
    for (index, scalar) in unicodeScalars.enumerated() {
      if index == 300 {
        shown += "…"
        break
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown + "'"
  }
}
