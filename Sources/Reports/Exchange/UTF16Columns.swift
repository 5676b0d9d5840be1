import SourceText

/// Turns columns in UTF-8 bytes into columns in UTF-16 code units, as most viewers count them.
///
///     bytes        é é a b …                 every 256th byte remembers how many units stand before it, so that a
///     units        1 2 3 4 …                 line of a megabyte is not counted again for each place in it
struct UTF16Columns: Sendable {
  private static let step = 256
  private let file: SourceFile
  /// The number of units before byte 0, 256, 512, …; empty where the text is ASCII and nothing changes.
  private let counts: [Int]

  init(_ file: SourceFile) {
    self.file = file
    guard file.bytes.contains(where: { $0 >= 0x80 }) else {
      counts = []
      return
    }
    var counts: [Int] = []
    var units = 0
    for (offset, byte) in file.bytes.enumerated() {
      if offset % Self.step == 0 { counts.append(units) }
      units += Self.units(byte)
    }
    self.counts = counts
  }

  /// The 1-based column in UTF-16 code units.
  func column(_ position: SourcePosition) -> Int {
    guard !counts.isEmpty else { return position.column }
    let start = Int(file.lines.range(ofLine: position.line).start)
    return units(before: start + position.column - 1) - units(before: start) + 1
  }

  private func units(before offset: Int) -> Int {
    let end = min(max(0, offset), file.bytes.count)
    let place = min(end / Self.step, counts.count - 1)
    return counts[place] + file.bytes[place * Self.step..<end].reduce(0) { $0 + Self.units($1) }
  }

  /// A character counts at its first byte; one of four bytes takes two units.
  private static func units(_ byte: UInt8) -> Int { byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1 }
}
