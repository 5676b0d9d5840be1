import SourceText
import Syntax
import TestSupport
import Testing

/// The sets of `../shared/conformance`; where that folder is absent these tests are disabled.
struct YAMLConformanceTests {
  @Test(
    .enabled(if: ConformanceRows.exist("yaml-test-suite"), "the conformance sets are not on this machine"))
  func `The 308 valid texts of yaml-test-suite give its events and the 94 others are refused`() throws {
    var valid = 0
    var refused = 0
    for row in try ConformanceRows.read("yaml-test-suite") {
      let name = try #require(row["id"] as? String)
      let bytes = Array(try #require(row["in"] as? String).utf8)
      let tree = YAMLParser.parse(bytes)
      let isRefused = tree.problems.contains { $0.kind.isSyntaxError }
      if row["error"] as? Bool == true {
        #expect(isRefused, "\(name)")
        refused += 1
      } else {
        #expect(!isRefused, "\(name)")
        #expect(YAMLEvents.text(tree, bytes) == row["events"] as? String, "\(name)")
        valid += 1
      }
    }
    #expect((valid, refused) == (308, 94))
  }

  @Test(
    .enabled(if: ConformanceRows.exist("yaml-test-suite"), "the conformance sets are not on this machine"))
  func `Every text of yaml-test-suite is printed back wherever it is cut off`() throws {
    for row in try ConformanceRows.read("yaml-test-suite") {
      let bytes = Array(try #require(row["in"] as? String).utf8)
      for end in stride(from: 0, through: bytes.count, by: 10) + [bytes.count] {
        expectPrintedBack(Array(bytes[..<end]), row["id"] as? String ?? "")
      }
    }
  }

  @Test(
    .enabled(if: ConformanceRows.exist("cfn-lint-fixtures"), "the conformance sets are not on this machine"),
    arguments: [("cfn-lint-fixtures", 1_788), ("cfn-templates-real", 2_155)])
  func `Resources and properties of CloudFormation templates stand on their lines`(
    set: String, count: Int
  ) throws {
    var resources = 0
    for row in try ConformanceRows.read(set) {
      let path = row["path"] as? String ?? ""
      let bytes = Array(try #require(row["text"] as? String).utf8)
      for end in stride(from: 0, through: bytes.count, by: bytes.count / 4 + 1) + [bytes.count] {
        expectPrintedBack(Array(bytes[..<end]), path)
      }
      guard bytes.first != UInt8(ascii: "{"), let oracle = row["oracle"] as? [String: Any],
        let expected = oracle["resources"] as? [[String: Any]]
      else { continue }
      let found = ResourceLines(bytes)
      for resource in expected {
        let name = try #require(resource["id"] as? String)
        let line = try #require(resource["line"] as? Int)
        #expect(found.lines[name, default: []].contains(line), "\(path) \(name)")
        for property in resource["props"] as? [[Any]] ?? [] {
          let key = try #require(property.first as? String)
          let line = try #require(property[1] as? Int)
          #expect(found.lines["\(name).\(key)", default: []].contains(line), "\(path) \(name) \(key)")
        }
        resources += 1
      }
    }
    #expect(resources == count)
  }
}
