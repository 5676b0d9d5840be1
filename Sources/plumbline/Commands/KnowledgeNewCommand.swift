import Knowledge

/// The verb `plumbline knowledge new ID`.
struct KnowledgeNewCommand: Command {
  static let description = CommandDescription(
    path: ["knowledge", "new"],
    summary: "writes the file of a new known failure, to be filled in",
    arguments: [
      ArgumentDescription(
        value: .word("ID"), help: "Its id, the fault in words with hyphens: hardcoded-region.")
    ],
    options: [category, folder],
    examples: [
      .init(
        line: "knowledge new open-ssh --category networking --folder own",
        purpose: "Write own/networking/open-ssh.yaml.")
    ])

  static let category = OptionDescription(
    "category", value: .choice("CATEGORY", of: Category.self), help: "The part of the craft it belongs to.")
  static let folder = OptionDescription(
    "folder", value: .folder("FOLDER"), help: "Where your known failures lie; this folder unless given.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let path = arguments.command.path
    let id = try arguments.argument(0)
    guard let category = arguments.value(of: Self.category).flatMap(Category.init) else {
      throw UsageError.missingArgument("--category", of: path)
    }
    let isName = id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard isName, id.utf8.first != 0x2D else { throw UsageError.notAnID(id, of: path) }
    let base = arguments.value(of: Self.folder) ?? "."
    let folder = "\(base)/\(category.rawValue)"
    let file = "\(folder)/\(id).yaml"
    let known = try LoadedKnowledge.shipped().entries.contains { $0.id == id }
    guard !known, !FileReader.isFile(file) else { throw UsageError.takenID(id, of: path) }
    guard try FileReader.isFolder(base) else { throw FileError.notAFolder(base) }
    try AtomicFile.makeFolder(folder)
    try AtomicFile.write(Array(KnownFailure.template(id: id, category: category).utf8), to: file)
    console.note(
      "\(file.quoted) written; fill it in until 'plumbline knowledge lint \(base)' has nothing to say.")
    return .success
  }
}
