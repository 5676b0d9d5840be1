/// A number that stays the same while rule, type, address and property do, wherever the lines move.
///
/// FNV-1a with 64 bits, as its authors give it: http://www.isthe.com/chongo/tech/comp/fnv/
package struct Fingerprint {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init(_ parts: [String]) {
    for part in parts {
      for byte in part.utf8 { add(byte) }
      add(0)
    }
  }

  private mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

  /// 16 hexadecimal digits.
  package var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
