import Knowledge
import Scoring

/// The knowledge base beside the executable with the project's own known failures and settings, read once and only when
/// it is needed.
struct LoadedKnowledge: Sendable {
  let settings: Lazy<Settings>
  /// What cases are judged by.
  let base: Lazy<KnowledgeBase>
  /// The rubric that ships with the program.
  let rubric: Lazy<Rubric>

  init(_ arguments: ParsedArguments, environment: [String: String] = Console.processEnvironment) {
    let settings = Lazy {
      try Settings(arguments, environment: environment, folder: FileReader.currentFolder)
    }
    let base = Lazy { try Self.read(settings.get()) }
    self.settings = settings
    self.base = base
    rubric = Lazy { try LoadedRubric.standard(for: base.get()) }
  }

  private static func read(_ settings: Settings) throws -> KnowledgeBase {
    let own = try settings.knowledge.flatMap { try files(in: $0.value) }
    let (base, problems) = KnowledgeBase.load(
      try files(in: shippedFolder(), prefix: ""), own: own, withExamples: false)
    if let problem = problems.first { throw problem }
    guard let file = settings.file else { return base }
    return base.adjusted(by: try file.settings(rules: Set(base.entries.map(\.id))))
  }

  /// The known failures that ship with the program, whole, and without the project's.
  static func shipped() throws -> KnowledgeBase {
    try whole(try files(in: shippedFolder(), prefix: ""))
  }

  /// Known failures with their examples.
  static func whole(
    _ files: [(path: String, bytes: [UInt8])], own: [(path: String, bytes: [UInt8])] = []
  ) throws -> KnowledgeBase {
    let (base, problems) = KnowledgeBase.load(files, own: own)
    if let problem = problems.first { throw problem }
    return base
  }

  static func shippedFolder() throws(ResourceError) -> String {
    try ResourceLocator(environment: Console.processEnvironment).folder("KnownFailures")
  }

  /// The files of a knowledge base.
  ///
  /// - Parameter prefix: what stands before their paths in messages; the folder unless given.
  static func files(
    in folder: String, prefix: String? = nil
  ) throws(FileError) -> [(path: String, bytes: [UInt8])] {
    let prefix = prefix ?? (folder.hasSuffix("/") ? folder : folder + "/")
    var files: [(path: String, bytes: [UInt8])] = []
    for name in try FolderListing(folder, withBinary: true).files where name.hasSuffix(".yaml") {
      files.append((prefix + name, try FileReader().read("\(folder)/\(name)")))
    }
    return files
  }
}
