import Knowledge
import Reports

/// The verb `plumbline knowledge list`.
struct KnowledgeListCommand: Command {
  let knowledge: LoadedKnowledge

  static let description = CommandDescription(
    path: ["knowledge", "list"],
    summary: "lists the known failures: id, severity, category, figure and title",
    options: [category, severity, format, .output, .knowledge, .config],
    examples: [
      .init(line: "knowledge list --category security-iam", purpose: "List those about security."),
      .init(line: "knowledge list --severity critical", purpose: "List the critical ones."),
    ])

  static let category = OptionDescription(
    "category", value: .choice("CATEGORY", of: Category.self), help: "Only those of this category.")
  static let severity = OptionDescription(
    "severity", value: .choice("SEVERITY", of: Severity.self), help: "Only those of this severity.")
  static let format = OptionDescription(
    "format", value: .choice("FORMAT", of: AuditFormat.self), help: "How to write them; text unless given.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let base = try knowledge.base.get()
    let category = arguments.value(of: Self.category).flatMap(Category.init)
    let severity = arguments.value(of: Self.severity).flatMap(Severity.init)
    let entries = base.entries.filter { entry in
      (category ?? entry.category) == entry.category
        && (severity ?? entry.severity.level) == entry.severity.level
    }
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    let table = KnownFailureTable(
      entries, reported: base.reported, style: TerminalStyle(isColoured: writer.isColored))
    let format = arguments.choice(of: Self.format, default: AuditFormat.text)
    try writer.finish(
      text: format == .text ? table.text : table.json,
      summary: "\(entries.count) of \(base.entries.count) known failures.", isForPeople: format == .text)
    return .success
  }
}
