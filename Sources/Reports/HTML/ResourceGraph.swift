import SourceText
import TemplateDiff
import TemplateModel

/// The resources of both sides as one graph: what corresponds is one node, what a resource refers to is an edge.
struct ResourceGraph: Sendable {
  /// What happens to a resource on the way from the response to the ideal.
  enum Change: String, CaseIterable {
    case same, changed, replaced, added, removed
  }

  struct Node {
    let name: String
    let type: String
    let change: Change
  }

  struct Edge: Hashable {
    /// The node that refers to the other.
    let from: Int
    let to: Int
  }

  /// The ideal's resources in their order, then those that only the response has.
  private(set) var nodes: [Node] = []
  /// Each edge once, with whether the response and the ideal have it.
  private(set) var edges: [(edge: Edge, inResponse: Bool, inIdeal: Bool)] = []

  init(_ diff: TemplateDiff) {
    let groups = DeltaGroups(diff)
    var responseNodes = [Int?](repeating: nil, count: diff.response.resources.count)
    var pairs: [Int: ResourcePair] = [:]
    for pair in diff.pairs where pairs[pair.ideal] == nil { pairs[pair.ideal] = pair }
    for (index, resource) in diff.ideal.resources.enumerated() {
      var change = Change.added
      var type = resource.canonicalType
      if let pair = pairs[index], diff.response.resources.indices.contains(pair.response) {
        responseNodes[pair.response] = index
        let other = diff.response.resources[pair.response]
        let isReplaced = other.canonicalType != resource.canonicalType
        change = isReplaced ? .replaced : groups.group(of: pair) == nil ? .same : .changed
        if isReplaced { type = "\(other.canonicalType) → \(type)" }
      }
      nodes.append(Node(name: resource.address, type: type, change: change))
    }
    for (index, resource) in diff.response.resources.enumerated() where responseNodes[index] == nil {
      responseNodes[index] = nodes.count
      nodes.append(Node(name: resource.address, type: resource.canonicalType, change: .removed))
    }
    var places: [Edge: Int] = [:]
    func add(_ template: Template, isResponse: Bool, node: (Int) -> Int?) {
      for edge in Self.edges(of: template) {
        guard let from = node(edge.from), let to = node(edge.to), from != to else { continue }
        let edge = Edge(from: from, to: to)
        let place = places[edge] ?? edges.count
        if place == edges.count {
          places[edge] = place
          edges.append((edge, false, false))
        }
        if isResponse { edges[place].inResponse = true } else { edges[place].inIdeal = true }
      }
    }
    add(diff.ideal, isResponse: false) { $0 }
    add(diff.response, isResponse: true) { responseNodes[$0] }
  }

  /// What each resource of a template refers to, by index.
  private static func edges(of template: Template) -> [Edge] {
    var places: [String: Int] = [:]
    for (index, resource) in template.resources.enumerated() {
      if places[resource.address] == nil { places[resource.address] = index }
      if places[resource.name] == nil { places[resource.name] = index }
    }
    var edges: [Edge] = []
    for (index, resource) in template.resources.enumerated() {
      let references =
        resource.properties.references.map(\.reference)
        + resource.attributes.flatMap(\.value.references).map(\.reference)
        + resource.dependsOn.map(\.reference)
      for reference in references {
        if let target = places[reference.target], target != index {
          edges.append(Edge(from: index, to: target))
        }
      }
    }
    return edges
  }
}
