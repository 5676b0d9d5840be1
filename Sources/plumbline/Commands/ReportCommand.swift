import CorpusTools
import Knowledge
import Reports
import SourceText

/// The verb `plumbline report CASE`.
struct ReportCommand: Command {
  let work: Work
  let knowledge: LoadedKnowledge

  static let description = CommandDescription(
    path: ["report"],
    summary: "names the failures of a response, compared with its ideal",
    usage: ["[OPTIONS] CASE", "[OPTIONS] --response FILE --ideal FILE [--prompt FILE]"],
    arguments: [
      ArgumentDescription(
        value: .folder("CASE"),
        help:
          "A folder with \(Case.responseName), \(Case.idealName) and, if there is one, \(Case.promptName).",
        isOptional: true)
    ],
    options: [response, ideal, prompt, format, layout, output, failOn, .knowledge, .config, day],
    examples: [
      .init(line: "report cases/vpc", purpose: "Print the report."),
      .init(line: "report cases/vpc -o report.md", purpose: "Write it as Markdown."),
      .init(
        line: "report cases/vpc -o sarif=vpc.sarif -o html=vpc.html",
        purpose: "Print the report, and write it as SARIF and as a page."),
      .init(
        line: "report cases/vpc --layout catalog -o report.md",
        purpose: "Write it by category, with failures numbered 1.1, 1.2, 2.1."),
      .init(
        line: "report cases/vpc -o github-summary=\"$GITHUB_STEP_SUMMARY\"",
        purpose: "Add it to the summary of a GitHub job."),
      .init(
        line: "report cases/vpc --fail-on high", purpose: "Exit with 1 where a finding is high or critical."),
    ])

  static let response = OptionDescription(
    "response", value: .path("FILE"),
    help: "The answer to be judged: a Markdown file, a template or a folder.")
  static let ideal = OptionDescription(
    "ideal", value: .path("FILE"), help: "What the answer should have been.")
  static let prompt = OptionDescription("prompt", value: .path("FILE"), help: "The task that was set.")
  static let format = OptionDescription(
    "format", value: .choice("FORMAT", of: ReportFormat.self),
    help: "How to write the report; by the ending of --output PATH, otherwise text.")
  static let layout = OptionDescription(
    "layout", value: .choice("LAYOUT", of: ReportLayout.self),
    help: "How Markdown and the job summary are laid out: by severity, impact, or by category, catalog.")
  static let output = OptionDescription(
    "output", short: "o", value: .path("[FORMAT=]PATH"), isRepeated: true,
    help:
      "Write the result to a file, which appears only when complete; - is standard output. With a format, write that "
      + "besides the result; a github-summary that goes to the file of GITHUB_STEP_SUMMARY is appended.")
  static let failOn = OptionDescription(
    "fail-on", value: .choice("SEVERITY", of: Severity.self),
    help:
      "Exit with 1 where a finding is at least this severe; without it findings do not change the exit code.")

  static let day = OptionDescription(
    "today", value: .word("DAY"),
    help:
      "The day, as 2027-01-31, that suppressions with until= are compared with; the current one unless given."
  )

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let subject = try Self.subject(arguments, folder: arguments.positionals.first, named: "CASE")
    let settings = try knowledge.settings.get()
    let day = try Self.day(arguments)
    let outputs = try ReportOutputs(
      arguments.values(of: Self.output), format: arguments.value(of: Self.format).flatMap(ReportFormat.init),
      layout: arguments.choice(of: Self.layout, default: ReportLayout.impact), of: arguments.command.path,
      console: console)
    let outcome = try work.report(
      subject, ReportRequest(folders: try folders(arguments), forms: outputs.forms, day: day))
    try outputs.finish(texts: outcome.texts, summary: outcome.summary)
    if !outcome.isComplete { return .incomplete }
    guard let threshold = settings.failOn?.value, let worst = outcome.worst else { return .success }
    return worst >= threshold ? .findings : .success
  }

  /// The day that suppressions are compared with.
  static func day(_ arguments: ParsedArguments) throws -> CalendarDay? {
    guard let text = arguments.value(of: day) else { return .today }
    guard let day = CalendarDay(text) else {
      throw UsageError.notADay(text, option: "--\(day.long)", of: arguments.command.path)
    }
    return day
  }

  /// Where the documents stand, seen from the folder of the command, which in CI is the root of the checkout.
  private func folders(_ arguments: ParsedArguments) throws -> ReportFolders {
    func folder(_ path: String?) throws(FileError) -> String {
      guard let path, try FileReader.isFolder(path) else { return "" }
      return path
    }
    let root = FileReader.currentFolder
    if let folder = arguments.positionals.first {
      return ReportFolders(response: folder, ideal: folder, root: root)
    }
    return ReportFolders(
      response: try folder(arguments.value(of: Self.response)),
      ideal: try folder(arguments.value(of: Self.ideal)), root: root)
  }

  /// The case that a command line names: by its folder, or by its files.
  ///
  /// - Parameter name: what the folder is called in the help text.
  static func subject(_ arguments: ParsedArguments, folder: String?, named name: String) throws -> Case {
    let path = arguments.command.path
    let named = [Self.response, Self.ideal, Self.prompt].filter(arguments.isSet)
    if let folder {
      if let option = named.first { throw UsageError.conflict(name, "--\(option.long)", of: path) }
      return try Case(folder: folder, name: Case.name(ofPath: folder))
    }
    guard let given = named.first else {
      throw UsageError.missingArgument("\(name), or --response and --ideal", of: path)
    }
    guard let response = arguments.value(of: Self.response) else {
      throw UsageError.needs("--\(given.long)", with: "--response", of: path)
    }
    guard let ideal = arguments.value(of: Self.ideal) else {
      throw UsageError.needs("--\(given.long)", with: "--ideal", of: path)
    }
    return Case(
      name: Case.name(ofPath: response),
      prompt: try arguments.value(of: Self.prompt).map {
        SourceFile(path: $0, bytes: try FileReader().read($0))
      },
      response: try Material(reading: response).files, ideal: try Material(reading: ideal).files)
  }
}
