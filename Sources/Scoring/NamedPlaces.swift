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

  /// A word with the hyphens inside it, such as `logs-eu-west-1-210987654321`: places stand between hyphens.
  private mutating func read(_ word: UnsafeBufferPointer<UInt8>) {
    let parts = word.split(separator: 0x2D, omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      if part.count == 12, part.allSatisfy(NamedPlaces.isDigit) {
        let account = String(decoding: part, as: UTF8.self)
        if !accounts.contains(account) { accounts.append(account) }
      } else if let region = NamedPlaces.region(endingWith: part, before: parts[..<place]) {
        if !regions.contains(region) { regions.append(region) }
      }
    }
  }

  private static let directions = [
    "north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest",
  ]

  private typealias Part = Slice<UnsafeBufferPointer<UInt8>>

  /// The region that ends with a digit, or with the letter of a zone behind it.
  private static func region(endingWith number: Part, before: ArraySlice<Part>) -> String? {
    guard let digit = number.first, isDigit(digit), digit != 0x30, number.count <= 2,
      number.dropFirst().allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    var names = before.suffix(3).map { String(decoding: $0, as: UTF8.self) }
    guard let direction = names.popLast(), directions.contains(direction), let partition = names.popLast()
    else { return nil }
    let name = [direction, String(UnicodeScalar(digit))].joined(separator: "-")
    if partition.utf8.count == 2 { return "\(partition)-\(name)" }
    guard partition == "gov" || partition == "iso", let country = names.popLast(), country.utf8.count == 2
    else { return nil }
    return "\(country)-\(partition)-\(name)"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }
}
