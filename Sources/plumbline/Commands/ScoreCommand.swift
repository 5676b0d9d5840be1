import CorpusTools
import Knowledge
import Reports
import Scoring
import TemplateDiff

/// The verb `plumbline score CASE…`.
struct ScoreCommand: Command {
  let knowledge: LoadedKnowledge

  static let description = CommandDescription(
    path: ["score"],
    summary: "says how much a model can learn from a case, 0 to 10, with a reason for every point",
    arguments: [
      ArgumentDescription(
        value: .folder("CASE"),
        help:
          "A folder with \(Case.responseName), \(Case.idealName) and, if there is one, \(Case.promptName).",
        isRepeated: true)
    ],
    options: [format, .output, rubric, minimum, .knowledge, .config],
    examples: [
      .init(line: "score cases/vpc --min 8", purpose: "Exit with 1 where the value is below 8."),
      .init(line: "score cases/vpc --rubric own.yaml", purpose: "Score by a rubric of your own."),
    ])

  static let format = OptionDescription(
    "format", value: .choice("FORMAT", of: ScoreFormat.self),
    help: "How to write the values; text unless given.")
  static let rubric = OptionDescription(
    "rubric", value: .path("FILE"),
    help: "The rubric to score by; the one that ships with Plumbline unless given.")
  static let minimum = OptionDescription(
    "min", value: .number("N", 0...10), help: "Exit with 1 where a case has a lower value.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let base = try knowledge.base.get()
    let own = try arguments.value(of: Self.rubric).map { try LoadedRubric.rubric(at: $0, for: base) }
    let rubric = try own ?? knowledge.rubric.get()
    let facts = try LoadedFacts.table.get()
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    var scores: [(name: String, value: TrainingValue, summary: ReportSummary)] = []
    var isComplete = true
    for folder in arguments.positionals {
      let name = Case.name(ofPath: folder)
      let analysis = try Case(folder: folder, name: name).analysed(with: base, facts: facts)
      scores.append((name, rubric.value(of: analysis), ReportSummary(analysis)))
      if !analysis.diff.response.isRead || !analysis.diff.ideal.isRead {
        isComplete = false
        console.note(
          "\(folder.quoted): no template was found on one side; the value rests on the other alone.")
      }
    }
    let format = arguments.choice(of: Self.format, default: ScoreFormat.text)
    let style = TerminalStyle(isColoured: writer.isColored)
    let text =
      switch format {
      case .text:
        scores.map { TextTrainingValue($0.value, case: $0.name, summary: $0.summary, style: style).text }
          .joined()
      case .json: JSONScores(scores).text
      case .jsonl: JSONScores(scores).lines
      }
    let lowest = scores.map(\.value.value).min() ?? 0
    try writer.finish(
      text: text,
      summary:
        "\(scores.count == 1 ? "1 case" : "\(scores.count) cases") scored; the lowest value is \(lowest).",
      isForPeople: format == .text)
    if !isComplete { return .incomplete }
    return arguments.number(of: Self.minimum).map { lowest < $0 } == true ? .findings : .success
  }
}
