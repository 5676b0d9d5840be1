import Knowledge

/// The verb `plumbline config show`.
struct ConfigShowCommand: Command {
  let knowledge: LoadedKnowledge

  static let description = CommandDescription(
    path: ["config", "show"],
    summary: "shows the settings that count here, and who says so",
    options: [.output, .knowledge, .config],
    examples: [.init(line: "config show", purpose: "Show what the environment and the project's file set.")])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let settings = try knowledge.settings.get()
    // What the file names must exist, as it must for a report.
    _ = try knowledge.base.get()
    let file = settings.file
    func place(_ line: Int) -> String { Settings.Origin.file(file?.path ?? "", line: line).text }
    var rows = [("file", file?.path ?? "none", "")]
    rows.append(
      ("fail-on", settings.failOn?.value.rawValue ?? "never", (settings.failOn?.origin ?? .builtIn).text))
    rows += settings.knowledge.map { ("knowledge", $0.value, $0.origin.text) }
    rows += file?.off.map { ("off", $0.value, place($0.line)) } ?? []
    rows +=
      file?.severities.map { ("severity", "\($0.name.value): \($0.level.rawValue)", place($0.name.line)) }
      ?? []
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    let text = rows.map { "\($0.0)  \($0.1)\($0.2.isEmpty ? "" : "  (\($0.2))")\n" }.joined()
    try writer.finish(text: text, summary: "\(rows.count) settings.", isForPeople: true)
    return .success
  }
}
