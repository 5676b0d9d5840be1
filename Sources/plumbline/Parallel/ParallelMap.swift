/// Applies a function on several threads and hands over the results in the order of the inputs.
///
///     inputs   1 2 3 4 5 6 …          at most `window` items lie between
///     threads    └┬┘ └┬┘              the one taken last and the one handed over last,
///     results  1 2 ·  · 5             so memory stays flat whatever the number of inputs
///              └──► handed over here, on the caller's thread
final class ParallelMap<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // Everything that changes is touched only inside `monitor.locked`.
  private let monitor = Monitor()
  private let next: () throws -> Input?
  private let transform: @Sendable (Input) -> Output
  private let window: Int
  private var taken = 0
  private var handedOver = 0
  private var results: [Int: Output] = [:]
  private var isExhausted = false
  private var failure: (any Error)?

  /// Runs to the end of the inputs, or until `each` returns false.
  ///
  /// - Parameters:
  ///   - jobs: the number of threads; the results do not depend on it.
  ///   - next: gives the inputs, nil at the end; called by one thread at a time.
  ///   - each: receives the results in order, on the caller's thread.
  /// - Throws: what `next` or `each` throws, after the results of all inputs before it.
  static func run(
    jobs: Int, next: @escaping () throws -> Input?, transform: @escaping @Sendable (Input) -> Output,
    each: (Output) throws -> Bool
  ) throws {
    let map = ParallelMap(window: max(1, jobs) * 4, next: next, transform: transform)
    let threads = (0..<max(1, jobs)).compactMap { _ in WorkerThread { map.work() } }
    defer {
      map.stop()
      for thread in threads { thread.join() }
    }
    if threads.isEmpty { throw ThreadShortage() }
    while let output = try map.nextResult() {
      guard try each(output) else { return }
    }
  }

  private init(
    window: Int, next: @escaping () throws -> Input?, transform: @escaping @Sendable (Input) -> Output
  ) {
    self.window = window
    self.next = next
    self.transform = transform
  }

  private func work() {
    while let (index, input) = take() {
      let output = transform(input)
      monitor.locked {
        results[index] = output
        monitor.changed()
      }
    }
  }

  private func take() -> (Int, Input)? {
    monitor.locked {
      while !isExhausted && taken - handedOver >= window { monitor.wait() }
      if isExhausted { return nil }
      do {
        if let input = try next() {
          taken += 1
          return (taken - 1, input)
        }
      } catch {
        failure = error
      }
      isExhausted = true
      monitor.changed()
      return nil
    }
  }

  private func nextResult() throws -> Output? {
    try monitor.locked {
      while results[handedOver] == nil && !(isExhausted && handedOver == taken) { monitor.wait() }
      guard let output = results.removeValue(forKey: handedOver) else {
        if let failure { throw failure }
        return nil
      }
      handedOver += 1
      monitor.changed()
      return output
    }
  }

  private func stop() {
    monitor.locked {
      isExhausted = true
      monitor.changed()
    }
  }
}

/// The system refused to start even one thread.
struct ThreadShortage: Error {}
