/// What exists: types, members, values and versions of CloudFormation, Terraform, CDK, CDKTF and Pulumi.
///
///     PLUMBLINE FACTS 2
///     source   aws-cdk-lib  2.275.0  date  sha256          one line a package, older snapshots too
///     section  cdk  lines  offset  length  checksum
///     end      length of the rest  checksum of the header
///     aws_ec2.VpcProps ⇥ s ⇥ ⇥ ⇥ cidr~=ipAddresses maxAzs:n …
///
/// Lines are sorted by their folded keys, so that a look-up is a binary search in the bytes as they lie.
package struct FactsTable: Sendable {
  static let format = "2"
  static let magic = "PLUMBLINE FACTS \(format)"

  /// A package that facts were taken from.
  package struct Source: Sendable, Equatable {
    package var name: String
    package var version: String
    /// `2025-11-18`.
    package var date: String
    package var digest: String
  }

  struct Section: Sendable {
    var lines: Int
    /// In the whole file.
    var range: Range<Int>
    var checksum: String
  }

  let bytes: FactsBytes
  /// By package name, oldest version first.
  package let sources: [Source]
  private let sections: [FactsSection: Section]

  /// Opens a table; its lines are not looked at yet (see `verify`).
  package init(_ bytes: FactsBytes) throws(FactsTableError) {
    self.bytes = bytes
    let buffer = bytes.buffer
    guard buffer.starts(with: "PLUMBLINE FACTS ".utf8) else { throw .notATable }
    var sources: [Source] = []
    var found: [(FactsSection, lines: Int, offset: Int, length: Int, checksum: String)] = []
    var position = 0
    while true {
      guard position < min(buffer.count, 1 << 16),
        let end = buffer[position...].firstIndex(of: 0x0A)
      else { throw .damaged("header") }
      let start = position
      position = end + 1
      let line = String(decoding: buffer[start..<end], as: UTF8.self)
      if start == 0 {
        guard line == Self.magic else { throw .otherFormat(String(line.dropFirst(16))) }
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (fields[0], fields.count) {
      case ("source", 5):
        sources.append(Source(name: fields[1], version: fields[2], date: fields[3], digest: fields[4]))
        continue
      case ("section", 6):
        guard let section = FactsSection(rawValue: fields[1]), let lines = Int(fields[2]),
          let offset = Int(fields[3]), let length = Int(fields[4]), offset >= 0, length >= 0,
          offset <= buffer.count, length <= buffer.count
        else { throw .damaged(fields[1]) }
        found.append((section, lines, offset, length, fields[5]))
        continue
      case ("end", 3):
        let header = UnsafeBufferPointer(rebasing: buffer[0..<start])
        guard fields[2] == Checksum.of(header) else { throw .damaged("header") }
        guard Int(fields[1]) == buffer.count - position else { throw .damaged("length") }
      default: throw .damaged("header")
      }
      break
    }
    var sections: [FactsSection: Section] = [:]
    for (section, lines, offset, length, checksum) in found {
      let range = (position + offset)..<(position + offset + length)
      guard range.upperBound <= buffer.count, buffer[range.lowerBound - 1] == 0x0A,
        buffer[range.upperBound - 1] == 0x0A
      else { throw .damaged(section.rawValue) }
      sections[section] = Section(lines: lines, range: range, checksum: checksum)
    }
    guard sections.count == FactsSection.allCases.count else { throw .damaged("sections") }
    self.sources = sources.sorted { ($0.name, Release($0.version)) < ($1.name, Release($1.version)) }
    self.sections = sections
  }

  /// Reads every byte: checksums, the number of lines, and that each section is sorted.
  package func verify() throws(FactsTableError) {
    for section in FactsSection.allCases {
      guard let found = sections[section] else { throw .damaged(section.rawValue) }
      guard Checksum.of(UnsafeBufferPointer(rebasing: bytes.buffer[found.range])) == found.checksum else {
        throw .damaged(section.rawValue)
      }
      var count = 0
      var previous: [UInt8] = []
      for line in lines(of: section) {
        let key = Folded.name(line.key)
        guard !key.lexicographicallyPrecedes(previous) else { throw .damaged(section.rawValue) }
        previous = key
        count += 1
      }
      guard count == found.lines else { throw .damaged(section.rawValue) }
    }
  }

  /// The number of lines of a section.
  package func count(of section: FactsSection) -> Int { sections[section]?.lines ?? 0 }

  /// The versions of a package, oldest first.
  func snapshots(of package: String) -> [Source] { sources.filter { $0.name == package } }

  func range(of section: FactsSection) -> Range<Int> { sections[section]?.range ?? 0..<0 }
}
