/// How far a long run has come, on standard error: one line rewritten in place on a terminal, elsewhere a plain line
/// every 30 seconds.
final class Progress {
  private let console: Console
  private let isShown: Bool
  private let unit: String
  private let total: Int?
  private let now: () -> ContinuousClock.Instant
  private let interval: Duration
  private var done = 0
  private var nextLine: ContinuousClock.Instant
  private var isDrawn = false

  /// - Parameters:
  ///   - total: nil where the end of a stream is not known yet.
  ///   - unit: what is counted, in the plural.
  init(
    of total: Int?, unit: String, on console: Console, isShown: Bool,
    now: @escaping () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    self.console = console
    self.isShown = isShown && !console.isQuiet
    self.unit = unit
    self.total = total
    self.now = now
    interval = console.showsProgressInPlace ? .milliseconds(100) : .seconds(30)
    nextLine = now() + interval
  }

  func advance() {
    done += 1
    guard isShown, now() >= nextLine else { return }
    nextLine = now() + interval
    let line = "\(done)\(total.map { " of \($0)" } ?? "") \(unit)"
    isDrawn = console.showsProgressInPlace
    console.tell(isDrawn ? "\r\u{1B}[K\(line)" : "\(line)\n")
  }

  /// Wipes the line that was drawn in place.
  func finish() {
    if isDrawn { console.tell("\r\u{1B}[K") }
    isDrawn = false
  }
}
