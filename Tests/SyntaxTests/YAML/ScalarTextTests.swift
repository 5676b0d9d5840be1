import SourceText
import Syntax
import Testing

struct ScalarTextTests {
  /// The last scalar of a text, decoded.
  private func decoded(_ text: String) -> (text: String, map: OffsetMap) {
    let bytes = Array(text.utf8)
    let tree = YAMLParser.parse(bytes)
    let id = KeyedTree.NodeID(tree.nodes.count - 1)
    let (decoded, map) = tree.decoded(id, in: bytes)
    #expect(tree.text(of: id, in: bytes) == String(decoding: decoded, as: UTF8.self))
    return (String(decoding: decoded, as: UTF8.self), map)
  }

  @Test(arguments: [
    ("a: b c # d", "b c"), ("a: b\n  c\n\n  d\n", "b c\nd"), ("a: 'it''s'", "it's"),
    (#"a: "\t\x41\u00e9\U0001F600\/\_""#, "\tA\u{e9}\u{1F600}/\u{A0}"),
    (#"a: "\ud83d\ude00 \ud83d""#, "\u{1F600} \u{FFFD}"),
    ("a: \"x \\\n   y  \n  z\"", "x y z"), ("a: |\n  x\n   y\n\n", "x\n y\n"), ("a: |-\n  x\n", "x"),
    ("a: |+\n  x\n\n", "x\n\n"), ("a: |2\n    x\n", "  x\n"),
    ("a: >\n  x\n  y\n\n  z\n    w\n", "x y\nz\n  w\n"),
    ("a: \"unclosed", "unclosed"), ("a: |", ""), ("a:", ""),
  ])
  func `Scalars say what YAML reads in them`(text: String, value: String) {
    #expect(decoded(text).text == value)
  }

  @Test func `JSON strings are decoded with their surrogate pairs`() {
    let bytes = Array(#"["a\"\u00e9\ud83d\ude00\n"]"#.utf8)
    let tree = JSONParser.parse(bytes)
    #expect(tree.text(of: 2, in: bytes) == "a\"\u{e9}\u{1F600}\n")
  }

  @Test func `Offsets of a decoded text lead back to the source`() {
    let literal = "a: |\n    {\n      \"b\": 1\n"
    let block = decoded(literal)
    #expect(block.text == "{\n  \"b\": 1\n")
    #expect(block.map.document(0) == 9)
    #expect(block.map.document(4) == 17)
    #expect(block.map.document(SourceRange(4, 7)) == SourceRange(17, 20))

    let quoted = decoded(#"a: "x\"y\u0041z""#)
    #expect(quoted.text == "x\"yAz")
    #expect((0..<5).map { quoted.map.document($0) } == [4, 5, 7, 8, 14])

    let folded = decoded("a: >-\n  x\n  y\n")
    #expect(folded.text == "x y")
    #expect((0..<3).map { folded.map.document($0) } == [8, 9, 12])
  }

  @Test func `A range in a text without escapes is the range in the source`() {
    let plain = decoded("key: some text")
    #expect(plain.map.document(SourceRange(5, 9)) == SourceRange(10, 14))
  }
}
