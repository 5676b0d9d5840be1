package import SourceText

/// What the aliases of a tree stand for.
///
///     base: &b {x: 1}
///     use: *b              *b → the mapping behind the latest &b before it, in the same document
///     more: {<<: *b}       merge keys stay as they are written; `target(of:)` leads to what is merged
package struct YAMLExpansion: Sendable {
  /// How many nodes all aliases together may stand for.
  package static let budget = 1_000_000

  /// An alias with the node whose anchor it names.
  package struct Link: Sendable {
    package let alias: KeyedTree.NodeID
    package let target: KeyedTree.NodeID
  }

  /// In the order of their aliases.
  ///
  /// An alias without an anchor, or inside the node that it names, has no link.
  package let links: [Link]
  /// Aliases without an anchor, aliases of what they stand in, and `aliasBudgetSpent` where the whole text
  /// would expand to more than `budget` nodes.
  ///
  /// Where the budget is spent `links` is empty.
  package let problems: [SourceProblem]

  package init(_ tree: KeyedTree, in bytes: [UInt8]) {
    var links: [Link] = []
    var problems: [SourceProblem] = []
    var anchors: [ArraySlice<UInt8>: KeyedTree.NodeID] = [:]
    var property = 0
    var nextRoot = 1
    /// For each node the nodes that its subtree expands to, as a running total in the order of the text.
    var totals: [Int] = [0]
    totals.reserveCapacity(tree.nodes.count + 1)
    for (index, node) in tree.nodes.enumerated() {
      if index > 0, index == nextRoot {
        anchors.removeAll(keepingCapacity: true)
        nextRoot = Int(node.next)
      }
      while property < tree.properties.count, Int(tree.properties[property].node) <= index {
        let anchor = tree.properties[property].anchor
        if !anchor.isEmpty { anchors[bytes[anchor.bytes]] = tree.properties[property].node }
        property += 1
      }
      var size = 1
      if node.kind == .alias {
        let name = bytes[min(node.range.bytes.lowerBound + 1, bytes.count)..<node.range.bytes.upperBound]
        if let target = anchors[name], tree.nodes[Int(target)].next <= index {
          links.append(Link(alias: UInt32(index), target: target))
          let next = Int(tree.nodes[Int(target)].next)
          // Capped, as an alias bomb doubles with each line.
          size = min(totals[next] - totals[Int(target)], Self.budget + 1)
        } else {
          problems.append(
            SourceProblem(.unknownAlias, range: node.range, detail: String(decoding: name, as: UTF8.self)))
        }
      }
      totals.append(totals[index] + size)
    }
    if totals[tree.nodes.count] - tree.nodes.count > Self.budget, let first = links.first {
      problems.append(
        SourceProblem(
          .aliasBudgetSpent, range: tree.nodes[Int(first.alias)].range, detail: String(Self.budget)))
      links = []
    }
    self.links = links
    self.problems = problems
  }

  /// The node that an alias stands for; other nodes stand for themselves.
  ///
  /// `nil` where it is not known.
  package func target(of id: KeyedTree.NodeID, in tree: KeyedTree) -> KeyedTree.NodeID? {
    guard tree[id].kind == .alias else { return id }
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].alias < id { low = middle + 1 } else { high = middle }
    }
    return low < links.count && links[low].alias == id ? links[low].target : nil
  }
}

extension KeyedTree {
  /// The problems of the aliases without an anchor.
  func unknownAliases(in bytes: [UInt8]) -> [SourceProblem] { YAMLExpansion(self, in: bytes).problems }
}
