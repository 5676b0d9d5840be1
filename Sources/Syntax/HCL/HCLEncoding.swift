import SourceText

/// Bytes that are not UTF-8, wherever they stand. They are kept; each run of them is reported.
extension HCLTreeBuilder {
  mutating func reportBrokenEncoding() {
    var union: UInt8 = 0
    for byte in bytes { union |= byte }
    guard union >= 0x80 else { return }
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
      } else if let (_, length) = scanner.scalar(at: offset) {
        offset += length
      } else {
        let start = offset
        while offset < bytes.count, bytes[offset] >= 0x80, scanner.scalar(at: offset) == nil { offset += 1 }
        report(.notUTF8, start, offset)
      }
    }
  }
}
