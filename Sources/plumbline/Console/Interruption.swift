import Glibc

/// Ctrl-C and SIGTERM end the program without leaving unfinished files behind.
enum Interruption {
  /// Call once, before any other thread starts: a thread of its own waits for the signals, so that removing
  /// files needs no care for what a signal handler may call.
  ///
  /// A signal that the caller had ignored (`nohup`, `&` in a script) stays ignored. A closed pipe is an error
  /// code, not a signal, from here on.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] where !isIgnored(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let watched = signals
    _ = WorkerThread {
      var watched = watched
      var number: Int32 = 0
      while sigwait(&watched, &number) != 0 {}
      let code: ExitCode = number == SIGINT ? .interrupted : .terminated
      PendingFiles.removeAll { _exit(code.rawValue) }
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1  // SIG_IGN
  }
}
