/// Finds a mark in bytes; the general search of the standard library costs more than reading a whole entry.
enum ByteSearch {
  /// The offset of the first occurrence that starts at `start` or later; nil where there is none, or no mark.
  static func first(_ mark: StaticString, in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      let length = mark.utf8CodeUnitCount
      let mark = mark.utf8Start
      guard length > 0, start >= 0, bytes.count - length >= start else { return nil }
      for at in start...(bytes.count - length) where bytes[at] == mark[0] {
        var next = 1
        while next < length, bytes[at + next] == mark[next] { next += 1 }
        if next == length { return at }
      }
      return nil
    }
  }
}
