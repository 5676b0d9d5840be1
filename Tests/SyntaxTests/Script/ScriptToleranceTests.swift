import SourceText
import Testing

@testable import Syntax

struct ScriptToleranceTests {
  /// The texts of the top-level statements, and the kinds of the problems.
  private func read(_ text: String, _ language: ScriptLanguage) -> (
    statements: [String], problems: [SourceProblem.Kind]
  ) {
    expectSound(Array(text.utf8), language)
    let tree = ScriptParser.parse(Array(text.utf8), language: language)
    return (tree.children(of: ScriptTree.root).map { tree.text(of: $0) }, tree.problems.map(\.kind))
  }

  @Test func `A statement that cannot be read does not take the next one with it`() {
    for (language, end) in [(ScriptLanguage.typeScript, ";"), (.python, ""), (.java, ";"), (.go, "")] {
      let result = read("a(1)\(end)\n?? % ]\nb(2)\(end)\n", language)
      #expect(result.statements.first == "a(1)", "\(language)")
      #expect(result.statements.last == "b(2)", "\(language)")
      #expect(!result.problems.isEmpty)
      #expect(Set(result.problems).isSubset(of: [.unexpectedToken, .missingValue]), "\(language)")
    }
  }

  @Test func `A bracket that is never closed ends at the next statement`() {
    #expect(read("f(a, b\nconst c = 1;", .typeScript).statements == ["f(a, b", "const c = 1"])
    #expect(read("f(a, [b\nimport c\n", .python).statements == ["f(a, [b", "import c"])
    #expect(read("f(a, g(b);\nh();", .java).statements == ["f(a, g(b)", "h()"])
    #expect(read("f(a, b\nreturn c\n", .go).statements == ["f(a, b", "return c"])
    #expect(read("f(a, b\nconst c = 1;", .typeScript).problems == [.unclosedBracket])
  }

  @Test func `A cut-off end leaves what was read`() {
    let text = "const b = new Bucket(this, 'id', {\n  versioned: true,\n  tags: { a: 'x"
    let tree = ScriptParser.parse(Array(text.utf8), language: .typeScript)
    #expect(
      tree.dump()
        == "(file statement:(variable[const] target:identifier'b' value:(call[new] callee:identifier'Bucket' argument:identifier'this' argument:string''id'' argument:(object member:(pair key:name'versioned' value:boolean'true') member:(pair key:name'tags' value:(object member:(pair key:name'a' value:string''x')))))))"
    )
    #expect(
      tree.problems.map(\.kind) == [.unclosedBracket, .unclosedBracket, .unclosedBracket, .unclosedString])
  }

  @Test func `A brace too many is one problem`() {
    for language in [ScriptLanguage.typeScript, .java, .go] {
      let result = read("f()\n}\ng()\n", language)
      #expect(result.statements == ["f()", "}", "g()"])
      #expect(result.problems == [.unexpectedToken])
    }
  }

  @Test func `A one-line string ends with its line`() {
    #expect(read("a = 'x\nb = 1\n", .python).statements == ["a = 'x", "b = 1"])
    #expect(read("a = f\"x{y\nb = 1\n", .python).statements == ["a = f\"x{y", "b = 1"])
    #expect(read("a = 'x\nb = 1\n", .typeScript).problems == [.unclosedString])
  }

  @Test func `A template that never closes is one problem at its start`() {
    let tree = ScriptParser.parse(Array("a();\nb = `x ${c} y\nd();\n".utf8), language: .typeScript)
    #expect(tree.problems.map(\.kind) == [.unclosedString])
    #expect(tree.problems.map(\.range) == [SourceRange(9, 10)])
  }

  @Test func `A template with escaped backticks is a template`() {
    let tree = ScriptParser.parse(Array(#"f(\`a-\${b}\`, c)"#.utf8), language: .typeScript)
    #expect(
      tree.dump()
        == "(file statement:(expressionStatement value:(call callee:identifier'f' argument:(template part:templateText'a-' hole:identifier'b') argument:identifier'c')))"
    )
    #expect(tree.problems.map(\.kind) == [.invalidEscape])
  }

  @Test func `A block whose lines are left out is empty`() {
    #expect(read("def f():\n\ng = 1\n", .python).statements == ["def f():", "g = 1"])
    #expect(read("def f():\n\ng = 1\n", .python).problems == [.unexpectedEnd])
  }

  @Test func `Minified programs are read like others`() {
    let text =
      "import*as s3 from'aws-s3';class A extends B{constructor(a,b){super(a,b);new s3.Bucket(this,'x',{versioned:!0})}}"
    let result = read(text, .typeScript)
    #expect(result.problems == [])
    #expect(result.statements.count == 2)
  }

  @Test func `A program in another language is sound`() {
    let texts = [
      "resource \"aws_s3_bucket\" \"b\" {\n  bucket = \"x\"\n}\n",
      "Resources:\n  B:\n    Type: AWS::S3::Bucket\n",
      "#!/bin/bash\nnpm install && cd lib\n", "{\"a\": [1, 2], \"b\": null}\n", "├── lib/\n│   └── a.ts\n",
      "\u{FEFF}a\r\nb\r\n",
    ]
    for language in ScriptLanguage.allCases {
      for text in texts { expectSound(Array(text.utf8), language) }
      expectSound([], language)
      expectSound([0xFF, 0xFE, 0x00, 0x28], language)
    }
  }
}
