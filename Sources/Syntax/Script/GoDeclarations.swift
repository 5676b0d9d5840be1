import SourceText

/// Go's declarations.
extension ScriptGrammar {
  /// `import x` or `import ( x … )`: each line is a node of its own; the first spans the keyword where it is alone.
  mutating func group(_ one: (inout ScriptGrammar, Int, UInt32) -> Void) {
    let start = start
    advance()
    guard sees(.openParen) else {
      one(&self, builder.mark, start)
      return endStatement()
    }
    list(
      { grammar in
        if grammar.sees(.ellipsis) { return grammar.elision() }
        one(&grammar, grammar.builder.mark, grammar.start)
        grammar.builder.role(.statement)
      }, separators: (.comma, .semicolon))
  }

  mutating func goImport(_ mark: Int, _ start: UInt32) {
    if sees(.dot) {
      leaf(.importWildcard)
      builder.role(.member)
    } else {
      name(.alias)
    }
    guard sees(.string) else { return }
    leaf(.string)
    builder.role(.module)
    builder.finish(.importDeclaration, from: mark, start, end)
  }

  mutating func goVariable(_ mark: Int, _ start: UInt32, _ flags: ScriptTree.Flags) {
    guard sees(.word) else { return }
    let names = builder.mark
    let namesStart = self.start
    leaf(.identifier)
    if sees(.comma) {
      builder.role(.element)
      while take(.comma), sees(.word) {
        leaf(.identifier)
        builder.role(.element)
      }
      builder.finish(.tuple, from: names, namesStart, end)
    }
    builder.role(.target)
    if startsGoType(token) {
      goType()
      builder.role(.type)
    }
    if take(.assign) {
      expressions()
      builder.role(.value)
    }
    builder.finish(.variable, from: mark, start, end, flags: flags)
  }

  mutating func goTypeDeclaration(_ mark: Int, _ start: UInt32) {
    guard name() else { return }
    if sees(.openBracket), ahead(1).kind == .word, ahead(2).kind != .closeBracket, let close = match(position)
    {
      position = close + 1
    }
    _ = take(.assign)
    if sees(.struct) || sees(.interface), ahead(1).kind == .openBrace {
      let isStruct = sees(.struct)
      advance()
      let body = builder.mark
      let bodyStart = self.start
      braced { $0.goField() }
      builder.finish(.block, from: body, bodyStart, end)
      builder.role(.body)
      builder.finish(isStruct ? .structDeclaration : .interfaceDeclaration, from: mark, start, end)
    } else {
      goType()
      builder.role(.type)
      builder.finish(.typeAlias, from: mark, start, end)
    }
  }

  /// `a, b T "tag"`, an embedded type, or a method of an interface.
  private mutating func goField() {
    let mark = builder.mark
    let start = start
    if sees(.semicolon) || sees(.comma) { return advance() }
    if sees(.ellipsis) { return elision() }
    if sees(.word), ahead(1).kind == .openParen {
      name()
      goParameters()
      goResult()
      builder.finish(.method, from: mark, start, end)
    } else {
      if sees(.word), ahead(1).kind == .comma || startsGoType(ahead(1)) {
        name()
        while take(.comma) { name() }
      }
      goType()
      builder.role(.type)
      if sees(.string), !token.newlineBefore {
        leaf(.string)
        builder.role(.value)
      }
      builder.finish(.field, from: mark, start, end)
    }
    // What is left on the line belongs to a constraint (`~int | ~string`) and declares nothing.
    if !token.newlineBefore, !token.isCloser, !sees(.semicolon) { skipStatement() }
  }

  mutating func goFunction(_ mark: Int, _ start: UInt32) {
    advance()
    var kind = ScriptTree.Kind.function
    if sees(.openParen) {
      goParameters(.receiver)
      kind = .method
    }
    name()
    if sees(.openBracket), let close = match(position) { position = close + 1 }
    if sees(.openParen) { goParameters() }
    goResult()
    if sees(.openBrace) {
      block()
      builder.role(.body)
    }
    builder.finish(kind, from: mark, start, end)
  }
}
