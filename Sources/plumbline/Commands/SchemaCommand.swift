import Reports

/// The verb `plumbline schema [DOCUMENT]`.
struct SchemaCommand: Command {
  static let description = CommandDescription(
    path: ["schema"],
    summary: "prints the JSON Schema of the documents that other verbs write",
    arguments: [
      ArgumentDescription(
        value: .choice("DOCUMENT", of: JSONSchema.self),
        help: "Which document; the report unless given.", isOptional: true)
    ],
    options: [.output],
    examples: [
      .init(line: "schema audit", purpose: "Print the schema of what audit --format json writes.")
    ])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let schema = arguments.positionals.first.flatMap(JSONSchema.init) ?? .report
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    try writer.finish(text: schema.text, summary: "The schema of \(schema.rawValue).", isForPeople: false)
    return .success
  }
}
