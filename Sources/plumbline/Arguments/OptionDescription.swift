/// An option of a command: `--format FORMAT`, `-o PATH`, `--quiet`.
struct OptionDescription: Sendable, Equatable {
  /// The name without dashes: `format`.
  let long: String
  /// One sentence for the help text.
  let help: String
  /// The letter of the short spelling, where there is one.
  var short: Character?
  /// What follows the name; nil for a flag.
  var value: ValueDescription?
  /// Whether it may be given several times, each adding a value.
  var isRepeated = false
  /// Left out of help and completions, though it works.
  var isHidden = false

  init(
    _ long: String, short: Character? = nil, value: ValueDescription? = nil, isRepeated: Bool = false,
    isHidden: Bool = false, help: String
  ) {
    self.long = long
    self.help = help
    self.short = short
    self.value = value
    self.isRepeated = isRepeated
    self.isHidden = isHidden
  }
}

/// What kind of text an argument or an option takes.
///
/// Choices and numbers are checked while parsing.
enum ValueDescription: Sendable, Equatable {
  /// Any word that is not empty.
  case word(String)
  /// A file or a folder.
  case path(String)
  /// A folder only.
  case folder(String)
  /// A whole number within a range.
  case number(String, ClosedRange<Int>)
  /// One word of a closed list.
  case choice(String, [String])

  /// A choice between the cases of an enumeration.
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(_ name: String, of: Choice.Type) -> Self
  {
    .choice(name, Choice.allCases.map(\.rawValue))
  }

  /// The word in capitals that stands for the value in the help text.
  var name: String {
    switch self {
    case .word(let name), .path(let name), .folder(let name), .number(let name, _), .choice(let name, _): name
    }
  }

  /// The words that may be given, where the list is closed.
  var choices: [String] {
    if case .choice(_, let words) = self { words } else { [] }
  }
}
