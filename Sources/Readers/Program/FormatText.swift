import SourceText
import TemplateModel

/// Format strings with their arguments put in: `fmt.Sprintf("%s-%d", a, b)`, `"{}-{name}".format(a, name=b)`.
enum FormatText {
  /// `%s`, `%-5d`, `%v`, `%[1]s`; `%%` is a percent sign.
  static func percent(_ format: Value, _ arguments: [Value], at location: SourceLocation) -> Value? {
    guard let text = format.string else { return nil }
    var parts = Parts(location: format.location)
    let bytes = Array(text.utf8)
    var index = 0
    var next = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%"), index + 1 < bytes.count else {
        parts.text.append(bytes[index])
        index += 1
        continue
      }
      if bytes[index + 1] == UInt8(ascii: "%") {
        parts.text.append(UInt8(ascii: "%"))
        index += 2
        continue
      }
      var end = index + 1
      var key: [UInt8] = []
      while end < bytes.count, !isLetter(bytes[end]) {
        if bytes[end] == UInt8(ascii: "(") || bytes[end] == UInt8(ascii: "[") {
          let close = bytes[end...].firstIndex { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") } ?? end
          key = Array(bytes[(end + 1)..<max(close, end + 1)])
          end = close
        }
        end += 1
      }
      let name = String(decoding: key, as: UTF8.self)
      if let member = arguments.last?[name] {
        parts.add(member)
      } else {
        let place = Int(name).map { $0 - 1 } ?? next
        next = place + 1
        if arguments.indices.contains(place) {
          parts.add(arguments[place])
        } else {
          parts.text += bytes[index..<min(end + 1, bytes.count)]
        }
      }
      index = end + 1
    }
    return parts.value(at: location)
  }

  /// `{}`, `{0}`, `{name}`, `{name:>5}`; doubled braces are braces.
  static func braces(
    _ format: Value, _ positional: [Value], _ keywords: [Member], at location: SourceLocation
  ) -> Value? {
    guard let text = format.string else { return nil }
    var parts = Parts(location: format.location)
    let bytes = Array(text.utf8)
    var index = 0
    var next = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isBrace = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
      if isBrace, index + 1 < bytes.count, bytes[index + 1] == byte {
        parts.text.append(byte)
        index += 2
      } else if byte == UInt8(ascii: "{"), let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")) {
        let hole = bytes[(index + 1)..<close].prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "!") }
        let name = String(decoding: hole, as: UTF8.self)
        let place = name.isEmpty ? next : Int(name) ?? -1
        if name.isEmpty { next += 1 }
        if let value = positional.indices.contains(place)
          ? positional[place] : keywords.last(where: { $0.key == name })?.value
        {
          parts.add(value)
        } else {
          parts.text += bytes[index...close]
        }
        index = close + 1
      } else {
        parts.text.append(byte)
        index += 1
      }
    }
    return parts.value(at: location)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Text and values in a row.
  private struct Parts {
    let location: SourceLocation
    var text: [UInt8] = []
    var values: [Value] = []

    mutating func add(_ value: Value) {
      flush()
      values.append(value)
    }

    private mutating func flush() {
      guard !text.isEmpty else { return }
      values.append(Value(.string(String(decoding: text, as: UTF8.self)), at: location))
      text = []
    }

    mutating func value(at location: SourceLocation) -> Value {
      flush()
      if values.isEmpty { return Value(.string(""), at: location) }
      if values.count == 1, values[0].string != nil { return Value(values[0].kind, at: location) }
      return Value(.template(values), at: location)
    }
  }
}
