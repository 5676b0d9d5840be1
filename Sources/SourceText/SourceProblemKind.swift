extension SourceProblem {
  /// Every reason a part of a text is not read as it stands.
  ///
  /// `SourceProblemText` turns them into sentences.
  package enum Kind: String, Sendable, CaseIterable {
    // Bytes
    case byteOrderMark
    case notUTF8
    case binary
    case tooLarge
    case empty
    // Any syntax
    case unexpectedToken
    case unexpectedEnd
    case unclosedString
    case unclosedBracket
    case unclosedComment
    case unclosedFence
    case unclosedHeredoc
    case nestingTooDeep
    case elision
    case commentNotAllowed
    case trailingComma
    case missingSeparator
    case invalidNumber
    case invalidEscape
    case controlCharacter
    // Keyed trees (JSON and YAML)
    case duplicateKey
    case tabIndentation
    case badIndentation
    case unevenIndentation
    case unknownAlias
    case aliasBudgetSpent
    case invalidTag
    case invalidDirective
    case missingValue
    // Readers
    case notATemplate
    case unknownDialect
    case wrongLanguage
    case notAnalysed
    case truncated
    case supersededDraft
    case unreadableExpression
    // Remarks that accept a finding
    case malformedSuppression
    case unusedSuppression
    case expiredSuppression
  }

  /// How much of the part is lost.
  package enum Weight: Sendable { case note, partlyRead, notRead }

  /// Whether the part was skipped, read in part, or read whole with a remark.
  package var weight: Weight {
    switch kind {
    case .byteOrderMark, .commentNotAllowed, .trailingComma, .missingSeparator, .duplicateKey, .elision,
      .tabIndentation, .unevenIndentation,
      .supersededDraft, .wrongLanguage, .unclosedFence, .notATemplate, .notAnalysed, .empty,
      .malformedSuppression, .unusedSuppression, .expiredSuppression:
      .note
    case .truncated, .unexpectedEnd, .unclosedString, .unclosedBracket, .unclosedComment, .unclosedHeredoc,
      .notUTF8, .invalidNumber, .invalidEscape, .controlCharacter, .missingValue, .unknownAlias, .invalidTag,
      .invalidDirective:
      .partlyRead
    case .binary, .tooLarge, .unexpectedToken, .nestingTooDeep, .badIndentation, .aliasBudgetSpent,
      .unknownDialect, .unreadableExpression:
      .notRead
    }
  }
}
