import Testing

@testable import Facts

/// Opening a table, and what is refused.
@Suite struct FactsTableTests {
  private func error(of bytes: [UInt8]) -> FactsTableError? {
    do throws(FactsTableError) {
      _ = try FactsTable(FactsBytes(bytes))
      return nil
    } catch { return error }
  }

  private func verifyError(of bytes: [UInt8]) -> FactsTableError? {
    do throws(FactsTableError) {
      try FactsTable(FactsBytes(bytes)).verify()
      return nil
    } catch { return error }
  }

  @Test func `The committed table is whole and sorted, and smaller than 12 MB`() throws {
    let facts = try #require(Table.facts)
    try facts.verify()
    #expect(Table.bytes.count < 12_000_000)
    #expect(facts.sources.contains { $0.name == "aws-cdk-lib" && $0.version == "2.275.0" })
    #expect(FactsSection.allCases.allSatisfy { facts.count(of: $0) > 0 })
  }

  @Test func `What is no table is refused`() {
    #expect(error(of: []) == .notATable)
    #expect(error(of: Array("IACFACTS 1\n".utf8)) == .notATable)
  }

  @Test func `A table of another format is refused, and its format named`() {
    let bytes = Array("PLUMBLINE FACTS 0\n".utf8) + Table.bytes.dropFirst(18)
    #expect(error(of: bytes) == .otherFormat("0"))
  }

  @Test(arguments: [17, 18, 100, 2000, 2600, 100_000, 10_000_000])
  func `A table that breaks off is refused`(length: Int) {
    #expect(error(of: Array(Table.bytes.prefix(length))) != nil)
  }

  @Test(arguments: [0, 5, 17, 20, 700, 2600])
  func `Bytes that are no UTF-8 are refused in the header`(place: Int) {
    var bytes = Table.bytes
    bytes.replaceSubrange(place..<(place + 3), with: [0xC3, 0x28, 0xFF])
    #expect(error(of: bytes) != nil)
  }

  @Test func `A table of the format before, which lacks a section, is refused by its format`() {
    let bytes = Array("PLUMBLINE FACTS 1\n".utf8) + Table.bytes.dropFirst(18)
    #expect(error(of: bytes) == .otherFormat("1"))
  }

  @Test func `A table with bytes too many is refused`() {
    #expect(error(of: Table.bytes + [0x0A]) == .damaged("length"))
  }

  @Test(arguments: 0..<40)
  func `A changed byte of the header is refused`(place: Int) {
    var bytes = Table.bytes
    bytes[place * 61 + 1] ^= 1
    #expect(error(of: bytes) != nil)
  }

  @Test func `A changed byte behind the header is found by verifying`() {
    var bytes = Table.bytes
    bytes[bytes.count / 2] ^= 1
    #expect(error(of: bytes) == nil)
    #expect(verifyError(of: bytes) == .damaged("cfn"))
  }

  @Test func `Look-ups in a table of damaged lines answer without a crash`() throws {
    var bytes = Table.bytes
    for place in stride(from: 3000, to: bytes.count - 1, by: 97) where bytes[place] != 0x0A {
      bytes[place] = UInt8(truncatingIfNeeded: place &* 31)
    }
    bytes[bytes.count - 1] = 0x0A
    guard let facts = try? FactsTable(FactsBytes(bytes)) else { return }
    for ecosystem in FactsEcosystem.allCases {
      for name in [
        "AWS::S3::Bucket", "aws_s3_bucket", "ec2.Vpc", "aws.s3.Bucket", "S3Bucket", "", ".", "a.b.c",
      ] {
        _ = facts.answer(type: name, in: ecosystem)
        _ = facts.answer(member: "bucket", of: name, in: ecosystem)
      }
    }
  }

  @Test func `Every line of every section is found by its key`() throws {
    let facts = try #require(Table.facts)
    for section in FactsSection.allCases {
      for (place, line) in facts.lines(of: section).enumerated() where place % 37 == 0 {
        #expect(facts.lines(Folded.name(line.key), in: section).contains { $0.key == line.key })
      }
    }
  }

  @Test func `Every base and shared member list leads somewhere`() throws {
    let facts = try #require(Table.facts)
    for section in [FactsSection.cdk, .pulumi, .tf, .cfn] {
      for line in facts.lines(of: section) {
        let text = line.field(4)
        if text.first == UInt8(ascii: "@") {
          #expect(!facts.memberText(line, in: section).isEmpty, "\(line.key)")
        }
      }
    }
  }
}
