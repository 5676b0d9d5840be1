import Testing

@testable import Syntax

struct JavaSyntaxTests {
  @Test func `Imports keep modules and names`() {
    expectScript(
      """
      package app.x;
      import com.pulumi.Context;
      import static java.util.Map.of;
      import java.util.*;
      """, .java,
      """
      (packageDeclaration module:name'app.x')
      (importDeclaration module:name'com.pulumi' member:(importName name:name'Context'))
      (importDeclaration[static] module:name'java.util.Map' member:(importName name:name'of'))
      (importDeclaration module:name'java.util' member:importWildcard'*')
      """)
  }

  @Test func `A class has annotations, bases, fields, constructors and methods`() {
    expectScript(
      """
      @Deco(a = 1, value = "x") @Override
      public final class Main<T> extends Stack implements I<A, B>, J {
          private final Bucket bucket = null;
          static int a = 1, b[] = {1, 2};
          public Main(final Construct scope, @Nullable Map<String, List<Object>> m, int... xs) throws X, Y { super(scope); }
          public static <T extends A> List<T> m() { return null; }
          abstract void n();
          static { f(); }
      }
      """, .java,
      """
      (classDeclaration[const,exported] decorator:(decorator value:(call callee:identifier'Deco' argument:(keywordArgument name:name'a' value:number'1') argument:(keywordArgument name:name'value' value:string'"x"'))) decorator:(decorator value:identifier'Override') name:name'Main' base:type'Stack' base:type'I<A, B>' base:type'J' body:(block statement:(field[const,private] type:type'Bucket' name:name'bucket' value:null'null') statement:(field[static] type:type'int' name:name'a' value:number'1') statement:(field[static] name:name'b' value:(composite element:number'1' element:number'2')) statement:(constructor[exported] name:name'Main' parameter:(parameter[const] type:type'Construct' name:name'scope') parameter:(parameter decorator:(decorator value:identifier'Nullable') type:type'Map<String, List<Object>>' name:name'm') parameter:(parameter.spread type:type'int' name:name'xs') body:(block statement:(expressionStatement value:(call callee:identifier'super' argument:identifier'scope')))) statement:(method[static,exported] type:type'List<T>' name:name'm' body:(block statement:(returnStatement value:null'null'))) statement:(method type:type'void' name:name'n') statement:(block statement:(expressionStatement value:(call callee:identifier'f')))))
      """)
  }

  @Test func `Enums, records and interfaces are declarations`() {
    expectScript(
      """
      enum E { A(1), B { }; int x; E(int y) {} }
      record R(String a, int b) implements I {}
      interface I { default int g() { return 1; } }
      @interface An { String value() default "x"; }
      """, .java,
      """
      (enumDeclaration name:name'E' body:(block statement:(enumMember name:name'A' argument:number'1') statement:(enumMember name:name'B' body:block'{ }') statement:(field type:type'int' name:name'x') statement:(constructor name:name'E' parameter:(parameter type:type'int' name:name'y') body:block'{}')))
      (structDeclaration name:name'R' parameter:(parameter type:type'String' name:name'a') parameter:(parameter type:type'int' name:name'b') base:type'I' body:block'{}')
      (interfaceDeclaration name:name'I' body:(block statement:(method type:type'int' name:name'g' body:(block statement:(returnStatement value:number'1')))))
      (interfaceDeclaration name:name'An' body:(block statement:(method type:type'String' name:name'value' value:string'"x"')))
      """)
  }

  @Test func `A builder is a chain of calls`() {
    expectScript(
      """
      Bucket.Builder.create(this, "id").versioned(true).lifecycle(List.of(x)).build();
      """, .java,
      """
      (expressionStatement value:(call callee:(member object:(call callee:(member object:(call callee:(member object:(call callee:(member object:(member object:identifier'Bucket' name:name'Builder') name:name'create') argument:identifier'this' argument:string'"id"') name:name'versioned') argument:boolean'true') name:name'lifecycle') argument:(call callee:(member object:identifier'List' name:name'of') argument:identifier'x')) name:name'build')))
      """)
  }

