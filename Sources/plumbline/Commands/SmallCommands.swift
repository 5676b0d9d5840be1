/// The verb `plumbline version`.
struct VersionCommand: Command {
  static let version = "0.1.0"

  static let description = CommandDescription(path: ["version"], summary: "shows the version")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    try console.write("plumbline \(Self.version)\n")
    return .success
  }
}

/// The verb `plumbline completions SHELL`.
struct CompletionsCommand: Command {
  static let description = CommandDescription(
    path: ["completions"],
    summary: "writes the completion script of a shell",
    arguments: [
      ArgumentDescription(value: .choice("SHELL", of: Shell.self), help: "The shell to complete in.")
    ],
    examples: [
      .init(line: "completions bash > plumbline.bash", purpose: "Then: source plumbline.bash"),
      .init(line: "completions zsh > _plumbline", purpose: "Put it into a folder of $fpath."),
      .init(
        line: "completions fish > plumbline.fish", purpose: "Put it into ~/.config/fish/completions."),
    ])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    guard let shell = Shell(rawValue: arguments.positionals[0]) else { return .usage }
    try console.write(shell.script(for: .plumbline))
    return .success
  }
}

/// The verb `plumbline help corpus report`.
struct HelpCommand: Command {
  static let description = CommandDescription(
    path: ["help"],
    summary: "shows what a verb takes",
    arguments: [
      ArgumentDescription(value: .path("VERB"), help: "A verb, or the first word of one.", isOptional: true),
      ArgumentDescription(value: .path("SUBVERB"), help: "Its second word.", isOptional: true),
    ])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    var path: [String] = []
    for word in arguments.positionals {
      let known = ProgramDescription.plumbline.verbs(after: path).compactMap(\.path.last)
      guard known.contains(word) else {
        throw UsageError.unknownVerb(
          word, after: path, suggestion: Suggestion.nearest(to: word, among: known))
      }
      path.append(word)
    }
    try console.write(HelpText(program: .plumbline, path: path).text)
    return .success
  }
}
