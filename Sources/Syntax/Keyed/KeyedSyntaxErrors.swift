package import SourceText

extension SourceProblem.Kind {
  /// Whether a text with this problem breaks the grammar of its language, so that strict parsers refuse it.
  ///
  /// Duplicate keys, unknown aliases and bytes in a wrong encoding are errors of what is said, and left-out lines
  /// are a remark; the grammar allows them.
  package var isSyntaxError: Bool {
    switch self {
    case .byteOrderMark, .notUTF8, .elision, .duplicateKey, .aliasBudgetSpent, .unknownAlias, .nestingTooDeep,
      .tooLarge, .empty:
      false
    default: true
    }
  }
}
