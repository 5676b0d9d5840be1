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
    guard let shell = try Shell(rawValue: arguments.argument(0)) else { return .usage }
    try console.write(shell.script(for: .plumbline))
    return .success
  }
}
