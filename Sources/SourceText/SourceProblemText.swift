extension SourceProblem {
  /// One sentence for people: what was met and what was done about it.
  package var sentence: String {
    let named = detail.isEmpty ? "" : " `\(detail)`"
    return switch kind {
    case .byteOrderMark: "The file starts with a byte-order mark, which was passed over."
    case .notUTF8: "These bytes are not UTF-8; they are kept as they are and shown as U+FFFD."
    case .binary: "This is a binary file, not a text; it was not read."
    case .tooLarge: "This is larger than the limit of\(named) and was not read."
    case .empty: "There is nothing here."
    case .unexpectedToken: "This cannot stand here\(detail.isEmpty ? "" : ": \(detail)"); it was skipped."
    case .unexpectedEnd: "The text ends before\(named.isEmpty ? " this" : named) is complete."
    case .unclosedString: "The string that starts here is never closed."
    case .unclosedBracket: "The bracket\(named) that opens here is never closed."
    case .unclosedComment: "The comment that starts here is never closed."
    case .unclosedFence: "The code fence that opens here is never closed; it was read to the end."
    case .unclosedHeredoc: "The heredoc\(named) that starts here is never closed."
    case .nestingTooDeep: "This is nested deeper than\(named) levels; what lies deeper was not read."
    case .elision: "An ellipsis stands for left-out lines; what it stands for is not known."
    case .commentNotAllowed: "This format has no comments; the comment was passed over."
    case .trailingComma: "A comma too many; it was passed over."
    case .missingSeparator: "A comma or a line break is missing before this; it was read all the same."
    case .invalidNumber: "This is not a valid number\(named)."
    case .invalidEscape: "This is not a valid escape sequence\(named)."
    case .controlCharacter: "A control character stands here unescaped."
    case .duplicateKey: "The key\(named) occurs twice; both values are kept and the last one counts."
    case .tabIndentation: "A tab is used for indentation, which YAML forbids; it was read as one column."
    case .badIndentation: "The indentation does not fit what surrounds it; these lines were skipped."
    case .unevenIndentation:
      "The indentation fits no open block exactly; this was read as part of the nearest one."
    case .unknownAlias: "The alias\(named) has no anchor."
    case .aliasBudgetSpent: "Aliases expand to more than\(named) values; they were left unexpanded."
    case .invalidTag: "This is not a valid tag\(named)."
    case .invalidDirective: "This is not a valid directive\(named)."
    case .missingValue: "A value is missing here."
    case .notATemplate: "This is not a template of a known kind; it was kept as a document."
    case .unknownDialect: "The language of this block is not known\(named); it was not read."
    case .wrongLanguage:
      "The block is labelled\(named), but holds something else; it was read as what it holds."
    case .notAnalysed: "Files of this kind\(named) are listed, but not analysed."
    case .truncated: "The document breaks off here; the rest was never written."
    case .supersededDraft: "A later block gives the final text of\(named); this one was set aside."
    case .unreadableExpression: "This expression could not be read\(named)."
    case .malformedSuppression: "This does not suppress anything: \(detail)"
    case .unusedSuppression: "Nothing is found here that\(named) could suppress; remove the remark."
    case .expiredSuppression: "The suppression of\(named) has expired; its findings are told again."
    }
  }
}
