import SourceText
import Testing

@testable import Syntax

/// A tree as one line of text: kinds in parentheses, leaves as they are written.
func outline(_ tree: HCLTree, _ bytes: [UInt8], from id: HCLTree.NodeID = HCLTree.root) -> String {
  let node = tree[id]
  let children = tree.children(of: id).map { outline(tree, bytes, from: $0) }
  let operation = node.operation == .none ? "" : " \(node.operation)"
  let flags = node.flags.contains(.incomplete) ? "?" : ""
  if children.isEmpty {
    return [.name, .number, .boolean, .null, .literal].contains(node.kind)
      ? tree.text(of: id, in: bytes) : "(\(node.kind)\(flags) \(tree.text(of: id, in: bytes)))"
  }
  return "(\(node.kind)\(flags)\(operation) \(children.joined(separator: " ")))"
}

func outline(_ text: String) -> String {
  let bytes = Array(text.utf8)
  return outline(HCLParser.parse(bytes), bytes)
}

func expressionOutline(_ text: String) -> String {
  let bytes = Array(text.utf8)
  return outline(HCLParser.parseExpression(bytes), bytes)
}

/// Problems as `kind: text`.
func problems(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  return HCLParser.parse(bytes).problems.map {
    "\($0.kind): \(String(decoding: bytes[$0.range.bytes], as: UTF8.self))"
  }
}

/// The first rule of the arena that a tree breaks: it prints back, children follow each other inside their parent,
/// subtrees are runs, problems lie inside the text.
func brokenRule(_ tree: HCLTree, _ bytes: [UInt8]) -> String? {
  guard tree.printed(from: bytes) == bytes else { return "printed text differs" }
  guard let root = tree.nodes.first, Int(root.next) == tree.nodes.count else { return "no root" }
  var parents: [(next: UInt32, range: SourceRange, childrenEnd: UInt32)] = []
  for (index, node) in tree.nodes.enumerated() {
    while let parent = parents.last, parent.next <= UInt32(index) { parents.removeLast() }
    guard Int(node.next) > index, node.range.start <= node.range.end, node.range.end <= UInt32(bytes.count)
    else {
      return "node \(index) has no proper range"
    }
    if let parent = parents.last {
      guard parent.range.contains(node.range), node.next <= parent.next,
        node.range.start >= parent.childrenEnd
      else {
        return "node \(index) is not nested"
      }
      parents[parents.count - 1].childrenEnd = node.range.end
    }
    parents.append((node.next, node.range, node.range.start))
  }
  let areInside = tree.problems.allSatisfy {
    $0.range.start <= $0.range.end && $0.range.end <= UInt32(bytes.count)
  }
  return areInside ? nil : "a problem lies outside the text"
}

/// Reads a text that has no faults, and reads it again without each of its tokens in turn.
func expectParses(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
  let bytes = Array(text.utf8)
  let tree = HCLParser.parse(bytes)
  #expect(tree.problems.isEmpty, sourceLocation: sourceLocation)
  #expect(brokenRule(tree, bytes) == nil, sourceLocation: sourceLocation)
  for token in HCLParser.tokens(bytes) {
    let rest = Array(bytes[..<token.start] + bytes[token.end...])
    #expect(brokenRule(HCLParser.parse(rest), rest) == nil, sourceLocation: sourceLocation)
  }
}
