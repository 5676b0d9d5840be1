import SourceText
import Syntax

/// Prints a tree in the event notation of yaml-test-suite.
///
///     a: [b]      +STR  +DOC  +MAP  =VAL :a  +SEQ []  =VAL :b  -SEQ  -MAP  -DOC  -STR
struct YAMLEvents {
  let tree: KeyedTree
  let bytes: [UInt8]
  private var lines: [String] = []
  private var handles: [String: String] = [:]

  static func text(_ tree: KeyedTree, _ bytes: [UInt8]) -> String {
    var events = YAMLEvents(tree: tree, bytes: bytes)
    events.printStream()
    return events.lines.joined(separator: "\n") + "\n"
  }

  private init(tree: KeyedTree, bytes: [UInt8]) {
    self.tree = tree
    self.bytes = bytes
  }

  private mutating func printStream() {
    lines.append("+STR")
    var previousEnd = 0
    for root in tree.children(of: KeyedTree.root) {
      let node = tree[root]
      readDirectives(previousEnd..<max(previousEnd, Int(node.range.start)))
      lines.append("+DOC" + (node.flags.contains(.explicitStart) ? " ---" : ""))
      printNode(root)
      lines.append("-DOC" + (node.flags.contains(.explicitEnd) ? " ..." : ""))
      previousEnd = Int(node.range.end)
    }
    lines.append("-STR")
  }

  /// Collects the handles of the `%TAG` lines before a document.
  private mutating func readDirectives(_ range: Range<Int>) {
    handles = ["!!": "tag:yaml.org,2002:", "!": "!"]
    for line in string(range).split(whereSeparator: \.isNewline) where line.hasPrefix("%TAG") {
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      if words.count >= 3 { handles[String(words[1])] = String(words[2]) }
    }
  }

  private mutating func printNode(_ id: KeyedTree.NodeID) {
    let node = tree[id]
    let marks = marks(of: id)
    switch node.kind {
    case .mapping, .sequence:
      let name = node.kind == .mapping ? "MAP" : "SEQ"
      let flow = node.style == .flow ? (node.kind == .mapping ? " {}" : " []") : ""
      lines.append("+\(name)\(flow)\(marks)")
      for child in tree.children(of: id) { printNode(child) }
      lines.append("-\(name)")
    case .scalar:
      let style =
        switch node.style {
        case .singleQuoted: "'"
        case .doubleQuoted: "\""
        case .literal: "|"
        case .folded: ">"
        default: ":"
        }
      lines.append("=VAL\(marks) \(style)\(Self.escaped(tree.text(of: id, in: bytes)))")
    case .alias: lines.append("=ALI \(string(node.range.bytes))")
    case .stream: break
    }
  }

  private func marks(of id: KeyedTree.NodeID) -> String {
    guard let properties = tree.properties(of: id) else { return "" }
    let anchor = properties.anchor.isEmpty ? "" : " &" + string(properties.anchor.bytes)
    return anchor + (properties.tag.isEmpty ? "" : " <\(resolved(string(properties.tag.bytes)))>")
  }

  private func resolved(_ tag: String) -> String {
    if tag.hasPrefix("!<") { return String(tag.dropFirst(2).dropLast()) }
    if tag == "!" { return "!" }
    let second = tag.dropFirst().firstIndex(of: "!")
    let handle = second.map { String(tag[...$0]) } ?? "!"
    let suffix = tag.dropFirst(handle.count)
    return (handles[handle] ?? handle) + Self.unescaped(suffix)
  }

  private static func unescaped(_ suffix: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(suffix.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{8}": result += "\\b"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
