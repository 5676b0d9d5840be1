import Testing

@testable import Syntax

struct TypeScriptSyntaxTests {
  @Test func `Default, named and namespace imports keep their module`() {
    expectScript(
      """
      import d, { a as b, type C } from "m";
      import * as s3 from 'aws-s3';
      import 'side';
      import x = require("y");
      """, .typeScript,
      """
      (importDeclaration member:(importDefault name:name'd') member:(importName name:name'a' alias:name'b') member:(importName name:name'C') module:string'"m"')
      (importDeclaration member:(importNamespace name:name's3') module:string''aws-s3'')
      (importDeclaration module:string''side'')
      (importDeclaration member:(importDefault name:name'x') module:string'"y"')
      """)
  }

  @Test func `Exports mark what they declare`() {
    expectScript(
      """
      export const a = 1;
      export default class A {}
      export { b as c } from './b';
      export * from './d';
      """, .typeScript,
      """
      (variable[const,exported] target:identifier'a' value:number'1')
      (classDeclaration[exported] name:name'A' body:block'{}')
      (exportDeclaration member:(importName name:name'b' alias:name'c') module:string''./b'')
      (exportDeclaration member:importWildcard'*' module:string''./d'')
      """)
  }

  @Test func `A class has bases, fields, a constructor with parameter properties and methods`() {
    expectScript(
      """
      export abstract class S<T> extends cdk.Stack implements I<T>, J {
        private static readonly a?: string = 'x';
        b!: number;
        constructor(scope: Construct, private readonly id: string, props?: P) { super(scope, id); }
        @Memo() async m<T>(...xs: T[]): Promise<void> {}
        get v(): string { return this.b; }
        abstract n(): void;
      }
      """, .typeScript,
      """
      (classDeclaration[exported] name:name'S' base:(member object:identifier'cdk' name:name'Stack') base:type'I<T>' base:type'J' body:(block statement:(field[optional,static,const,private] name:name'a' type:type'string' value:string''x'') statement:(field name:name'b' type:type'number') statement:(constructor name:name'constructor' parameter:(parameter name:name'scope' type:type'Construct') parameter:(parameter[const,private] name:name'id' type:type'string') parameter:(parameter[optional] name:name'props' type:type'P') body:(block statement:(expressionStatement value:(call callee:identifier'super' argument:identifier'scope' argument:identifier'id')))) statement:(method[async] decorator:(decorator value:(call callee:identifier'Memo')) name:name'm' parameter:(parameter.spread name:name'xs' type:type'T[]') type:type'Promise<void>' body:block'{}') statement:(accessor name:name'v' type:type'string' body:(block statement:(returnStatement value:(member object:identifier'this' name:name'b')))) statement:(method name:name'n' type:type'void')))
      """)
  }

  @Test func `Interfaces, enums, aliases and namespaces are declarations`() {
    expectScript(
      """
      interface P extends cdk.StackProps, Q<A> { readonly a?: string; f(x: number): void; [k: string]: any }
      enum E { A = 'a', B }
      type T = { a: string } | ((x: A) => B)[];
      namespace n { const x = 1; }
      declare module 'm';
      """, .typeScript,
      """
      (interfaceDeclaration name:name'P' base:(member object:identifier'cdk' name:name'StackProps') base:identifier'Q' body:(block statement:(field[optional,const] name:name'a' type:type'string') statement:(method name:name'f' parameter:(parameter name:name'x' type:type'number') type:type'void') statement:(field[computed] name:identifier'k' key:type'string' type:type'any')))
      (enumDeclaration name:name'E' body:(block statement:(enumMember name:name'A' value:string''a'') statement:(enumMember name:name'B')))
      (typeAlias name:name'T' type:type'{ a: string } | ((x: A) => B)[]')
      (namespace name:identifier'n' body:(block statement:(variable[const] target:identifier'x' value:number'1')))
      (namespace name:string''m'')
      """)
  }

  @Test func `A construct call has its callee, arguments and properties`() {
    expectScript(
      """
      const b = new s3.Bucket<A, B<C>>(this, 'id', { versioned: true, ...rest, [k]: 1, 'q': 2, short, m() {}, get g() { return 1; } });
      """, .typeScript,
      """
      (variable[const] target:identifier'b' value:(call[new] callee:(member object:identifier's3' name:name'Bucket') argument:identifier'this' argument:string''id'' argument:(object member:(pair key:name'versioned' value:boolean'true') member:(spread.spread value:identifier'rest') member:(pair[computed] key:identifier'k' value:number'1') member:(pair key:string''q'' value:number'2') member:(shorthand name:name'short') member:(method name:name'm' body:block'{}') member:(accessor name:name'g' body:(block statement:(returnStatement value:number'1'))))))
      """)
  }

  @Test func `Variables may be destructured, typed and several`() {
    expectScript(
      """
      const { a, b: c = 1, ...r }: T = p, [d, , e] = q;
      let u: string;
      """, .typeScript,
      """
      (variable[const] target:(object member:(shorthand name:name'a') member:(pair key:name'b' value:(assignment.assign target:identifier'c' value:number'1')) member:(spread.spread value:identifier'r')) type:type'T' value:identifier'p')
      (variable[const] target:(list element:identifier'd' element:identifier'e') value:identifier'q')
      (variable target:identifier'u' type:type'string')
      """)
  }

