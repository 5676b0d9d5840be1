import Foundation
import Syntax
import TestSupport
import Testing

/// JSONTestSuite: texts that every parser must accept, must reject, or may treat either way.
struct JSONConformanceTests {
  @Test(
    .enabled(if: ConformanceRows.exist("json-test-suite"), "the conformance sets are not on this machine"))
  func `Texts are accepted and rejected as JSONTestSuite asks, and read wherever they are cut off`() throws {
    var accepted = 0
    var rejected = 0
    for row in try ConformanceRows.read("json-test-suite") {
      let encoded = (row["in_b64"] as? String).flatMap { Data(base64Encoded: $0) }
      let bytes = try encoded.map { Array($0) } ?? Array(#require(row["in"] as? String).utf8)
      let isValid = JSONParser.parse(bytes).isValidJSON
      switch row["expect"] as? String {
      case "accept":
        #expect(isValid, "\(row["id"] ?? "")")
        accepted += 1
      case "reject":
        #expect(!isValid, "\(row["id"] ?? "")")
        rejected += 1
      default: break
      }
      for end in stride(from: 0, through: bytes.count, by: max(10, bytes.count / 4)) {
        expectNested(JSONParser.parse(Array(bytes[..<end])), within: end)
      }
    }
    #expect((accepted, rejected) == (95, 188))
  }
}
