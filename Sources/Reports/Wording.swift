/// A count with its noun: `1 file`, `3 files`, `no files`.
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  switch count {
  case 0: "no \(plural ?? noun + "s")"
  case 1: "1 \(noun)"
  default: "\(count) \(plural ?? noun + "s")"
  }
}

extension Array where Element == String {
  /// The elements as prose lists them: `a`, `a and b`, `a, b and c`.
  var listed: String {
    guard let last else { return "" }
    return count == 1 ? last : dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// The text up to the end of its first sentence, in one line.
  var firstSentence: String {
    let text = lines.first { !$0.isEmpty } ?? ""
    var index = text.startIndex
    var isInCode = false
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == "`" { isInCode.toggle() }
      let isStop = text[index] == "." || text[index] == "?" || text[index] == "!"
      if isStop, !isInCode, next == text.endIndex || text[next] == " " { return String(text[..<next]) }
      index = next
    }
    return text
  }
}
