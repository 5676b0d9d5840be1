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
