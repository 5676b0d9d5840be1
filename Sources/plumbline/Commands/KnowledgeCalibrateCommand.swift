import Audit
import CorpusTools
import Knowledge
import SourceText

/// The verb `plumbline knowledge calibrate CORPUS`.
struct KnowledgeCalibrateCommand: Command {
  let knowledge: LoadedKnowledge

  static let description = CommandDescription(
    path: ["knowledge", "calibrate"],
    summary: "counts how often a finding of each kind was one that a reviewer reported as well",
    arguments: [
      ArgumentDescription(
        value: .folder("CORPUS"), help: "A folder of case folders with a \(reportName) in each.")
    ],
    options: [half, .output, CorpusReportCommand.jobs, CorpusReportCommand.noProgress, .knowledge, .config],
    examples: [
      .init(
        line: "knowledge calibrate cases --half first -o reported.yaml",
        purpose: "Write the figures by which findings are put in order, from half of the cases.")
    ])

  static let reportName = "MODEL_FAILURES.md"
  static let half = OptionDescription(
    "half", value: .choice("HALF", of: CorpusHalf.self),
    help: "Only half of the cases, by a hash of their names, so that the other can try the figures.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let base = try knowledge.base.get()
    let facts = try LoadedFacts.table.get()
    let cases = try reviewedCases(
      in: arguments.argument(0), arguments.value(of: Self.half).flatMap(CorpusHalf.init))
    let vocabulary = TitleVocabulary(titles: cases.flatMap { $0.report.items.map(\.title) })
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    let progress = Progress(
      of: cases.count, unit: "cases", on: console,
      isShown: !arguments.isSet(CorpusReportCommand.noProgress))
    var rest = cases[...]
    var calibration = Calibration()
    try ParallelMap.run(
      jobs: arguments.number(of: CorpusReportCommand.jobs) ?? ProcessorCount.available,
      next: { rest.popFirst() },
      transform: { item in
        Result {
          Calibration(
            try item.load().analysed(with: base, facts: facts), report: item.report, vocabulary: vocabulary)
        }
      },
      each: { result in
        calibration.add(try result.get())
        progress.advance()
        return true
      })
    progress.finish()
    let total = calibration.total
    try writer.finish(
      text: calibration.text,
      summary:
        "\(calibration.cases) cases, \(calibration.failures) reported failures, \(total.findings) findings of "
        + "\(calibration.counts.count) kinds; \(total.reported) were reported as well.",
      isForPeople: false)
    return .success
  }

  private struct ReviewedCase: Sendable {
    let report: FailureReport
    let load: @Sendable () throws -> Case
  }

  private func reviewedCases(in folder: String, _ half: CorpusHalf?) throws -> [ReviewedCase] {
    guard try FileReader.isFolder(folder) else { throw FileError.notAFolder(folder) }
    let source = try CorpusSource(folder) { row, path in
      throw RowFault(path: path, line: row.number, fault: .missing(field: Self.reportName))
    }
    var cases: [ReviewedCase] = []
    while let item = try source.next() {
      let path = "\(folder)/\(item.name)/\(Self.reportName)"
      guard half?.holds(item.name) ?? true, FileReader.isFile(path) else { continue }
      let report = FailureReport(SourceFile(path: path, bytes: try FileReader().read(path)))
      if !report.items.isEmpty { cases.append(ReviewedCase(report: report, load: item.load)) }
    }
    guard !cases.isEmpty else { throw FileError.incompleteCase(folder, missing: [Self.reportName]) }
    return cases
  }
}
