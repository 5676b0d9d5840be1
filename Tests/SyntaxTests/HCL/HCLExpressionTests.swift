import Syntax
import Testing

struct HCLExpressionTests {
  @Test(arguments: [
    ("1 + 2 * 3", "(binary add 1 (binary multiply 2 3))"),
    ("1 * 2 + 3", "(binary add (binary multiply 1 2) 3)"),
    ("1 - 2 - 3", "(binary subtract (binary subtract 1 2) 3)"),
    (
      "a || b && !c == d",
      """
      (binary or (traversal a) (binary and (traversal b) \
      (binary equal (unary not (traversal c)) (traversal d))))
      """
    ),
    ("-a.b[0]", "(unary negate (traversal a (attributeStep .b) (indexStep 0)))"),
    ("a ? b : c ? 1 : 2", "(conditional (traversal a) (traversal b) (conditional (traversal c) 1 2))"),
    ("(1 + 2) * 3", "(binary multiply (parentheses (binary add 1 2)) 3)"),
    ("f(1)[0].x", "(traversal (call f 1) (indexStep 0) (attributeStep .x))"),
    ("a.*.b.0", "(traversal a (attributeSplat .*) (attributeStep .b) (legacyIndexStep .0))"),
    ("a[*].b", "(traversal a (fullSplat [*]) (attributeStep .b))"),
    ("p::f(a, b...)", "(call p::f (traversal a) (traversal b))"),
    ("[for k, v in m : v if k]", "(forTuple k v (traversal m) (traversal v) (traversal k))"),
    ("{for v in m : v => 1...}", "(forObject v (traversal m) (traversal v) 1)"),
    ("{(a) = 1\n b = 2}", "(object (item (parentheses (traversal a)) 1) (item (traversal b) 2))"),
    ("[\n 1,\n null, # c\n]", "(tuple 1 null)"),
  ])
  func `Expressions become trees with the precedence of HCL`(text: String, expected: String) {
    expectParses("x = " + text + "\n")
    #expect(expressionOutline(text) == expected)
  }

  @Test func `A for expression names its parts`() throws {
    let bytes = Array("{for k, v in m : k => v... if v}".utf8)
    let tree = HCLParser.parseExpression(bytes)
    let loop = try #require(tree.forExpression(of: 0))
    let parts = [loop.keyVariable, loop.valueVariable, loop.collection, loop.key, loop.value, loop.condition]
    #expect(parts.map { $0.map { tree.text(of: $0, in: bytes) } } == ["k", "v", "m", "k", "v", "v"])
    #expect(tree[0].flags.contains(.expands))
  }

  @Test func `A call says whether its last argument is expanded`() {
    #expect(HCLParser.parseExpression(Array("f(a...)".utf8))[0].flags.contains(.expands))
    #expect(!HCLParser.parseExpression(Array("f(a)".utf8))[0].flags.contains(.expands))
  }

  @Test(arguments: [
    ("a = foo.0.1.baz\n", "invalidNumber: 0.1"),
    ("a = p::f\n", "unexpectedToken: "),
    ("a = 'x'\n", "unexpectedToken: 'x'"),
    ("a = [for v in m: v => 1]\n", "unexpectedToken: =>"),
    ("a = \n", "missingValue: "),
    ("a = 1,\n", "trailingComma: ,"),
    ("a = [1 2]\n", "missingSeparator: 2"),
    (#"a = "\q""# + "\n", #"invalidEscape: \q"#),
  ])
  func `A fault in an expression is reported where it stands`(text: String, expected: String) {
    #expect(problems(text) == [expected])
  }
}
