import Glibc
import Synchronization

/// The unfinished files of this process, removed when a signal ends it.
enum PendingFiles {
  private static let paths = Mutex<[String]>([])

  static func add(_ path: String) { paths.withLock { $0.append(path) } }

  static func forget(_ path: String) { paths.withLock { $0.removeAll { $0 == path } } }

  /// Removes all of them and lets no further one begin: the lock is kept until the process has ended.
  static func removeAll(andThen end: () -> Never) -> Never {
    paths.withLock {
      for path in $0 { unlink(path) }
      end()
    }
  }
}
