import SourceText

extension KeyedTree {
  /// A scalar's value by the rules for words without quotes.
  package enum CoreValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case float(Double)
    /// Anything else; `text(of:in:)` gives it.
    case string
  }

  /// Which words without quotes are more than strings.
  package enum Schema: Sendable {
    /// YAML 1.2: `true`, `null`, `17`, `0o17`, `1.5e3`; `yes`, `on` and `1_000` are strings.
    case core
    /// CloudFormation reads YAML 1.1, where `yes`, `No`, `on` and `OFF` are booleans, `017` is octal, `1_000` a
    /// number and `0o17` a string. Dates (`2012-10-17`) and times (`12:30`) are strings, as CloudFormation takes
    /// them.
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
    case cloudFormation
  }

  /// The value of a scalar.
  ///
  /// Quoted and block scalars are strings; a tag is not looked at. Collections and aliases are strings too,
  /// having no value of their own. Integers beyond 64 bits are floats.
  package func coreValue(of id: NodeID, in bytes: [UInt8], schema: Schema = .core) -> CoreValue {
    let node = nodes[Int(id)]
    guard node.kind == .scalar, node.style == .plain else { return .string }
    if node.range.isEmpty { return .null }
    guard node.range.end - node.range.start <= 64, !node.flags.contains(.needsDecoding) else {
      return .string
    }
    let word = bytes[node.range.bytes.clamped(to: 0..<bytes.count)]
    guard let first = word.first else { return .null }
    switch first {
    case 0x30...0x39, UInt8(ascii: "+"), .dash, .dot: return Self.number(word, schema)
    // No word that means something is longer than `false`.
    default: return word.count > 5 ? .string : Self.word(String(decoding: word, as: UTF8.self), schema)
    }
  }

  private static func word(_ word: String, _ schema: Schema) -> CoreValue {
    switch word {
    case "null", "Null", "NULL", "~": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    case "yes", "Yes", "YES", "on", "On", "ON": schema == .cloudFormation ? .bool(true) : .string
    case "no", "No", "NO", "off", "Off", "OFF": schema == .cloudFormation ? .bool(false) : .string
    default: .string
    }
  }

  private static func number(_ word: ArraySlice<UInt8>, _ schema: Schema) -> CoreValue {
    var digits = word
    let isNegative = digits.first == .dash
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    let text = String(decoding: digits, as: UTF8.self)
    switch text {
    case ".inf", ".Inf", ".INF": return .float(isNegative ? -.infinity : .infinity)
    case ".nan", ".NaN", ".NAN": return digits.count == word.count ? .float(.nan) : .string
    default: break
    }
    let isOld = schema == .cloudFormation
    let plain = isOld ? digits.filter { $0 != UInt8(ascii: "_") } : Array(digits)
    guard digits.first != UInt8(ascii: "_"), let first = plain.first else { return .string }
    if first == 0x30, plain.count > 1 {
      let prefixed = plain.dropFirst(2)
      switch plain[1] {
      case UInt8(ascii: "x"): return integer(prefixed, 16, isNegative)
      case UInt8(ascii: "o"): return isOld ? .string : integer(prefixed, 8, isNegative)
      case UInt8(ascii: "b"): return isOld ? integer(prefixed, 2, isNegative) : .string
      default: break
      }
      if isOld, !plain.contains(.dot), plain.allSatisfy({ (0x30...0x39).contains($0) }) {
        return integer(plain.dropFirst(), 8, isNegative)
      }
    }
    if plain.allSatisfy({ (0x30...0x39).contains($0) }) {
      if case .integer(let value) = integer(plain[...], 10, isNegative) { return .integer(value) }
    }
    // YAML 1.1 knows no exponent without a dot.
    if isOld, !plain.contains(.dot), !plain.allSatisfy({ (0x30...0x39).contains($0) }) { return .string }
    guard isFloat(plain), let value = Double(String(decoding: plain, as: UTF8.self)) else { return .string }
    return .float(isNegative ? -value : value)
  }

  private static func integer(_ digits: ArraySlice<UInt8>, _ radix: Int, _ isNegative: Bool) -> CoreValue {
    let text = (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
    guard digits.first.map({ $0.hexValue != nil }) == true, let value = Int(text, radix: radix) else {
      return .string
    }
    return .integer(value)
  }

  /// `[0-9]* . [0-9]*` with at least one digit, then perhaps an exponent.
  private static func isFloat(_ word: [UInt8]) -> Bool {
    var index = 0
    var digits = 0
    func skipDigits() -> Int {
      let start = index
      while index < word.count, (0x30...0x39).contains(word[index]) { index += 1 }
      return index - start
    }
    digits += skipDigits()
    if index < word.count, word[index] == .dot {
      index += 1
      digits += skipDigits()
    }
    guard digits > 0 else { return false }
    if index < word.count, word[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < word.count, word[index] == .dash || word[index] == UInt8(ascii: "+") { index += 1 }
      guard skipDigits() > 0 else { return false }
    }
    return index == word.count
  }
}
