import Glibc

/// A file that appears complete or not at all: written under another name in the same folder, then renamed.
///
///     reports/.case.md.plumbline-4711  ──commit──►  reports/case.md
///
/// A target that is no regular file (`/dev/null`, a pipe) is written directly.
final class AtomicFile {
  private let path: String
  private let target: String
  private let aside: String?
  private var descriptor: Int32

  init(_ path: String) throws(FileError) {
    self.path = path
    target = Self.resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists && status.st_mode & S_IFMT == S_IFDIR { throw .cannotWrite(path, .isFolder) }
    if exists && status.st_mode & S_IFMT != S_IFREG {
      aside = nil
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
    } else {
      let name = Self.name(aside: target)
      aside = name
      PendingFiles.add(name)
      unlink(name)  // what a killed process of the same number may have left
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 && exists { fchmod(descriptor, status.st_mode & 0o777) }
    }
    guard descriptor >= 0 else {
      let fault = FileError.WriteFault(code: errno)
      if let aside { PendingFiles.forget(aside) }
      throw .cannotWrite(path, fault)
    }
  }

  deinit { discard() }

  /// Writes a whole file.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(FileError) {
    let file = try AtomicFile(path)
    try file.write(Array(bytes))
    try file.commit()
  }

  /// Makes a folder, where there is none, in one that exists.
  static func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw .cannotWrite(path, .init(code: errno)) }
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    let failure = Descriptor.write(bytes, to: descriptor)
    if failure != 0 { throw .cannotWrite(path, .init(code: failure)) }
  }

  /// Gives the file its name.
  ///
  /// Nothing can be written afterwards.
  func commit() throws(FileError) {
    guard descriptor >= 0 else { return }
    let closed = close(descriptor)
    descriptor = -1
    guard let aside else { return }
    if closed != 0 || rename(aside, target) != 0 {
      let fault = FileError.WriteFault(code: errno)
      unlink(aside)
      PendingFiles.forget(aside)
      throw .cannotWrite(path, fault)
    }
    PendingFiles.forget(aside)
  }

  /// Leaves no trace of a file that was not committed.
  func discard() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    if let aside {
      unlink(aside)
      PendingFiles.forget(aside)
    }
  }

  /// Where a link leads, so that the link stays and its file is replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(validatingCString: real) ?? path
  }

  private static func name(aside target: String) -> String {
    let cut = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    // A name has 255 bytes at most; the marks around it need room.
    let name = String(target[cut...].unicodeScalars.prefix(50))
    return "\(target[..<cut]).\(name).plumbline-\(getpid())"
  }
}

extension FileError.WriteFault {
  init(code: Int32) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .noSuchFolder
      case EISDIR: .isFolder
      case EACCES, EPERM, EROFS: .denied
      case ENOSPC, EDQUOT: .diskFull
      default: .other(code: code)
      }
  }
}
