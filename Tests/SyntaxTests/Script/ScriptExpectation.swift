import SourceText
import Testing

@testable import Syntax

/// Checks the tree of a program: one line of the dump a top-level statement, and `kind start..end` a problem.
///
/// Every input also runs through `expectSound`, whole and cut off behind each of its bytes.
func expectScript(
  _ text: String, _ language: ScriptLanguage, _ dump: String, problems: [String] = [],
  location: Testing.SourceLocation = #_sourceLocation
) {
  let bytes = Array(text.utf8)
  let tree = ScriptParser.parse(bytes, language: language)
  let lines = tree.children(of: ScriptTree.root).map { tree.dump($0) }
  #expect(lines.joined(separator: "\n") == dump, sourceLocation: location)
  #expect(
    tree.problems.map { "\($0.kind) \($0.range.start)..\($0.range.end)" } == problems,
    sourceLocation: location)
  for length in 0...bytes.count { expectSound(Array(bytes[..<length]), language, location: location) }
}

/// Checks what holds for any input: it prints back, ranges are nested and in order, problems lie in the text.
func expectSound(
  _ bytes: [UInt8], _ language: ScriptLanguage, location: Testing.SourceLocation = #_sourceLocation
) {
  let tree = ScriptParser.parse(bytes, language: language)
  #expect(tree.printed(from: bytes) == bytes, sourceLocation: location)
  #expect(firstUnsoundNode(of: tree) == nil, sourceLocation: location)
  #expect(
    tree.problems.allSatisfy { $0.range.start <= $0.range.end && Int($0.range.end) <= bytes.count },
    sourceLocation: location)
  #expect(
    tree.problems.map(\.range.start) == tree.problems.map(\.range.start).sorted(), sourceLocation: location)
}

/// The first node that sticks out of its parent, overlaps the one before it, or breaks the order of the array.
private func firstUnsoundNode(of tree: ScriptTree) -> String? {
  var open: [(next: UInt32, position: UInt32, end: UInt32)] = []
  for (index, node) in tree.nodes.enumerated() {
    while let last = open.last, Int(last.next) <= index { open.removeLast() }
    guard Int(node.next) > index, Int(node.next) <= tree.nodes.count, node.range.start <= node.range.end
    else {
      return "\(index): \(node.kind)"
    }
    if let last = open.last {
      guard last.position <= node.range.start, node.range.end <= last.end, node.next <= last.next else {
        return "\(index): \(node.kind) \(node.range)"
      }
      open[open.count - 1].position = node.range.end
    }
    open.append((node.next, node.range.start, node.range.end))
  }
  return nil
}
