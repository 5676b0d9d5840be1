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
  init(folder: String, name: String) throws(FileError) {
    guard try FileReader.isFolder(folder) else { throw .notAFolder(folder) }
    let missing = [Self.responseName, Self.idealName].filter { !FileReader.isFile("\(folder)/\($0)") }
    guard missing.isEmpty else { throw .incompleteCase(folder, missing: missing) }
    let prompt = "\(folder)/\(Self.promptName)"
    self.init(
      name: name,
      response: try Material(reading: "\(folder)/\(Self.responseName)"),
      ideal: try Material(reading: "\(folder)/\(Self.idealName)"),
      prompt: FileReader.isFile(prompt) ? try Material(reading: prompt) : nil)
  }

  /// The last word of a path, without closing slashes: `cases/vpc/` is `vpc`.
  static func name(ofPath path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
