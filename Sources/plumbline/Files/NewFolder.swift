import Glibc

/// Folders that results go to.
enum NewFolder {
  /// Makes a folder, unless it is there; the one above it must be.
  static func make(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == EEXIST, try FileReader.isFolder(path) { return }
    throw .cannotWrite(path, FileError.WriteFault(code: code))
  }
}
