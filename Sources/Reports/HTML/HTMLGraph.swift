import TemplateDiff
import TemplateModel

/// The resource graph as a picture, and as a table for whoever does not see it.
struct HTMLGraph {
  private let graph: ResourceGraph
  private let shown: Int

  /// Larger graphs are cut in the picture; the table has all.
  private static let most = 240
  private static let box = (width: 178, height: 40)
  private static let step = (x: 212, y: 54)

  init(_ diff: TemplateDiff) {
    graph = ResourceGraph(diff)
    shown = min(graph.nodes.count, Self.most)
  }

  var isEmpty: Bool { graph.nodes.isEmpty }

  var section: String {
    guard !isEmpty else { return "" }
    let legend = ResourceGraph.Change.allCases.compactMap { change -> String? in
      let count = graph.nodes.count { $0.change == change }
      return count == 0
        ? nil
        : "<li><span class=\"key \(change.rawValue)\">\(change.sign)</span> \(count) \(change.legend)</li>"
    }
    let rows = graph.nodes.map { node in
      "<tr><td><code>\(node.name.htmlLine(limit: 300))</code></td><td>\(node.type.htmlLine(limit: 300))</td>"
        + "<td><span class=\"key \(node.change.rawValue)\">\(node.change.sign)</span> \(node.change.legend)</td></tr>"
    }
    let cut =
      shown < graph.nodes.count
      ? "<p>The picture shows the first \(shown) of \(graph.nodes.count) resources; the table has all.</p>"
      : ""
    return """
      <section id="graph" aria-labelledby="graph-title"><h2 id="graph-title">Resources</h2>
      <ul class="legend">\(legend.joined())<li><svg class="line" viewBox="0 0 30 8" aria-hidden="true">\
      <path class="edge added" d="M0 4H30"/></svg> reference only in the ideal</li><li>\
      <svg class="line" viewBox="0 0 30 8" aria-hidden="true"><path class="edge removed" d="M0 4H30"/></svg> \
      reference only in the response</li></ul>
      \(cut)<div class="scroll picture" tabindex="0" role="region" aria-label="Resource graph">\(picture)</div>
      <details><summary>The same as a table</summary><div class="scroll" tabindex="0" role="region" \
      aria-label="Resources"><table class="list" aria-label="Resources of both sides"><thead><tr><th scope="col">Resource</th><th scope="col">Type</th>\
      <th scope="col">From the response to the ideal</th></tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table></div></details>
      </section>
      """
  }

  private var picture: String {
    let edges = graph.edges.filter { $0.edge.from < shown && $0.edge.to < shown }
    let layout = GraphLayout(nodes: shown, edges: edges.map(\.edge))
    let width = max(1, layout.columns) * Self.step.x - (Self.step.x - Self.box.width) + 20
    let height = max(1, layout.rows) * Self.step.y + 6
    let lines = edges.map { edge in
      let from = corner(layout.places[edge.edge.to])
      let to = corner(layout.places[edge.edge.from])
      let kind = edge.inResponse && edge.inIdeal ? "same" : edge.inIdeal ? "added" : "removed"
      return "<path class=\"edge \(kind)\" d=\"\(path(from: from, to: to))\"/>"
    }
    let boxes = graph.nodes.prefix(shown).enumerated().map { index, node in
      let place = corner(layout.places[index])
      let type = node.type.split(separator: "AWS::", omittingEmptySubsequences: true).joined()
      return """
        <svg x="\(place.x)" y="\(place.y)" width="\(Self.box.width)" height="\(Self.box.height)" class="node \
        \(node.change.rawValue)"><title>\(node.name.htmlLine(limit: 300)): \(node.type.htmlLine(limit: 300)), \
        \(node.change.legend)</title><rect x="1" y="1" width="\(Self.box.width - 2)" height="\(Self.box.height - 2)" \
        rx="6"/><text class="sign" x="10" y="25">\(node.change.sign)</text><text class="name" x="26" y="17">\
        \(node.name.shortened(to: 21))</text><text class="type" x="26" y="32">\(type.shortened(to: 24))</text></svg>
        """
    }
    return """
      <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
      aria-label="The resources of both sides and their references; the table below says the same in words">
      \((lines + boxes).joined(separator: "\n"))
      </svg>
      """
  }

  private func corner(_ place: (column: Int, row: Int)) -> (x: Int, y: Int) {
    (10 + place.column * Self.step.x, 6 + place.row * Self.step.y)
  }

  /// A curve from the right side of one box to the left side of the other; back edges leave on the left.
  private func path(from: (x: Int, y: Int), to: (x: Int, y: Int)) -> String {
    let middle = Self.box.height / 2
    let start = (x: from.x + Self.box.width, y: from.y + middle)
    let end = (x: to.x, y: to.y + middle)
    let bend = max(24, abs(end.x - start.x) / 2)
    return "M\(start.x) \(start.y)C\(start.x + bend) \(start.y) \(end.x - bend) \(end.y) \(end.x) \(end.y)"
  }
}

extension ResourceGraph.Change {
  /// Tells the change without colour.
  fileprivate var sign: String {
    switch self {
    case .same: "="
    case .changed: "~"
    case .replaced: "↻"
    case .added: "+"
    case .removed: "−"
    }
  }

  fileprivate var legend: String {
    switch self {
    case .same: "the same"
    case .changed: "changed"
    case .replaced: "replaced by another type"
    case .added: "only in the ideal"
    case .removed: "only in the response"
    }
  }
}

extension String {
  /// The first characters, escaped, with an ellipsis where there are more.
  fileprivate func shortened(to count: Int) -> String {
    let text = limited(to: 300).visibleLine
    return text.count > count ? "\(String(text.prefix(count - 1)).markupEscaped)…" : text.markupEscaped
  }
}
