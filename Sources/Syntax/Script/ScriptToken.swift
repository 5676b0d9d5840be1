import SourceText

/// A token; 16 bytes.
struct ScriptToken {
  enum Kind: UInt8 {
    case endOfFile
    /// Python: a statement's end, a deeper and a shallower block.
    case newline, indent, dedent
    case word, number, string, regex
    /// A string with holes: start (with its quote), texts and holes, end.
    case templateStart, templateText, templateEnd
    case openParen, openBracket, openBrace, openHole
    case closeParen, closeBracket, closeBrace, closeHole
    case comma, semicolon, colon, dot, questionDot, ellipsis, question
    /// `=>`, `->`, `<-`, `@`, `::`
    case arrow, thinArrow, leftArrow, at, doubleColon
    /// `=`, `:=`; `+=` and its like, with the operator as detail.
    case assign, define, compoundAssign
    /// Any other operator; see `op`.
    case op
    /// A byte that no token starts with.
    case stray
  }

  static let unmatched = UInt32.max

  var kind: Kind
  /// The raw value of the word or of the operator.
  var detail: UInt8
  /// A line break stands between the previous token and this one.
  var newlineBefore: Bool
  /// The string has escapes, or the number a suffix.
  var isEscaped: Bool
  var start: UInt32
  var end: UInt32
  /// The index of the other bracket, of the `>` of a `<`, of the end of a template.
  var match: UInt32

  var word: ScriptWord { kind == .word ? ScriptWord(rawValue: detail) ?? .plain : .plain }
  var op: ScriptOperator {
    kind == .op || kind == .compoundAssign ? ScriptOperator(rawValue: detail) ?? .none : .none
  }
  var isOpener: Bool { kind.rawValue >= Kind.openParen.rawValue && kind.rawValue <= Kind.openHole.rawValue }
  var isCloser: Bool { kind.rawValue >= Kind.closeParen.rawValue && kind.rawValue <= Kind.closeHole.rawValue }
}
