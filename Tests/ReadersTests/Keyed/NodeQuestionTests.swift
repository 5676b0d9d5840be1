import Syntax
import Testing

@testable import Readers

struct NodeQuestionTests {
  @Test func `The questions asked of a node agree with the tree's own flags`() {
    let texts = [
      "{\"a\": \"b\\n\", \"c\": \"d\", \"e\": [1, true], \"f\": \"open", "[\"x\", \"\"]", "{\"k\": {}}",
    ]
    let trees =
      texts.map { JSONParser.parse(Array($0.utf8)) } + [
        YAMLParser.parse(Array("a: !Ref b\nc: 'it''s'\nd: &x |\n  text\ne: *x\n".utf8))
      ]
    for tree in trees {
      for node in tree.nodes {
        #expect(node.isScalar == (node.kind == .scalar))
        #expect(node.isMapping == (node.kind == .mapping))
        #expect(node.hasProperties == node.flags.contains(.hasProperties))
        if node.flags.contains(.needsDecoding) { #expect(node.verbatim == nil) }
        if node.style != .plain, node.flags.contains(.incomplete) { #expect(node.verbatim == nil) }
        if node.kind == .scalar, node.style == .plain, node.flags.isEmpty { #expect(node.verbatim != nil) }
      }
    }
  }
}
