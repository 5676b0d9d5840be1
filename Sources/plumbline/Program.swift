/// The command line as a whole.
struct Program {
  let work: (LoadedKnowledge) -> Work

  private func commands(_ knowledge: LoadedKnowledge) -> [any Command] {
    let work = work(knowledge)
    return [
      ReportCommand(work: work, knowledge: knowledge), DiffCommand(work: work), ShowCommand(work: work),
      ScoreCommand(knowledge: knowledge), AuditCommand(knowledge: knowledge),
      ExplainCommand(knowledge: knowledge), CorpusReportCommand(work: work),
      KnowledgeListCommand(knowledge: knowledge), KnowledgeShowCommand(knowledge: knowledge),
      KnowledgeTestCommand(), KnowledgeLintCommand(), KnowledgeNewCommand(),
      KnowledgeCalibrateCommand(knowledge: knowledge), ConfigShowCommand(knowledge: knowledge),
      FactsShowCommand(), FactsImportCommand(), SchemaCommand(), CompletionsCommand(), VersionCommand(),
      HelpCommand(),
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
        for command in commands(LoadedKnowledge(parsed))
        where type(of: command).description.path == parsed.command.path {
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
      AuditCommand.description, ExplainCommand.description, CorpusReportCommand.description,
      KnowledgeListCommand.description, KnowledgeShowCommand.description, KnowledgeTestCommand.description,
      KnowledgeLintCommand.description, KnowledgeNewCommand.description,
      KnowledgeCalibrateCommand.description, ConfigShowCommand.description, FactsShowCommand.description,
      FactsImportCommand.description, SchemaCommand.description, CompletionsCommand.description,
      VersionCommand.description,
      HelpCommand.description,
    ],
    groups: [
      CommandDescription(path: ["corpus"], summary: "works on many cases at once"),
      CommandDescription(path: ["knowledge"], summary: "lists, shows, tests and writes known failures"),
      CommandDescription(path: ["config"], summary: "tells what the project's settings are"),
      CommandDescription(path: ["facts"], summary: "knows which types, members and versions exist"),
    ],
    globalOptions: [.color, .quiet, .help])
}
