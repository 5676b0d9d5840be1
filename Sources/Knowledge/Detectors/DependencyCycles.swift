import SourceText
import TemplateDiff
import TemplateModel

/// Finds resources of the response that wait for each other.
///
/// Only declarative dialects can have such a cycle: a program cannot pass an object before it has made it, and what
/// its methods add later, such as grants, becomes a resource of its own.
///
///     A ──Ref──► B ──GetAtt──► C          strongly connected components, after Tarjan (1972),
///     ▲                        │          with a stack of its own: depth does not matter
///     └────────DependsOn───────┘
struct DependencyCycles {
  private let scene: Scene
  private let edges: [[Edge]]

  private struct Edge {
    var target: Int
    var location: SourceLocation
  }

  init(_ scene: Scene) {
    self.scene = scene
    edges = DependencyCycles.edges(of: scene.response)
  }

  func evidence(ofSecurityGroups: Bool) -> [Evidence] {
    var found: [Evidence] = []
    let inIdeal = DependencyCycles.cycles(DependencyCycles.edges(of: scene.ideal)).map { cycle in
      cycle.map { scene.ideal.resources[$0].name }
    }
    for cycle in DependencyCycles.cycles(edges) where isOfSecurityGroups(cycle) == ofSecurityGroups {
      var evidence = evidence(cycle)
      if inIdeal.contains(evidence.names) {
        evidence.confidence = 300
        evidence.isInIdeal = true
        evidence.ideal = []
      }
      found.append(evidence)
    }
    return found
  }

  private func isOfSecurityGroups(_ cycle: [Int]) -> Bool {
    cycle.allSatisfy { scene.response.resources[$0].canonicalType.contains("::SecurityGroup") }
  }

  private func evidence(_ cycle: [Int]) -> Evidence {
    let resources = scene.response.resources
    let members = Set(cycle)
    var places: [SourceLocation] = []
    for from in cycle {
      for edge in edges[from] where members.contains(edge.target) { places.append(edge.location) }
    }
    let wholes = cycle.map { resources[$0].location }
    var ideal: [SourceLocation] = []
    var deltas: [Int] = []
    for (index, delta) in scene.diff.deltas.enumerated() {
      guard case .resource(let response, _) = delta.subject else { continue }
      if let response {
        guard members.contains(response), touchesEdge(delta.response?.location, places) else { continue }
      } else {
        // A rule of its own in the ideal for a group of the cycle is how the cycle was undone.
        guard scene.subjects[index].type.contains("::SecurityGroup"), let added = scene.idealResource(delta),
          added.properties.references.contains(where: { isMember($0.reference.target, cycle) })
        else { continue }
      }
      deltas.append(index)
      if let location = delta.ideal?.location { ideal.append(location) }
    }
    if ideal.isEmpty {
      ideal = cycle.compactMap { scene.idealOf[$0].map { scene.ideal.resources[$0].location } }
    }
    return Evidence(
      subject: DeltaSubject(resources[cycle[0]], order: scene.idealOf[cycle[0]] ?? 1_000_000 + cycle[0]),
      names: cycle.map { resources[$0].name },
      detail: (cycle + [cycle[0]]).prefix(6).map { "`\(resources[$0].name)`" }.joined(separator: " → "),
      response: places + wholes, ideal: ideal, deltas: deltas, confidence: 950)
  }

  private func touchesEdge(_ location: SourceLocation?, _ places: [SourceLocation]) -> Bool {
    guard let location else { return false }
    return places.contains { $0.document == location.document && location.range.contains($0.range) }
  }

  private func isMember(_ target: String, _ cycle: [Int]) -> Bool {
    cycle.contains {
      scene.response.resources[$0].name == target || scene.response.resources[$0].address == target
    }
  }

  private static func edges(of template: Template) -> [[Edge]] {
    var index: [String: Int] = [:]
    for (number, resource) in template.resources.enumerated() {
      index[resource.name] = index[resource.name] ?? number
      index[resource.address] = number
    }
    return template.resources.enumerated().map { number, resource in
      var edges: [Edge] = []
      let dialect =
        template.files.indices.contains(resource.file) ? template.files[resource.file].dialect : nil
      guard dialect == .cloudFormation || dialect == .terraform else { return edges }
      for (reference, location) in resource.properties.references + resource.dependsOn {
        if let target = index[reference.target], target != number {
          edges.append(Edge(target: target, location: location))
        }
      }
      return edges
    }
  }

  /// Components of two resources or more, each in the order in which its references lead, the first by the text.
  private static func cycles(_ edges: [[Edge]]) -> [[Int]] {
    let count = edges.count
    var number = [Int](repeating: -1, count: count)
    var low = [Int](repeating: 0, count: count)
    var onStack = [Bool](repeating: false, count: count)
    var stack: [Int] = []
    var next = 0
    var cycles: [[Int]] = []
    for root in 0..<count where number[root] < 0 {
      var work: [(node: Int, edge: Int)] = [(root, 0)]
      while let (node, edge) = work.last {
        if edge == 0 {
          number[node] = next
          low[node] = next
          next += 1
          stack.append(node)
          onStack[node] = true
        }
        if edge < edges[node].count {
          work[work.count - 1].edge += 1
          let target = edges[node][edge].target
          if number[target] < 0 {
            work.append((target, 0))
          } else if onStack[target] {
            low[node] = min(low[node], number[target])
          }
          continue
        }
        work.removeLast()
        if let parent = work.last?.node { low[parent] = min(low[parent], low[node]) }
        guard low[node] == number[node] else { continue }
        var component: [Int] = []
        while let member = stack.popLast() {
          onStack[member] = false
          component.append(member)
          if member == node { break }
        }
        if component.count > 1 { cycles.append(component.sorted()) }
      }
    }
    return cycles.sorted { $0[0] < $1[0] }
  }
}
