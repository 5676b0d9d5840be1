import Glibc

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
    let retained = Unmanaged.passRetained(Body(body))
    let failure = pthread_create(
      &handle, &attributes,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, retained.toOpaque())
    if failure != 0 {
      retained.release()
      return nil
    }
  }

  func join() { pthread_join(handle, nil) }

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
