import CorpusTools
import Reports

/// The verb `plumbline corpus report FOLDER-or-JSONL`.
struct CorpusReportCommand: Command {
  let work: Work

  static let description = CommandDescription(
    path: ["corpus", "report"],
    summary: "analyses many cases and writes one JSON object a line, in input order",
    arguments: [
      ArgumentDescription(
        value: .path("CORPUS"),
        help: "A folder of case folders, or a JSONL file with id, prompt, model and ideal in each row.")
    ],
    options: [output, jobs, noProgress, .knowledge, .config],
    examples: [
      .init(line: "corpus report cases -o findings.jsonl", purpose: "Analyse every case below a folder."),
      .init(
        line: "corpus report cases -o html=pages",
        purpose: "Write an index of the cases and a page for each."),
      .init(
        line: "corpus report rows.jsonl --jobs 1", purpose: "Use one thread, where the caller runs several."),
    ])

  static let output = OptionDescription(
    "output", short: "o", value: .path("[FORMAT=]PATH"), isRepeated: true,
    help:
      "Write the lines to a file, which appears only when complete; - is standard output. html=FOLDER writes an index "
      + "and a page for each case instead, or besides where a path is given too.")
  static let jobs = OptionDescription(
    "jobs", short: "j", value: .number("N", 1...1024),
    help: "The number of threads; all processors unless given. The result does not depend on it.")
  static let noProgress = OptionDescription("no-progress", help: "Show no progress.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    try work.prepare()
    let path = try arguments.argument(0)
    let source = try CorpusSource(path, caseOfRow: work.caseOfRow)
    let outputs = try CorpusReportOutputs(
      arguments.values(of: Self.output), name: Case.name(ofPath: path), of: arguments.command.path,
      console: console)
    let progress = Progress(
      of: source.count, unit: "cases", on: console, isShown: !arguments.isSet(Self.noProgress))
    var failed = 0
    let jobs = arguments.number(of: Self.jobs) ?? ProcessorCount.available
    let wantsPages = outputs.wantsPages
    try ParallelMap.run(
      jobs: jobs, next: source.next,
      transform: { [work] in CorpusRow($0, work: work, wantsPage: wantsPages) }
    ) { row in
      try outputs.write(row.outcome)
      if let error = row.error {
        failed += 1
        progress.finish()
        console.complain("\(row.name.quoted): \(error)")
      }
      progress.advance()
      return !outputs.isClosed
    }
    progress.finish()
    try outputs.finish()
    if failed > 0 { console.note("\(failed) cases could not be evaluated; their rows carry \"error\".") }
    return failed > 0 ? .incomplete : .success
  }
}

/// What came of one case.
///
/// A case that fails has a line and an entry too, with the reason in them.
private struct CorpusRow: Sendable {
  let name: String
  let outcome: CorpusOutcome
  let error: String?

  init(_ item: CorpusSource.Item, work: Work, wantsPage: Bool) {
    name = item.name
    do {
      outcome = try work.corpusReport(try item.load(), wantsPage)
      error = nil
    } catch {
      let sentence = ErrorText.sentence(for: error)
      let entry = CorpusEntry(name: item.name, error: sentence)
      outcome = CorpusOutcome(
        line: JSONReport.line(case: item.name, error: sentence), page: nil, entry: { _ in entry })
      self.error = sentence
    }
  }
}
