/// A hash wide enough that equal hashes are taken for equal values; the same in every process.
struct Hash128: Hashable, Comparable, Sendable {
  var high: UInt64
  var low: UInt64

  static func < (one: Hash128, other: Hash128) -> Bool {
    one.high != other.high ? one.high < other.high : one.low < other.low
  }
}

/// Mixes numbers and texts into a hash: two lanes, each folding a 64 × 64 bit product.
///
///     add(x)   high ← fold((high ^ x) × p)      low ← fold((low + x) × q)
///
/// Source: the folded multiply of wyhash, https://github.com/wangyi-fudan/wyhash.
struct Mixer {
  private(set) var high: UInt64
  private(set) var low: UInt64

  /// - Parameter domain: keeps hashes of different kinds apart.
  init(_ domain: UInt64) {
    high = 0xa076_1d64_78bd_642f ^ domain
    low = 0xe703_7ed1_a0b4_28db &+ domain
  }

  var hash: Hash128 {
    Hash128(
      high: Mixer.fold(high ^ low, 0x8ebc_6af0_9c88_c6e3), low: Mixer.fold(low, 0x5899_65cc_7537_4cc3))
  }

  @inline(__always)
  mutating func add(_ number: UInt64) {
    high = Mixer.fold(high ^ number, 0x9e37_79b9_7f4a_7c15)
    low = Mixer.fold(
      (low ^ (number &* 0xff51_afd7_ed55_8ccd)) &+ 0x2127_599b_f432_5c37, 0xd6e8_feb8_6659_fd93)
  }

  mutating func add(_ hash: Hash128) {
    add(hash.high)
    add(hash.low)
  }

  /// The bytes of a text, then their number.
  mutating func add(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { add($0) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { add($0) } }
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position + 8 <= bytes.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(bytes[position + offset]) << UInt64(offset * 8) }
      add(word)
      position += 8
    }
    var last: UInt64 = 0
    while position < bytes.count {
      last = last << 8 | UInt64(bytes[position])
      position += 1
    }
    add(last)
    add(UInt64(bytes.count))
  }

  @inline(__always)
  static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }

  static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    fold(one ^ 0x9e37_79b9_7f4a_7c15, fold(other ^ 0xa076_1d64_78bd_642f, 0xe703_7ed1_a0b4_28db) | 1)
  }

  /// Never 0, which stands for "none".
  static func hash(of text: String) -> UInt64 {
    var mixer = Mixer(1)
    mixer.add(text)
    return max(1, mixer.hash.low)
  }
}
