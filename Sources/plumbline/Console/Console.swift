import Glibc

/// The two streams of the program: results go to standard output, everything else to standard error.
final class Console {
  let environment: [String: String]
  /// Set by `--quiet`: no notes and no progress.
  let isQuiet: Bool
  /// Whether results are coloured; each stream is decided by itself.
  let colorsResults: Bool
  let showsProgressInPlace: Bool
  /// Whether the reader of standard output has gone, so that nothing more need be computed for it.
  private(set) var isClosed = false
  private let send: (Stream, [UInt8]) -> Int32

  enum Stream: Int32 {
    case output = 1
    case error = 2

    var isTerminal: Bool { isatty(rawValue) == 1 }
  }

  /// - Parameter send: writes bytes and gives 0 or the system's error code.
  init(
    environment: [String: String] = Console.processEnvironment, color: ColorChoice = .auto,
    isQuiet: Bool = false,
    isTerminal: (Stream) -> Bool = \.isTerminal,
    send: @escaping (Stream, [UInt8]) -> Int32 = { Descriptor.write($1, to: $0.rawValue) }
  ) {
    self.environment = environment
    self.isQuiet = isQuiet
    self.send = send
    colorsResults = color.isColored(environment: environment, isTerminal: isTerminal(.output))
    showsProgressInPlace = isTerminal(.error) && environment["TERM"] != "dumb"
  }

  /// Writes a part of the result.
  ///
  /// When the reader has gone (`plumbline … | head`) it is dropped quietly, so that the exit code stays that
  /// of the whole result.
  func write(_ text: String) throws(FileError) {
    if isClosed { return }
    switch send(.output, Array(text.utf8)) {
    case 0: return
    case EPIPE: isClosed = true
    case let code: throw .cannotWrite("standard output", .init(code: code))
    }
  }

  /// Tells something beside the result, unless `--quiet` was given.
  func note(_ sentence: String) {
    if !isQuiet { tell("\(sentence)\n") }
  }

  /// Tells why something failed.
  func complain(_ sentence: String) { tell("\(sentence)\n") }

  /// Writes to standard error as it is.
  ///
  /// Where even that fails there is no one left to tell.
  func tell(_ text: String) { _ = send(.error, Array(text.utf8)) }

  /// The variables that this program reads.
  static var processEnvironment: [String: String] {
    var environment: [String: String] = [:]
    for name in [
      "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "PLUMBLINE_RESOURCES", "GITHUB_STEP_SUMMARY",
    ] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }
}
