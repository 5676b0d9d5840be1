import SourceText
import Syntax

extension Case {
  /// Why a line of a JSONL file is not a case.
  package enum RowError: Error, Hashable {
    /// The line is not a JSON object; the byte column (1-based) of the first fault.
    case notAnObject(column: Int)
    /// A field that a case needs is missing or not a string: `model`, `ideal`.
    case missing(field: String)
  }

  /// Reads `{"id": …, "prompt": …, "model": …, "ideal": …}`; `prompt` and `id` may be missing.
  ///
  /// - Parameters:
  ///   - line: one line of a JSONL file, without its line break.
  ///   - fallbackName: the name of a row that has none.
  package init(row line: [UInt8], fallbackName: String) throws(RowError) {
    let tree = JSONParser.parse(line)
    var roots = tree.children(of: KeyedTree.root)
    guard let root = roots.next(), tree[root].kind == .mapping else { throw .notAnObject(column: 1) }
    if let fault = tree.problems.first(where: { $0.weight != .note }) {
      throw .notAnObject(column: Int(fault.range.start) + 1)
    }
    var fields: [String: String] = [:]
    for (key, value) in tree.members(of: root) where tree[value].kind == .scalar {
      let name = tree.text(of: key, in: line)
      guard ["id", "prompt", "model", "ideal"].contains(name), tree[value].style == .doubleQuoted else {
        continue
      }
      fields[name] = tree.text(of: value, in: line)
    }
    guard let response = fields["model"] else { throw .missing(field: "model") }
    guard let ideal = fields["ideal"] else { throw .missing(field: "ideal") }
    self.init(
      name: fields["id"] ?? fallbackName,
      prompt: fields["prompt"].map { SourceFile(path: Case.promptName, text: $0) },
      response: [SourceFile(path: Case.responseName, text: response)],
      ideal: [SourceFile(path: Case.idealName, text: ideal)])
  }
}
