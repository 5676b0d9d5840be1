import Foundation
package import Testing

/// Compares a rendered text with the file of this name in `Reports/`.
///
/// `RECORD=1 swift test` rewrites the file and fails the run; nothing else does. A mismatch prints a line diff.
package func expectGolden(
  _ text: String, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
)
  throws
{
  let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let file = root.appendingPathComponent("Reports").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("Recorded Reports/\(name).", sourceLocation: sourceLocation)
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record(
      "Reports/\(name) is missing; `RECORD=1 swift test` writes it.", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard expected.utf8.elementsEqual(text.utf8) else {
    Issue.record("Reports/\(name) differs:\n\(lineDiff(expected, text))", sourceLocation: sourceLocation)
    return
  }
}

/// The lines that differ, `-` expected and `+` rendered.
private func lineDiff(_ expected: String, _ text: String) -> String {
  let before = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let after = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  var changes: [(place: Int, line: String)] = []
  for change in after.difference(from: before) {
    switch change {
    case .remove(let offset, let line, _): changes.append((offset, "\(offset + 1) - \(line)"))
    case .insert(let offset, let line, _): changes.append((offset, "\(offset + 1) + \(line)"))
    }
  }
  return changes.sorted { $0.place < $1.place }.map(\.line).joined(separator: "\n")
}
