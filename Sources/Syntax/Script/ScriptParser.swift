import SourceText

/// Reads programs and excerpts of programs; never fails, but lists what it skipped.
package enum ScriptParser {
  /// The tree of a text in UTF-8.
  ///
  /// What cannot be read becomes `error` nodes and `problems`.
  package static func parse(_ bytes: [UInt8], language: ScriptLanguage) -> ScriptTree {
    bytes.withUnsafeBufferPointer { buffer in
      var lexer = ScriptLexer(buffer, language: language)
      lexer.run()
      return lexer.tokens.withUnsafeBufferPointer { tokens in
        var grammar = ScriptGrammar(
          tokens: tokens, bytes: buffer, language: language, problems: lexer.problems)
        grammar.file()
        return ScriptTree(
          language: language, bytes: bytes, nodes: grammar.builder.ordered(), comments: lexer.comments,
          problems: grammar.sortedProblems())
      }
    }
  }
}
