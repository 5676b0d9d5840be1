package import Foundation

/// The checkout that the tests were built from.
package enum PackageFolder {
  package static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The bytes of a file, by its path in the checkout.
  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appendingPathComponent(path)))
  }

  /// The paths of all files below a folder of the checkout, relative to it, sorted.
  package static func files(below folder: String) -> [String] {
    let base = url.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: base.appendingPathComponent(name).path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }
}
