import Testing

@testable import Syntax

struct GoSyntaxTests {
  @Test func `Imports keep modules and aliases`() {
    expectScript(
      """
      package main
      import "fmt"
      import (
      	ec2 "x/ec2"
      	. "dot"
      	_ "blank"
      )
      """, .go,
      """
      (packageDeclaration module:name'main')
      (importDeclaration module:string'"fmt"')
      (importDeclaration alias:name'ec2' module:string'"x/ec2"')
      (importDeclaration member:importWildcard'.' module:string'"dot"')
      (importDeclaration alias:name'_' module:string'"blank"')
      """)
  }

  @Test func `Structs and interfaces have fields and methods`() {
    expectScript(
      """
      type P struct {
      	awscdk.StackProps
      	*Foo
      	A, B *string `json:"a"`
      }
      type I interface { M(a int) error }
      type M map[string][]T
      type G[T any] struct { x T }
      type ( A = B )
      """, .go,
      """
      (structDeclaration name:name'P' body:(block statement:(field type:type'awscdk.StackProps') statement:(field type:type'*Foo') statement:(field name:name'A' name:name'B' type:type'*string' value:string'`json:"a"`')))
      (interfaceDeclaration name:name'I' body:(block statement:(method name:name'M' parameter:(parameter name:name'a' type:type'int') type:type'error')))
      (typeAlias name:name'M' type:type'map[string][]T')
      (structDeclaration name:name'G' body:(block statement:(field name:name'x' type:type'T')))
      (typeAlias name:name'A' type:type'B')
      """)
  }

  @Test func `Functions have receivers, parameters and results`() {
    expectScript(
      """
      func New(scope constructs.Construct, id, z string, props *P, xs ...int) (*S, error) { return nil, nil }
      func (r *T) M[K comparable]() map[string]int {}
      func F() func(int) error {}
      """, .go,
      """
      (function name:name'New' parameter:(parameter name:name'scope' type:type'constructs.Construct') parameter:(parameter name:name'id') parameter:(parameter name:name'z' type:type'string') parameter:(parameter name:name'props' type:type'*P') parameter:(parameter.spread name:name'xs' type:type'...int') type:type'(*S, error)' body:(block statement:(returnStatement value:(tuple element:null'nil' element:null'nil'))))
      (method receiver:(parameter name:name'r' type:type'*T') name:name'M' type:type'map[string]int' body:block'{}')
      (function name:name'F' type:type'func(int) error' body:block'{}')
      """)
  }

  @Test func `A construct call has a struct with its members`() {
    expectScript(
      """
      b := awss3.NewBucket(stack, jsii.String("id"), &awss3.BucketProps{
      	Versioned: jsii.Bool(true),
      	Tags: map[string]*string{"a": &x},
      	L: []Foo{{A: 1}, {2}},
      })
      """, .go,
      """
      (variable target:identifier'b' value:(call callee:(member object:identifier'awss3' name:name'NewBucket') argument:identifier'stack' argument:(call callee:(member object:identifier'jsii' name:name'String') argument:string'"id"') argument:(unary.addressOf value:(composite type:type'awss3.BucketProps' member:(pair key:name'Versioned' value:(call callee:(member object:identifier'jsii' name:name'Bool') argument:boolean'true')) member:(pair key:name'Tags' value:(composite type:type'map[string]*string' member:(pair key:string'"a"' value:(unary.addressOf value:identifier'x')))) member:(pair key:name'L' value:(composite type:type'[]Foo' element:(composite member:(pair key:name'A' value:number'1')) element:(composite element:number'2')))))))
      """)
  }

  @Test func `Variables are declared in three ways`() {
    expectScript(
      """
      var a, b int = 1, 2
      const (
      	X = iota
      	Y
      )
      c, err := f()
      c = *d
      e.f += 1
      i++
      """, .go,
      """
      (variable target:(tuple element:identifier'a' element:identifier'b') type:type'int' value:(tuple element:number'1' element:number'2'))
      (variable[const] target:identifier'X' value:identifier'iota')
      (variable[const] target:identifier'Y')
      (variable target:(tuple element:identifier'c' element:identifier'err') value:(call callee:identifier'f'))
      (assignment.assign target:identifier'c' value:(unary.dereference value:identifier'd'))
      (assignment.add target:(member object:identifier'e' name:name'f') value:number'1')
      (expressionStatement value:(unary.increment value:identifier'i'))
      """)
  }

