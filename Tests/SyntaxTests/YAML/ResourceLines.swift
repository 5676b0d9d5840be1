import SourceText
import Syntax

/// The lines of the keys `Resources.<name>` and `Resources.<name>.Properties.<property>`, found by walking a
/// tree.
///
/// A key that occurs twice has two.
struct ResourceLines {
  private(set) var lines: [String: [Int]] = [:]

  init(_ bytes: [UInt8]) {
    let tree = YAMLParser.parse(bytes)
    let index = LineIndex(bytes)
    for root in tree.children(of: KeyedTree.root) {
      for section in tree.members(of: root) where tree.text(of: section.key, in: bytes) == "Resources" {
        for resource in tree.members(of: section.value) {
          let name = tree.text(of: resource.key, in: bytes)
          lines[name, default: []].append(index.line(at: tree[resource.key].range.start))
          for part in tree.members(of: resource.value)
          where tree.text(of: part.key, in: bytes) == "Properties" {
            for property in tree.members(of: part.value) {
              lines["\(name).\(tree.text(of: property.key, in: bytes))", default: []]
                .append(index.line(at: tree[property.key].range.start))
            }
          }
        }
      }
    }
  }
}
