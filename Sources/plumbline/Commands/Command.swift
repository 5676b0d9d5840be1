/// A verb: what it is called and takes, and what it does.
protocol Command {
  static var description: CommandDescription { get }
  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode
}

extension OptionDescription {
  static let color = OptionDescription(
    "color", value: .choice("WHEN", of: ColorChoice.self),
    help: "Colour the result. The default, auto, colours for a terminal and heeds NO_COLOR and FORCE_COLOR.")
  static let quiet = OptionDescription(
    "quiet", short: "q", help: "Leave out notes and progress; shorten a text result to one line.")
  static let output = OptionDescription(
    "output", short: "o", value: .path("PATH"),
    help: "Write the result to a file, which appears only when complete; - is standard output.")
}
