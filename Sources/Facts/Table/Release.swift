/// A version number as it is compared: `2.204.0`, `^5.0`, `~> 6.1`.
///
/// What stands before the first digit is passed over; a range counts as its lower end.
package struct Release: Hashable, Sendable, Comparable {
  package var numbers: [Int]

  package init(_ text: String) {
    numbers = []
    var number: Int?
    for byte in text.utf8 {
      if byte >= 0x30, byte <= 0x39 {
        number = min((number ?? 0) * 10 + Int(byte - 0x30), 1 << 40)
      } else if let complete = number {
        numbers.append(complete)
        number = nil
        if byte != UInt8(ascii: ".") { break }
      } else if !numbers.isEmpty {
        break
      }
    }
    if let number { numbers.append(number) }
  }

  package var major: Int? { numbers.first }

  package static func < (first: Release, second: Release) -> Bool {
    for index in 0..<max(first.numbers.count, second.numbers.count) {
      let one = index < first.numbers.count ? first.numbers[index] : 0
      let other = index < second.numbers.count ? second.numbers[index] : 0
      if one != other { return one < other }
    }
    return false
  }
}
