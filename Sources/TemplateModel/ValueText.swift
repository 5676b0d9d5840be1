extension Value {
  /// A short form for people and for comparing by eye: `${LogBucket.Arn}/*`, `[80, 443]`, `{Key: Name, …}`.
  ///
  /// - Parameter limit: where the text is cut, in characters; an ellipsis shows that it was.
  package func summary(limit: Int = 80) -> String {
    var text = ""
    write(into: &text, limit: limit)
    return text.count > limit ? String(text.prefix(limit - 1)) + "…" : text
  }

  private func write(into text: inout String, limit: Int) {
    guard text.utf8.count <= limit * 4 else { return }
    switch kind {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): text += string
    case .reference(let reference): text += "${" + reference.summary + "}"
    case .computed(let expression): text += expression
    case .template(let parts): for part in parts { part.write(into: &text, limit: limit) }
    case .list(let values): Value.write(values, between: "[", "]", into: &text, limit: limit)
    case .call(let name, let arguments):
      text += name
      Value.write(arguments, between: "(", ")", into: &text, limit: limit)
    case .map(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        text += member.key + ": "
        member.value.write(into: &text, limit: limit)
        if text.utf8.count > limit * 4 { break }
      }
      text += "}"
    }
  }

  private static func write(
    _ values: [Value], between open: String, _ close: String, into text: inout String, limit: Int
  ) {
    text += open
    for (index, value) in values.enumerated() {
      if index > 0 { text += ", " }
      value.write(into: &text, limit: limit)
      if text.utf8.count > limit * 4 { break }
    }
    text += close
  }
}

extension Reference {
  /// The target with its attribute: `LogBucket.Arn`.
  package var summary: String { attribute.map { "\(target).\($0)" } ?? target }
}
