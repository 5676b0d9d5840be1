import SourceText

/// Classes, interfaces, functions and their members.
extension ScriptGrammar {
  /// A declaration whose decorators and `export` are read; in an excerpt it may be the member of a class.
  mutating func declaration(_ mark: Int, _ start: UInt32) {
    while sees(.declare) || sees(.abstract) || sees(.export) || sees(.default), ahead(1).kind == .word {
      advance()
    }
    switch token.word {
    case .class: return classDeclaration(mark, start)
    case .interface where ahead(1).kind == .word: return interfaceDeclaration(mark, start)
    case .enum where ahead(1).kind == .word: return enumDeclaration(mark, start)
    case .const where ahead(1).word == .enum:
      advance()
      return enumDeclaration(mark, start)
    case .const, .let, .var: return variables(mark, start)
    case .type where ahead(1).kind == .word && (ahead(2).kind == .assign || ahead(2).op == .less):
      advance()
      name()
      if seesOp(.less), let close = match(position) { position = close + 1 }
      if take(.assign) {
        type()
        builder.role(.type)
      }
      builder.finish(.typeAlias, from: mark, start, end)
      return endStatement()
    case .namespace, .module:
      advance()
      if sees(.string) {
        leaf(.string)
        builder.role(.name)
      } else {
        postfix()
        builder.role(.name)
      }
      if sees(.openBrace) {
        block()
        builder.role(.body)
      }
      return builder.finish(.namespace, from: mark, start, end)
    case .function: return functionDeclaration(mark, start, [])
    case .async where ahead(1).word == .function:
      advance()
      return functionDeclaration(mark, start, .isAsync)
    default: classMember(mark, start)
    }
  }

  private mutating func functionDeclaration(_ mark: Int, _ start: UInt32, _ flags: ScriptTree.Flags) {
    advance()
    _ = takeOp(.multiply)
    name()
    functionTail()
    builder.finish(.function, from: mark, start, end, flags: flags)
    if builder.last?.kind == .function { _ = take(.semicolon) }
  }

  mutating func classExpression() {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = builder.mark
    let start = start
    decorators()
    classDeclaration(mark, start)
  }

  private mutating func classDeclaration(_ mark: Int, _ start: UInt32) {
    advance()
    if !sees(.extends), !sees(.implements) { name() }
    classHeritage()
    if sees(.openBrace) { classBody() }
    builder.finish(.classDeclaration, from: mark, start, end)
  }

  /// Reads `<T> extends A implements B, C`.
  private mutating func classHeritage() {
    if seesOp(.less), let close = match(position) { position = close + 1 }
    while sees(.extends) || sees(.implements) {
      let isClass = sees(.extends)
      advance()
      repeat {
        let base = builder.mark
        let baseStart = start
        if isClass, sees(.word) {
          primary()
          tail(base, baseStart, calls: true)
          if seesOp(.less), let close = match(position) { position = close + 1 }
        } else {
          let stop = typeEnd(from: position, within: Int.max)
          if stop == position || sees(.openBrace) { break }
          position = min(stop, tokens.count - 1)
          builder.finish(.type, from: base, baseStart, end)
        }
        builder.role(.base)
      } while take(.comma)
    }
  }

  private mutating func classBody() {
    let mark = builder.mark
    let start = start
    braced { $0.classMember() }
    builder.finish(.block, from: mark, start, end)
    builder.role(.body)
  }

  private mutating func interfaceDeclaration(_ mark: Int, _ start: UInt32) {
    advance()
    name()
    classHeritage()
    if sees(.openBrace) { classBody() }
    builder.finish(.interfaceDeclaration, from: mark, start, end)
  }

  private mutating func enumDeclaration(_ mark: Int, _ start: UInt32) {
    advance()
    name()
    if sees(.openBrace) {
      let body = builder.mark
      let bodyStart = self.start
      list { grammar in
        let mark = grammar.builder.mark
        let start = grammar.start
        if grammar.sees(.string) {
          grammar.leaf(.string)
          grammar.builder.role(.name)
        } else if grammar.sees(.ellipsis) {
          grammar.elision()
          return grammar.builder.role(.statement)
        } else if !grammar.name() {
          return
        }
        if grammar.take(.assign) {
          grammar.expression()
          grammar.builder.role(.value)
        }
        grammar.builder.finish(.enumMember, from: mark, start, grammar.end)
        grammar.builder.role(.statement)
      }
      builder.finish(.block, from: body, bodyStart, end)
      builder.role(.body)
    }
    builder.finish(.enumDeclaration, from: mark, start, end)
  }

  // MARK: Members

  mutating func classMember() {
    let mark = builder.mark
    let start = start
    if sees(.semicolon) || sees(.comma) { return advance() }
    if sees(.ellipsis) { return elision() }
    decorators()
    classMember(mark, start)
  }

  /// A member whose decorators are read.
  private mutating func classMember(_ mark: Int, _ start: UInt32) {
    var flags = modifiers()
    if sees(.static), ahead(1).kind == .openBrace {
      advance()
      return block()
    }
    var kind = ScriptTree.Kind.method
    if sees(.get) || sees(.set), startsKey(ahead(1)), !ahead(1).newlineBefore {
      advance()
      kind = .accessor
    }
    _ = takeOp(.multiply)
    if sees(.constructor), ahead(1).kind == .openParen { kind = .constructor }
    if sees(.openBracket) {
      // `[key: string]: T` declares nothing that has a name.
      list { grammar in
        grammar.expression()
        if grammar.take(.colon) {
          grammar.builder.role(.name)
          grammar.type()
          grammar.builder.role(.key)
        } else {
          grammar.builder.role(.name)
        }
      }
      flags.insert(.isComputed)
    } else if sees(.string) || sees(.number) {
      leaf(.string)
      builder.role(.name)
    } else if sees(.openParen) || seesOp(.less) && match(position) != nil {
      // A call signature of an interface.
    } else if !name() {
      builder.drop(to: mark)
      return skipStatement()
    }
    if take(.question) { flags.insert(.optional) }
    _ = takeOp(.not)
    if sees(.openParen) || seesOp(.less) && match(position) != nil {
      functionTail()
      builder.finish(kind, from: mark, start, end, flags: flags)
      return endMember()
    }
    if take(.colon) {
      type()
      builder.role(.type)
    }
    if take(.assign) {
      expression()
      builder.role(.value)
    }
    builder.finish(.field, from: mark, start, end, flags: flags)
    endMember()
  }

  private mutating func endMember() {
    if take(.semicolon) || take(.comma) { return }
    if token.newlineBefore || token.isCloser || sees(.endOfFile) || builder.last?.kind != .field { return }
    skipStatement()
  }
}
