/// Writes one JSON document; what is opened by a call is closed by it, so that the result is always whole.
///
///     var writer = JSONWriter(isPretty: false)
///     writer.object { $0.field("rule", "hardcoded-password"); $0.field("startLine", 12) }
///     writer.text        // {"rule":"hardcoded-password","startLine":12}
package struct JSONWriter {
  private var bytes: [UInt8] = []
  private var depth = 0
  /// Whether the next value or key needs a comma before it.
  private var needsComma = false
  /// Whether a key was written just now, so that the value follows on its line.
  private var isAfterKey = false
  private let isPretty: Bool

  /// - Parameter isPretty: two spaces a level and a member a line; otherwise everything stands in one line.
  package init(isPretty: Bool) { self.isPretty = isPretty }

  /// What was written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The length of what was written so far, in bytes.
  var byteCount: Int { bytes.count }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    nested("{", "}", body)
  }

  package mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    nested("[", "]") { writer in for element in elements { write(&writer, element) } }
  }

  package mutating func value(_ text: String) {
    startValue()
    append(quoted: text)
  }

  package mutating func value(_ number: Int) {
    startValue()
    bytes += String(number).utf8
  }

  /// A number given in hundredths, written as short as it can be: 150 is `1.5`.
  package mutating func value(hundredths: Int) {
    startValue()
    let size = hundredths.magnitude
    var text = "\(hundredths < 0 ? "-" : "")\(size / 100)"
    if size % 100 != 0 { text += size % 10 == 0 ? ".\(size / 10 % 10)" : ".\(size / 10 % 10)\(size % 10)" }
    bytes += text.utf8
  }

  package mutating func value(_ flag: Bool) {
    startValue()
    bytes += (flag ? "true" : "false").utf8
  }

  package mutating func null() {
    startValue()
    bytes += "null".utf8
  }

  package mutating func key(_ key: String) {
    startValue()
    append(quoted: key)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  package mutating func field(_ key: String, _ text: String) {
    self.key(key)
    value(text)
  }

  package mutating func field(_ key: String, _ number: Int) {
    self.key(key)
    value(number)
  }

  package mutating func field(_ key: String, _ flag: Bool) {
    self.key(key)
    value(flag)
  }

  /// A text, or null where there is none.
  package mutating func field(_ key: String, _ text: String?) {
    self.key(key)
    if let text { value(text) } else { null() }
  }

  /// A number, or null where there is none.
  package mutating func field(_ key: String, _ number: Int?) {
    self.key(key)
    if let number { value(number) } else { null() }
  }

  package mutating func field<Elements: Sequence>(
    _ key: String, _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    self.key(key)
    array(elements, write)
  }

  package mutating func field(_ key: String, object body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  private mutating func nested(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    startValue()
    bytes.append(UInt8(ascii: open))
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma { startLine() }
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func startValue() {
    if isAfterKey {
      isAfterKey = false
    } else {
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      if depth > 0 { startLine() }
    }
    needsComma = true
  }

  private mutating func startLine() {
    guard isPretty else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }

  /// Characters that a terminal, a browser or JavaScript would act on are written as escapes.
  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
    if isPlain {
      bytes += text.utf8
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
      case "\\": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      case "\n": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case "\t": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case "\r": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      default:
        if scalar.isHidden {
          for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() { append(escaped: unit) }
        } else if scalar.isASCII {
          bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          bytes += UTF8.encode(scalar) ?? UTF8.EncodedScalar()
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes += Array(("\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits).utf8)
  }
}
