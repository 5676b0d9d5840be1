import TemplateModel

/// A list of keys and values as a map: `[{Key: a, Value: b}]` as `{a: b}`.
enum KeyedValueList {
  /// The members; nil where an element is no literal key with a value, or a key is repeated.
  static func members(_ values: [Value]) -> [Member]? {
    var members: [Member] = []
    var seen = Set<String>()
    for value in values {
      guard let name = first(of: ListIdioms.keyNames, in: value), let key = Normalization.literal(name),
        let content = first(of: ListIdioms.valueNames, in: value), seen.insert(key).inserted
      else { return nil }
      members.append(Member(key: key, keyLocation: name.location, value: content))
    }
    return members
  }

  private static func first(of keys: [String], in value: Value) -> Value? {
    for key in keys { if let found = value[key] { return found } }
    return nil
  }
}
