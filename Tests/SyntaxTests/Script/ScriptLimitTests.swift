import SourceText
import Testing

@testable import Syntax

struct ScriptLimitTests {
  @Test(arguments: ScriptLanguage.allCases)
  func `Deep nesting is reported and never overflows the stack`(_ language: ScriptLanguage) {
    for (open, close) in [
      ("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("-", ""), ("a ? ", ""), ("`${", "}`"),
      ("f\"{", "}\""),
      ("new ", ""), ("@a ", ""), ("class A extends ", ""), ("if (a) ", ""), ("if a { ", "}"), ("x => ", ""),
      ("a = ", ""),
      ("func() { ", "}"), ("function f(a = ", ")"), ("lambda: ", ""), ("not ", ""),
      ("switch (a) { case ", "}"), ("else ", ""),
    ] {
      let text = String(repeating: open, count: 10_000) + "x" + String(repeating: close, count: 10_000)
      let bytes = Array(text.utf8)
      let tree = ScriptParser.parse(bytes, language: language)
      #expect(tree.printed(from: bytes) == bytes)
      #expect(tree.nodes.count < 400_000)
    }
  }

  @Test(arguments: ScriptLanguage.allCases)
  func `What lies too deep is one problem with its lines`(_ language: ScriptLanguage) {
    let text = String(repeating: "(", count: 500) + "x" + String(repeating: ")", count: 500)
    let problems = ScriptParser.parse(Array(text.utf8), language: language).problems
    #expect(problems.map(\.kind) == [.nestingTooDeep])
    #expect(problems.allSatisfy { $0.range.start < 500 && $0.range.end > 500 })
  }

  @Test(arguments: ScriptLanguage.allCases)
  func `A chain that is too long is cut and reported`(_ language: ScriptLanguage) {
    let text = "a" + String(repeating: ".b()", count: 5_000) + "\nx(1)\n"
    let tree = ScriptParser.parse(Array(text.utf8), language: language)
    #expect(tree.problems.map(\.kind) == [.nestingTooDeep])
    #expect(tree.children(of: ScriptTree.root).map { tree.text(of: $0) }.last == "x(1)")
  }
}
