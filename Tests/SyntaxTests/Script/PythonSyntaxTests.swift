import Testing

@testable import Syntax

struct PythonSyntaxTests {
  @Test func `Imports keep modules, names and aliases`() {
    expectScript(
      """
      import os, a.b as c
      from aws_cdk import (
          aws_s3 as s3,
          Stack,
      )
      from .. import x
      from y import *
      """, .python,
      """
      (importDeclaration module:name'os')
      (importDeclaration module:name'a.b' alias:name'c')
      (importDeclaration module:name'aws_cdk' member:(importName name:name'aws_s3' alias:name's3') member:(importName name:name'Stack'))
      (importDeclaration module:name'..' member:(importName name:name'x'))
      (importDeclaration module:name'y' member:importWildcard'*')
      """)
  }

  @Test func `A class has bases, fields, a constructor and decorated methods`() {
    expectScript(
      #"""
      @dec(1)
      class S(Stack, metaclass=M):
          """doc"""
          x: int = 3
          y = 4
          def __init__(self, scope: Construct, id: str, /, *, n: Optional[List[str]] = None, **kw) -> None:
              super().__init__(scope, id, **kw)
          @property
          async def p(self): return 1
      """#, .python,
      #"""
      (classDeclaration decorator:(decorator value:(call callee:identifier'dec' argument:number'1')) name:name'S' base:identifier'Stack' base:(keywordArgument name:name'metaclass' value:identifier'M') body:(block statement:(expressionStatement value:string'"""doc"""') statement:(field name:name'x' type:type'int' value:number'3') statement:(field name:name'y' value:number'4') statement:(constructor name:name'__init__' parameter:(parameter name:name'self') parameter:(parameter name:name'scope' type:type'Construct') parameter:(parameter name:name'id' type:type'str') parameter:parameter.divide'/' parameter:parameter.spread'*' parameter:(parameter name:name'n' type:type'Optional[List[str]]' value:null'None') parameter:(parameter.keywordSpread name:name'kw') type:type'None' body:(block statement:(expressionStatement value:(call callee:(member object:(call callee:identifier'super') name:name'__init__') argument:identifier'scope' argument:identifier'id' argument:(spread.keywordSpread value:identifier'kw'))))) statement:(method[async] decorator:(decorator value:identifier'property') name:name'p' parameter:(parameter name:name'self') body:(block statement:(returnStatement value:number'1')))))
      """#)
  }

  @Test func `A construct call has positional and keyword arguments`() {
    expectScript(
      """
      bucket = s3.Bucket(self, "id", versioned=True, tags={"a": 1, **t, k: 2}, *xs)
      """, .python,
      """
      (variable target:identifier'bucket' value:(call callee:(member object:identifier's3' name:name'Bucket') argument:identifier'self' argument:string'"id"' argument:(keywordArgument name:name'versioned' value:boolean'True') argument:(keywordArgument name:name'tags' value:(object member:(pair key:string'"a"' value:number'1') member:(spread.keywordSpread value:identifier't') member:(pair[computed] key:identifier'k' value:number'2'))) argument:(spread.spread value:identifier'xs')))
      """)
  }

  @Test func `Names are variables and members are assignments`() {
    expectScript(
      """
      a: int = 1
      self.b = a
      a, *b = c = 1, 2
      d[0] += 3
      """, .python,
      """
      (variable target:identifier'a' type:type'int' value:number'1')
      (assignment.assign target:(member object:identifier'self' name:name'b') value:identifier'a')
      (variable target:(tuple element:identifier'a' element:(spread.spread value:identifier'b')) value:(assignment.assign target:identifier'c' value:(tuple element:number'1' element:number'2')))
      (assignment.add target:(index object:identifier'd' index:number'0') value:number'3')
      """)
  }

  @Test func `Formatted strings hold texts and holes`() {
    expectScript(
      #"""
      f"a{b!r:>{w}}c{d['e']}"
      f'{{x}}'
      rf"\d{x=}"
      "a" 'b' f"{c}"
      f"""x{
        y}"""
      """#, .python,
      #"""
      (expressionStatement value:(template part:templateText'a' hole:identifier'b' part:templateText'c' hole:(index object:identifier'd' index:string''e'')))
      (expressionStatement value:string'f'{{x}}'')
      (expressionStatement value:(template part:templateText'\d' hole:identifier'x'))
      (expressionStatement value:(concatenation element:string'"a"' element:string''b'' element:(template hole:identifier'c')))
      (expressionStatement value:(template part:templateText'x' hole:identifier'y'))
      """#)
  }

  @Test func `Operators bind by precedence`() {
    expectScript(
      """
      not a in b and c is not d or e not in f
      -a ** b @ c // d
      a < b < c
      x if y else z if q else w
      (y := f(x))
      lambda a, *b, c=1: a + c
      """, .python,
      """
      (expressionStatement value:(binary.or left:(binary.and left:(unary.not value:(binary.in left:identifier'a' right:identifier'b')) right:(binary.isNot left:identifier'c' right:identifier'd')) right:(binary.notIn left:identifier'e' right:identifier'f')))
      (expressionStatement value:(binary.matrixMultiply left:(unary.subtract value:(binary.power left:identifier'a' right:identifier'b')) right:(binary.floorDivide left:identifier'c' right:identifier'd')))
      (expressionStatement value:(binary.less left:(binary.less left:identifier'a' right:identifier'b') right:identifier'c'))
      (expressionStatement value:(conditional then:identifier'x' condition:identifier'y' otherwise:(conditional then:identifier'z' condition:identifier'q' otherwise:identifier'w')))
      (expressionStatement value:(parenthesized value:(assignment.assign target:identifier'y' value:(call callee:identifier'f' argument:identifier'x'))))
      (expressionStatement value:(lambda parameter:(parameter name:name'a') parameter:(parameter.spread name:name'b') parameter:(parameter name:name'c' value:number'1') body:(binary.add left:identifier'a' right:identifier'c')))
      """)
  }

  @Test func `Lists, tuples, sets and dictionaries have comprehensions`() {
    expectScript(
      """
      [a for a, b in c if d if e]
      {k: v for k, v in x.items()}
      {a, b}
      (a for b in c)
      f(x for x in y)
      (1,)
      ()
      a[1:2, ::3]
      """, .python,
      """
      (expressionStatement value:(comprehension element:identifier'a' clause:(comprehensionFor target:(tuple element:identifier'a' element:identifier'b') value:identifier'c') clause:(comprehensionIf condition:identifier'd') clause:(comprehensionIf condition:identifier'e')))
      (expressionStatement value:(comprehension element:(pair[computed] key:identifier'k' value:identifier'v') clause:(comprehensionFor target:(tuple element:identifier'k' element:identifier'v') value:(call callee:(member object:identifier'x' name:name'items')))))
      (expressionStatement value:(set element:identifier'a' element:identifier'b'))
      (expressionStatement value:(comprehension element:identifier'a' clause:(comprehensionFor target:identifier'b' value:identifier'c')))
      (expressionStatement value:(call callee:identifier'f' argument:(comprehension element:identifier'x' clause:(comprehensionFor target:identifier'x' value:identifier'y'))))
      (expressionStatement value:(tuple element:number'1'))
      (expressionStatement value:tuple'()')
      (expressionStatement value:(index object:identifier'a' index:(slice element:number'1' element:number'2') index:(slice element:number'3')))
      """)
  }

  @Test func `Control flow keeps conditions, targets and branches`() {
    expectScript(
      """
      if a:
          b
      elif c: d
      else:
          e
      for i, (k, v) in enumerate(x):
          continue
      else:
          pass
      while a: b; c
      with open(p) as f, g():
          h
      try:
          a
      except (A, B) as e:
          raise C(e) from e
      finally:
          del d
      assert a, "b"
      global g, h
      """, .python,
      """
      (ifStatement condition:identifier'a' then:(block statement:(expressionStatement value:identifier'b')) otherwise:(ifStatement condition:identifier'c' then:(block statement:(expressionStatement value:identifier'd')) otherwise:(block statement:(expressionStatement value:identifier'e'))))
      (forEach target:(tuple element:identifier'i' element:(tuple element:identifier'k' element:identifier'v')) value:(call callee:identifier'enumerate' argument:identifier'x') body:(block statement:jump'continue') otherwise:(block statement:empty'pass'))
      (whileStatement condition:identifier'a' body:(block statement:(expressionStatement value:identifier'b') statement:(expressionStatement value:identifier'c')))
      (withStatement initializer:(withItem value:(call callee:identifier'open' argument:identifier'p') target:identifier'f') initializer:(withItem value:(call callee:identifier'g')) body:(block statement:(expressionStatement value:identifier'h')))
      (tryStatement body:(block statement:(expressionStatement value:identifier'a')) clause:(catchClause type:type'(A, B)' target:identifier'e' body:(block statement:(throwStatement value:(call callee:identifier'C' argument:identifier'e') argument:identifier'e'))) finally:(block statement:(expressionStatement value:(unary.delete value:identifier'd'))))
      (expressionStatement value:(unary.assert value:(tuple element:identifier'a' element:string'"b"')))
      (scopeDeclaration name:name'g' name:name'h')
      """)
  }

  @Test func `A match has cases with patterns and guards`() {
    expectScript(
      """
      match x:
          case {"a": 1} if y:
              pass
          case _: z
      """, .python,
      """
      (switchStatement value:identifier'x' clause:(switchCase value:(object member:(pair key:string'"a"' value:number'1')) condition:identifier'y' body:(block statement:empty'pass')) clause:(switchCase value:identifier'_' body:(block statement:(expressionStatement value:identifier'z'))))
      """)
  }

  @Test func `Awaiting and yielding are values`() {
    expectScript(
      """
      async def f():
          x = await g(*a)
          yield x
          yield from y
      """, .python,
      """
      (function[async] name:name'f' body:(block statement:(variable target:identifier'x' value:(await value:(call callee:identifier'g' argument:(spread.spread value:identifier'a')))) statement:(expressionStatement value:(yield value:identifier'x')) statement:(expressionStatement value:(yield.yieldFrom value:identifier'y'))))
      """)
  }

  @Test func `Elisions stand where something is left out`() {
    expectScript(
      """
      f(a, ...)
      def g():
          ...
      ...
      x: Tuple[int, ...] = ...
      """, .python,
      """
      (expressionStatement value:(call callee:identifier'f' argument:identifier'a' argument:elision'...'))
      (function name:name'g' body:(block statement:elision'...'))
      elision'...'
      (variable target:identifier'x' type:type'Tuple[int, ...]' value:ellipsis'...')
      """, problems: ["elision 5..8", "elision 23..26", "elision 27..30"])
  }

  @Test func `Lines of a method may stand without their class`() {
    expectScript(
      """
          def m(self):
              self.x = 1

          self.y = 2
      """, .python,
      """
      (method name:name'm' parameter:(parameter name:name'self') body:(block statement:(assignment.assign target:(member object:identifier'self' name:name'x') value:number'1')))
      (assignment.assign target:(member object:identifier'self' name:name'y') value:number'2')
      """)
  }

  @Test func `Keyword arguments and members may stand alone`() {
    expectScript(
      """
      versioned=True,
      "key": value,
      """, .python,
      """
      (keywordArgument name:name'versioned' value:boolean'True')
      (pair key:string'"key"' value:identifier'value')
      """)
  }

  @Test func `An indentation that no block asks for belongs to the block around it`() {
    expectScript(
      """
      a = 1
        b = 2
      c = 3
      """, .python,
      """
      (variable target:identifier'a' value:number'1')
      (variable target:identifier'b' value:number'2')
      (variable target:identifier'c' value:number'3')
      """)
  }

  @Test func `Tabs and spaces may be mixed`() {
    expectScript(
      """
      if a:
      	b
              c
      d
      """, .python,
      """
      (ifStatement condition:identifier'a' then:(block statement:(expressionStatement value:identifier'b') statement:(expressionStatement value:identifier'c')))
      (expressionStatement value:identifier'd')
      """)
  }
}
