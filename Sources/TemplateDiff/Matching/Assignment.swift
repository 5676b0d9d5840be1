/// Chooses pairs among weighed candidates so that the sum of their gains is greatest.
///
///     A ─ 700 ─ a        components of the candidate graph, each on its own:
///       ╲      ╱         up to 64 a side exactly, larger ones by the best mutual choice first
///        650 ╳ 640
///       ╱      ╲
///     B ─ 300 ─ b
///
/// Source: H. W. Kuhn, "The Hungarian method for the assignment problem", 1955, in the form with potentials.
struct Assignment {
  /// A candidate whose score reaches its threshold.
  struct Edge {
    var response: Int
    var ideal: Int
    /// Score above the threshold, from 0.
    var gain: Int
    /// Distance of the two in the order of the addresses.
    var distance: Int
    /// The places of the two in that order, the smaller first: the last word between equals.
    var ranks: (Int, Int)
  }

  static let exactSize = 64

  /// Indices of the chosen edges, in rising order.
  static func choose(_ edges: [Edge]) -> [Int] {
    var chosen: [Int] = []
    for component in components(edges) {
      if component.count == 1 {
        chosen.append(component[0])
        continue
      }
      chosen += isSmall(edges, component) ? exact(edges, component) : greedy(edges, component)
    }
    return chosen.sorted()
  }

  private static func isSmall(_ edges: [Edge], _ component: [Int]) -> Bool {
    component.count <= exactSize
      || Set(component.map { edges[$0].response }).count <= exactSize
        && Set(component.map { edges[$0].ideal }).count <= exactSize
  }

  /// The edges of each connected part of the graph.
  private static func components(_ edges: [Edge]) -> [[Int]] {
    var parent = Array(edges.indices)
    var firstOf = (
      response: [Int](repeating: -1, count: 1 + (edges.map(\.response).max() ?? 0)),
      ideal: [Int](repeating: -1, count: 1 + (edges.map(\.ideal).max() ?? 0))
    )
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    func join(_ first: Int, _ index: Int) {
      let (one, other) = (root(first), root(index))
      if one != other { parent[max(one, other)] = min(one, other) }
    }
    for (index, edge) in edges.enumerated() {
      let (response, ideal) = (firstOf.response[edge.response], firstOf.ideal[edge.ideal])
      if response < 0 { firstOf.response[edge.response] = index } else { join(response, index) }
      if ideal < 0 { firstOf.ideal[edge.ideal] = index } else { join(ideal, index) }
    }
    // A root is the first edge of its component.
    var place = [Int](repeating: -1, count: edges.count)
    var groups: [[Int]] = []
    for index in edges.indices {
      let root = root(index)
      if place[root] >= 0 {
        groups[place[root]].append(index)
      } else {
        place[root] = groups.count
        groups.append([index])
      }
    }
    return groups
  }

  static func comesFirst(_ one: Edge, _ other: Edge) -> Bool {
    if one.gain != other.gain { return one.gain > other.gain }
    if one.distance != other.distance { return one.distance < other.distance }
    return one.ranks < other.ranks
  }

  private static func greedy(_ edges: [Edge], _ component: [Int]) -> [Int] {
    let order = component.sorted { comesFirst(edges[$0], edges[$1]) }
    var taken = (response: Set<Int>(), ideal: Set<Int>())
    var chosen: [Int] = []
    for index in order
    where !taken.response.contains(edges[index].response) && !taken.ideal.contains(edges[index].ideal) {
      taken.response.insert(edges[index].response)
      taken.ideal.insert(edges[index].ideal)
      chosen.append(index)
    }
    return chosen
  }

  private static func exact(_ edges: [Edge], _ component: [Int]) -> [Int] {
    // The side whose first edge in the neutral order has the smaller place becomes the rows, so that the
    // answer does not depend on which side is called the response.
    let order = component.sorted { comesFirst(edges[$0], edges[$1]) }
    var responses: [Int: Int] = [:]
    var ideals: [Int: Int] = [:]
    for index in order {
      let edge = edges[index]
      if responses[edge.response] == nil { responses[edge.response] = responses.count }
      if ideals[edge.ideal] == nil { ideals[edge.ideal] = ideals.count }
    }
    let size = max(responses.count, ideals.count)
    let isTurned = responses.count < ideals.count
    var costs = [Int](repeating: 0, count: size * size)
    var edgeAt = [Int](repeating: -1, count: size * size)
    for index in order {
      let edge = edges[index]
      guard let first = responses[edge.response], let second = ideals[edge.ideal] else { continue }
      let place = isTurned ? second * size + first : first * size + second
      costs[place] = min(edge.distance, 1 << 31) - (edge.gain + 1) << 32
      edgeAt[place] = index
    }
    var chosen: [Int] = []
    for (row, column) in hungarian(costs, size).enumerated() where edgeAt[row * size + column] >= 0 {
      chosen.append(edgeAt[row * size + column])
    }
    return chosen
  }

  /// For each row of a square matrix its column, with the least sum of costs.
  private static func hungarian(_ costs: [Int], _ size: Int) -> [Int] {
    var rowPotential = [Int](repeating: 0, count: size + 1)
    var columnPotential = [Int](repeating: 0, count: size + 1)
    var rowOf = [Int](repeating: 0, count: size + 1)
    for row in 1...size {
      rowOf[0] = row
      var column = 0
      var least = [Int](repeating: Int.max, count: size + 1)
      var previous = [Int](repeating: 0, count: size + 1)
      var isUsed = [Bool](repeating: false, count: size + 1)
      repeat {
        isUsed[column] = true
        let current = rowOf[column]
        var delta = Int.max
        var nextColumn = 0
        for candidate in 1...size where !isUsed[candidate] {
          let cost =
            costs[(current - 1) * size + candidate - 1] - rowPotential[current] - columnPotential[candidate]
          if cost < least[candidate] {
            least[candidate] = cost
            previous[candidate] = column
          }
          if least[candidate] < delta {
            delta = least[candidate]
            nextColumn = candidate
          }
        }
        for candidate in 0...size {
          if isUsed[candidate] {
            rowPotential[rowOf[candidate]] += delta
            columnPotential[candidate] -= delta
          } else if least[candidate] != Int.max {
            least[candidate] -= delta
          }
        }
        column = nextColumn
      } while rowOf[column] != 0
      repeat {
        let before = previous[column]
        rowOf[column] = rowOf[before]
        column = before
      } while column != 0
    }
    var columnOf = [Int](repeating: 0, count: size)
    for column in 1...size { columnOf[rowOf[column] - 1] = column - 1 }
    return columnOf
  }
}
