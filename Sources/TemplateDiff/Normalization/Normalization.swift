import SourceText
package import TemplateModel

/// All equivalences in one place: two values are the same when their normal forms are.
///
/// Whatever the property:
///
///     Join "" [A, "-x"]        ≡  Sub "${A}-x"          so do an HCL template, an f-string and `interpolate`
///     Join "-" [A, "x"]        ≡  Sub "${A}-x"
///     Sub "text"               ≡  "text"
///     Sub "${A}"               ≡  Ref A
///     GetAZs ""                ≡  GetAZs Ref AWS::Region
///     jsonencode {…}           ≡  {…}                   so does ToJsonString
///     {K: AWS::NoValue}        ≡  {}
///     [a, AWS::NoValue]        ≡  [a]
///     {K: 1, K: 2}             ≡  {K: 2}                the last of a repeated key counts
///     a  +  b                  ≡  a+b                   white space in an expression that is not evaluated
///     (b) => b.id              ≡  b => b.id             and its other matters of style (`bare`)
///
/// By the property's type, which `SchemaFacts` knows (`same(_:_:as:)`):
///
///     "443"                    ≡  443                   unless known otherwise, where the text is the same
///     "true"                   ≡  true
///     1.0                      ≡  1                     where the schema says number
///     "True"                   ≡  true                  where the schema says boolean
///     "3.10"                   ≠  3.1                   where it says string, or nothing
///
/// By the property's name (`ListIdioms`):
///
///     Action: a                ≡  Action: [a]           one value or a list of them
///     Action: S3:get*          ≡  Action: s3:Get*
///     Tags: [{Key: a, Value: b}]  ≡  Tags: {a: b}       so do the other lists of keys and values
///     [a, b]                   ≡  [b, a]                where order means nothing
///
/// Intrinsics in their short and long form, embedded JSON and YAML documents, anchors and merge keys come
/// equal from the readers. Ranges stay those of what was written, so deltas cite what stands there.
package enum Normalization {
  package static func normal(_ value: Value) -> Value {
    var result = value
    switch value.kind {
    case .map(let members):
      result.kind = .map(
        effective(members).map { member in
          Member(key: member.key, keyLocation: member.keyLocation, value: normal(member.value))
        })
    case .list(let values): result.kind = .list(values.filter { !isNoValue($0) }.map(normal))
    case .template(let parts): result.kind = template(parts.map(normal))
    case .call(let name, let arguments): result.kind = call(name, arguments.map(normal))
    case .computed(let text): result.kind = .computed(singleSpaced(text))
    default: break
    }
    return result
  }

  /// The members that count: of those with the same key the last, and none that is `AWS::NoValue`.
  static func effective(_ members: [Member]) -> [Member] {
    let isPlain = members.count < 2 || !hasRepeatedKey(members)
    if isPlain, !members.contains(where: { isNoValue($0.value) }) { return members }
    var last: [String: Int] = [:]
    for (index, member) in members.enumerated() { last[member.key] = index }
    return members.enumerated().filter { last[$0.element.key] == $0.offset && !isNoValue($0.element.value) }
      .map(\.element)
  }

  private static func hasRepeatedKey(_ members: [Member]) -> Bool {
    if members.count > 12 { return Set(members.map(\.key)).count < members.count }
    for index in members.indices.dropFirst() {
      for earlier in members.indices.prefix(index) where members[earlier].key == members[index].key {
        return true
      }
    }
    return false
  }

  static func isNoValue(_ value: Value) -> Bool {
    if case .reference(let reference) = value.kind { return reference.target == "AWS::NoValue" }
    return false
  }

  /// A call whose arguments are normal.
  static func call(_ name: String, _ arguments: [Value]) -> Value.Kind {
    switch name {
    case "join":
      if arguments.count == 2, let delimiter = literal(arguments[0]),
        case .list(let parts) = arguments[1].kind
      {
        return template(joined(parts, by: delimiter, at: arguments[0].location))
      }
    case "jsonencode", "toJsonString", "yamlencode":
      if arguments.count == 1 { return arguments[0].kind }
    case "getAZs":
      if arguments.count == 1, literal(arguments[0]) == "" {
        let region = Reference(target: "AWS::Region", kind: .pseudo)
        return .call(name, [Value(.reference(region), at: arguments[0].location)])
      }
    default: break
    }
    return .call(name, arguments)
  }

  private static func joined(_ parts: [Value], by delimiter: String, at location: SourceLocation) -> [Value] {
    if delimiter.isEmpty { return parts }
    var result: [Value] = []
    for part in parts {
      if !result.isEmpty { result.append(Value(.string(delimiter), at: location)) }
      result.append(part)
    }
    return result
  }

  /// Parts in a row, nested templates flattened and neighbouring text merged.
  static func template(_ parts: [Value]) -> Value.Kind {
    var flat: [Value] = []
    func append(_ part: Value) {
      if case .template(let inner) = part.kind {
        for part in inner { append(part) }
      } else if let text = literal(part), let last = flat.last, let before = literal(last) {
        flat[flat.count - 1] = Value(.string(before + text), at: last.location.union(part.location))
      } else if let text = literal(part) {
        flat.append(Value(.string(text), at: part.location))
      } else {
        flat.append(part)
      }
    }
    for part in parts { append(part) }
    flat.removeAll { literal($0)?.isEmpty == true }
    if flat.isEmpty { return .string("") }
    return flat.count == 1 ? flat[0].kind : .template(flat)
  }

  /// The text of a scalar literal.
  static func literal(_ value: Value) -> String? {
    switch value.kind {
    case .string(let text): text
    case .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }

  /// Whether two scalar texts mean the same to a property of a type; nil stands for an unknown type.
  static func same(_ response: String, _ ideal: String, as type: SchemaFacts.Scalar?) -> Bool {
    if response == ideal { return true }
    switch type {
    case .number:
      guard let first = Double(response), let second = Double(ideal) else { return false }
      return first == second
    case .boolean:
      let first = response.lowercased()
      return first == ideal.lowercased() && (first == "true" || first == "false")
    case .string, nil: return false
    }
  }

  /// An expression as its parts alone: without white space beside punctuation, a comma before a closing bracket, and
  /// brackets round the only parameter of an arrow; what stands in quotes is kept.
  ///
  ///     list.find((b) => b.id === x, )   ≡   list.find(b => b.id === x)
  static func bare(_ expression: String) -> String {
    var result: [UInt8] = []
    var quote: UInt8 = 0
    var isSpaced = false
    var isEscaped = false
    for byte in expression.utf8 {
      if quote != 0 {
        result.append(byte)
        if byte == quote, !isEscaped { quote = 0 }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        continue
      }
      if byte <= 0x20 {
        isSpaced = true
        continue
      }
      if isSpaced, let last = result.last, isWord(last), isWord(byte) { result.append(0x20) }
      isSpaced = false
      if isClosing(byte), result.last == UInt8(ascii: ",") { result.removeLast() }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") { quote = byte }
      if byte == UInt8(ascii: ">"), result.last == UInt8(ascii: "=") { unwrapParameter(&result) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `(b)=` at the end becomes `b=`.
  private static func unwrapParameter(_ text: inout [UInt8]) {
    let close = text.count - 2
    guard close > 1, text[close] == UInt8(ascii: ")") else { return }
    var open = close - 1
    while open >= 0, isWord(text[open]) { open -= 1 }
    guard open >= 0, open < close - 1, text[open] == UInt8(ascii: "("), open == 0 || !isWord(text[open - 1])
    else {
      return
    }
    text.remove(at: close)
    text.remove(at: open)
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  /// An expression with one space where any white space stands between its words.
  static func singleSpaced(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }) || text.contains("  ") else {
      return text
    }
    return text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" })
      .joined(separator: " ")
  }
}
