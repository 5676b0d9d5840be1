/// The regions and accounts that a text names: `eu-west-1` (also in `eu-west-1a`), `210987654321`.
struct NamedPlaces {
  private(set) var regions: [String] = []
  private(set) var accounts: [String] = []

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        guard NamedPlaces.isWord(buffer[index]) else {
          index += 1
          continue
        }
        let start = index
        while index < buffer.count, NamedPlaces.isWord(buffer[index]) || buffer[index] == 0x2D { index += 1 }
        read(UnsafeBufferPointer(rebasing: buffer[start..<index]))
      }
    }
  }

  /// A word with the hyphens inside it.
  private mutating func read(_ word: UnsafeBufferPointer<UInt8>) {
    if word.count == 12, word.allSatisfy({ (0x30...0x39).contains($0) }) {
      let account = String(decoding: word, as: UTF8.self)
      if !accounts.contains(account) { accounts.append(account) }
    } else if (9...16).contains(word.count), let region = NamedPlaces.region(word) {
      if !regions.contains(region) { regions.append(region) }
    }
  }

  private static let directions = [
    "north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest",
  ]

  private static func region(_ word: UnsafeBufferPointer<UInt8>) -> String? {
    let parts = String(decoding: word, as: UTF8.self).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3 || parts.count == 4 && (parts[1] == "gov" || parts[1] == "iso") else { return nil }
    let number = parts[parts.count - 1]
    guard parts[0].utf8.count == 2, directions.contains(String(parts[parts.count - 2])),
      let digit = number.utf8.first, (0x31...0x39).contains(digit), number.utf8.count <= 2
    else { return nil }
    let zone = number.utf8.dropFirst()
    guard zone.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    return (parts.dropLast() + [number.prefix(1)]).joined(separator: "-")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }
}
