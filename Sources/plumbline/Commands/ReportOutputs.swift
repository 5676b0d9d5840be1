import Reports

/// Where the forms of a report go: one result for `--format` and plain `--output PATH`, and a file for each
/// `--output FORMAT=PATH`.
///
///     -o report.md                        the result, in the format of the name
///     -o sarif=out.sarif -o junit=o.xml   files; standard output shows the text besides
///     -o github-summary=$GITHUB_STEP_SUMMARY   behind what the file holds
struct ReportOutputs {
  private let console: Console
  private let main: ResultWriter
  private let mainFormat: ReportFormat
  private let layout: ReportLayout
  private var files: [(format: ReportFormat, path: String, writer: ResultWriter, before: [UInt8])] = []

  /// - Parameter format: the value of `--format`; nil where it was not given.
  init(
    _ outputs: [String], format: ReportFormat?, layout: ReportLayout, of path: [String], console: Console
  ) throws {
    self.console = console
    self.layout = layout
    var plain: String?
    var format = format
    var targets: Set<String> = []
    for output in outputs {
      let form = try OutputTarget<ReportFormat>(output, of: path)
      let target = form.path
      guard let fileFormat = form.format, target != "-" else {
        if plain != nil { throw UsageError.givenTwice(option: "--output PATH", of: path) }
        if form.format != nil, format != nil {
          throw UsageError.conflict("--format", "--output \(output)", of: path)
        }
        plain = target
        format = form.format ?? format
        continue
      }
      // A file would hold whichever was renamed last.
      guard targets.insert(target).inserted else {
        throw UsageError.givenTwice(option: "--output FORMAT=\(target)", of: path)
      }
      let before = try Self.textToKeep(fileFormat, at: target, environment: console.environment)
      files.append((fileFormat, target, try ResultWriter(to: target, console: console), before))
    }
    if let plain, targets.contains(plain) {
      throw UsageError.givenTwice(option: "--output \(plain)", of: path)
    }
    mainFormat = format ?? ReportFormat(forOutput: plain)
    main = try ResultWriter(to: plain, console: console)
  }

  /// The forms to be written, in the order in which `finish` takes their texts.
  var forms: [ReportForm] {
    let result = ReportForm(format: mainFormat, layout: layout, isColored: main.isColored)
    return [result]
      + files.map { file in
        let room = file.before.isEmpty ? nil : max(0, GitHubSummary.mostBytes - file.before.count)
        return ReportForm(format: file.format, layout: layout, room: room)
      }
  }

  func finish(texts: [String], summary: String) throws(FileError) {
    for (file, text) in zip(files, texts.dropFirst()) {
      if !file.before.isEmpty { try file.writer.write(bytes: file.before) }
      try file.writer.write(text)
      try file.writer.finish()
      console.note("\(file.format.rawValue) written to \(file.path.quoted).")
    }
    guard let text = texts.first else { return }
    try main.finish(text: text, summary: summary, isForPeople: mainFormat == .text)
  }

  /// What other commands of the step have written to the file of the job summary, which is theirs too.
  private static func textToKeep(
    _ format: ReportFormat, at path: String, environment: [String: String]
  ) throws(FileError) -> [UInt8] {
    guard format == .githubSummary, path == environment["GITHUB_STEP_SUMMARY"], FileReader.isFile(path) else {
      return []
    }
    return try FileReader().read(path)
  }
}
