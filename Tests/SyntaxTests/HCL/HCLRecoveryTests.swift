import SourceText
import Syntax
import Testing

struct HCLRecoveryTests {
  private func blocks(_ text: String) -> [[String]] {
    let bytes = Array(text.utf8)
    let tree = HCLParser.parse(bytes)
    #expect(brokenRule(tree, bytes) == nil)
    return tree.blocks(of: HCLTree.root).map {
      [tree.text(of: $0.type, in: bytes)] + tree.labels(of: $0, in: bytes)
    }
  }

  @Test(arguments: [
    "resource \"a\" \"b\" {\n  x = [1, 2\n}\n", "resource \"a\" \"b\" {\n  x = f(1\n  y = 2\n}\n",
    "resource \"a\" \"b\" {\n  x = \"open\n}\n", "resource \"a\" \"b\" {\n  x = \"${y\n}\n",
    "resource \"a\" \"b\" {\n  x = {\n    y = 1\n}\n", "resource \"a\" \"b\" {\n  nested {\n}\n",
    "resource \"a\" \"b\" {\n  some prose, (with an open bracket\n}\n", "resource \"a\" \"b\" {\n  ...\n}\n",
    "resource \"a\" \"b\" {\n  x = <<EOT\n  {${y\n}\n",
    "resource \"a\" \"b\" {\n  x = { f(c[d], \"$${e:\"\n\n",
  ])
  func `A block behind a broken one is read`(broken: String) {
    #expect(
      blocks(broken + "\nvariable \"next\" {\n}\n") == [["resource", "a", "b"], ["variable", "next"]])
    #expect(!problems(broken).isEmpty)
  }

  @Test func `Lines that are no HCL are skipped and reported, a line each`() {
    let text = "Here is the code:\na = 1\n- and a list\nb = 2\n"
    #expect(
      outline(text) == """
        (body (skipped Here is the code:) (attribute a 1) (skipped - and a list) (attribute b 2))
        """)
    #expect(problems(text) == ["unexpectedToken: Here is the code:", "unexpectedToken: - and a list"])
  }

  @Test func `A string over two lines is unclosed, and its second line is no block`() {
    let text = "a = \"one\ntwo three\"\nb = 2\n"
    #expect(outline(text) == "(body (attribute a (template? one)) (skipped two three\") (attribute b 2))")
  }

  @Test func `Ellipses are elisions, in the code and in comments`() {
    let text = "a {\n  ...\n  # ... more\n  b = [1, …]\n  // ...\n}\n"
    #expect(problems(text) == ["elision: ...", "elision: # ... more", "elision: …", "elision: // ..."])
  }

  @Test func `A text that breaks off keeps what was there`() {
    #expect(blocks("resource \"a\" \"b\" {\n  x = <<EOT\nhello\n") == [["resource", "a", "b"]])
    #expect(
      problems("a {\n  x = <<EOT\nhello\n") == ["unclosedBracket: {", "unclosedHeredoc: <<EOT"])
    #expect(problems("resource \"a\" \"b\"") == ["unexpectedEnd: resource \"a\" \"b\""])
    #expect(problems("a = 1 /* open\n") == ["unclosedComment: /* open\n"])
  }

  @Test(arguments: ["[", "(", "{x=", "f(", "\"${", "!", "x?y:", "1+", "a {", "%{if x}"])
  func `Ten thousand levels are survived and reported`(opening: String) {
    let text = "a = " + String(repeating: opening, count: 10_000) + "\nb = 1\n"
    let bytes = Array(text.utf8)
    let tree = HCLParser.parse(bytes)
    #expect(brokenRule(tree, bytes) == nil)
    #expect(!tree.problems.isEmpty)
  }

  @Test func `What lies too deep is reported with its range and the rest is read`() throws {
    let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
    let bytes = Array("a = \(deep)\nb = 1\n".utf8)
    let tree = HCLParser.parse(bytes)
    let problem = try #require(tree.problems.first)
    #expect(tree.problems.count == 1)
    #expect(problem.kind == .nestingTooDeep)
    #expect(problem.range.start > 4)
    #expect(tree.attributes(of: HCLTree.root).count == 2)
  }
}
