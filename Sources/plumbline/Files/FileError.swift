/// Why a file or folder could not be read or written.
///
/// `ErrorText` turns each into a sentence.
enum FileError: Error, Equatable {
  case missing(String)
  case isFolder(String)
  case notAFolder(String)
  case notReadable(String)
  /// `limit` is in bytes.
  case tooLarge(String, limit: Int)
  /// It was listed a moment ago and is gone, or became shorter while it was read.
  case vanished(String)
  /// A folder that should hold a case lacks these files.
  case incompleteCase(String, missing: [String])
  /// A folder in which nothing can be read.
  case nothingToRead(String)
  case cannotWrite(String, WriteFault)
  case readFailed(String, code: Int32)

  /// Why a file cannot be written.
  enum WriteFault: Equatable {
    case noSuchFolder
    case isFolder
    case denied
    case diskFull
    case other(code: Int32)
  }
}
