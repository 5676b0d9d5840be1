/// The help text of the program, a group or a verb, at most 80 columns wide.
struct HelpText {
  let program: ProgramDescription
  let path: [String]

  /// Ends in a line break.
  var text: String {
    let body =
      if let command = program.command(at: path) {
        [heading(command.summary), usage(of: command), arguments(of: command), options(of: command)]
          + [globals, examples(of: command)]
      } else {
        [heading(groupSummary), groupUsage, verbs, globals, closing]
      }
    return body.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var name: String { ([program.name] + path).joined(separator: " ") }

  private var groupSummary: String { program.groups.first { $0.path == path }?.summary ?? program.summary }

  private func heading(_ summary: String) -> String { Columns.wrap("\(name) \(summary).", indent: 0) }

  private var groupUsage: String { section("Usage", ["  \(name) VERB [OPTIONS]\n"]) }

  private var verbs: String {
    section(
      "Verbs", entries(under: path).map { Columns.row($0.path.joined(separator: " "), $0.summary) })
  }

  /// The verbs below a path; a group is replaced by its verbs.
  private func entries(under path: [String]) -> [CommandDescription] {
    program.commands.filter { !$0.isHidden && $0.path.starts(with: path) }
  }

  private var closing: String {
    Columns.wrap("'\(program.name) VERB --help' shows what a verb takes.", indent: 0)
  }

  private func usage(of command: CommandDescription) -> String {
    let derived =
      (["[OPTIONS]"]
        + command.arguments.map { argument in
          let name = argument.isRepeated ? "\(argument.name)…" : argument.name
          return argument.isOptional ? "[\(name)]" : name
        })
    let lines = command.usage.isEmpty ? [derived.joined(separator: " ")] : command.usage
    return section("Usage", lines.map { "  \(name) \($0)\n" })
  }

  private func arguments(of command: CommandDescription) -> String {
    section("Arguments", command.arguments.map { Columns.row($0.name, $0.help + choices(of: $0.value)) })
  }

  private func options(of command: CommandDescription) -> String { section("Options", rows(command.options)) }

  private var globals: String {
    let own = path.isEmpty ? [OptionDescription.version] : []
    return section("Everywhere", rows(program.globalOptions + own))
  }

  private func rows(_ options: [OptionDescription]) -> [String] {
    options.filter { !$0.isHidden }.map { option in
      let short = option.short.map { "-\($0), " } ?? "    "
      let value = option.value.map { " \($0.name)" } ?? ""
      let repeated = option.isRepeated ? " May be repeated." : ""
      return Columns.row(
        "\(short)--\(option.long)\(value)", option.help + choices(of: option.value) + repeated)
    }
  }

  private func choices(of value: ValueDescription?) -> String {
    guard let words = value?.choices, !words.isEmpty else { return "" }
    return " One of: \(words.joined(separator: ", "))."
  }

  private func examples(of command: CommandDescription) -> String {
    section(
      "Examples",
      command.examples.map { "  \(program.name) \($0.line)\n" + Columns.wrap($0.purpose, indent: 6) })
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\(title):\n\(lines.joined())"
  }
}
