/// One line of the table while it is made.
struct FactRecord {
  var key: String
  /// The kind's letter, with `~` for deprecated, `?` for gone and `<n` for the snapshot that first had it.
  var kind: String
  var bases: [String] = []
  /// The equivalent type in another dialect, or the replacement of a deprecated one.
  var target = ""
  var members: [MemberRecord] = []
  var extras: [String] = []
  /// What relative type names in the members are relative to; lists are shared only within it.
  var context = ""

  /// The members as one text, sorted, each name once.
  var memberText: String {
    var seen: Set<[UInt8]> = []
    var parts: [String] = []
    for member in members.sorted(by: { Folded.precedes($0.name, $1.name) })
    where seen.insert(Array(member.name.utf8)).inserted {
      parts.append(member.text)
    }
    return parts.joined(separator: " ")
  }
}

/// A member while the table is made: `RoleARN!`, `cidr~=ipAddresses`, `FifoQueue+:b`.
struct MemberRecord {
  var name: String
  var marks = ""
  /// Empty for a string.
  var type = ""
  /// Enumeration values, or the one name of a replacement.
  var values: [String] = []
  var limits = ""

  var text: String {
    var text = name + marks
    if !type.isEmpty { text += ":\(type)" }
    if !values.isEmpty { text += "=" + values.map(Self.escaped).joined(separator: ",") }
    if !limits.isEmpty { text += ";\(limits)" }
    return text
  }

  /// A value without the bytes that separate fields, members and values.
  static func escaped(_ value: String) -> String {
    var bytes: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case 0...0x20, UInt8(ascii: "%"), UInt8(ascii: ","), UInt8(ascii: ";"), 0x7F:
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