  @Test func `Arrow functions are told from conditions and parentheses`() {
    expectScript(
      """
      x = a => b;
      x = (a: T, { b }: U = {}): Promise<V> => { return b; };
      x = async (a) => await a;
      x = c ? (a) : b;
      x = c ? (a) => 1 : (b);
      x = <T>(a: T) => a;
      """, .typeScript,
      """
      (expressionStatement value:(assignment.assign target:identifier'x' value:(lambda parameter:(parameter name:name'a') body:identifier'b')))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(lambda parameter:(parameter name:name'a' type:type'T') parameter:(parameter target:(object member:(shorthand name:name'b')) type:type'U' value:object'{}') type:type'Promise<V>' body:(block statement:(returnStatement value:identifier'b')))))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(lambda[async] parameter:(parameter name:name'a') body:(await value:identifier'a'))))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(conditional condition:identifier'c' then:(parenthesized value:identifier'a') otherwise:identifier'b')))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(conditional condition:identifier'c' then:(lambda parameter:(parameter name:name'a') body:number'1') otherwise:(parenthesized value:identifier'b'))))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(lambda parameter:(parameter name:name'a' type:type'T') body:identifier'a')))
      """)
  }

  @Test func `Operators bind by precedence`() {
    expectScript(
      """
      a + b * c ** d ** e - f;
      a && b || c ?? d;
      a < b && c > d;
      x = y += 1 >>> 2 >= 3;
      !a.b as C;
      typeof a === 'b' ? -1 : i++;
      """, .typeScript,
      """
      (expressionStatement value:(binary.subtract left:(binary.add left:identifier'a' right:(binary.multiply left:identifier'b' right:(binary.power left:identifier'c' right:(binary.power left:identifier'd' right:identifier'e')))) right:identifier'f'))
      (expressionStatement value:(binary.coalesce left:(binary.or left:(binary.and left:identifier'a' right:identifier'b') right:identifier'c') right:identifier'd'))
      (expressionStatement value:(binary.and left:(binary.less left:identifier'a' right:identifier'b') right:(binary.greater left:identifier'c' right:identifier'd')))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(assignment.add target:identifier'y' value:(binary.greaterOrEqual left:(binary.unsignedShiftRight left:number'1' right:number'2') right:number'3'))))
      (expressionStatement value:(cast value:(unary.not value:(member object:identifier'a' name:name'b')) type:type'C'))
      (expressionStatement value:(conditional condition:(binary.strictEqual left:(unary.typeOf value:identifier'a') right:string''b'') then:(unary.subtract value:number'1') otherwise:(unary.increment value:identifier'i')))
      """)
  }

  @Test func `Members, indices, calls and assertions chain`() {
    expectScript(
      """
      a?.b!.c[0]?.(d).e<F>(g)?.[h];
      new A().b;
      new A;
      (<T>a).b as const;
      """, .typeScript,
      """
      (expressionStatement value:(index[optional] object:(call callee:(member object:(call[optional] callee:(index object:(member object:(nonNull value:(member[optional] object:identifier'a' name:name'b')) name:name'c') index:number'0') argument:identifier'd') name:name'e') argument:identifier'g') index:identifier'h'))
      (expressionStatement value:(member object:(call[new] callee:identifier'A') name:name'b'))
      (expressionStatement value:(call[new] callee:identifier'A'))
      (expressionStatement value:(cast value:(member object:(parenthesized value:(cast type:type'T' value:identifier'a')) name:name'b') type:type'const'))
      """)
  }

  @Test func `Templates hold texts and holes, nested too`() {
    expectScript(
      """
      `a${b}c${`d${e}`}`;
      `plain`;
      pulumi.interpolate`${x.arn}/*`;
      """, .typeScript,
      """
      (expressionStatement value:(template part:templateText'a' hole:identifier'b' part:templateText'c' hole:(template part:templateText'd' hole:identifier'e')))
      (expressionStatement value:string'`plain`')
      (expressionStatement value:(taggedTemplate callee:(member object:identifier'pulumi' name:name'interpolate') value:(template hole:(member object:identifier'x' name:name'arn') part:templateText'/*')))
      """)
  }