  @Test func `Objects and arrays are made with new`() {
    expectScript(
      """
      var q = new Bucket("n", BucketArgs.builder().tags(Map.<String, String>of("a", "b")).build(), null) { int z; };
      List<String> l = new ArrayList<>();
      String[] s = new String[] {"a"};
      int[] n = new int[5];
      """, .java,
      """
      (variable type:type'var' target:identifier'q' value:(call[new] callee:identifier'Bucket' argument:string'"n"' argument:(call callee:(member object:(call callee:(member object:(call callee:(member object:identifier'BucketArgs' name:name'builder')) name:name'tags') argument:(call callee:(member object:identifier'Map' name:name'of') argument:string'"a"' argument:string'"b"')) name:name'build')) argument:null'null' body:(block statement:(field type:type'int' name:name'z'))))
      (variable type:type'List<String>' target:identifier'l' value:(call[new] callee:identifier'ArrayList'))
      (variable type:type'String[]' target:identifier's' value:(composite type:type'String[]' element:string'"a"'))
      (variable type:type'int[]' target:identifier'n' value:(call[new] callee:type'int' argument:number'5'))
      """)
  }

  @Test func `Lambdas and method references are values`() {
    expectScript(
      """
      Output.tuple(a, b).applyValue(t -> t.x);
      Runnable r = () -> { run(); };
      f((String a, var b) -> a, this::foo, ArrayList::new);
      """, .java,
      """
      (expressionStatement value:(call callee:(member object:(call callee:(member object:identifier'Output' name:name'tuple') argument:identifier'a' argument:identifier'b') name:name'applyValue') argument:(lambda parameter:(parameter name:name't') body:(member object:identifier't' name:name'x'))))
      (variable type:type'Runnable' target:identifier'r' value:(lambda body:(block statement:(expressionStatement value:(call callee:identifier'run')))))
      (expressionStatement value:(call callee:identifier'f' argument:(lambda parameter:(parameter type:type'String' name:name'a') parameter:(parameter type:type'var' name:name'b') body:identifier'a') argument:(member.methodReference object:identifier'this' name:name'foo') argument:(member.methodReference object:identifier'ArrayList' name:name'new')))
      """)
  }

  @Test func `Casts are told from parentheses`() {
    expectScript(
      """
      x = (String) y;
      x = (a) + b;
      x = (List<A>) f();
      """, .java,
      """
      (expressionStatement value:(assignment.assign target:identifier'x' value:(cast type:type'String' value:identifier'y')))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(binary.add left:(parenthesized value:identifier'a') right:identifier'b')))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(cast type:type'List<A>' value:(call callee:identifier'f'))))
      """)
  }

  @Test func `Control flow keeps types, targets and branches`() {
    expectScript(
      """
      if (x instanceof String s && a < b) return; else y = 1;
      for (final String s : l) f(s);
      for (int i = 0, j = 1; i < 3; i++) { g(i); }
      while (a) b();
      do { c(); } while (d);
      try (var in = open()) { a(); } catch (A | B e) { throw e; } finally { c(); }
      synchronized (this) { f(); }
      outer: for (;;) break outer;
      """, .java,
      """
      (ifStatement condition:(binary.and left:(binary.instanceOf left:identifier'x' right:(parameter type:type'String' name:name's')) right:(binary.less left:identifier'a' right:identifier'b')) then:returnStatement'return' otherwise:(expressionStatement value:(assignment.assign target:identifier'y' value:number'1')))
      (forEach type:type'String' target:identifier's' value:identifier'l' body:(expressionStatement value:(call callee:identifier'f' argument:identifier's')))
      (forStatement initializer:(variable type:type'int' target:identifier'i' value:number'0') initializer:(variable target:identifier'j' value:number'1') condition:(binary.less left:identifier'i' right:number'3') update:(unary.increment value:identifier'i') body:(block statement:(expressionStatement value:(call callee:identifier'g' argument:identifier'i'))))
      (whileStatement condition:identifier'a' body:(expressionStatement value:(call callee:identifier'b')))
      (whileStatement body:(block statement:(expressionStatement value:(call callee:identifier'c'))) condition:identifier'd')
      (tryStatement initializer:(variable type:type'var' target:identifier'in' value:(call callee:identifier'open')) body:(block statement:(expressionStatement value:(call callee:identifier'a'))) clause:(catchClause type:type'A | B' target:identifier'e' body:(block statement:(throwStatement value:identifier'e'))) finally:(block statement:(expressionStatement value:(call callee:identifier'c'))))
      (withStatement initializer:identifier'this' body:(block statement:(expressionStatement value:(call callee:identifier'f'))))
      (forStatement body:(jump name:name'outer'))
      """)
  }

