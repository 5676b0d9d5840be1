/// An unpacked package from which facts are read.
package struct FactsPackage {
  /// The name in the package index: `aws-cdk-lib`.
  package var name: String
  /// `2.275.0`.
  package var version: String
  /// The day of its release: `2025-11-18`.
  package var date: String
  /// SHA-256 of the wheel, in hexadecimal.
  package var digest: String
  /// Paths of its files, relative to the package, in the order of their bytes.
  package var paths: [String]
  /// Reads one of them.
  package var read: (String) throws -> [UInt8]

  package init(
    name: String, version: String, date: String, digest: String, paths: [String],
    read: @escaping (String) throws -> [UInt8]
  ) {
    self.name = name
    self.version = version
    self.date = date
    self.digest = digest
    self.paths = paths
    self.read = read
  }

  /// The numbers of the version, for ordering.
  var release: Release { Release(version) }

  func json(_ path: String) throws -> JSON { try JSONScanner.value(of: read(path), file: "\(name)/\(path)") }

  func text(_ path: String) throws -> String { String(decoding: try read(path), as: UTF8.self) }

  /// A file that must be there.
  func required(_ path: String) throws(FactsImportError) -> String {
    guard paths.contains(path) else { throw .missing("\(name) \(version): \(path)") }
    return path
  }
}
