/// A value of `--output`: `PATH`, or `FORMAT=PATH`.
struct OutputTarget<Format: RawRepresentable<String> & CaseIterable> {
  /// Nil where only a path is given.
  let format: Format?
  let path: String

  /// A path with an equals sign is a plain one where something else than a word in small letters stands before the sign.
  init(_ output: String, of command: [String]) throws {
    guard let sign = output.firstIndex(of: "="), sign > output.startIndex,
      output[..<sign].utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D })
    else {
      format = nil
      path = output
      return
    }
    let word = String(output[..<sign])
    let known = Format.allCases.map(\.rawValue)
    guard let format = Format(rawValue: word) else {
      throw UsageError.unknownChoice(
        word, label: "The format in --output", choices: known,
        suggestion: Suggestion.nearest(to: word, among: known), of: command)
    }
    self.format = format
    path = String(output[output.index(after: sign)...])
    if path.isEmpty { throw UsageError.emptyValue(label: "--output \(word)=", of: command) }
  }
}
