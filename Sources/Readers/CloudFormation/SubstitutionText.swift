import SourceText
import Syntax
import TemplateModel

/// Splits the text of a `Fn::Sub` into text and references.
///
///     arn:aws:s3:::${Bucket}/${!Literal}/${Role.Arn}
///     └ text ─────┘└ ref ──┘└ text ─────┘└ ref ────┘
enum SubstitutionText {
  static func parts(
    of id: KeyedTree.NodeID, in values: KeyedValues, variables: [Member], names: DeclaredNames
  ) -> [Value] {
    if let range = values.tree.nodes[Int(id)].verbatim, range.upperBound <= values.file.bytes.count {
      return parts(of: Array(values.file.bytes[range]), variables: variables, names: names) { part in
        let start = range.lowerBound
        return values.file.location(SourceRange(start + Int(part.start), start + Int(part.end)))
      }
    }
    let (bytes, map) = values.tree.decoded(id, in: values.file.bytes)
    return parts(of: bytes, variables: variables, names: names) { range in
      values.file.location(map.document(range))
    }
  }

  private static func parts(
    of bytes: [UInt8], variables: [Member], names: DeclaredNames, located: (SourceRange) -> SourceLocation
  ) -> [Value] {
    let dollar = UInt8(ascii: "$")
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    var parts: [Value] = []
    var text: [UInt8] = []
    var textStart = 0
    var position = 0
    let lastClose = bytes.lastIndex(of: close) ?? 0
    func flush(to end: Int) {
      guard !text.isEmpty else { return }
      let string = String(decoding: text, as: UTF8.self)
      parts.append(Value(.string(string), at: located(SourceRange(textStart, end))))
      text.removeAll(keepingCapacity: true)
    }
    func take(_ run: Range<Int>) {
      if run.isEmpty { return }
      if text.isEmpty { textStart = run.lowerBound }
      text += bytes[run]
    }
    while position < bytes.count {
      let mark = bytes[position...].firstIndex(of: dollar) ?? bytes.count
      take(position..<mark)
      position = mark
      guard mark + 1 < lastClose, bytes[mark + 1] == open,
        let end = bytes[(mark + 2)...].firstIndex(of: close)
      else {
        take(mark..<min(mark + 1, bytes.count))
        position = mark + 1
        continue
      }
      let name = String(decoding: bytes[(mark + 2)..<end], as: UTF8.self)
      if name.hasPrefix("!") {
        if text.isEmpty { textStart = mark }
        text += Array("${\(name.dropFirst())}".utf8)
      } else {
        flush(to: position)
        textStart = end + 1
        let location = located(SourceRange(position, end + 1))
        parts.append(value(named: name, variables: variables, names: names, at: location))
      }
      position = end + 1
    }
    flush(to: bytes.count)
    return parts
  }

  private static func value(
    named name: String, variables: [Member], names: DeclaredNames, at location: SourceLocation
  ) -> Value {
    let name = name.trimmingSpaces
    if let variable = variables.last(where: { $0.key == name }) { return variable.value }
    guard let dot = name.firstIndex(of: ".") else {
      return Value(.reference(names.reference(to: name)), at: location)
    }
    let attribute = String(name[name.index(after: dot)...])
    return Value(.reference(names.reference(to: String(name[..<dot]), attribute: attribute)), at: location)
  }
}

extension String {
  /// The text without the spaces at its ends.
  fileprivate var trimmingSpaces: String {
    var slice = self[...]
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
