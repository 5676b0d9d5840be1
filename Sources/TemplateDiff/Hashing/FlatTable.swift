/// A table from hashes to numbers without boxes and without an order that could reach a result.
///
///     slot = hash & mask, and the next free one where that is taken
struct FlatTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private(set) var count = 0

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: 0, count: size)
  }

  private static func stored(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

  private func slot(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key &* 0x9e37_79b9_7f4a_7c15 >> 20) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  subscript(_ key: UInt64) -> Int32? {
    get {
      let key = FlatTable.stored(key)
      let slot = slot(key)
      return keys[slot] == key ? values[slot] : nil
    }
    set {
      guard let newValue else { return }
      if (count + 1) * 2 > keys.count { grow() }
      let key = FlatTable.stored(key)
      let slot = slot(key)
      if keys[slot] == 0 {
        keys[slot] = key
        count += 1
      }
      values[slot] = newValue
    }
  }

  /// Adds one to a count that starts at 0.
  mutating func increment(_ key: UInt64) { self[key] = (self[key] ?? 0) &+ 1 }

  private mutating func grow() {
    let old = (keys, values)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    values = [Int32](repeating: 0, count: old.0.count * 2)
    for (index, key) in old.0.enumerated() where key != 0 {
      let slot = slot(key)
      keys[slot] = key
      values[slot] = old.1[index]
    }
  }
}
