import SourceText
import Syntax
import Testing

/// What is wrong costs the lines that are wrong, and no more.
struct YAMLRecoveryTests {
  @Test func `A line that is indented too far is skipped`() {
    expectReads(
      "A:\n  Type: X\n    Oops: 1\n      More: 2\n  Properties: 3\n",
      as: [
        "+MAP", "=VAL :A", "+MAP", "=VAL :Type", "=VAL :X", "=VAL :Properties", "=VAL :3", "-MAP", "-MAP",
      ],
      problems: ["badIndentation@3-4"])
  }

  @Test func `A key that is indented a little less than its block belongs to it`() {
    expectReads(
      "R:\n    A:\n        T: X\n   B:\n        T: Y\n    C: 1\n",
      as: [
        "+MAP", "=VAL :R", "+MAP", "=VAL :A", "+MAP", "=VAL :T", "=VAL :X", "-MAP", "=VAL :B", "+MAP",
        "=VAL :T", "=VAL :Y", "-MAP", "=VAL :C", "=VAL :1", "-MAP", "-MAP",
      ],
      problems: ["unevenIndentation@4"])
  }

  @Test func `A stray word in place of a collection is set aside`() {
    expectReads(
      "Here is the template\nBucket:\n  Type\n  Type: X\n",
      as: ["+MAP", "=VAL :Bucket", "+MAP", "=VAL :Type", "=VAL :X", "-MAP", "-MAP"],
      problems: ["unexpectedToken@1", "unexpectedToken@3"])
  }

  @Test func `A second colon on a line belongs to the text`() {
    expectReads(
      "Description: Foo: bar # why\nNext: 1\n",
      as: ["+MAP", "=VAL :Description", "=VAL :Foo: bar", "=VAL :Next", "=VAL :1", "-MAP"],
      problems: ["unexpectedToken@1"])
  }

  @Test func `A star that names no anchor is a text`() {
    expectReads(
      "a: *\nb: * * ? *\nc: [*, *x]\nd: &x *\n",
      as: [
        "+MAP", "=VAL :a", "=VAL :*", "=VAL :b", "=VAL :* * ? *", "=VAL :c", "+SEQ []", "=VAL :*", "=ALI *x",
        "-SEQ", "=VAL :d", "=VAL &x :*", "-MAP",
      ],
      problems: [
        "unexpectedToken@1", "unexpectedToken@2", "unexpectedToken@3", "unknownAlias@3", "unexpectedToken@4",
      ])
  }

  @Test func `An unclosed string ends with its line`() {
    expectReads(
      "a: \"one\nb: 'two\nc: 3\n",
      as: ["+MAP", "=VAL :a", "=VAL \"one", "=VAL :b", "=VAL 'two", "=VAL :c", "=VAL :3", "-MAP"],
      problems: ["unclosedString@1", "unclosedString@2"])
  }

  @Test func `An unclosed bracket ends where the block goes on`() {
    expectReads(
      "a: [x, {y: z\nb: 1\n",
      as: [
        "+MAP", "=VAL :a", "+SEQ []", "=VAL :x", "+MAP {}", "=VAL :y", "=VAL :z", "-MAP", "-SEQ", "=VAL :b",
        "=VAL :1", "-MAP",
      ],
      problems: ["unclosedBracket@1"])
  }

  @Test func `A bracket that closes in the column of its key is read and noted`() {
    expectReads(
      "a: [\n  x,\n]\nb: 1\n",
      as: ["+MAP", "=VAL :a", "+SEQ []", "=VAL :x", "-SEQ", "=VAL :b", "=VAL :1", "-MAP"],
      problems: ["unevenIndentation@3"])
  }

  @Test func `Ellipses stand for left-out lines wherever they are written`() {
    expectReads(
      "R:\n  A:\n    ...\n    T: 1\n  # ... more\n  ...\n...\n  B: ...\n",
      as: [
        "+MAP", "=VAL :R", "+MAP", "=VAL :A", "+MAP", "=VAL :T", "=VAL :1", "-MAP", "=VAL :B", "=VAL :...",
        "-MAP", "-MAP",
      ],
      problems: ["elision@3", "elision@5", "elision@6", "elision@7", "elision@8"])
  }

  @Test func `Three dots before a new document close the old one`() {
    let tree = YAMLParser.parse(Array("a: 1\n...\n---\nb: 2\n".utf8))
    #expect(Array(tree.children(of: KeyedTree.root)).count == 2)
    #expect(tree.problems.isEmpty)
  }

