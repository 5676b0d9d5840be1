/// The spellings of one name in several languages.
///
///     bucket_name  BucketName  bucketName     camel: bucketName   snake: bucket_name
///     ID  DBName   S3Bucket                   camel: id  dbName  s3Bucket     snake of S3Bucket: s3_bucket
enum Spelling {
  /// `cidr_block`, `CidrBlock` and `CIDR_BLOCK` as `cidrBlock`.
  static func camel(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, isWord(bytes) else { return name }
    if bytes.contains(UInt8(ascii: "_")) {
      let isShouted = !bytes.contains { isLower($0) }
      var out: [UInt8] = []
      var startsPart = false
      for byte in bytes {
        if byte == UInt8(ascii: "_") {
          startsPart = !out.isEmpty
          continue
        }
        out.append(startsPart ? upper(byte) : isShouted || out.isEmpty ? lower(byte) : byte)
        startsPart = false
      }
      return String(decoding: out, as: UTF8.self)
    }
    guard isUpper(first) else { return name }
    var out = bytes
    var index = 0
    while index < out.count, isUpper(out[index]) {
      if index > 0, index + 1 < out.count, isLower(out[index + 1]) { break }
      out[index] = lower(out[index])
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `cidrBlock` and `CidrBlock` as `cidr_block`; digits belong to the letters before them.
  static func snake(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard isWord(bytes), bytes.contains(where: isLower) else { return name }
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if isUpper(byte), index > 0, out.last != UInt8(ascii: "_") {
        let previous = bytes[index - 1]
        let nextIsLower = index + 1 < bytes.count && isLower(bytes[index + 1])
        if !isUpper(previous) || nextIsLower { out.append(UInt8(ascii: "_")) }
      }
      out.append(lower(byte))
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a name is made of letters, digits and underscores alone.
  private static func isWord(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { isLower($0) || isUpper($0) || $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) }
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
  private static func upper(_ byte: UInt8) -> UInt8 { isLower(byte) ? byte & 0xDF : byte }
}
