import SourceText

/// `import` and `export`.
extension ScriptGrammar {
  mutating func importDeclaration(_ mark: Int, _ start: UInt32) {
    advance()
    if sees(.type), ahead(1).kind == .openBrace || ahead(1).kind == .word && ahead(1).word != .from {
      advance()
    }
    if ahead(1).kind == .assign, sees(.word) {  // import x = require('m')
      importClause(.importDefault)
      advance()
      if sees(.require), ahead(1).kind == .openParen, ahead(2).kind == .string {
        advance()
        advance()
        leaf(.string)
        builder.role(.module)
        _ = take(.closeParen)
      } else {
        postfix()
        builder.role(.module)
      }
    } else {
      importNames(.importDefault)
    }
    builder.finish(.importDeclaration, from: mark, start, end)
    endStatement()
  }

  private mutating func importClause(_ kind: ScriptTree.Kind) {
    let mark = builder.mark
    let start = start
    name()
    builder.finish(kind, from: mark, start, end)
    builder.role(.member)
  }

  /// Everything between `import` or `export` and the end of the statement, the module included.
  private mutating func importNames(_ single: ScriptTree.Kind) {
    while !sees(.endOfFile) {
      if sees(.openBrace) {
        list { grammar in
          let mark = grammar.builder.mark
          let start = grammar.start
          if grammar.sees(.ellipsis) {
            grammar.elision()
          } else {
            if grammar.sees(.type), grammar.ahead(1).kind == .word, grammar.ahead(1).word != .as {
              grammar.advance()
            }
            guard grammar.name() else { return }
            if grammar.take(.as) { grammar.name(.alias) }
            grammar.builder.finish(.importName, from: mark, start, grammar.end)
          }
          grammar.builder.role(.member)
        }
      } else if seesOp(.multiply) {
        let mark = builder.mark
        let start = start
        advance()
        let named = take(.as) && name()
        builder.finish(named ? .importNamespace : .importWildcard, from: mark, start, end)
        builder.role(.member)
      } else if sees(.from), ahead(1).kind == .string {
        advance()
      } else if sees(.string) {
        leaf(.string)
        builder.role(.module)
        return
      } else if sees(.comma) {
        advance()
      } else if sees(.word), !token.newlineBefore || at(position - 1).word == .import {
        importClause(single)
      } else {
        return
      }
    }
  }

  mutating func export(_ mark: Int, _ start: UInt32) {
    let next = ahead(1)
    if next.kind == .openBrace || next.op == .multiply || next.word == .type && ahead(2).kind == .openBrace {
      advance()
      _ = take(.type)
      importNames(.importName)
      builder.finish(.exportDeclaration, from: mark, start, end)
      return endStatement()
    }
    advance()
    let isDefault = take(.default)
    if !isDefault, take(.assign) {
      return expressionStatement(mark, start)
    }
    if sees(.at) { decorators() }
    let declared = builder.mark
    switch token.word {
    case .const, .let, .var:
      if ahead(1).word != .enum { variables(mark, start) } else { declaration(mark, start) }
    case .function, .class, .abstract, .interface, .enum, .namespace, .module, .declare, .type, .async:
      declaration(mark, start)
    default: expressionStatement(mark, start)
    }
    if builder.mark > declared { builder.addFlags(.isExported) }
  }
}
