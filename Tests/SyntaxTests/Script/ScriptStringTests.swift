import SourceText
import Testing

@testable import Syntax

struct ScriptStringTests {
  @Test(arguments: [
    (ScriptLanguage.typeScript, #"'a\u0062\x63\u{64}\n\'\$'"#, "abcd\n'$"),
    (.typeScript, #""\ud83d\ude00""#, "😀"),
    (.typeScript, #"`plain\`"x"`"#, "plain`\"x\""),
    (.python, #""a\tb\q""#, "a\tb\\q"),
    (.python, #"r'a\tb'"#, #"a\tb"#),
    (.python, #"f"{{x}}""#, "{x}"),
    (.python, "\"\"\"a\n\"b\"\n\"\"\"", "a\n\"b\"\n"),
    (.python, #""a" 'b' "\143""#, "abc"),
    (.go, "`a\\n\"b\"`", "a\\n\"b\""),
    (.go, #""a\U0001F600\a""#, "a😀\u{07}"),
    (.java, "\"a\\s\\\"b\"", "a \"b"),
    (.java, "\"\"\"\n    a\n      b  \n\n    c\"\"\"", "a\n  b\n\nc"),
    (.java, "\"\"\"\n    a\n  \"\"\"", "  a\n"),
  ])
  func `A string literal stands for its text`(_ language: ScriptLanguage, _ literal: String, _ text: String)
    throws
  {
    let tree = ScriptParser.parse(Array("x = \(literal)".utf8), language: language)
    let strings = tree.subtree(of: ScriptTree.root).compactMap { tree.string(of: $0) }
    #expect(strings.first?.text == text)
    #expect(tree.problems == [])
  }

  @Test func `The offsets of a string lead back to the program`() throws {
    let tree = ScriptParser.parse(Array(#"f('a\u0062c')"#.utf8), language: .typeScript)
    let string = try #require(tree.subtree(of: ScriptTree.root).compactMap { tree.string(of: $0) }.first)
    #expect((0..<3).map { string.map.document(UInt32($0)) } == [3, 4, 10])
  }

  @Test func `The texts of a template are decoded by its rules`() throws {
    for (source, language, texts) in [
      (#"`a\n${b}c\``"#, ScriptLanguage.typeScript, ["a\n", "c`"]),
      (#"f"a\n{b}{{c""#, .python, ["a\n", "{c"]),
      (#"rf"a\n{b}""#, .python, [#"a\n"#]),
    ] {
      let tree = ScriptParser.parse(Array(source.utf8), language: language)
      let template = try #require(tree.subtree(of: ScriptTree.root).first { tree.kind(of: $0) == .template })
      #expect(tree.children(of: template, .part).map { tree.string(ofPart: $0, in: template).text } == texts)
      #expect(tree.string(of: template) == nil)
    }
  }
}
