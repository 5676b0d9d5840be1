/// The arguments of one verb, checked against its description.
struct ParsedArguments: Sendable {
  let command: CommandDescription
  private(set) var positionals: [String] = []
  private var values: [String: [String]] = [:]

  init(_ command: CommandDescription) { self.command = command }

  /// The positional argument at a 0-based index, which the description calls for.
  func argument(_ index: Int) throws(UsageError) -> String {
    guard positionals.indices.contains(index) else {
      let described =
        command.arguments.indices.contains(index) ? command.arguments[index].name : "an argument"
      throw .missingArgument(described, of: command.path)
    }
    return positionals[index]
  }

  /// The value of an option, where it was given; the last one of a repeated option.
  func value(of option: OptionDescription) -> String? { values[option.long]?.last }

  /// All values of a repeated option, in the order given.
  func values(of option: OptionDescription) -> [String] { values[option.long] ?? [] }

  func isSet(_ option: OptionDescription) -> Bool { values[option.long] != nil }

  /// The value of an option as a case of the enumeration that its description lists.
  func choice<Choice: RawRepresentable<String>>(
    of option: OptionDescription, default fallback: Choice
  ) -> Choice {
    value(of: option).flatMap(Choice.init) ?? fallback
  }

  /// The value of a number option.
  func number(of option: OptionDescription) -> Int? { value(of: option).flatMap { Int($0) } }

  /// The same options under the verb that has now been read: `plumbline --quiet report`.
  func moved(to command: CommandDescription) -> ParsedArguments {
    var moved = ParsedArguments(command)
    moved.values = values
    return moved
  }

  mutating func append(positional: String) { positionals.append(positional) }

  mutating func append(_ value: String, to option: OptionDescription) {
    values[option.long, default: []].append(value)
  }
}

/// What a command line asks for.
enum Invocation: Sendable {
  case run(ParsedArguments)
  /// The help text of a verb, a group or (empty) the program.
  case help([String])
  case version
}
