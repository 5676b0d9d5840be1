import SourceText

/// What the user named on the command line: one file, or a folder with every text in it.
struct Material: Sendable {
  let path: String
  let isFolder: Bool
  /// Paths are relative to the folder; that of a single file is as given, in a case its name.
  let files: [SourceFile]
  let leftOut: FolderListing.LeftOut

  /// Reads a file or a folder.
  ///
  /// - Parameter name: how a single file is called in the result, where that is not its path.
  init(reading path: String, as name: String? = nil, with reader: FileReader = FileReader()) throws(FileError)
  {
    self.path = path
    isFolder = try FileReader.isFolder(path)
    guard isFolder else {
      files = [SourceFile(path: name ?? path, bytes: try reader.read(path))]
      leftOut = FolderListing.LeftOut()
      return
    }
    let listing = try FolderListing(path)
    guard !listing.files.isEmpty else { throw .nothingToRead(path) }
    var files: [SourceFile] = []
    for name in listing.files {
      files.append(SourceFile(path: name, bytes: try reader.read("\(path)/\(name)", listed: true)))
    }
    self.files = files
    leftOut = listing.leftOut
  }
}
