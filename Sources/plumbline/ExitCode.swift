/// How the program ends.
///
/// The code never depends on the output format.
enum ExitCode: Int32, Sendable {
  /// Completed, and nothing that was asked to fail the run was met.
  case success = 0
  /// Findings at or above `--fail-on`; differences in `diff`.
  case findings = 1
  /// The command line, an input or the output is not usable as given.
  case usage = 2
  /// Completed, but some inputs could not be evaluated.
  case incomplete = 3
  /// A fault of this program or of its installation.
  case internalError = 70
  /// Ended by SIGINT (Ctrl-C).
  case interrupted = 130
  /// Ended by SIGTERM.
  case terminated = 143
}
