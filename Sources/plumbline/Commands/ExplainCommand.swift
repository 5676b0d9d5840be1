import CorpusTools
import Knowledge
import Reports

/// The verb `plumbline explain FINDING`.
struct ExplainCommand: Command {
  let knowledge: LoadedKnowledge

  static let description = CommandDescription(
    path: ["explain"],
    summary: "says why a finding is told: what held and where, why it is this severe, and how sure it is",
    arguments: [
      ArgumentDescription(
        value: .word("FINDING"),
        help: "A finding's fingerprint, as the JSON report has it, or the id of a known failure.")
    ],
    options: [
      caseFolder, ReportCommand.response, ReportCommand.ideal, ReportCommand.prompt, .output, .knowledge,
      .config, ReportCommand.day,
    ],
    examples: [
      .init(line: "explain circular-dependency", purpose: "Show what is known of it."),
      .init(line: "explain circular-dependency --case cases/vpc", purpose: "Explain the findings in a case."),
      .init(
        line: "explain 2f1c9a0b44de7781 --response a.yaml --ideal b.yaml", purpose: "Explain one finding."),
    ])

  static let caseFolder = OptionDescription(
    "case", value: .folder("CASE"),
    help: "The case that it was found in; without one the known failure is shown.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let name = try arguments.argument(0)
    let path = arguments.command.path
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    let hasFiles = [ReportCommand.response, ReportCommand.ideal].contains(where: arguments.isSet)
    guard hasFiles || arguments.isSet(Self.caseFolder) else {
      let page = try KnowledgeShowCommand.page(of: name, in: knowledge, path: path)
      try writer.finish(text: page, summary: "One known failure.", isForPeople: false)
      return .success
    }
    let subject = try ReportCommand.subject(
      arguments, folder: arguments.value(of: Self.caseFolder), named: "--case")
    let base = try knowledge.base.get()
    let analysis = subject.analysed(
      with: base, facts: try LoadedFacts.table.get(), suppressedOn: try ReportCommand.day(arguments))
    let all: [(finding: Finding, suppression: Suppression?)] =
      analysis.findings.map { ($0, nil) } + analysis.suppressed.map { ($0.finding, $0.suppression) }
    let meant = all.filter { $0.finding.fingerprint == name || $0.finding.rule == name }
    guard !meant.isEmpty else {
      let known = Set(all.map(\.finding.rule)).sorted() + all.map(\.finding.fingerprint)
      throw UsageError.unknownFinding(
        name, suggestion: Suggestion.nearest(to: name, among: known), of: path)
    }
    let style = TerminalStyle(isColoured: writer.isColored)
    let texts = meant.compactMap { finding, suppression in
      base.entries.first { $0.id == finding.rule }.map {
        Explanation(finding, suppression: suppression, of: $0, in: analysis, style: style).text
      }
    }
    try writer.finish(
      text: texts.joined(separator: "\n"),
      summary: "\(texts.count == 1 ? "1 finding" : "\(texts.count) findings") explained.", isForPeople: true)
    return .success
  }
}
