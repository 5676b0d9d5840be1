/// Names for the pages of cases, safe in every file system and in a link, each given once.
///
///     vpc/basic      cases/vpc_basic.html
///     vpc:basic      cases/vpc_basic-2.html
package struct PageNames: Sendable {
  private var given: Set<String> = []

  /// The longest name, without its ending.
  private static let longest = 100

  package init() {}

  /// The path of a case's page, relative to the index.
  package mutating func page(of name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8.prefix(Self.longest) {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: bytes.append(byte)
      default: bytes.append(UInt8(ascii: "_"))
      }
    }
    // A name of dots alone is a folder, one that begins with a dot is hidden.
    if bytes.first.map({ $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) != false {
      bytes.insert(UInt8(ascii: "_"), at: 0)
    }
    let base = String(decoding: bytes, as: UTF8.self)
    var candidate = base
    var number = 1
    // Some file systems do not tell upper from lower case.
    while !given.insert(candidate.lowercased()).inserted {
      number += 1
      candidate = "\(base)-\(number)"
    }
    return "cases/\(candidate).html"
  }
}
