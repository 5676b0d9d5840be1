import Glibc

/// The readable files below a folder, and how many were left out for which reason.
struct FolderListing: Equatable {
  /// Paths relative to the folder, in the order of their bytes.
  var files: [String] = []
  var leftOut = LeftOut()

  /// What a listing passes over, counted.
  ///
  /// A folder counts once, whatever is in it.
  struct LeftOut: Equatable, Sendable {
    var hidden = 0
    /// Folders that a tool filled: see `generatedFolders`.
    var generated = 0
    var binary = 0
    /// Links to a folder that is listed anyway, and devices, sockets and pipes.
    var special = 0
    var unreadable = 0
    /// Names that are not UTF-8.
    var unnamable = 0
  }

  static let generatedFolders = ["node_modules", "cdk.out", "__pycache__", "target", "venv"]

  /// Lists a folder and all folders below it, following links but entering no folder twice.
  ///
  /// - Parameter withBinary: whether binary files are listed too, so that none is opened.
  init(_ folder: String, withBinary: Bool = false) throws(FileError) {
    guard let root = Folder(path: folder, prefix: "") else {
      throw FileReader.openFault(folder, code: errno)
    }
    var entered: Set<FileIdentity> = [root.identity]
    var waiting = [root]
    while let current = waiting.popLast() {
      guard let names = current.names(countingUnnamable: &leftOut.unnamable) else {
        if current.prefix.isEmpty { throw .notReadable(folder) }
        leftOut.unreadable += 1
        continue
      }
      for name in names {
        let path = "\(current.path)/\(name)"
        var status = stat()
        if name.hasPrefix(".") {
          leftOut.hidden += 1
        } else if stat(path, &status) != 0 {
          leftOut.unreadable += 1
        } else if status.st_mode & S_IFMT == S_IFDIR {
          if Self.generatedFolders.contains(name) {
            leftOut.generated += 1
          } else if entered.insert(FileIdentity(status)).inserted,
            let inner = Folder(path: path, prefix: "\(current.prefix)\(name)/")
          {
            waiting.append(inner)
          } else {
            leftOut.special += 1
          }
        } else {
          let name = current.prefix + name
          if withBinary, status.st_mode & S_IFMT == S_IFREG {
            files.append(name)
          } else {
            add(path, as: name, isRegular: status.st_mode & S_IFMT == S_IFREG)
          }
        }
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func add(_ path: String, as name: String, isRegular: Bool) {
    guard isRegular else {
      leftOut.special += 1
      return
    }
    switch Self.looksBinary(path) {
    case true?: leftOut.binary += 1
    case false?: files.append(name)
    case nil: leftOut.unreadable += 1
    }
  }

  /// Whether a NUL stands in the first 8,000 bytes, as git decides it; nil where the file cannot be opened.
  private static func looksBinary(_ path: String) -> Bool? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return withUnsafeTemporaryAllocation(byteCount: 8000, alignment: 1) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      return count < 0 ? nil : buffer.prefix(count).contains(0)
    }
  }
}

/// A file's identity on this machine, whatever its path.
private struct FileIdentity: Hashable {
  let device: UInt
  let number: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}

private struct Folder {
  let path: String
  /// What stands before the names of its files: empty, or the relative path with a closing slash.
  let prefix: String
  let identity: FileIdentity

  init?(path: String, prefix: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      return nil
    }
    self.path = path
    self.prefix = prefix
    identity = FileIdentity(status)
  }

  /// The names in the folder, in the order of their bytes; nil where it may not be read.
  func names(countingUnnamable unnamable: inout Int) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name else {
        unnamable += 1
        continue
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
