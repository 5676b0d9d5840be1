import Knowledge
import Reports

/// The verb `plumbline knowledge show ID`.
struct KnowledgeShowCommand: Command {
  let knowledge: LoadedKnowledge

  static let description = CommandDescription(
    path: ["knowledge", "show"],
    summary: "shows a known failure: what is looked for, why it is severe, the fix and the examples",
    arguments: [ArgumentDescription(value: .word("ID"), help: "Its id, the name of its file.")],
    options: [.output, .knowledge, .config],
    examples: [.init(line: "knowledge show circular-dependency", purpose: "Print its page as Markdown.")])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let entry = try Self.page(of: arguments.argument(0), in: knowledge, path: arguments.command.path)
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    try writer.finish(text: entry, summary: "One known failure.", isForPeople: false)
    return .success
  }

  /// The page of a known failure, which is read again for its examples.
  static func page(of id: String, in knowledge: LoadedKnowledge, path: [String]) throws -> String {
    let own = try knowledge.settings.get().knowledge.flatMap { try LoadedKnowledge.files(in: $0.value) }
    let base = try LoadedKnowledge.whole(
      LoadedKnowledge.files(in: LoadedKnowledge.shippedFolder(), prefix: ""), own: own)
    guard let entry = base.entries.first(where: { $0.id == id }) else {
      throw UsageError.unknownKnownFailure(
        id, suggestion: Suggestion.nearest(to: id, among: base.entries.map(\.id)), of: path)
    }
    return KnownFailurePage(entry, reported: base.reported[id]).text
  }
}