  @Test func `Switches are statements and values`() {
    expectScript(
      """
      int k = switch (v) { case A, B -> 1; case Foo(int x) when x > 1 -> { yield 2; } default -> throw e; };
      switch (v) { case 1: f(); break; default: g(); }
      """, .java,
      """
      (variable type:type'int' target:identifier'k' value:(switchStatement value:identifier'v' clause:(switchCase value:identifier'A' value:identifier'B' body:(expressionStatement value:number'1')) clause:(switchCase value:type'Foo(int x)' condition:(binary.greater left:identifier'x' right:number'1') body:(block statement:(yield value:number'2'))) clause:(switchCase body:(throwStatement value:identifier'e'))))
      (switchStatement value:identifier'v' clause:(switchCase value:number'1' statement:(expressionStatement value:(call callee:identifier'f')) statement:jump'break') clause:(switchCase statement:(expressionStatement value:(call callee:identifier'g'))))
      """)
  }

  @Test func `Text blocks are strings`() {
    expectScript(
      #"""
      String t = """
          a "b"
          """;
      """#, .java,
      #"""
      (variable type:type'String' target:identifier't' value:string'"""
          a "b"
          """')
      """#)
  }

  @Test func `Operators bind by precedence`() {
    expectScript(
      """
      x = a + b * c >> 2 == d ? e : f ? g : h;
      a = b = c += 1;
      """, .java,
      """
      (expressionStatement value:(assignment.assign target:identifier'x' value:(conditional condition:(binary.equal left:(binary.shiftRight left:(binary.add left:identifier'a' right:(binary.multiply left:identifier'b' right:identifier'c')) right:number'2') right:identifier'd') then:identifier'e' otherwise:(conditional condition:identifier'f' then:identifier'g' otherwise:identifier'h'))))
      (expressionStatement value:(assignment.assign target:identifier'a' value:(assignment.assign target:identifier'b' value:(assignment.add target:identifier'c' value:number'1'))))
      """)
  }

  @Test func `Members of a class may stand alone`() {
    expectScript(
      """
      private final String x;
      public void m(int a) { f(); }
      void n() { g(); }
      """, .java,
      """
      (field[const,private] type:type'String' name:name'x')
      (method[exported] type:type'void' name:name'm' parameter:(parameter type:type'int' name:name'a') body:(block statement:(expressionStatement value:(call callee:identifier'f'))))
      (method type:type'void' name:name'n' body:(block statement:(expressionStatement value:(call callee:identifier'g'))))
      """)
  }

  @Test func `Statements of a method may stand alone`() {
    expectScript(
      """
      String a = f();
      Map<String, Object> m = new HashMap<>();
      a.b(c);
      ...
      """, .java,
      """
      (variable type:type'String' target:identifier'a' value:(call callee:identifier'f'))
      (variable type:type'Map<String, Object>' target:identifier'm' value:(call[new] callee:identifier'HashMap'))
      (expressionStatement value:(call callee:(member object:identifier'a' name:name'b') argument:identifier'c'))
      elision'...'
      """, problems: ["elision 65..68"])
  }
}
