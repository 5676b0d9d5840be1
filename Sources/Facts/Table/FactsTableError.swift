/// Why a table cannot be used.
package enum FactsTableError: Error, Equatable {
  /// It does not begin as a table of facts does.
  case notATable
  /// It is written in another version of the format, whose number this is.
  case otherFormat(String)
  /// The header, a section or the length of the file is not what it should be.
  case damaged(String)
}
