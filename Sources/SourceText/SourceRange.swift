/// A half-open range of UTF-8 byte offsets in one text.
///
/// Offsets are zero-based; a range with `start == end` marks a place between two bytes.
package struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  package var start: UInt32
  /// Offset just behind the last byte.
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  package init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  /// The offsets as a range that indexes a byte array.
  package var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }

  package var isEmpty: Bool { end <= start }

  package func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }

  /// The smallest range that covers both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}
