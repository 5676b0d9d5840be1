/// Names: Unicode's identifiers, in which a hyphen may stand too.
extension HCLScanner {
  /// ASCII letters and the underscore; what starts with another byte is looked up in Unicode's tables.
  @inline(__always)
  static func startsIdentifier(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }

  @inline(__always)
  static func continuesIdentifier(_ byte: UInt8) -> Bool {
    startsIdentifier(byte) || isDigit(byte) || byte == UInt8(ascii: "-")
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  mutating func identifier() -> HCLToken { token(.identifier, identifierEnd(from: position + 1) - position) }

  /// A name that starts beyond ASCII, or what cannot start one.
  mutating func beyondASCII() -> HCLToken {
    guard let (scalar, length) = scalar(at: position) else { return token(.badUTF8, 1) }
    guard scalar.properties.isIDStart else { return token(.invalid, length) }
    return token(.identifier, identifierEnd(from: position + length) - position)
  }

  /// The offset behind the name that goes on at an offset.
  func identifierEnd(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count {
      if HCLScanner.continuesIdentifier(bytes[end]) {
        end += 1
      } else if bytes[end] >= 0x80, let (scalar, length) = scalar(at: end), scalar.properties.isIDContinue {
        end += length
      } else {
        break
      }
    }
    return end
  }

  /// The Unicode scalar that starts at an offset, and its length in bytes; nothing where the bytes are not UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar, Int)? {
    var decoder = UTF8()
    var input = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&input) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}
