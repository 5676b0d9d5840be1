import CorpusTools
import Knowledge

/// The verb `plumbline knowledge test`.
struct KnowledgeTestCommand: Command {
  static let description = CommandDescription(
    path: ["knowledge", "test"],
    summary: "replays the examples of known failures; exits with 1 where one does not give what it states",
    arguments: [
      ArgumentDescription(
        value: .word("ID"), help: "The known failures to test; all unless given.", isOptional: true,
        isRepeated: true)
    ],
    options: [.output, .knowledge],
    examples: [
      .init(line: "knowledge test circular-dependency", purpose: "Test one of Plumbline's own."),
      .init(line: "knowledge test --knowledge ops/known-failures", purpose: "Test all of your own."),
    ])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let own = try arguments.values(of: .knowledge).flatMap { try LoadedKnowledge.files(in: $0) }
    let base = try LoadedKnowledge.whole(
      LoadedKnowledge.files(in: LoadedKnowledge.shippedFolder(), prefix: ""), own: own)
    let tested = try entries(arguments, of: base, own: own)
    let replay = ExampleReplay(base, facts: try LoadedFacts.table.get())
    var lines: [String] = []
    var failed = 0
    var examples = 0
    var forms = 0
    for entry in tested {
      var faults: [String] = []
      for example in entry.examples {
        let outcomes = replay.outcomes(of: example, rule: entry.id)
        examples += 1
        forms += outcomes.count
        for outcome in outcomes where !outcome.faults.isEmpty {
          faults.append(
            "  \(example.name) (line \(example.line)), \(outcome.form.rawValue): "
              + outcome.faults.joined(separator: "; "))
        }
      }
      let firing = entry.examples.count { !$0.findings.isEmpty }
      let dialects = entry.shownDialects.map(\.rawValue).joined(separator: ", ")
      lines.append(
        "\(faults.isEmpty ? "ok  " : "FAIL") \(entry.id): \(firing) fire, \(entry.examples.count - firing) stay silent"
          + (dialects.isEmpty ? "" : " (\(dialects))"))
      lines += faults
      failed += faults.isEmpty ? 0 : 1
    }
    let summary =
      "\(tested.count) known failures, \(examples) examples replayed in \(forms) forms; \(failed) fail."
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    try writer.finish(
      text: (lines + [summary]).joined(separator: "\n") + "\n", summary: summary, isForPeople: true)
    return failed == 0 ? .success : .findings
  }

  /// Those that are named; otherwise the user's own, or all.
  private func entries(
    _ arguments: ParsedArguments, of base: KnowledgeBase, own: [(path: String, bytes: [UInt8])]
  ) throws -> [KnownFailure] {
    guard !arguments.positionals.isEmpty else {
      if !arguments.isSet(.knowledge) { return base.entries }
      return base.entries.filter { entry in
        own.contains { $0.path.hasSuffix("/\(entry.category.rawValue)/\(entry.id).yaml") }
      }
    }
    return try arguments.positionals.map { id in
      guard let entry = base.entries.first(where: { $0.id == id }) else {
        throw UsageError.unknownKnownFailure(
          id, suggestion: Suggestion.nearest(to: id, among: base.entries.map(\.id)),
          of: arguments.command.path)
      }
      return entry
    }
  }
}
