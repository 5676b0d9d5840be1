import SourceText
import Syntax

/// Puts what may stand in any order the other way round, whole lines at a time.
///
///     Resources:                Resources:
///       A:                        B:
///         Type: X                   Type: Y
///       B:                        A:
///         Type: Y                   Type: X
///
/// Statements of programs keep their order, since a name must be made before it is used; the properties in their object
/// literals do not.
enum ReversedOrder {
  /// The 0-based lines in their new order.
  static func order(of lines: [String], language: String) -> [Int] {
    switch language {
    case "yaml", "yml": yaml(lines)
    case "hcl", "tf", "terraform": hclBlocks(lines, members(lines, isScript: false))
    case "json": members(lines, isScript: true)
    case "typescript", "ts", "javascript", "js": members(lines, isScript: true)
    default: Array(lines.indices)
    }
  }

  // MARK: - CloudFormation

  private static func yaml(_ lines: [String]) -> [Int] {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let tree = YAMLParser.parse(bytes)
    let index = LineIndex(bytes)
    // Where anchors are used, what comes first matters.
    guard !tree.nodes.contains(where: { $0.kind == .alias }) else { return Array(lines.indices) }
    func starts(_ mapping: KeyedTree.NodeID) -> [(name: String, line: Int, value: KeyedTree.NodeID)]? {
      guard tree[mapping].kind == .mapping, tree[mapping].style == .block else { return nil }
      return tree.members(of: mapping).map { key, value in
        (tree.text(of: key, in: bytes), index.line(at: tree[key].range.start) - 1, value)
      }
    }
    /// The lines of a mapping's members that end before a line, each member's own lines mapped.
    func reversed(
      _ members: [(name: String, line: Int, value: KeyedTree.NodeID)], until end: Int,
      _ inside: (Int, KeyedTree.NodeID, Int) -> [Int]
    ) -> [Int] {
      members.indices.reversed().flatMap { number in
        let next = number + 1 < members.count ? members[number + 1].line : end
        return inside(members[number].line, members[number].value, next)
      }
    }
    var roots = tree.children(of: KeyedTree.root)
    guard let root = roots.next(), let sections = starts(root) else {
      return Array(lines.indices)
    }
    var end = lines.count
    while end > 0, lines[end - 1].isEmpty { end -= 1 }
    guard let place = sections.firstIndex(where: { $0.name == "Resources" }),
      let resources = starts(sections[place].value), let first = resources.first
    else { return Array(lines.indices) }
    let stop = place + 1 < sections.count ? sections[place + 1].line : end
    let middle = reversed(resources, until: stop) { start, body, next in
      guard let attributes = starts(body),
        let number = attributes.firstIndex(where: { $0.name == "Properties" }),
        let properties = starts(attributes[number].value), let top = properties.first,
        top.line > attributes[number].line
      else { return Array(start..<next) }
      let close = number + 1 < attributes.count ? attributes[number + 1].line : next
      return Array(start..<top.line)
        + reversed(properties, until: close) { start, _, next in Array(start..<next) }
        + Array(close..<next)
    }
    return Array(0..<first.line) + middle + Array(stop..<lines.count)
  }

  // MARK: - HCL

  /// Blocks at the start of a line, up to their closing brace there.
  private static func hclBlocks(_ lines: [String], _ order: [Int]) -> [Int] {
    guard !lines.contains(where: { $0.contains("<<") }) else { return Array(lines.indices) }
    var chunks: [[Int]] = []
    var current: [Int] = []
    for (index, line) in lines.enumerated() {
      current.append(order[index])
      if line == "}" || (line.hasSuffix("}") && line.first?.isLetter == true) {
        chunks.append(current)
        current = []
      }
    }
    return chunks.reversed().flatMap { $0 } + current
  }

  // MARK: - Properties on lines of their own

  /// Reverses each run of neighbouring lines that hold one member each, at the same depth inside braces.
  private static func members(_ lines: [String], isScript: Bool) -> [Int] {
    var order = Array(lines.indices)
    var index = 1
    while index < lines.count {
      guard let depth = memberDepth(lines[index], isScript), opens(lines[index - 1], isScript) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, memberDepth(lines[end], isScript) == depth { end += 1 }
      for (place, line) in zip(index..<end, (index..<end).reversed()) { order[place] = line }
      index = end
    }
    return order
  }

  /// Whether a line opens an object, rather than a function's parameters or body.
  private static func opens(_ line: String, _ isScript: Bool) -> Bool {
    guard line.hasSuffix("{") else { return false }
    return !isScript || !(line.contains("interface ") || line.contains("import ") || line.hasSuffix(") {"))
  }

  /// The indentation of a line that holds one whole member: `name = value`, or `name: value,`.
  private static func memberDepth(_ line: String, _ isScript: Bool) -> Int? {
    let text = line.drop { $0 == " " }
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "\"" }
    let rest = text.dropFirst(name.count).drop { $0 == " " }
    guard !name.isEmpty, rest.first == (isScript ? ":" : "="), !isScript || text.hasSuffix(",") else {
      return nil
    }
    var depth = 0
    for character in text {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
    }
    return depth == 0 ? line.count - text.count : nil
  }
}
