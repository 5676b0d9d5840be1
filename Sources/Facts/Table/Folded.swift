/// Names without what the spelling of a language adds: ASCII letters in lower case, no `_`, no `-`.
///
///     s3-bucket-versioning   s3BucketVersioning   S3_BUCKET_VERSIONING   all fold to   s3bucketversioning
///
/// Lines of the table are sorted by their folded keys, so one binary search serves every spelling.
enum Folded {
  /// The folded byte, or nil for a byte that is dropped.
  @inline(__always)
  static func byte(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case UInt8(ascii: "_"), UInt8(ascii: "-"): nil
    default: byte
    }
  }

  static func name(_ text: String) -> [UInt8] { text.utf8.compactMap(byte) }

  /// Compares folded bytes with bytes as written: negative, zero or positive.
  static func compare(_ folded: [UInt8], _ written: UnsafeBufferPointer<UInt8>) -> Int {
    var position = 0
    for byte in written {
      guard let other = Self.byte(byte) else { continue }
      guard position < folded.count else { return -1 }
      if folded[position] != other { return Int(folded[position]) - Int(other) }
      position += 1
    }
    return folded.count - position
  }

  /// The order of lines and members: by folded bytes, then by the bytes as written.
  static func precedes(_ first: String, _ second: String) -> Bool {
    let one = name(first)
    let other = name(second)
    return one == other
      ? first.utf8.lexicographicallyPrecedes(second.utf8) : one.lexicographicallyPrecedes(other)
  }
}
