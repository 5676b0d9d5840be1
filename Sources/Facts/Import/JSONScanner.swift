/// Reads JSON from bytes, skipping at the speed of a scan what the importer has no use for.
///
///     {"readme": "…", "types": {"a.B": {…}, …}}
///      skip()          members { … value() … }
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String
  private var offset = 0
  /// Keys whose values are not kept, because they hold prose or places in source files.
  private static let prose: Set<String> = [
    "remarks", "example", "see", "returns", "locationInModule", "locationInSource", "symbolId", "default",
    "description", "pattern", "title",
  ]

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The value of a whole file.
  static func value(of bytes: [UInt8], file: String) throws(FactsImportError) -> JSON {
    var result: Result<JSON, FactsImportError> = .success(.null)
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer, file: file)
      do throws(FactsImportError) { result = .success(try scanner.value()) } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private func fault() -> FactsImportError { .malformed(file, offset: offset) }

  private mutating func peek() -> UInt8 {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    return offset < bytes.count ? bytes[offset] : 0
  }

  private mutating func expect(_ byte: UInt8) throws(FactsImportError) {
    guard peek() == byte else { throw fault() }
    offset += 1
  }

  /// Calls `body` at the value of each member of the object that begins here; `body` must read or skip it.
  mutating func members(
    _ body: (String, inout JSONScanner) throws(FactsImportError) -> Void
  ) throws(FactsImportError) {
    try expect(UInt8(ascii: "{"))
    if peek() == UInt8(ascii: "}") {
      offset += 1
      return
    }
    while true {
      guard peek() == UInt8(ascii: "\"") else { throw fault() }
      let key = try string()
      try expect(UInt8(ascii: ":"))
      try body(key, &self)
      if peek() == UInt8(ascii: ",") {
        offset += 1
      } else {
        return try expect(UInt8(ascii: "}"))
      }
    }
  }

  /// Passes over one value.
  mutating func skip() throws(FactsImportError) {
    var depth = 0
    repeat {
      switch peek() {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        offset += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): offset += 1
      case UInt8(ascii: "\""): try skipString()
      case 0: throw fault()
      default: _ = word()
      }
    } while depth > 0
  }

  mutating func value(depth: Int = 0) throws(FactsImportError) -> JSON {
    guard depth < 200 else { throw fault() }
    switch peek() {
    case UInt8(ascii: "{"):
      var found: [JSON.Member] = []
      try members { (key, scanner) throws(FactsImportError) in
        // Properties of a schema may bear these names; only prose is a plain string or an object of places.
        if Self.prose.contains(key), scanner.peek() == UInt8(ascii: "\"") || key.hasPrefix("location") {
          return try scanner.skip()
        }
        found.append(JSON.Member(key: key, value: try scanner.value(depth: depth + 1)))
      }
      return .object(found)
    case UInt8(ascii: "["):
      offset += 1
      var found: [JSON] = []
      if peek() == UInt8(ascii: "]") {
        offset += 1
        return .array(found)
      }
      while true {
        found.append(try value(depth: depth + 1))
        if peek() == UInt8(ascii: ",") {
          offset += 1
        } else {
          try expect(UInt8(ascii: "]"))
          return .array(found)
        }
      }
    case UInt8(ascii: "\""): return .string(try string())
    case 0: throw fault()
    default:
      switch word() {
      case "true": return .bool(true)
      case "false": return .bool(false)
      case "null": return .null
      case "": throw fault()
      case let number: return .number(number)
      }
    }
  }

  private mutating func word() -> String {
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"):
        return String(decoding: bytes[start..<offset], as: UTF8.self)
      default: offset += 1
      }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func skipString() throws(FactsImportError) {
    offset += 1
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return
      case UInt8(ascii: "\\"): offset += 2
      default: offset += 1
      }
    }
    throw fault()
  }

  private mutating func string() throws(FactsImportError) -> String {
    let start = offset + 1
    try skipString()
    let body = bytes[start..<(offset - 1)]
    guard body.contains(UInt8(ascii: "\\")) else { return String(decoding: body, as: UTF8.self) }
    var text: [UInt8] = []
    var at = body.startIndex
    while at < body.endIndex {
      let byte = body[at]
      at += 1
      guard byte == UInt8(ascii: "\\"), at < body.endIndex else {
        text.append(byte)
        continue
      }
      switch body[at] {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "u"):
        let digits = body[(at + 1)..<min(at + 5, body.endIndex)]
        let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
        text += Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
        at += 4
      case let other: text.append(other)
      }
      at += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
