/// Writes the table: the header, then each section with its lines in folded order.
struct FactsWriter {
  private var sources: [String] = []
  private var sections: [FactsSection: [FactRecord]] = [:]

  mutating func add(source package: FactsPackage) {
    sources.append("source\t\(package.name)\t\(package.version)\t\(package.date)\t\(package.digest)")
  }

  mutating func add(_ records: [FactRecord], to section: FactsSection) {
    sections[section, default: []] += records
  }

  func records(of section: FactsSection) -> [FactRecord] { sections[section] ?? [] }

  /// The table.
  ///
  /// Offsets in the header count from the end of the header, so that it can be written last.
  func bytes() -> [UInt8] {
    var body: [UInt8] = []
    var directory: [String] = []
    for section in FactsSection.allCases {
      let start = body.count
      let lines = Self.lines(of: sections[section] ?? [])
      for line in lines {
        body += Array(line.utf8)
        body.append(0x0A)
      }
      let checksum = Checksum.of(body[start...])
      directory.append(
        "section\t\(section.rawValue)\t\(lines.count)\t\(start)\t\(body.count - start)\t\(checksum)")
    }
    var header = FactsTable.magic + "\n"
    for line in sources.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) + directory {
      header += line + "\n"
    }
    header += "end\t\(body.count)\t\(Checksum.of(Array(header.utf8)[...]))\n"
    return Array(header.utf8) + body
  }

  private static func lines(of records: [FactRecord]) -> [String] {
    var shared: [String: String] = [:]
    return records.sorted { Folded.precedes($0.key, $1.key) }.map { record in
      var members = record.memberText
      if members.utf8.count > 24 {
        let identity = "\(members.contains(":") ? record.context : "")\t\(members)"
        if let owner = shared[identity] { members = "@\(owner)" } else { shared[identity] = record.key }
      }
      var fields = [
        record.key, record.kind, record.bases.joined(separator: " "), record.target, members,
        record.extras.joined(separator: " "),
      ]
      while fields.last?.isEmpty == true { fields.removeLast() }
      return fields.joined(separator: "\t")
    }
  }
}

/// FNV-1a over 64 bits, in hexadecimal: finds damage, not intent.
enum Checksum {
  static func of(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { of($0) }
  }

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
