/// The value of `--color`.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// Whether a stream is coloured.
  ///
  /// The first of these that says something decides: the option, `NO_COLOR`, `FORCE_COLOR` and
  /// `CLICOLOR_FORCE`, and then whether the stream is a terminal that `TERM` does not call dumb.
  func isColored(environment: [String: String], isTerminal: Bool) -> Bool {
    func says(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    func forces(_ name: String) -> Bool { says(name) && environment[name] != "0" }
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if says("NO_COLOR") { return false }
      if forces("FORCE_COLOR") || forces("CLICOLOR_FORCE") { return true }
      return isTerminal && says("TERM") && environment["TERM"] != "dumb"
    }
  }
}
