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
    options: [.output, jobs, noProgress, .knowledge, .config],
    examples: [
      .init(line: "corpus report cases -o findings.jsonl", purpose: "Analyse every case below a folder."),
      .init(
        line: "corpus report rows.jsonl --jobs 1", purpose: "Use one thread, where the caller runs several."),
    ])

  static let jobs = OptionDescription(
    "jobs", short: "j", value: .number("N", 1...1024),
    help: "The number of threads; all processors unless given. The result does not depend on it.")
  static let noProgress = OptionDescription("no-progress", help: "Show no progress.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    try work.prepare()
    let source = try CorpusSource(arguments.argument(0), caseOfRow: work.caseOfRow)
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    let progress = Progress(
      of: source.count, unit: "cases", on: console, isShown: !arguments.isSet(Self.noProgress))
    var failed = 0
    let jobs = arguments.number(of: Self.jobs) ?? ProcessorCount.available
    try ParallelMap.run(jobs: jobs, next: source.next, transform: { [work] in CorpusRow($0, work: work) }) {
      row in
      try writer.write("\(row.line)\n")
      if let error = row.error {
        failed += 1
        progress.finish()
        console.complain("\(row.name.quoted): \(error)")
      }
      progress.advance()
      return !writer.isClosed
    }
    progress.finish()
    try writer.finish()
    if failed > 0 { console.note("\(failed) cases could not be evaluated; their rows carry \"error\".") }
    return failed > 0 ? .incomplete : .success
  }
}

/// The line of one case.
///
/// A case that fails has a line too, with the reason in it.
private struct CorpusRow: Sendable {
  let name: String
  let line: String
  let error: String?

  init(_ item: CorpusSource.Item, work: Work) {
    name = item.name
    do {
      line = try work.corpusLine(try item.load())
      error = nil
    } catch {
      let sentence = ErrorText.sentence(for: error)
      line = JSONReport.line(case: item.name, error: sentence)
      self.error = sentence
    }
  }
}
