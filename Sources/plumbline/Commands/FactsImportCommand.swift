import Facts

/// The verb `plumbline facts import FOLDER`.
struct FactsImportCommand: Command {
  static let description = CommandDescription(
    path: ["facts", "import"],
    summary: "makes the table of facts from unpacked packages; see 'make facts'",
    arguments: [
      ArgumentDescription(
        value: .folder("FOLDER"),
        help: "A folder with one folder a package, each with a file SOURCE: name, version, date, SHA-256.")
    ],
    options: [.output],
    examples: [
      .init(line: "facts import packages --output facts.txt", purpose: "Write the table to a file.")
    ])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let table = try FactsImport.table(from: Self.packages(in: arguments.argument(0)))
    let facts = try FactsTable(FactsBytes(table))
    try facts.verify()
    let lines = FactsSection.allCases.map { facts.count(of: $0) }.reduce(0, +)
    let summary = "\(lines) lines of facts from \(facts.sources.count) sources in \(table.count) bytes."
    if let path = arguments.value(of: .output), path != "-" {
      try AtomicFile.write(table, to: path)
      console.note("\(summary) Written to \(path.quoted).")
    } else {
      try console.write(String(decoding: table, as: UTF8.self))
    }
    return .success
  }

  /// The packages below a folder, by the folders that its files lie in.
  private static func packages(in folder: String) throws -> [FactsPackage] {
    var files: [String: [String]] = [:]
    for path in try FolderListing(folder).files {
      guard let slash = path.firstIndex(of: "/") else { continue }
      files[String(path[..<slash]), default: []].append(String(path[path.index(after: slash)...]))
    }
    return try files.keys.sorted().map { name in
      let place = "\(folder)/\(name)"
      let source = try FileReader().read("\(place)/SOURCE")
      let words = String(decoding: source, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(
        String.init)
      guard words.count == 4 else { throw FactsImportError.malformed("\(name)/SOURCE", offset: 0) }
      return FactsPackage(
        name: words[0], version: words[1], date: words[2], digest: words[3], paths: files[name] ?? [],
        read: { try FileReader().read("\(place)/\($0)") })
    }
  }
}
