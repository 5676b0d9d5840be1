import TemplateModel
import Testing

/// How values are followed, seen through the properties of a bucket.
struct EvaluationTests {
  private func name(_ before: String, _ value: String) -> String? {
    let text = """
      import * as s3 from 'aws-cdk-lib/aws-s3';
      \(before)
      class A extends cdk.Stack { constructor(scope, id) { super(scope, id);
        new s3.Bucket(this, 'B', { value: \(value) });
      } }
      """
    return cdk("a.ts", text).resources.first?.text("value")
  }

  @Test(arguments: [
    ("", "'x'", "x"), ("", "1.50", "1.50"), ("", "true", "true"), ("", "null", "null"), ("", "-3", "-3"),
    ("const a = 'x';", "a", "x"), ("const a = 'x'; const b = a;", "`${b}-y`", "x-y"),
    ("const a = { b: { c: 'x' } };", "a.b.c", "x"), ("const a = { b: 'x' };", "a['b']", "x"),
    ("const { b } = { b: 'x' };", "b", "x"), ("const [a, b] = ['x', 'y'];", "b", "y"),
    ("const a = ['x', 'y'];", "a[1]", "y"), ("const a = { b: 1 };", "{ ...a, c: 2 }", "{b: 1, c: 2}"),
    ("function f(x) { return `${x}!`; }", "f('a') + f('b')", "a!b!"),
    ("const f = (x: string) => x + '-logs';", "f('a')", "a-logs"),
    ("let a = 'x'; a = a + 'y';", "a", "xy"), ("", "process.env.STAGE", "env(STAGE)"),
    ("", "unknown.name", "${unknown.name}"), ("", "a ? 'x' : 'y'", "if(${a}, x, y)"),
    ("", "JSON.stringify({ a: 1 })", "{a: 1}"), ("", "(<any>'x')!", "x"),
  ])
  func `An expression has its value`(before: String, value: String, expected: String) {
    #expect(name(before, value) == expected)
  }

  @Test func `A name that mentions itself ends`() {
    #expect(name("const a = { b: a };", "a") != nil)
    #expect(name("function f(x) { return f(x); }", "f(1)") != nil)
    #expect(name("const a = b; const b = a;", "a") != nil)
  }

  @Test func `A chain that doubles at each step is cut off`() {
    let chain = (0..<60).map { "const v\($0) = v\($0 + 1) + v\($0 + 1);" }.joined(separator: "\n")
    #expect(name(chain + " const v60 = 'x';", "v0") != nil)
    let functions = (0..<60).map { "function f\($0)(a) { return f\($0 + 1)(a) + f\($0 + 1)(a); }" }
    #expect(name(functions.joined(separator: "\n") + " function f60(a) { return a; }", "f0('x')") != nil)
  }

  @Test(arguments: ["[", "{ a: ", "f(", "!", "a ? b : "])
  func `Deep nesting keeps its text`(opening: String) {
    let depth = 20_000
    #expect(name("", String(repeating: opening, count: depth) + "1") != nil)
    #expect(name("", "x" + String(repeating: ".add(1)", count: depth)) != nil)
  }
}
