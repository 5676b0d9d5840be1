/// The verb `plumbline diff RESPONSE IDEAL`.
struct DiffCommand: Command {
  let work: Work

  static let description = CommandDescription(
    path: ["diff"],
    summary: "shows how a response differs from its ideal; exits with 1 where it does",
    arguments: [
      ArgumentDescription(value: .path("RESPONSE"), help: "The answer to be judged: a file or a folder."),
      ArgumentDescription(
        value: .path("IDEAL"), help: "What the answer should have been: a file or a folder."),
    ],
    options: [format, .output],
    examples: [
      .init(line: "diff answer.md ideal.yaml", purpose: "Print the differences, resource by resource.")
    ])

  static let format = OptionDescription(
    "format", value: .choice("FORMAT", of: DiffFormat.self),
    help: "How to write the differences; text unless given.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let response = try Material(reading: arguments.argument(0))
    let ideal = try Material(reading: arguments.argument(1))
    for side in [response, ideal] { side.noteLeftOut(on: console) }
    let format = arguments.choice(of: Self.format, default: DiffFormat.text)
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    let outcome = try work.diff(response, ideal, format, writer.isColored)
    try writer.finish(text: outcome.text, summary: outcome.summary, isForPeople: format == .text)
    if !outcome.isComplete { return .incomplete }
    return outcome.hasDifferences ? .findings : .success
  }
}

extension Material {
  /// Says what in a folder was not read.
  func noteLeftOut(on console: Console) {
    if let sentence = leftOut.sentence { console.note("\(path.quoted): \(sentence)") }
  }
}
