/// What is wrong with a command line.
///
/// `ErrorText` turns each into a sentence.
enum UsageError: Error, Equatable {
  /// The argument at this 1-based position is not UTF-8.
  case notUTF8(position: Int)
  case missingVerb(after: [String])
  case unknownVerb(String, after: [String], suggestion: String?)
  case unknownOption(String, of: [String], suggestion: String?)
  case missingValue(option: String, name: String, of: [String])
  case unexpectedValue(option: String, of: [String])
  case givenTwice(option: String, of: [String])
  /// `label` is the option (`--format`) or the argument (`SHELL`).
  case unknownChoice(String, label: String, choices: [String], suggestion: String?, of: [String])
  case notANumber(String, label: String, range: ClosedRange<Int>, of: [String])
  case emptyValue(label: String, of: [String])
  case missingArgument(String, of: [String])
  /// Neither a known failure's id nor, with `unknownFinding`, a fingerprint of the case.
  case unknownKnownFailure(String, suggestion: String?, of: [String])
  case unknownFinding(String, suggestion: String?, of: [String])
  /// An id that is no word in small letters with hyphens.
  case notAnID(String, of: [String])
  /// An id that a known failure has already.
  case takenID(String, of: [String])
  /// A text that should be a day: `2027-01-31`.
  case notADay(String, option: String, of: [String])
  case tooManyArguments(first: String, of: [String])
  /// Two ways of naming the same thing, such as CASE and `--response`.
  case conflict(String, String, of: [String])
  /// An option that needs another: `--response` without `--ideal`.
  case needs(String, with: String, of: [String])
}
