/// Which trigrams a text has, as 128 bits, so that two texts can be compared without reading them again.
///
///     "logs-dev"   log ogs gs- s-d -de dev   → six bits
///
/// Of a long text only every second, fourth … trigram counts, chosen by its hash, so that the bits do not fill up.
struct GramSketch: Sendable {
  private var bits = (UInt64(0), UInt64(0))
  /// log2 of the share of trigrams that count.
  private var sampling: UInt8 = 0

  init() {}

  init(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { read($0) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { read($0) } }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 3 else { return }
    while bytes.count >> Int(sampling) > 96 { sampling += 1 }
    let skip = (UInt64(1) << UInt64(sampling)) - 1
    for position in 0..<bytes.count - 2 {
      let gram =
        UInt64(GramSketch.lower(bytes[position])) | UInt64(GramSketch.lower(bytes[position + 1])) << 8
        | UInt64(GramSketch.lower(bytes[position + 2])) << 16
      let hash = gram &* 0x9e37_79b9_7f4a_7c15
      if hash >> 40 & skip != 0 { continue }
      let bit = hash >> 57
      if bit < 64 { bits.0 |= 1 << bit } else { bits.1 |= 1 << (bit - 64) }
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// Dice's coefficient in thousandths; 0 where either has no trigram or the lengths differ widely.
  func likeness(to other: GramSketch) -> Int {
    guard sampling == other.sampling else { return 0 }
    let mine = bits.0.nonzeroBitCount + bits.1.nonzeroBitCount
    let theirs = other.bits.0.nonzeroBitCount + other.bits.1.nonzeroBitCount
    guard mine > 0, theirs > 0 else { return 0 }
    let shared = (bits.0 & other.bits.0).nonzeroBitCount + (bits.1 & other.bits.1).nonzeroBitCount
    return 2000 * shared / (mine + theirs)
  }
}
