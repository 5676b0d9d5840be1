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
    options: [format, unified, only, ignore, .output],
    examples: [
      .init(line: "diff answer.md ideal.yaml", purpose: "Print the differences, resource by resource."),
      .init(
        line: "diff answer.md ideal.yaml --only 'AWS::IAM::*' --unified",
        purpose: "Print the lines that differ in IAM resources."),
    ])

  static let format = OptionDescription(
    "format", value: .choice("FORMAT", of: DiffFormat.self),
    help: "How to write the differences; text unless given.")

  static let unified = OptionDescription(
    "unified", help: "Show the lines that differ instead of a tree; for text only.")
  static let only = OptionDescription(
    "only", value: .word("TYPE"), isRepeated: true,
    help: "Show resources of this type alone; * stands for any text. May be repeated.")
  static let ignore = OptionDescription(
    "ignore", value: .word("PATH"), isRepeated: true,
    help: "Leave out what differs at or below this property, such as Tags. May be repeated.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let response = try Material(reading: arguments.argument(0))
    let ideal = try Material(reading: arguments.argument(1))
    for side in [response, ideal] { side.noteLeftOut(on: console) }
    let format = arguments.choice(of: Self.format, default: DiffFormat.text)
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    let request = DiffRequest(
      format: format, isUnified: arguments.isSet(Self.unified), types: arguments.values(of: Self.only),
      ignored: arguments.values(of: Self.ignore))
    let outcome = try work.diff(response, ideal, request, writer.isColored)
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
