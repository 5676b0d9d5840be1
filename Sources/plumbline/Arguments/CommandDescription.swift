/// What a verb is called and takes.
///
/// Parsing, help and completions are all drawn from this one value.
struct CommandDescription: Sendable {
  /// The words that select it: `["report"]`, `["corpus", "report"]`.
  let path: [String]
  /// One line without a full stop, in the third person: "names the failures of a response".
  let summary: String
  /// The lines under USAGE without the program's name; where empty, one line is derived.
  var usage: [String] = []
  var arguments: [ArgumentDescription] = []
  var options: [OptionDescription] = []
  var examples: [Example] = []
  var isHidden = false

  /// The words as one text: `corpus report`.
  var name: String { path.joined(separator: " ") }

  /// A command line without the program's name, and what it is good for.
  struct Example: Sendable {
    let line: String
    let purpose: String
  }
}

/// A positional argument.
struct ArgumentDescription: Sendable {
  let value: ValueDescription
  let help: String
  var isOptional = false
  /// Whether any number may follow the first; only for the last argument.
  var isRepeated = false

  var name: String { value.name }
}

/// The whole command line: its verbs, in the order of the help text, and the options that every verb takes.
struct ProgramDescription: Sendable {
  let name: String
  let summary: String
  let commands: [CommandDescription]
  /// First words that only lead to further verbs (`corpus`), with a summary each.
  let groups: [CommandDescription]
  let globalOptions: [OptionDescription]

  /// The words that may follow a path, with their summaries, in order and without the hidden ones.
  func verbs(after path: [String]) -> [CommandDescription] {
    (commands + groups).filter {
      !$0.isHidden && $0.path.count == path.count + 1 && $0.path.starts(with: path)
    }
  }

  func command(at path: [String]) -> CommandDescription? { commands.first { $0.path == path } }

  func isGroup(_ path: [String]) -> Bool { path.isEmpty || groups.contains { $0.path == path } }

  /// The options that may stand after a path, its own first.
  func options(at path: [String]) -> [OptionDescription] {
    (command(at: path)?.options ?? []) + globalOptions + (path.isEmpty ? [.version] : [])
  }
}

extension OptionDescription {
  static let help = OptionDescription("help", short: "h", help: "Show this help.")
  static let version = OptionDescription("version", help: "Show the version.")
}
