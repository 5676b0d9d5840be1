/// A response, its ideal and, where there is one, the prompt that both answer.
struct Case: Sendable {
  let name: String
  let response: Material
  let ideal: Material
  let prompt: Material?

  static let responseName = "MODEL_RESPONSE.md"
  static let idealName = "IDEAL_RESPONSE.md"
  static let promptName = "PROMPT.md"

  init(name: String, response: Material, ideal: Material, prompt: Material?) {
    self.name = name
    self.response = response
    self.ideal = ideal
    self.prompt = prompt
  }

  /// Reads a case folder.
  ///
  /// The files bear their names alone, so that a report is the same wherever the folder lies.
  init(folder: String, name: String) throws(FileError) {
    guard try FileReader.isFolder(folder) else { throw .notAFolder(folder) }
    let missing = [Self.responseName, Self.idealName].filter { !FileReader.isFile("\(folder)/\($0)") }
    guard missing.isEmpty else { throw .incompleteCase(folder, missing: missing) }
    func read(_ name: String) throws(FileError) -> Material {
      try Material(reading: "\(folder)/\(name)", as: name)
    }
    self.init(
      name: name, response: try read(Self.responseName), ideal: try read(Self.idealName),
      prompt: FileReader.isFile("\(folder)/\(Self.promptName)") ? try read(Self.promptName) : nil)
  }

  /// The last word of a path, without closing slashes: `cases/vpc/` is `vpc`.
  static func name(ofPath path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
