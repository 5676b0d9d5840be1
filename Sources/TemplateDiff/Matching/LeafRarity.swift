/// How rare each value is among the resources without a partner: rare ones say more.
///
/// The weights are looked up once and lie beside the leaves, since scoring asks for each of them many times.
struct LeafRarity {
  private var weights: (response: [UInt16], ideal: [UInt16])

  init(_ state: MatchState) {
    let (response, ideal) = (state.openResponse, state.openIdeal)
    var counts = FlatTable(capacity: 1024)
    for index in response { LeafRarity.count(state.response, Int(index), &counts) }
    for index in ideal { LeafRarity.count(state.ideal, Int(index), &counts) }
    let total = UInt64(max(2, response.count + ideal.count))
    weights = (
      LeafRarity.weights(state.response, response, counts, total),
      LeafRarity.weights(state.ideal, ideal, counts, total)
    )
  }

  static func key(_ leaf: SideFeatures.Leaf) -> UInt64 { Mixer.mix(leaf.path, leaf.value) }

  private static func count(_ features: SideFeatures, _ index: Int, _ counts: inout FlatTable) {
    for leaf in features.leafRange(index) { counts.increment(key(features.leaves[leaf])) }
  }

  private static func weights(
    _ features: SideFeatures, _ open: [Int32], _ counts: FlatTable, _ total: UInt64
  ) -> [UInt16] {
    var weights = [UInt16](repeating: 0, count: features.leaves.count)
    for index in open {
      for place in features.leafRange(Int(index)) {
        let leaf = features.leaves[place]
        let holders = UInt64(max(2, counts[key(leaf)] ?? 0))
        let bits = 64 - (total / min(total, holders)).leadingZeroBitCount
        weights[place] = UInt16(leaf.weight) * UInt16(3 + bits)
      }
    }
    return weights
  }

  /// The weight of a leaf of an open resource, by its place among its side's leaves.
  ///
  /// Its own weight times 4 + log2(resources / holders).
  func response(_ leaf: Int) -> Int { Int(weights.response[leaf]) }
  func ideal(_ leaf: Int) -> Int { Int(weights.ideal[leaf]) }
}
