/// Text in two columns on lines of at most 80 characters.
enum Columns {
  private static let width = 80
  private static let left = 28

  /// A label at column 2 and its text from column 28, on the next line where the label is too long.
  static func row(_ label: String, _ text: String) -> String {
    let start = "  \(label)"
    let wrapped = wrap(text, indent: left)
    if start.count + 2 > left { return start + "\n" + wrapped }
    return start + wrapped.dropFirst(start.count)
  }

  /// Words filled into lines behind an indent, each line ended by a line break.
  static func wrap(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    lines.append(line)
    return lines.map { "\(margin)\($0)\n" }.joined()
  }
}
