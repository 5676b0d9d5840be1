/// The command line as a whole.
struct Program {
  let work: Work

  private var commands: [any Command] {
    [
      ReportCommand(work: work), DiffCommand(work: work), ShowCommand(work: work), ScoreCommand(),
      AuditCommand(), CorpusReportCommand(work: work), FactsShowCommand(), FactsImportCommand(),
      SchemaCommand(), CompletionsCommand(), VersionCommand(), HelpCommand(),
    ]
  }

  /// Runs the arguments that follow the program's name.
  ///
  /// Every failure leaves as a sentence and an exit code.
  ///
  /// - Parameter console: makes the console, once it is known what `--color` and `--quiet` say.
  func run(
    _ arguments: () throws -> [String],
    console makeConsole: (ColorChoice, _ isQuiet: Bool) -> Console = { Console(color: $0, isQuiet: $1) }
  ) -> ExitCode {
    var console = makeConsole(.auto, false)
    do {
      switch try ArgumentParser.parse(arguments(), for: .plumbline) {
      case .version: return try VersionCommand().run(ParsedArguments(VersionCommand.description), console)
      case .help(let path):
        try console.write(HelpText(program: .plumbline, path: path).text)
        return .success
      case .run(let parsed):
        console = makeConsole(parsed.choice(of: .color, default: ColorChoice.auto), parsed.isSet(.quiet))
        for command in commands where type(of: command).description.path == parsed.command.path {
          return try command.run(parsed, console)
        }
        return .internalError
      }
    } catch {
      console.complain(ErrorText.line(for: error))
      return ErrorText.exitCode(for: error)
    }
  }
}

extension ProgramDescription {
  /// In the order of the help text.
  static let plumbline = ProgramDescription(
    name: "plumbline",
    summary: "compares an infrastructure template with its ideal and names the failures",
    commands: [
      ReportCommand.description, DiffCommand.description, ShowCommand.description, ScoreCommand.description,
      AuditCommand.description, CorpusReportCommand.description, FactsShowCommand.description,
      FactsImportCommand.description, SchemaCommand.description, CompletionsCommand.description,
      VersionCommand.description,
      HelpCommand.description,
    ],
    groups: [
      CommandDescription(path: ["corpus"], summary: "works on many cases at once"),
      CommandDescription(path: ["facts"], summary: "knows which types, members and versions exist"),
    ],
    globalOptions: [.color, .quiet, .help])
}
