import Syntax
import Testing

struct KeyedCoreValueTests {
  private func value(_ word: String, _ schema: KeyedTree.Schema) -> KeyedTree.CoreValue {
    let bytes = Array("- \(word)\n".utf8)
    return YAMLParser.parse(bytes).coreValue(of: 2, in: bytes, schema: schema)
  }

  @Test(arguments: [
    ("", KeyedTree.CoreValue.null), ("~", .null), ("null", .null), ("true", .bool(true)),
    ("FALSE", .bool(false)), ("17", .integer(17)), ("-17", .integer(-17)), ("0o17", .integer(15)),
    ("017", .integer(17)), ("0x1F", .integer(31)), ("1.5", .float(1.5)), ("-.5e3", .float(-500)),
    (".inf", .float(.infinity)), ("99999999999999999999", .float(1e20)), ("on", .string), ("NO", .string),
    ("1_000", .string), ("2012-10-17", .string), ("12:30", .string), ("'17'", .string), ("1.2.3", .string),
    ("+", .string), ("-x", .string), ("nAn", .string),
  ])
  func `Words have the values of YAML 1 2`(word: String, expected: KeyedTree.CoreValue) {
    #expect(value(word, .core) == expected)
  }

  @Test(arguments: [
    ("on", KeyedTree.CoreValue.bool(true)), ("NO", .bool(false)), ("yes", .bool(true)), ("y", .string),
    ("0o17", .string), ("017", .integer(15)), ("0123456789012", .string), ("1e3", .string),
    ("1_000", .integer(1_000)), ("0b11", .integer(3)), ("2012-10-17", .string), ("22:22", .string),
    ("_1", .string), ("\"yes\"", .string),
  ])
  func `CloudFormation reads words by YAML 1 1, dates and times apart`(
    word: String, expected: KeyedTree.CoreValue
  ) {
    #expect(value(word, .cloudFormation) == expected)
  }
}
