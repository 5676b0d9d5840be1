/// Places for the nodes of a graph, in columns: what is referred to stands left of what refers to it.
///
///     Vpc ──── SubnetA ──── Database
///         └─── SubnetB ─┘
///
/// Columns by the longest way (Kahn's order, what lies on a cycle behind the rest), rows by the middle of the
/// neighbours in the column before (Sugiyama, Tagawa and Toda, 1981). Nodes without edges stand in rows below.
struct GraphLayout {
  /// Column and row of each node, 0-based.
  private(set) var places: [(column: Int, row: Int)]
  private(set) var columns = 0
  private(set) var rows = 0

  /// - Parameter loose: the number of columns for nodes without edges.
  init(nodes: Int, edges: [ResourceGraph.Edge], loose: Int = 4) {
    places = [(column: Int, row: Int)](repeating: (0, 0), count: nodes)
    var after = [[Int]](repeating: [], count: nodes)
    var before = [[Int]](repeating: [], count: nodes)
    for edge in edges {
      after[edge.to].append(edge.from)
      before[edge.from].append(edge.to)
    }
    let connected = (0..<nodes).filter { !after[$0].isEmpty || !before[$0].isEmpty }
    let depths = Self.depths(connected, before: before, after: after)
    var members = [[Int]](repeating: [], count: (depths.max() ?? -1) + 1)
    for node in connected { members[depths[node]].append(node) }
    for (column, nodes) in members.enumerated() {
      let ranked = nodes.enumerated().map { order, node in
        (node: node, order: order, middle: middle(of: before[node], order: order))
      }
      let sorted = ranked.sorted { ($0.middle, $0.order) < ($1.middle, $1.order) }
      for (row, entry) in sorted.enumerated() { places[entry.node] = (column, row) }
      rows = max(rows, nodes.count)
    }
    columns = members.count
    let alone = (0..<nodes).filter { after[$0].isEmpty && before[$0].isEmpty }
    let width = max(loose, columns)
    for (place, node) in alone.enumerated() { places[node] = (place % width, rows + place / width) }
    if !alone.isEmpty {
      columns = max(columns, min(width, alone.count))
      rows += (alone.count + width - 1) / width
    }
  }

  /// Twice the mean row of the nodes referred to; its own order where there is none.
  private func middle(of neighbours: [Int], order: Int) -> Int {
    neighbours.isEmpty ? 2 * order : 2 * neighbours.reduce(0) { $0 + places[$1].row } / neighbours.count
  }

  private static func depths(_ nodes: [Int], before: [[Int]], after: [[Int]]) -> [Int] {
    var depths = [Int](repeating: 0, count: before.count)
    var open = before.map(\.count)
    var isDone = [Bool](repeating: false, count: before.count)
    var queue = nodes.filter { open[$0] == 0 }
    var rest = nodes[...]
    var next = 0
    while true {
      if next == queue.count {
        // Only cycles are left: the first of them goes ahead of what it waits for.
        while let first = rest.first, isDone[first] { rest = rest.dropFirst() }
        guard let first = rest.popFirst() else { return depths }
        queue.append(first)
      }
      let node = queue[next]
      next += 1
      if isDone[node] { continue }
      isDone[node] = true
      for other in after[node] where !isDone[other] {
        depths[other] = max(depths[other], depths[node] + 1)
        open[other] -= 1
        if open[other] == 0 { queue.append(other) }
      }
    }
  }
}
