/// Parts in a row, sorted by the folded keys that they begin with, each ended by a separator.
///
///     aws_ec2.Vpc⇥c⇥…⏎aws_ec2.VpcProps⇥s⇥…⏎…
///                           ▲ middle: back to ⏎, compare the key, go left or right
///
/// Lines of a section are such parts, and so are the members of a line, which a space separates.
struct SortedText {
  let text: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  /// The separator eight times.
  private let pattern: UInt64

  init(_ text: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    self.text = text
    self.separator = separator
    pattern = UInt64(separator) &* Self.ones
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The start of the first part in a range whose key does not come before the one that is sought.
  ///
  /// - Parameters:
  ///   - range: begins with a part and ends behind a separator, or with the text.
  ///   - compare: compares the key that is sought with that of a part, given by its range: negative, zero or positive.
  func lowerBound(in range: Range<Int>, _ compare: (Range<Int>) -> Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    // Both are starts of parts, or the end.
    while low < high {
      let start = start(before: low + (high - low) / 2, notBefore: low)
      let end = end(after: start, notAfter: high)
      if compare(start..<end) > 0 { low = min(end + 1, high) } else { high = start }
    }
    return low
  }

  /// Where the part that begins at a position ends: at its separator, or at the limit.
  func end(after position: Int, notAfter limit: Int) -> Int {
    var end = position
    while end + 8 <= limit, !holdsSeparator(at: end) { end += 8 }
    while end < limit, text[end] != separator { end += 1 }
    return end
  }

  private func start(before position: Int, notBefore limit: Int) -> Int {
    var start = position
    while start - 8 >= limit, !holdsSeparator(at: start - 8) { start -= 8 }
    while start > limit, text[start - 1] != separator { start -= 1 }
    return start
  }

  /// Whether one of the eight bytes from an offset is the separator.
  private func holdsSeparator(at offset: Int) -> Bool {
    let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ pattern
    return (bytes &- Self.ones) & ~bytes & (Self.ones &* 0x80) != 0
  }
}