  @Test func `Tabs count as one column`() {
    expectReads(
      "A:\n\tB: 1\n\tC: 2\n",
      as: ["+MAP", "=VAL :A", "+MAP", "=VAL :B", "=VAL :1", "=VAL :C", "=VAL :2", "-MAP", "-MAP"],
      problems: ["tabIndentation@2", "tabIndentation@2", "tabIndentation@3"])
  }

  @Test func `Duplicate keys are kept, flagged and reported, however they are quoted`() {
    let bytes = Array("a: 1\n\"\\x61\": 2\n'a': 3\nb: {a: 1}\n".utf8)
    let tree = YAMLParser.parse(bytes)
    let flagged = tree.nodes.map { $0.flags.contains(.duplicateKey) }
    #expect(flagged == [false, false, false, false, true, false, true, false, false, false, false, false])
    #expect(tree.problems.map(\.kind) == [.duplicateKey, .duplicateKey])
    #expect(tree.problems.map(\.detail) == ["a", "a"])
    #expect(!tree.problems.contains { $0.kind.isSyntaxError })
  }

  @Test func `Among many keys each second one is flagged`() {
    let text = (0..<100).map { "k\($0 % 50): \($0)\n" }.joined()
    let tree = YAMLParser.parse(Array(text.utf8))
    #expect(tree.problems.map(\.detail) == (0..<50).map { "k\($0)" })
  }

  @Test func `Line ends, byte-order mark and bytes that are not UTF-8 are survived`() {
    expectReads(
      "a: 1\r\nb: [x,\r\n y]\rc: |\r\n  t\r\n",
      as: [
        "+MAP", "=VAL :a", "=VAL :1", "=VAL :b", "+SEQ []", "=VAL :x", "=VAL :y", "-SEQ", "=VAL :c",
        "=VAL |t\\n", "-MAP",
      ])
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a: ".utf8) + [0xFF, 0x0A]
    let tree = YAMLParser.parse(bytes)
    #expect(tree.problems.map(\.kind) == [.byteOrderMark, .notUTF8])
    #expect(tree.problems.map(\.range) == [SourceRange(0, 3), SourceRange(6, 7)])
    expectPrintedBack(bytes)
  }

  @Test func `Jinja tags between the entries are skipped`() {
    expectReads(
      "{% if x %}\na: {{ y }}\n{% endif %}\nb: 1\n",
      as: [
        "+MAP", "=VAL :a", "+MAP {}", "+MAP {}", "=VAL :y", "=VAL :", "-MAP", "=VAL :", "-MAP", "=VAL :b",
        "=VAL :1", "-MAP",
      ],
      problems: ["unexpectedToken@1", "unexpectedToken@3"])
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: [", "[[]: "])
  func `Ten thousand levels are read to the limit and reported`(opening: String) {
    let bytes = Array(String(repeating: opening, count: 10_000).utf8)
    let tree = YAMLParser.parse(bytes)
    #expect(tree.problems.contains { $0.kind == .nestingTooDeep && $0.detail == "1000" })
    #expect(depth(of: tree) <= YAMLParser.maximumDepth + 3)
    expectPrintedBack(bytes)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "x", "-\n", "- \"a\n", "- 'a\n- \"b\n", " b\n", "\\\"", "- *a\n", "[[]]\n", "[[[[a]:b]:c]:d],",
      "k: 1\n",
      "\ta: 1\n", "...\n", "a: 1\n...\n", "!t ", "{{ x }}\n", "k: {a: [\n", "}", "a:\n    b:\n  c:\n", "\n",
      "'",
    ])
  func `Text that repeats what is hard to read is read in linear time`(unit: String) {
    for opening in ["", "\"", "[", "- a\n", "{a: ["] {
      expectPrintedBack(Array((opening + String(repeating: unit, count: 60_000 / unit.utf8.count)).utf8))
    }
  }

  @Test func `What follows a block that lies too deep is read`() {
    let text = (0..<1_200).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + "b: 1\n"
    let tree = YAMLParser.parse(Array(text.utf8))
    #expect(tree.problems.map(\.kind) == [.nestingTooDeep])
    let root = Array(tree.children(of: KeyedTree.root))
    #expect(root.count == 1 && Array(tree.members(of: root[0])).count == 2)
  }

  private func depth(of tree: KeyedTree) -> Int {
    var open: [KeyedTree.NodeID] = []
    var deepest = 0
    for (index, node) in tree.nodes.enumerated() {
      while let last = open.last, last <= index { open.removeLast() }
      open.append(node.next)
      deepest = max(deepest, open.count)
    }
    return deepest
  }
}
