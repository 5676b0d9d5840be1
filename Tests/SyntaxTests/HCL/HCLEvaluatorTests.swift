import Syntax
import Testing

struct HCLEvaluatorTests {
  private func value(_ text: String, _ variables: [String: HCLValue] = [:]) -> HCLValue {
    let bytes = Array(text.utf8)
    var evaluator = HCLEvaluator(HCLParser.parseExpression(bytes), bytes: bytes, variables: variables)
    return evaluator.value(of: HCLTree.root)
  }

  @Test(arguments: [
    ("2 * 5 + 1", HCLValue.number(11)), ("7 % 4 == 3", .boolean(true)), ("1 / 0", .unknown),
    ("\"a${1.5}-${true}\"", .string("a1.5-true")), ("\"${12}\"", .number(12)),
    ("[for i, v in [\"a\", \"b\"]: \"${i}${v}\"]", .list([.string("0a"), .string("1b")])),
    ("[{a = 1}, {a = 2}].*.a[1]", .number(2)), ("null[*]", .list([])), ("5[*]", .list([.number(5)])),
    ("\"\"", .string("")), ("nothing && false", .boolean(false)), ("nothing || false", .unknown),
    ("1 == \"1\"", .boolean(false)),
    ("join(\"-\", concat([\"a\"], [1]))", .string("a-1")),
    ("\"%{ for v in [1, 2] }${v},%{ endfor }\"", .string("1,2,")),
    ("merge({a = 1}, {a = 2, b = 3})", .object([.init("a", .number(2)), .init("b", .number(3))])),
  ])
  func `Constant expressions have a value`(text: String, expected: HCLValue) {
    #expect(value(text) == expected)
  }

  @Test func `Variables are looked up, and what hangs on unknown ones stays unknown`() {
    let variables = ["var": HCLValue.object([.init("size", .number(3))])]
    #expect(value("var.size > 2 ? \"big\" : \"small\"", variables) == .string("big"))
    #expect(value("var.other", variables) == .unknown)
    #expect(value("aws_vpc.main.id", variables) == .unknown)
  }

  @Test func `Loops that multiply stop at the limit and say so`() {
    let list = "[" + String(repeating: "1,", count: 100) + "]"
    let bytes = Array("[for a in \(list): [for b in \(list): [for c in \(list): c]]]".utf8)
    var evaluator = HCLEvaluator(HCLParser.parseExpression(bytes), bytes: bytes)
    _ = evaluator.value(of: HCLTree.root)
    #expect(evaluator.isLimitReached)
  }
}
