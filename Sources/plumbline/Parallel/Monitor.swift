import Glibc

/// A lock with a condition: threads wait in it until another has changed what they wait for.
final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Runs the body alone.
  func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }

  /// Waits for a change; only inside `locked`.
  func wait() { pthread_cond_wait(condition, mutex) }

  /// Wakes all that wait; only inside `locked`.
  func changed() { pthread_cond_broadcast(condition) }
}

/// A thread with a large stack, since parsers recurse to a depth that they bound themselves.
struct WorkerThread {
  private static let stackSize = 64 << 20
  private var handle = pthread_t()

  /// Starts the body; nil where the system has no more threads to give.
  init?(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    let work = Unmanaged.passRetained(Work(body))
    let failure = pthread_create(
      &handle, &attributes,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    if failure != 0 {
      work.release()
      return nil
    }
  }

  func join() { pthread_join(handle, nil) }

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
