import CorpusTools
import SourceText

extension Case {
  /// Reads a case folder.
  init(folder: String, name: String) throws(FileError) {
    guard try FileReader.isFolder(folder) else { throw .notAFolder(folder) }
    let missing = [Self.responseName, Self.idealName].filter { !FileReader.isFile("\(folder)/\($0)") }
    guard missing.isEmpty else { throw .incompleteCase(folder, missing: missing) }
    let prompt = "\(folder)/\(Self.promptName)"
    self.init(
      name: name,
      prompt: FileReader.isFile(prompt) ? try Self.file(prompt, named: Self.promptName) : nil,
      response: [try Self.file("\(folder)/\(Self.responseName)", named: Self.responseName)],
      ideal: [try Self.file("\(folder)/\(Self.idealName)", named: Self.idealName)])
  }

  private static func file(_ path: String, named name: String) throws(FileError) -> SourceFile {
    SourceFile(path: name, bytes: try FileReader().read(path))
  }

  /// The last word of a path, without closing slashes: `cases/vpc/` is `vpc`.
  static func name(ofPath path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
