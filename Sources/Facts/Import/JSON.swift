/// A JSON value of an imported file.
///
/// Numbers keep their text; objects keep the order of the file.
enum JSON {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  struct Member {
    var key: String
    var value: JSON
  }

  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  var items: [JSON] { if case .array(let items) = self { items } else { [] } }
  var members: [(key: String, value: JSON)] {
    if case .object(let members) = self { members.map { ($0.key, $0.value) } } else { [] }
  }
  var isTrue: Bool { if case .bool(true) = self { true } else { false } }
  var isFalse: Bool { if case .bool(false) = self { true } else { false } }
  /// The strings of an array.
  var texts: [String] { items.compactMap(\.text) }
}
