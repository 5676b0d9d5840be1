import Foundation
import Syntax
import TestSupport
import Testing

/// Every text of the conformance sets that is YAML or JSON, printed back byte for byte.
struct RoundTripTests {
  @Test(
    .enabled(if: ConformanceRows.exist("cfn-release-pairs"), "the conformance sets are not on this machine"),
    arguments: [
      "yaml-test-suite", "json-test-suite", "cfn-lint-fixtures", "cfn-templates-real", "sam-translator",
      "cfn-release-pairs",
    ])
  func `Every text is printed back byte for byte`(set: String) throws {
    var count = 0
    for row in try ConformanceRows.read(set) {
      for key in ["in", "text", "old", "new", "in_b64", "text_b64"] {
        guard let text = row[key] as? String else { continue }
        let bytes = try key.hasSuffix("_b64") ? Array(#require(Data(base64Encoded: text))) : Array(text.utf8)
        #expect(YAMLParser.parse(bytes).printed(from: bytes) == bytes, "\(row["id"] ?? row["path"] ?? "")")
        #expect(JSONParser.parse(bytes).printed(from: bytes) == bytes, "\(row["id"] ?? row["path"] ?? "")")
        count += 1
      }
    }
    print("\(set): \(count) texts printed back")
    #expect(count > 0)
  }
}
