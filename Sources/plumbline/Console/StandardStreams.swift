import Glibc

/// The three descriptors that every program expects to be open.
enum StandardStreams {
  /// Fills closed ones (`plumbline >&-`), so that no file opened later takes their number and receives the output.
  static func ensureOpen() {
    for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
