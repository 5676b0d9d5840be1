package import SourceText

/// One word of an HCL text, with the types that HashiCorp's own scanner gives.
package struct HCLToken: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    case openBrace, closeBrace, openBracket, closeBracket, openParenthesis, closeParenthesis
    case openQuote, closeQuote, openHeredoc, closeHeredoc
    case star, slash, plus, minus, percent, starStar
    case equal, equalEqual, notEqual, lessThan, lessOrEqual, greaterThan, greaterOrEqual
    case and, or, bang
    case dot, comma, doubleColon, ellipsis, fatArrow, question, colon
    /// `${` or `${~`.
    case interpolation
    /// `%{` or `%{~`.
    case directive
    /// `}` or `~}` behind an interpolation or directive.
    case sequenceEnd
    /// Text between quotes, its escapes included.
    case quotedText
    /// Text of a heredoc or bare template, at most one line.
    case text
    case number, identifier
    /// A comment; one that runs to the end of its line includes the line break.
    case comment
    case newline
    case bitwiseAnd, bitwiseOr, bitwiseXor, bitwiseNot
    case apostrophe, backtick, semicolon
    case invalid, badUTF8
    case end
  }

  package var kind: Kind
  /// Offset of the first byte.
  package var start: Int
  /// Offset just behind the last byte.
  package var end: Int

  package init(kind: Kind, start: Int, end: Int) {
    self.kind = kind
    self.start = start
    self.end = end
  }

  package var range: SourceRange { SourceRange(start, end) }
}
