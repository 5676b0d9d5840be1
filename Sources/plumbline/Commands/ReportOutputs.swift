/// Where the forms of a report go: one result for `--format` and plain `--output PATH`, and a file for each
/// `--output FORMAT=PATH`.
///
///     -o report.md                        the result, in the format of the name
///     -o sarif=out.sarif -o junit=o.xml   files; standard output shows the text besides
struct ReportOutputs {
  private let console: Console
  private let main: ResultWriter
  private let mainFormat: ReportFormat
  private var files: [(format: ReportFormat, path: String, writer: ResultWriter)] = []

  /// - Parameter format: the value of `--format`; nil where it was not given.
  init(_ outputs: [String], format: ReportFormat?, of path: [String], console: Console) throws {
    self.console = console
    var plain: String?
    var format = format
    var targets: Set<String> = []
    for output in outputs {
      let form = try Self.form(output, of: path)
      guard let form, form.path != "-" else {
        if plain != nil { throw UsageError.givenTwice(option: "--output PATH", of: path) }
        if form != nil, format != nil {
          throw UsageError.conflict("--format", "--output \(output)", of: path)
        }
        plain = form?.path ?? output
        format = form?.format ?? format
        continue
      }
      let target = form.path
      // A file would hold whichever was renamed last.
      guard targets.insert(target).inserted else {
        throw UsageError.givenTwice(option: "--output FORMAT=\(target)", of: path)
      }
      files.append((form.format, target, try ResultWriter(to: target, console: console)))
    }
    if let plain, targets.contains(plain) {
      throw UsageError.givenTwice(option: "--output \(plain)", of: path)
    }
    mainFormat = format ?? ReportFormat(forOutput: plain)
    main = try ResultWriter(to: plain, console: console)
  }

  /// The forms to be written, in the order in which `finish` takes their texts.
  var forms: [ReportForm] {
    [ReportForm(format: mainFormat, isColored: main.isColored)] + files.map { ReportForm(format: $0.format) }
  }

  func finish(texts: [String], summary: String) throws(FileError) {
    for (file, text) in zip(files, texts.dropFirst()) {
      try file.writer.write(text)
      try file.writer.finish()
      console.note("\(file.format.rawValue) written to \(file.path.quoted).")
    }
    guard let text = texts.first else { return }
    try main.finish(text: text, summary: summary, isForPeople: mainFormat == .text)
  }

  /// The format and path of `FORMAT=PATH`; nil for a plain path, which has no equals sign, or one behind a slash or
  /// a dot.
  private static func form(
    _ output: String, of path: [String]
  ) throws -> (format: ReportFormat, path: String)? {
    guard let sign = output.firstIndex(of: "=") else { return nil }
    let word = String(output[..<sign])
    guard !word.isEmpty, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D }) else {
      return nil
    }
    let known = ReportFormat.allCases.map(\.rawValue)
    guard let format = ReportFormat(rawValue: word) else {
      throw UsageError.unknownChoice(
        word, label: "The format in --output", choices: known,
        suggestion: Suggestion.nearest(to: word, among: known), of: path)
    }
    let target = String(output[output.index(after: sign)...])
    if target.isEmpty { throw UsageError.emptyValue(label: "--output \(word)=", of: path) }
    return (format, target)
  }
}
