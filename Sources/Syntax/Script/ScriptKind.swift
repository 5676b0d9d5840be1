extension ScriptTree {
  /// What a node is, in words that fit all languages; its children and their roles stand behind it.
  ///
  /// A child in brackets may be missing, a star marks any number. Every part that a construct is made of has a
  /// `Role`, so a reader asks for `child(of: id, .value)` and never counts children.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// The whole text: statements.
    case file
    /// A part that was skipped; a `SourceProblem` with the same range says why.
    case error
    /// `...` in place of left-out statements, members, arguments or elements.
    case elision

    // Declarations

    /// `package app;`: module.
    case packageDeclaration
    /// One imported module: module, [alias], `importName`*, `importDefault`, `importNamespace`, `importWildcard`.
    /// `import a, b` in Python and `import ( … )` in Go give one node a module; Java's `import a.B` has the
    /// module `a` and the name `B`.
    case importDeclaration
    /// `export { a as b } from 'm'`, `export * from 'm'`: [module], `importName`*, [`importWildcard`].
    case exportDeclaration
    /// name, [alias]
    case importName
    /// `import x from 'm'`: name.
    case importDefault
    /// `import * as x from 'm'`: name.
    case importNamespace
    /// `*`, or the `.` of Go.
    case importWildcard
    /// decorator*, [name], base*, [body]; also as an expression. Python's keyword bases are keyword arguments.
    case classDeclaration
    /// decorator*, name, base*, [body]; Go: `type X interface { … }`.
    case interfaceDeclaration
    /// Go's `type X struct { … }`, Java's `record X(…)`: decorator*, name, parameter*, base*, [body].
    case structDeclaration
    /// decorator*, name, base*, body
    case enumDeclaration
    /// name, [value], argument* (Java)
    case enumMember
    /// `type X = …`: name, type.
    case typeAlias
    /// `namespace x { … }`: name, body.
    case namespace
    /// decorator*, name, [type], [value]; in classes, interfaces and structs. A Go field that embeds a type has
    /// no name. In a Python class body every assignment to a name is a field.
    case field
    /// decorator*, name, parameter*, [type], [body]
    case function
    /// decorator*, [receiver] (Go), name, parameter*, [type], [body]; in classes, objects and interfaces.
    case method
    /// `constructor`, `__init__`, Java constructors: decorator*, name, parameter*, [body].
    case constructor
    /// `get x()` and `set x(v)`: as `method`.
    case accessor
    /// parameter*, [name], [type], body; the body is a block or an expression. Arrow functions, `function` and
    /// `func` as expressions, Python's and Java's lambdas.
    case lambda
    /// decorator*, name or target (a pattern), [type], [value] as default. The operator is `spread` or
    /// `keywordSpread` for the parameter that takes the rest.
    case parameter
    /// The children's expression is the decorator without its `@`: value.
    case decorator
    /// One variable: target, [type], [value]. Several targets are one `tuple`. `const a = 1, b = 2` gives two
    /// nodes. In Python: an assignment to a name or a tuple of names; in Go: `var`, `const`, `:=`.
    case variable

    // Statements

    /// value; the only statement around a bare expression.
    case expressionStatement
    /// target, value; the operator is `assign` for `=`, `add` for `+=`. Also as an expression.
    case assignment
    /// [value]
    case returnStatement
    /// value
    case throwStatement
    /// `break`, `continue`, `goto`, `fallthrough`: [name].
    case jump
    /// `pass`, `debugger`.
    case empty
    /// `global x`, `nonlocal x`: name*.
    case scopeDeclaration
    /// [initializer] (Go), condition, then, [otherwise]
    case ifStatement
    /// [initializer], [condition], [update], body
    case forStatement
    /// [target], value (what is walked through), body, [otherwise]
    case forEach
    /// condition, body, [otherwise]; `do … while` is the same with the body first.
    case whileStatement
    /// [initializer], [value], `switchCase`*; also as an expression, for Python's `match` and Go's `select`.
    case switchStatement
    /// value* (none for the default), [condition], statements or one body.
    case switchCase
    /// initializer* (Java's resources), body, `catchClause`*, [otherwise], [finally]
    case tryStatement
    /// [type], [target], body
    case catchClause
    /// `withItem`*, body
    case withStatement
    /// value, [target]
    case withItem
    /// Statements, or the members of a class.
    case block

    // Expressions

    /// A name that is looked up, `this`, `self` and `super` included.
    case identifier
    /// A name that is declared, or selects a member, an argument or a key.
    case name
    /// object, name; the operator is `methodReference` for Java's `::`.
    case member
    /// object, index*
    case index
    /// `a:b:c` inside an index: element*.
    case slice
    /// callee, argument*, [body] (Java's anonymous class)
    case call
    /// `tag` + template: callee, value.
    case taggedTemplate
    /// name, value
    case keywordArgument
    /// `...x`, `*x`, `**x`: value; the operator is `spread` or `keywordSpread`.
    case spread
    /// `pair`*, `shorthand`*, `spread`*, `method`*, `accessor`*, all with the role `member`.
    case object
    /// key (a name, a string or any expression), value.
    case pair
    /// `{ a }`, with `= b` as default in a pattern: name, [value].
    case shorthand
    /// element*
    case list
    /// element*; with or without parentheses.
    case tuple
    /// element*
    case set
    /// Go's `T{…}`, Java's `new T[]{…}` and `{…}`: [type], `pair` with the role `member` or element*.
    case composite
    /// A string without holes; see `string(of:)`.
    case string
    /// A string with holes: `templateText` with the role `part` and expressions with the role `hole`.
    case template
    case templateText
    /// Python's adjacent strings: element*.
    case concatenation
    case number
    case boolean
    /// `null`, `undefined`, `None`, `nil`.
    case null
    case regex
    /// `...` as a value.
    case ellipsis
    /// value; see the operator. `++` and `--` may stand behind the value.
    case unary
    /// left, right
    case binary
    /// condition, then, otherwise
    case conditional
    /// value
    case await
    /// [value]
    case yield
    /// value, type: `x as T`, `<T>x`, `(T) x`, `x.(T)`.
    case cast
    /// `x!`: value.
    case nonNull
    /// element, `comprehensionFor`* and `comprehensionIf`*; the element of a dictionary is a `pair`.
    case comprehension
    /// target, value
    case comprehensionFor
    /// condition
    case comprehensionIf
    /// value
    case parenthesized
    /// A type as written; it has no children.
    case type
  }

  /// What a node is to its parent.
  package enum Role: UInt8, Sendable, CaseIterable {
    case none
    case statement, module, alias, name, base, decorator, parameter, receiver, type
    case target, value, body, condition, then, otherwise, finally, initializer, update
    case object, index, callee, argument, member, key, element, part, hole, left, right, clause
  }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    /// The text ends, or an error was met, before the node was complete.
    package static let incomplete = Flags(rawValue: 1)
    /// The string's text differs from what stands between its quotes.
    package static let needsDecoding = Flags(rawValue: 2)
    /// `a?.b`, `a?: T`.
    package static let optional = Flags(rawValue: 4)
    package static let isStatic = Flags(rawValue: 8)
    package static let isAsync = Flags(rawValue: 16)
    /// `const`, `readonly`, `final`.
    package static let isConstant = Flags(rawValue: 32)
    /// `new X(…)`.
    package static let isNew = Flags(rawValue: 64)
    /// The key is an expression whose value is not written there: `[k]: v`, Python's `{k: v}`.
    package static let isComputed = Flags(rawValue: 128)
    /// `export`, `public`.
    package static let isExported = Flags(rawValue: 256)
    /// `private`, `protected`.
    package static let isPrivate = Flags(rawValue: 512)
  }
}
