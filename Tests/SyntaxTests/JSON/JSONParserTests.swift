import SourceText
import Syntax
import Testing

struct JSONParserTests {
  @Test func `A valid text has a tree with ranges and no problems`() {
    let text = #" {"a": [1, -2.5e3, true], "b": {}, "c": "x\n"} "#
    let tree = JSONParser.parse(Array(text.utf8))
    #expect(tree.isValidJSON && tree.problems.isEmpty)
    #expect(shape(text) == #"{"a": [1, -2.5e3, true], "b": {}, "c": "x\n"}"#)
    #expect(tree.nodes.count == 11)
    #expect(tree[1].range == SourceRange(1, 46) && tree[1].next == 11)
    #expect(tree[10].flags == .needsDecoding && tree[10].style == .doubleQuoted)
    #expect(tree[4].style == .plain && tree[4].flags == [])
  }

  @Test(arguments: [
    // Ellipses
    (#"{"a": 1, ..., "b": [1, ..., 2]}"#, #"{"a": 1, "b": [1, 2]}"#, "elision, elision"),
    (#"{"a": ..., … }"#, #"{"a": ∅}"#, "elision, elision"),
    ("[1, // ... more\n 2]", "[1, 2]", "elision"),
    // Comments
    ("[1, // one\n 2] # two", "[1, 2]", "commentNotAllowed, commentNotAllowed"),
    ("[1 /* one */, 2 /*", "~[1, 2]", "unclosedBracket, commentNotAllowed, unclosedComment"),
    // Commas, colons, keys and values
    ("[1,,2,]", "[1, 2]", "trailingComma, trailingComma"),
    (#"{"a": 1 "b": 2}"#, #"{"a": 1, "b": 2}"#, "unexpectedToken"),
    (#"{"a" 1, "b", "c":}"#, #"{"a": 1, "b": ∅, "c": ∅}"#, "unexpectedToken, missingValue, missingValue"),
    (#"{"a" "b": 2}"#, #"{"a": ∅, "b": 2}"#, "missingValue, unexpectedToken"),
    ("{: 1, [2]}", "{∅: 1, ∅: [2]}", "unexpectedToken, unexpectedToken"),
    // Words and quotes
    (
      "{a: <ID>, 'b': 'it\\'s'}", "{a: <ID>, 'b': 'it\\'s'}", String(repeating: ", unexpectedToken", count: 4)
    ),
    (
      "[NaN, 007, .5, +1]", "[NaN, 007, .5, +1]", "invalidNumber, invalidNumber, invalidNumber, invalidNumber"
    ),
    // Strings
    (#"["\x", "\u12", "\ud800"]"#, #"["\x", "\u12", "\ud800"]"#, "invalidEscape, invalidEscape"),
    ("{\"a\": \"x\n  \"b\": 1}", "{\"a\": ~\"x, \"b\": 1}", "unclosedString, unexpectedToken"),
    ("{\"a\": \"x\n y\", \"b\": 1}", "{\"a\": \"x\n y\", \"b\": 1}", "controlCharacter"),
    ("[\"\t\", \u{0}]", "[\"\t\"]", "controlCharacter, trailingComma, controlCharacter"),
    // Ends
    (#"{"a": [1, 2}"#, #"{"a": ~[1, 2]}"#, "unclosedBracket"),
    (#"{"a": {"b": "c"#, #"~{"a": ~{"b": ~"c}}"#, "unclosedBracket, unclosedBracket, unclosedString"),
    ("[1, 2", "~[1, ~2]", "unclosedBracket"),
    ("[1]]", "[1]", "unexpectedToken"),
    // What stands around the value
    (#"Here it is: {"a": 1} and so on"#, #"{"a": 1}"#, "unexpectedToken, unexpectedToken"),
    ("[1] [2]", "[1] [2]", "unexpectedToken"),
    (" \n", "", "empty"),
  ])
  func `An error is reported and read over`(text: String, shape expected: String, problems: String) {
    let tree = JSONParser.parse(Array(text.utf8))
    #expect(shape(text) == expected)
    let kinds = tree.problems.map(\.kind.rawValue).joined(separator: ", ")
    #expect(kinds == (problems.hasPrefix(", ") ? String(problems.dropFirst(2)) : problems))
    #expect(!tree.isValidJSON)
  }

  @Test func `A repeated key is kept, flagged and valid`() {
    let few = JSONParser.parse(Array(#"{"a": 1, "b": {"a": 2}, "a": 3}"#.utf8))
    #expect(few.problems == [SourceProblem(.duplicateKey, range: SourceRange(24, 27), detail: "a")])
    #expect(few.isValidJSON)
    #expect(few.nodes.indices.filter { few.nodes[$0].flags.contains(.duplicateKey) } == [8])
    let many = (0..<1000).map { "\"k\($0 % 997)\": 0" }.joined(separator: ",")
    #expect(JSONParser.parse(Array("{\(many)}".utf8)).problems.map(\.detail) == ["k0", "k1", "k2"])
  }

  @Test func `A byte-order mark is reported and leaves the text valid`() {
    let tree = JSONParser.parse(Array("\u{FEFF}{}".utf8))
    #expect(tree.problems.map(\.kind) == [.byteOrderMark])
    #expect(tree.isValidJSON)
    #expect(!JSONParser.parse(Array("\u{FEFF}".utf8)).isValidJSON)
  }

  @Test(
    arguments: [[0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0xBF, 0xBF, 0xBF], [0xE6, 0x97]] as [[UInt8]]
  )
  func `Bytes that are not UTF-8 are reported`(bytes: [UInt8]) {
    let tree = JSONParser.parse([0x22] + bytes + [0x22])
    #expect(tree.problems.map(\.kind) == [.notUTF8])
    #expect(tree.nodes.count == 2)
    #expect(!tree.isValidJSON)
  }

  @Test func `Ten thousand levels are read, more than the limit are reported`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    let deep = JSONParser.parse(nested(10_000))
    #expect(deep.isValidJSON && deep.nodes.count == 10_001)
    let limit = JSONParser.maximumDepth
    let tooDeep = JSONParser.parse(nested(limit + 2))
    #expect(tooDeep.nodes.count == limit + 2)
    #expect(
      tooDeep.problems == [
        SourceProblem(.nestingTooDeep, range: SourceRange(limit, limit + 4), detail: "\(limit)")
      ])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[", "{\"a\":", "]", ",", "\"", "\"\n", "\"\n\\\"\n", "'\n\"\n", "\"a\":1,", "/*", "a ", "\u{1} ", "\\",
      "...",
    ])
  func `A token repeated without end is read in linear time`(token: String) {
    let bytes = Array(("{" + String(repeating: token, count: 50_000)).utf8)
    let tree = JSONParser.parse(bytes)
    #expect(!tree.isValidJSON)
    expectNested(tree, within: bytes.count)
  }

  @Test func `Every text cut off anywhere has a nested, ordered tree`() {
    let text = """
      {"a": [1, {"b": "c\\u00e9 é"}, ... ], 'd': "x
      y", // z
      "e": {"f": null "g": [[], {}]}, "h": , "h": tru}} [ "i" # j
      """
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      expectNested(JSONParser.parse(Array(bytes[..<end])), within: end)
    }
  }

  /// The tree as text: absent nodes as ∅, incomplete ones behind ~, roots one after another.
  private func shape(_ text: String) -> String {
    let file = SourceFile(path: "", text: text)
    let tree = JSONParser.parse(file.bytes)
    func shape(_ id: KeyedTree.NodeID) -> String {
      let node = tree[id]
      let text =
        switch node.kind {
        case .mapping:
          "{" + tree.members(of: id).map { "\(shape($0.key)): \(shape($0.value))" }.joined(separator: ", ")
            + "}"
        case .sequence: "[" + tree.children(of: id).map(shape).joined(separator: ", ") + "]"
        case .stream: tree.children(of: id).map(shape).joined(separator: " ")
        case .scalar, .alias: node.flags.contains(.absent) ? "∅" : file.text(node.range)
        }
      return (node.flags.contains(.incomplete) ? "~" : "") + text
    }
    return shape(KeyedTree.root)
  }
}

/// Checks what printing a tree back relies on: children lie in order within their parent, keys have values, and
/// problems come in the order of the text.
func expectNested(
  _ tree: KeyedTree, within count: Int, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  var isSound =
    tree.nodes.first?.range == SourceRange(0, count) && Int(tree[KeyedTree.root].next) == tree.nodes.count
  for id in tree.nodes.indices {
    let node = tree.nodes[id]
    var position = node.range.start
    var childCount = 0
    for child in tree.children(of: KeyedTree.NodeID(id)) {
      isSound =
        isSound && tree[child].range.start >= position && tree[child].range.end >= tree[child].range.start
      position = tree[child].range.end
      childCount += 1
    }
    isSound = isSound && position <= node.range.end && (node.kind != .mapping || childCount % 2 == 0)
    isSound = isSound && (node.kind != .scalar || childCount == 0)
  }
  let starts = tree.problems.map(\.range.start)
  #expect(isSound && starts == starts.sorted(), sourceLocation: sourceLocation)
}
