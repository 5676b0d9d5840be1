import Glibc

/// One measured step: how many bytes it takes in, and how long the fastest of several runs lasted.
///
/// The fastest run says most about the code: whatever else the machine does can only slow a run down.
struct Stage {
  let name: String
  /// Seconds.
  let fastest: Double
  let bytes: Int

  static func measure(_ name: String, bytes: Int, runs: Int = 5, _ work: () -> Int) -> Stage {
    var fastest = Double.infinity
    var check = 0
    for _ in 0..<runs {
      let start = Stage.processorSeconds
      check &+= work()
      fastest = min(fastest, Stage.processorSeconds - start)
    }
    // Uses the result, so that the work cannot be left out.
    if check == Int.min { print(check) }
    return Stage(name: name, fastest: fastest, bytes: bytes)
  }

  /// What this process has used of a core, so that other processes do not count.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// One row of the table: name, size, seconds, throughput.
  var line: String {
    let megabytes = Double(bytes) / 1e6
    return Stage.padded(name, 28) + Stage.padded("\(Stage.rounded(megabytes, 1)) MB", 12)
      + Stage.padded("\(Stage.rounded(fastest, 4)) s", 12) + "\(Stage.rounded(megabytes / fastest, 0)) MB/s"
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  static func rounded(_ number: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((number * scale).rounded())
    guard digits > 0 else { return "\(whole)" }
    let fraction = "\(whole % Int(scale))"
    return "\(whole / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
