import Reports

/// Where the result of `corpus report` goes: JSON lines to one file or to standard output, pages to a folder.
///
///     (nothing)                lines to standard output
///     -o out.jsonl             lines to the file
///     -o html=pages            pages/index.html and a page for each case; no lines
///     -o html=pages -o -       both
final class CorpusReportOutputs {
  private let lines: ResultWriter?
  private let folder: String?
  private let name: String
  private let console: Console
  private var entries: [CorpusEntry] = []
  private var names = PageNames()

  /// Whether each case needs a page.
  var wantsPages: Bool { folder != nil }

  /// Whether no one reads on, so that the rest need not be computed.
  var isClosed: Bool { folder == nil && lines?.isClosed == true }

  /// - Parameter name: what the corpus is called.
  init(_ outputs: [String], name: String, of path: [String], console: Console) throws {
    var linesPath: String?
    var folder: String?
    for output in outputs {
      let target = try OutputTarget<CorpusFormat>(output, of: path)
      switch target.format ?? .jsonl {
      case .jsonl:
        if linesPath != nil { throw UsageError.givenTwice(option: "--output PATH", of: path) }
        linesPath = target.path
      case .html:
        if folder != nil { throw UsageError.givenTwice(option: "--output html=FOLDER", of: path) }
        folder = target.path
      }
    }
    self.folder = folder
    self.name = name
    self.console = console
    lines = folder == nil || linesPath != nil ? try ResultWriter(to: linesPath, console: console) : nil
    if let folder {
      try NewFolder.make(folder)
      try NewFolder.make("\(folder)/cases")
    }
  }

  func write(_ outcome: CorpusOutcome) throws(FileError) {
    try lines?.write("\(outcome.line)\n")
    guard let folder else { return }
    let page = outcome.page.map { (text: $0.text, path: names.page(of: $0.name)) }
    if let page { try AtomicFile.write(page.text.utf8, to: "\(folder)/\(page.path)") }
    entries.append(outcome.entry(page?.path))
  }

  func finish() throws(FileError) {
    try lines?.finish()
    guard let folder else { return }
    let index = HTMLCorpusIndex(entries, name: name).text
    try AtomicFile.write(index.utf8, to: "\(folder)/index.html")
    console.note("The index and the pages of \(entries.count) cases written to \(folder.quoted).")
  }
}
