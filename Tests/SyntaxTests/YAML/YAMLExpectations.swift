import SourceText
import Syntax
import Testing

/// Expects that the ranges of a text's tree are ordered, lie in one another, and give the text back.
func expectPrintedBack(
  _ bytes: [UInt8], _ name: String = "", sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let tree = YAMLParser.parse(bytes)
  #expect(tree.printed(from: bytes) == bytes, "\(name)", sourceLocation: sourceLocation)
  expectNested(tree, within: bytes.count, sourceLocation: sourceLocation)
  for problem in tree.problems {
    #expect(
      problem.range.start <= problem.range.end && Int(problem.range.end) <= bytes.count, "\(name) \(problem)",
      sourceLocation: sourceLocation)
  }
}

/// Expects the events of one document, without those of the stream and the document, and its problems as
/// `kind@line` or `kind@first-last`.
func expectReads(
  _ text: String, as events: [String], problems: [String] = [],
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let bytes = Array(text.utf8)
  let tree = YAMLParser.parse(bytes)
  let lines = LineIndex(bytes)
  let printed = YAMLEvents.text(tree, bytes).split(separator: "\n").map(String.init)
  #expect(Array(printed.dropFirst(2).dropLast(2)) == events, sourceLocation: sourceLocation)
  let found = tree.problems.map { problem in
    let range = lines.lines(of: problem.range)
    return range.count == 1
      ? "\(problem.kind)@\(range.lowerBound)" : "\(problem.kind)@\(range.lowerBound)-\(range.upperBound)"
  }
  #expect(found == problems, sourceLocation: sourceLocation)
  expectPrintedBack(bytes, sourceLocation: sourceLocation)
}