  @Test func `A slash is a division behind a value and a regular expression elsewhere`() {
    expectScript(
      #"""
      a / b / c;
      x = /a[/]\/b/gi.test(y);
      """#, .typeScript,
      #"""
      (expressionStatement value:(binary.divide left:(binary.divide left:identifier'a' right:identifier'b') right:identifier'c'))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(call callee:(member object:regex'/a[/]\/b/gi' name:name'test') argument:identifier'y')))
      """#)
  }

  @Test func `Control flow keeps conditions, targets and branches`() {
    expectScript(
      """
      if (a) b; else if (c) { d; } else e;
      for (const [k, v] of xs) { f(k); }
      for (let i = 0, j = 1; i < 3; i++) f(i);
      for (const k in o) ;
      while (a) b;
      do { c; } while (d);
      switch (x) { case 'a': case 'b': f(); break; default: g(); }
      try { a(); } catch (e: any) { b(); } finally { c(); }
      throw new Error('x');
      """, .typeScript,
      """
      (ifStatement condition:identifier'a' then:(expressionStatement value:identifier'b') otherwise:(ifStatement condition:identifier'c' then:(block statement:(expressionStatement value:identifier'd')) otherwise:(expressionStatement value:identifier'e')))
      (forEach target:(list[const] element:identifier'k' element:identifier'v') value:identifier'xs' body:(block statement:(expressionStatement value:(call callee:identifier'f' argument:identifier'k'))))
      (forStatement initializer:(variable target:identifier'i' value:number'0') initializer:(variable target:identifier'j' value:number'1') condition:(binary.less left:identifier'i' right:number'3') update:(unary.increment value:identifier'i') body:(expressionStatement value:(call callee:identifier'f' argument:identifier'i')))
      (forEach target:identifier[const]'k' value:identifier'o')
      (whileStatement condition:identifier'a' body:(expressionStatement value:identifier'b'))
      (whileStatement body:(block statement:(expressionStatement value:identifier'c')) condition:identifier'd')
      (switchStatement value:identifier'x' clause:(switchCase value:string''a'') clause:(switchCase value:string''b'' statement:(expressionStatement value:(call callee:identifier'f')) statement:jump'break') clause:(switchCase statement:(expressionStatement value:(call callee:identifier'g'))))
      (tryStatement body:(block statement:(expressionStatement value:(call callee:identifier'a'))) clause:(catchClause target:identifier'e' type:type'any' body:(block statement:(expressionStatement value:(call callee:identifier'b')))) finally:(block statement:(expressionStatement value:(call callee:identifier'c'))))
      (throwStatement value:(call[new] callee:identifier'Error' argument:string''x''))
      """)
  }

  @Test func `Types are one leaf each`() {
    expectScript(
      """
      let a: Record<string, () => void>;
      let b: typeof import('m')[];
      let c: A extends B ? C : D;
      function f(x: unknown): x is T {}
      const d = x satisfies Y<Z>;
      """, .typeScript,
      """
      (variable target:identifier'a' type:type'Record<string, () => void>')
      (variable target:identifier'b' type:type'typeof import('m')[]')
      (variable target:identifier'c' type:type'A extends B ? C : D')
      (function name:name'f' parameter:(parameter name:name'x' type:type'unknown') type:type'x is T' body:block'{}')
      (variable[const] target:identifier'd' value:(cast value:identifier'x' type:type'Y<Z>'))
      """)
  }

  @Test func `Elisions stand where something is left out`() {
    expectScript(
      """
      f(a, ...);
      x = { a: 1, ... };
      ...
      """, .typeScript,
      """
      (expressionStatement value:(call callee:identifier'f' argument:identifier'a' argument:elision'...'))
      (expressionStatement value:(assignment.assign target:identifier'x' value:(object member:(pair key:name'a' value:number'1') member:elision'...')))
      elision'...'
      """, problems: ["elision 5..8", "elision 23..26", "elision 30..33"])
  }

  @Test func `Members of an object may stand alone`() {
    expectScript(
      """
      bucketName: 'x',
      tags: { a: 1 },
      'q': 2,
      ...rest,
      """, .typeScript,
      """
      (pair key:name'bucketName' value:string''x'')
      (pair key:name'tags' value:(object member:(pair key:name'a' value:number'1')))
      (pair key:string''q'' value:number'2')
      (spread.spread value:identifier'rest')
      """)
  }

  @Test func `Members of a class may stand alone`() {
    expectScript(
      """
      private readonly x: string;
      constructor(scope: Construct) { f(); }
      async m(a: string): Promise<void> { g(); }
      n(): void { g(); }
      """, .typeScript,
      """
      (field[const,private] name:name'x' type:type'string')
      (constructor name:name'constructor' parameter:(parameter name:name'scope' type:type'Construct') body:(block statement:(expressionStatement value:(call callee:identifier'f'))))
      (method[async] name:name'm' parameter:(parameter name:name'a' type:type'string') type:type'Promise<void>' body:(block statement:(expressionStatement value:(call callee:identifier'g'))))
      (method name:name'n' type:type'void' body:(block statement:(expressionStatement value:(call callee:identifier'g'))))
      """)
  }

  @Test func `An object literal may stand alone`() {
    expectScript(
      """
      { "name": "x", "deps": [] }
      """, .typeScript,
      """
      (expressionStatement value:(object member:(pair key:string'"name"' value:string'"x"') member:(pair key:string'"deps"' value:list'[]')))
      """)
  }

  @Test func `Line breaks end statements where a semicolon is missing`() {
    expectScript(
      """
      const a = 1
      const b = a
      f()
      return
      x
      """, .typeScript,
      """
      (variable[const] target:identifier'a' value:number'1')
      (variable[const] target:identifier'b' value:identifier'a')
      (expressionStatement value:(call callee:identifier'f'))
      returnStatement'return'
      (expressionStatement value:identifier'x')
      """)
  }
}
