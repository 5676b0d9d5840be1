/// The verb `plumbline version`.
struct VersionCommand: Command {
  static let version = "0.1.0"

  static let description = CommandDescription(path: ["version"], summary: "shows the version")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    try console.write("plumbline \(Self.version)\n")
    return .success
  }
}
