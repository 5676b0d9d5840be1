import CorpusTools

/// The cases of a corpus, one after another.
struct CorpusSource {
  /// A case that has been found and not yet read.
  struct Item: Sendable {
    let name: String
    let load: @Sendable () throws -> Case
  }

  /// The number of cases, where it is known beforehand.
  let count: Int?
  /// The next case; nil at the end.
  let next: () throws -> Item?

  /// Opens a folder of case folders or a JSONL file.
  init(_ path: String, caseOfRow: @escaping @Sendable (LineReader.Line, String) throws -> Case)
    throws(FileError)
  {
    if try FileReader.isFolder(path) {
      let names = try Self.caseNames(below: path)
      var rest = names[...]
      count = names.count
      next = {
        rest.popFirst().map { name in
          let folder = name.isEmpty ? path : "\(path)/\(name)"
          let shown = name.isEmpty ? Case.name(ofPath: path) : name
          return Item(name: shown) { try Case(folder: folder, name: shown) }
        }
      }
    } else {
      let lines = try LineReader(path)
      count = nil
      next = {
        try lines.next().map { line in
          Item(name: "\(path):\(line.number)") { try caseOfRow(line, path) }
        }
      }
    }
  }

  /// The relative paths of the folders that hold a response or an ideal, sorted; empty for the folder itself.
  private static func caseNames(below folder: String) throws(FileError) -> [String] {
    let marks = ["/\(Case.responseName)", "/\(Case.idealName)"]
    var names: Set<String> = []
    for file in try FolderListing(folder).files {
      let rooted = "/\(file)"
      guard let mark = marks.first(where: rooted.hasSuffix) else { continue }
      names.insert(String(rooted.dropLast(mark.count).dropFirst()))
    }
    guard !names.isEmpty else {
      throw .incompleteCase(folder, missing: [Case.responseName, Case.idealName])
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
