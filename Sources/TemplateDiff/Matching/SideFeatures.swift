import TemplateModel

/// What matching needs to know of every resource of one side, in flat arrays.
///
///     resource   0            1        2
///     leafEnds   12           15       31        leaves of 1: leaves[12..<15]
struct SideFeatures {
  /// A value at the end of a path.
  struct Leaf {
    /// The keys that lead to it, elements of lists taken together.
    var path: UInt64
    var value: UInt64
    var grams: GramSketch
    /// How much it says: 8 what the resource is known by, 4 plain, 2 tags, 1 descriptions, 0 hashes of assets.
    var weight: UInt8
    /// Whether it is a text, so that it can be alike.
    var isText: Bool
  }

  /// A reference to another resource or to something with a name.
  struct Edge {
    /// The path and the attribute.
    var label: UInt64
    /// Index of the target; -1 where it is no resource of this template.
    var target: Int32
    /// The name as written.
    var name: UInt64
  }

  /// A reference seen from its target.
  struct Incoming {
    var label: UInt64
    var source: Int32
  }

  var types: [Int32] = []
  /// Hashes of the address, the name, the unit and the literal physical name; 0 where there is none.
  var addresses: [UInt64] = []
  var names: [UInt64] = []
  var units: [UInt64] = []
  var physical: [UInt64] = []
  /// Equal where nothing but the names of the targets may differ.
  var norms: [Hash128] = []
  /// Equal where the keys are the same.
  var shapes: [UInt64] = []
  var leaves: [Leaf] = []
  var leafEnds: [Int32] = []
  var edges: [Edge] = []
  var edgeEnds: [Int32] = []
  var incoming: [Incoming] = []
  var incomingEnds: [Int32] = []

  var count: Int { types.count }

  func leafRange(_ index: Int) -> Range<Int> { SideFeatures.range(leafEnds, index) }
  func edgeRange(_ index: Int) -> Range<Int> { SideFeatures.range(edgeEnds, index) }
  func incomingRange(_ index: Int) -> Range<Int> { SideFeatures.range(incomingEnds, index) }

  private static func range(_ ends: [Int32], _ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// Turns the edges round: for each resource who refers to it, by label.
  mutating func turnEdges() {
    var counts = [Int32](repeating: 0, count: count)
    for edge in edges where edge.target >= 0 { counts[Int(edge.target)] += 1 }
    var ends: [Int32] = []
    ends.reserveCapacity(count)
    var total: Int32 = 0
    for number in counts {
      total += number
      ends.append(total)
    }
    incomingEnds = ends
    incoming = [Incoming](repeating: Incoming(label: 0, source: 0), count: Int(total))
    var next = ends
    for source in stride(from: count - 1, through: 0, by: -1) {
      for place in edgeRange(source).reversed() where edges[place].target >= 0 {
        let target = Int(edges[place].target)
        next[target] -= 1
        incoming[Int(next[target])] = Incoming(label: edges[place].label, source: Int32(source))
      }
    }
    for index in 0..<count {
      let range = incomingRange(index)
      if range.count > 1 { incoming[range].sort { ($0.label, $0.source) < ($1.label, $1.source) } }
    }
  }

  /// Two Weisfeiler–Lehman rounds: what a resource is, who it refers to and who refers to it, without a name.
  func neighbourhoods() -> [Hash128] {
    var colours = norms
    for index in colours.indices { colours[index].high ^= UInt64(truncatingIfNeeded: types[index]) }
    for _ in 0..<2 {
      var next = colours
      for index in 0..<count {
        var sum: (UInt64, UInt64) = (0, 0)
        func add(_ direction: UInt64, _ label: UInt64, _ colour: Hash128) {
          let first = Mixer.mix(label ^ direction, colour.high)
          sum.0 = sum.0 &+ first
          sum.1 = sum.1 &+ Mixer.mix(first, colour.low)
        }
        for edge in edges[edgeRange(index)] where edge.target >= 0 {
          add(1, edge.label, colours[Int(edge.target)])
        }
        for edge in incoming[incomingRange(index)] { add(2, edge.label, colours[Int(edge.source)]) }
        next[index] = Hash128(
          high: Mixer.mix(colours[index].high, sum.0), low: Mixer.mix(colours[index].low, sum.1))
      }
      colours = next
    }
    return colours
  }
}
