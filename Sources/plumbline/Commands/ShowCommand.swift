/// The verb `plumbline show PATH`.
struct ShowCommand: Command {
  let work: Work

  static let description = CommandDescription(
    path: ["show"],
    summary: "shows what was read: files, resources, parameters, outputs and problems",
    arguments: [
      ArgumentDescription(value: .path("PATH"), help: "A Markdown answer, a template or a folder.")
    ],
    options: [format, .output],
    examples: [.init(line: "show answer.md --format json", purpose: "Print it for another program.")])

  static let format = OptionDescription(
    "format", value: .choice("FORMAT", of: ShowFormat.self), help: "How to write it; text unless given.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let material = try Material(reading: arguments.argument(0))
    material.noteLeftOut(on: console)
    let format = arguments.choice(of: Self.format, default: ShowFormat.text)
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    let outcome = try work.show(material, format, writer.isColored)
    try writer.finish(text: outcome.text, summary: outcome.summary, isForPeople: format == .text)
    return outcome.isComplete ? .success : .incomplete
  }
}
