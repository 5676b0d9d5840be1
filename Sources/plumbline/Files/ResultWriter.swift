/// Where a result goes: to standard output, or with `--output PATH` to a file that appears when it is complete.
struct ResultWriter {
  private let console: Console
  private let file: AtomicFile?
  private let path: String?

  /// - Parameter path: nil and `-` are standard output.
  init(to path: String?, console: Console) throws(FileError) {
    self.console = console
    self.path = path == "-" ? nil : path
    file = if let path = self.path { try AtomicFile(path) } else { nil }
  }

  var isColored: Bool { file == nil && console.colorsResults }

  /// Whether no one reads on, so that the rest need not be computed.
  var isClosed: Bool { file == nil && console.isClosed }

  func write(_ text: String) throws(FileError) {
    if let file { try file.write(Array(text.utf8)) } else { try console.write(text) }
  }

  /// Writes bytes as they are, where the result is a file.
  func write(bytes: [UInt8]) throws(FileError) { try file?.write(bytes) }

  func finish() throws(FileError) { try file?.commit() }

  /// Writes a whole result.
  ///
  /// `--quiet` leaves its one-line summary where a person would read it, and `--output` a note of where it
  /// went.
  func finish(text: String, summary: String, isForPeople: Bool) throws(FileError) {
    try write(file == nil && console.isQuiet && isForPeople ? "\(summary)\n" : text)
    try finish()
    if let path { console.note("\(summary) Written to \(path.quoted).") }
  }
}
