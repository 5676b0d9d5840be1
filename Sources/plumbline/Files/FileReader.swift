import Glibc

/// Reads whole files into memory.
struct FileReader: Sendable {
  /// Larger files are refused.
  ///
  /// In bytes.
  var limit = 512 << 20

  /// The bytes of a file, a pipe or a device.
  ///
  /// - Parameter listed: whether a folder listing has just named the file, so that a missing one has vanished.
  func read(_ path: String, listed: Bool = false) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.openFault(path, code: errno, listed: listed) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .readFailed(path, code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .isFolder(path)
    case S_IFREG:
      let size = Int(status.st_size)
      guard size <= limit else { throw .tooLarge(path, limit: limit) }
      let bytes = try fill(from: descriptor, path: path, expecting: size)
      guard bytes.count >= size else { throw .vanished(path) }
      return bytes
    default: return try fill(from: descriptor, path: path, expecting: 1 << 16)
    }
  }

  /// Reads to the end, starting with room for the expected size and one byte that shows whether there is more.
  private func fill(
    from descriptor: Int32, path: String, expecting size: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = size + 1
    while true {
      let wanted = capacity - bytes.count
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        while count < wanted {
          let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, wanted - count)
          if got == 0 { return }
          if got > 0 {
            count += got
          } else if errno != EINTR {
            failure = errno
            return
          }
        }
      }
      guard failure == 0 else { throw .readFailed(path, code: failure) }
      let reachedEnd = chunk.count < wanted
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw .tooLarge(path, limit: limit) }
      if reachedEnd { return bytes }
      capacity = min(capacity * 2, limit + 1)
    }
  }

  static func openFault(_ path: String, code: Int32, listed: Bool = false) -> FileError {
    switch code {
    case ENOENT: listed ? .vanished(path) : .missing(path)
    case ENOTDIR, ENAMETOOLONG, ELOOP: .missing(path)
    case EACCES, EPERM: .notReadable(path)
    case EISDIR: .isFolder(path)
    default: .readFailed(path, code: code)
    }
  }

  /// Whether a path is a folder; links are followed.
  static func isFolder(_ path: String) throws(FileError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw openFault(path, code: errno) }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path is a regular file; links are followed.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}

extension FileReader {
  /// The absolute path of the folder in which the program runs; empty where it is gone.
  static var currentFolder: String {
    guard let real = realpath(".", nil) else { return "" }
    defer { free(real) }
    return String(validatingCString: real) ?? ""
  }
}
