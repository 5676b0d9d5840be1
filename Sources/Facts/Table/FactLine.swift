/// One line of the table, read where it lies.
struct FactLine {
  let text: UnsafeBufferPointer<UInt8>

  /// A field by its 0-based place; empty where the line ends before it.
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var place = 0
    var position = 0
    while position < text.count {
      if text[position] == 0x09 {
        if place == index { return UnsafeBufferPointer(rebasing: text[start..<position]) }
        place += 1
        start = position + 1
      }
      position += 1
    }
    return UnsafeBufferPointer(rebasing: place == index ? text[start..<text.count] : text[0..<0])
  }

  private func string(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }
  private func words(_ index: Int) -> [String] {
    field(index).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }

  var key: String { string(0) }
  var kind: String { string(1) }
  var bases: [String] { words(2) }
  var target: String { string(3) }
  var extras: [String] { words(5) }

  /// Whether it is of the kind that a letter stands for, and not gone.
  func isKind(_ letter: Unicode.Scalar) -> Bool { field(1).first == UInt8(ascii: letter) && !isGone }
  var isDeprecated: Bool { field(1).contains(UInt8(ascii: "~")) }
  var isGone: Bool { field(1).contains(UInt8(ascii: "?")) }
  /// The snapshot that first had it, 0 for the oldest.
  var firstSnapshot: Int { FactMember.number(after: UInt8(ascii: "<"), in: field(1)) ?? 0 }
}

/// A member as the table has it: a name, marks, a type, values and limits.
///
///     !  required         ^  read-only       ~  deprecated            %  static
///     +  create-only      *  so in cases     -  write-only            &  a list without an order
///     #  nested block     @  at most one     ?  gone in the newest release
///     <n  first, >n  last snapshot that has it
package struct FactMember: Sendable, Equatable {
  /// In the spelling of the schema.
  package var name: String
  var marks: [UInt8]
  /// `b`, `n`, `[T]`, `{T}`, `.Name` …; empty for a string.
  package var type: String
  /// The values of an enumeration, or the replacement of a deprecated member.
  package var values: [String]
  /// `l1..64` (length), `v0..900` (value), `n1..10` (items).
  package var limits: [String]

  package var isRequired: Bool { marks.contains(UInt8(ascii: "!")) }
  package var isDeprecated: Bool { marks.contains(UInt8(ascii: "~")) }
  /// The service or provider gives it; it cannot be set.
  package var isReadOnly: Bool { marks.contains(UInt8(ascii: "^")) }
  package var isCreateOnly: Bool { marks.contains(UInt8(ascii: "+")) }
  package var isConditionallyCreateOnly: Bool { marks.contains(UInt8(ascii: "*")) }
  package var isWriteOnly: Bool { marks.contains(UInt8(ascii: "-")) }
  /// A nested block of Terraform.
  package var isBlock: Bool { marks.contains(UInt8(ascii: "#")) }
  package var isSingle: Bool { marks.contains(UInt8(ascii: "@")) }
  /// A list in which order means nothing.
  package var isUnordered: Bool { marks.contains(UInt8(ascii: "&")) }
  package var isStatic: Bool { marks.contains(UInt8(ascii: "%")) }
  package var isMethod: Bool { type.utf8.first == UInt8(ascii: "(") }
  var isGone: Bool { marks.contains(UInt8(ascii: "?")) }
  var firstSnapshot: Int {
    marks.withUnsafeBufferPointer { Self.number(after: UInt8(ascii: "<"), in: $0) ?? 0 }
  }
  /// The last snapshot that has it; nil where the newest does.
  var lastSnapshot: Int? { marks.withUnsafeBufferPointer { Self.number(after: UInt8(ascii: ">"), in: $0) } }

  /// Reads `name` marks `:type` `=values` `;limits`.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let end = Self.nameEnd(text)
    var position = end
    while position < text.count, !Self.isPart(text[position]) { position += 1 }
    name = String(decoding: text[0..<end], as: UTF8.self)
    marks = Array(text[end..<position])
    type = ""
    values = []
    limits = []
    if position < text.count, text[position] == UInt8(ascii: ":") {
      let start = position + 1
      while position < text.count, text[position] != UInt8(ascii: "="), text[position] != UInt8(ascii: ";") {
        position += 1
      }
      type = String(decoding: text[start..<position], as: UTF8.self)
    }
    if position < text.count, text[position] == UInt8(ascii: "=") {
      let start = position + 1
      while position < text.count, text[position] != UInt8(ascii: ";") { position += 1 }
      values = text[start..<position].split(separator: UInt8(ascii: ",")).map { Self.unescaped($0) }
    }
    if position < text.count {
      limits = text[(position + 1)...].split(separator: UInt8(ascii: ";")).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ";")
  }

  /// Where the name ends: at the first mark or part.
  static func nameEnd(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var position = 0
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ";"):
        return position
      case UInt8(ascii: "-"):
        // A mark where the name ends with it or another mark follows; otherwise a part of the name.
        let next = position + 1
        if next == text.count || !isName(text[next]) { return position }
        position += 1
      default: position += 1
      }
    }
    return position
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  static func number(after mark: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = text.firstIndex(of: mark) else { return nil }
    var value = 0
    for byte in text[(start + 1)...] {
      guard byte >= 0x30, byte <= 0x39, value < 1000 else { break }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static func unescaped(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard text.contains(UInt8(ascii: "%")) else { return String(decoding: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    var position = text.startIndex
    while position < text.endIndex {
      if text[position] == UInt8(ascii: "%"), position + 2 < text.endIndex,
        let value = UInt8(String(decoding: text[(position + 1)...(position + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        position += 3
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
