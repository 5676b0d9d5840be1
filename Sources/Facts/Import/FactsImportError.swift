/// Why the packages could not be turned into a table.
package enum FactsImportError: Error, Equatable {
  /// A file of a package is not what it should be; the offset is in bytes.
  case malformed(String, offset: Int)
  /// A package, or a file that the importer needs from it, is not in the folder.
  case missing(String)
}
