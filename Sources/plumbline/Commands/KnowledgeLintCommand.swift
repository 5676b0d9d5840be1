import CorpusTools
import Knowledge

/// The verb `plumbline knowledge lint`.
struct KnowledgeLintCommand: Command {
  static let description = CommandDescription(
    path: ["knowledge", "lint"],
    summary: "checks the files of known failures, with path and line; exits with 1 where one cannot be used",
    arguments: [
      ArgumentDescription(
        value: .folder("FOLDER"), help: "A folder of your own; Plumbline's known failures unless given.",
        isOptional: true)
    ],
    options: [.output],
    examples: [.init(line: "knowledge lint ops/known-failures", purpose: "Check your own.")])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let lint: KnowledgeLint
    if let folder = arguments.positionals.first {
      let ids = try LoadedKnowledge.shipped().entries.map(\.id)
      lint = KnowledgeLint(try LoadedKnowledge.files(in: folder), known: Set(ids))
    } else {
      let folder = try LoadedKnowledge.shippedFolder()
      lint = KnowledgeLint(try LoadedKnowledge.files(in: folder, prefix: ""))
    }
    let faults = lint.remarks.count { $0.isFault }
    let summary = "\(lint.files) files; \(faults) faults, \(lint.remarks.count - faults) notes."
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    try writer.finish(
      text: lint.remarks.map { "\($0.text)\n" }.joined() + "\(summary)\n", summary: summary,
      isForPeople: true)
    return faults == 0 ? .success : .findings
  }
}
