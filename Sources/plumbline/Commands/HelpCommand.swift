/// The verb `plumbline help corpus report`.
struct HelpCommand: Command {
  static let description = CommandDescription(
    path: ["help"],
    summary: "shows what a verb takes",
    arguments: [
      ArgumentDescription(value: .word("VERB"), help: "A verb, or the first word of one.", isOptional: true),
      ArgumentDescription(value: .word("SUBVERB"), help: "Its second word.", isOptional: true),
    ])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    var path: [String] = []
    for word in arguments.positionals {
      let known = ProgramDescription.plumbline.verbs(after: path).compactMap(\.path.last)
      guard known.contains(word) else {
        throw UsageError.unknownVerb(
          word, after: path, suggestion: Suggestion.nearest(to: word, among: known))
      }
      path.append(word)
    }
    try console.write(HelpText(program: .plumbline, path: path).text)
    return .success
  }
}