  @Test func `Control flow keeps initializers and conditions`() {
    expectScript(
      """
      if err := f(); err != nil { return err } else if x { y() }
      for i := 0; i < 3; i++ {}
      for k, v := range []string{"a"} { f(k) }
      for range ch {}
      for x < 1 {}
      for { break }
      switch v := x.(type) { case int, *T: f(); default: g() }
      select { case m := <-ch: ch <- 1; case <-d: }
      """, .go,
      """
      (ifStatement initializer:(variable target:identifier'err' value:(call callee:identifier'f')) condition:(binary.notEqual left:identifier'err' right:null'nil') then:(block statement:(returnStatement value:identifier'err')) otherwise:(ifStatement condition:identifier'x' then:(block statement:(expressionStatement value:(call callee:identifier'y')))))
      (forStatement initializer:(variable target:identifier'i' value:number'0') condition:(binary.less left:identifier'i' right:number'3') update:(unary.increment value:identifier'i') body:block'{}')
      (forEach target:(tuple element:identifier'k' element:identifier'v') value:(composite type:type'[]string' element:string'"a"') body:(block statement:(expressionStatement value:(call callee:identifier'f' argument:identifier'k'))))
      (forEach value:identifier'ch' body:block'{}')
      (whileStatement condition:(binary.less left:identifier'x' right:number'1') body:block'{}')
      (whileStatement body:(block statement:jump'break'))
      (switchStatement value:(variable target:identifier'v' value:(cast value:identifier'x' type:type'type')) clause:(switchCase value:identifier'int' value:(unary.dereference value:identifier'T') statement:(expressionStatement value:(call callee:identifier'f'))) clause:(switchCase statement:(expressionStatement value:(call callee:identifier'g'))))
      (switchStatement clause:(switchCase value:(variable target:identifier'm' value:(unary.receive value:identifier'ch')) statement:(expressionStatement value:(binary.send left:identifier'ch' right:number'1'))) clause:(switchCase value:(unary.receive value:identifier'd')))
      """)
  }

  @Test func `Functions are values, and calls are deferred`() {
    expectScript(
      """
      defer func() { go x() }()
      pulumi.Run(func(ctx *pulumi.Context) error { return nil })
      f(xs...)
      """, .go,
      """
      (expressionStatement value:(unary.defer value:(call callee:(lambda body:(block statement:(expressionStatement value:(unary.go value:(call callee:identifier'x'))))))))
      (expressionStatement value:(call callee:(member object:identifier'pulumi' name:name'Run') argument:(lambda parameter:(parameter name:name'ctx' type:type'*pulumi.Context') type:type'error' body:(block statement:(returnStatement value:null'nil')))))
      (expressionStatement value:(call callee:identifier'f' argument:(spread.spread value:identifier'xs')))
      """)
  }

  @Test func `Operators bind by precedence`() {
    expectScript(
      """
      a + b<<1&^c == d || e && !f
      x.(pulumi.String)
      make([]string, 0)
      []byte("x")
      s[1:2]
      m["a"].b[0]()
      """, .go,
      """
      (expressionStatement value:(binary.or left:(binary.equal left:(binary.add left:identifier'a' right:(binary.bitClear left:(binary.shiftLeft left:identifier'b' right:number'1') right:identifier'c')) right:identifier'd') right:(binary.and left:identifier'e' right:(unary.not value:identifier'f'))))
      (expressionStatement value:(cast value:identifier'x' type:type'pulumi.String'))
      (expressionStatement value:(call callee:identifier'make' argument:type'[]string' argument:number'0'))
      (expressionStatement value:(call callee:type'[]byte' argument:string'"x"'))
      (expressionStatement value:(index object:identifier's' index:(slice element:number'1' element:number'2')))
      (expressionStatement value:(call callee:(index object:(member object:(index object:identifier'm' index:string'"a"') name:name'b') index:number'0')))
      """)
  }

  @Test func `A brace behind a condition opens the block`() {
    expectScript(
      """
      if a == b { c() }
      for _, x := range y { z() }
      """, .go,
      """
      (ifStatement condition:(binary.equal left:identifier'a' right:identifier'b') then:(block statement:(expressionStatement value:(call callee:identifier'c'))))
      (forEach target:(tuple element:identifier'_' element:identifier'x') value:identifier'y' body:(block statement:(expressionStatement value:(call callee:identifier'z'))))
      """)
  }

  @Test func `Members of a struct literal may stand alone`() {
    expectScript(
      """
      Versioned: jsii.Bool(true),
      "a": b,
      """, .go,
      """
      (pair key:name'Versioned' value:(call callee:(member object:identifier'jsii' name:name'Bool') argument:boolean'true'))
      (pair key:string'"a"' value:identifier'b')
      """)
  }

  @Test func `Raw strings and runes are strings`() {
    expectScript(
      """
      x := `a "b"
      c`
      y := 'z'
      """, .go,
      """
      (variable target:identifier'x' value:string'`a "b"
      c`')
      (variable target:identifier'y' value:string''z'')
      """)
  }
}
