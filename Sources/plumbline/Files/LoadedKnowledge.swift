import Knowledge

/// The knowledge base beside the executable, read once and only when it is needed.
enum LoadedKnowledge {
  static let base: Result<KnowledgeBase, any Error> = Result { try read() }

  private static func read() throws -> KnowledgeBase {
    let folder = try ResourceLocator(environment: Console.processEnvironment).folder("KnownFailures")
    var files: [(path: String, bytes: [UInt8])] = []
    for name in try FolderListing(folder).files where name.hasSuffix(".yaml") {
      files.append((name, try FileReader().read("\(folder)/\(name)")))
    }
    let (base, problems) = KnowledgeBase.load(files)
    if let problem = problems.first { throw problem }
    return base
  }
}
