/// A backslash sequence in a quoted string: `\n`, `\r`, `\t`, `\"`, `\\`, `\uXXXX`, `\UXXXXXXXX`.
struct HCLEscape {
  /// What it stands for; nothing where HCL knows no such sequence.
  let scalar: Unicode.Scalar?
  /// Bytes that it takes, the backslash included.
  let length: Int

  /// Reads the sequence whose backslash stands at an offset, up to `end` at most.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) {
    let letter = offset + 1 < end ? bytes[offset + 1] : 0
    switch letter {
    case UInt8(ascii: "n"): (scalar, length) = ("\n", 2)
    case UInt8(ascii: "r"): (scalar, length) = ("\r", 2)
    case UInt8(ascii: "t"): (scalar, length) = ("\t", 2)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): (scalar, length) = (Unicode.Scalar(letter), 2)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = letter == UInt8(ascii: "u") ? 4 : 8
      var value: UInt32 = 0
      var isValid = offset + 2 + digits <= end
      for position in (offset + 2)..<(offset + 2 + digits) where isValid {
        let digit = HCLEscape.hexDigit(bytes[position])
        isValid = digit < 16
        value = value << 4 | UInt32(digit & 15)
      }
      scalar = isValid ? Unicode.Scalar(value) : nil
      length = scalar == nil ? 2 : 2 + digits
    default: (scalar, length) = (nil, min(2, end - offset))
    }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: 255
    }
  }
}
