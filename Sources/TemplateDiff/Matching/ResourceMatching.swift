import TemplateModel

/// Finds out which resource of the response stands for which of the ideal.
///
/// Each step takes what the one before left over; every step treats the two sides alike, so that swapping them
/// gives the same pairs:
///
///     pins → same address and content → same physical name → same neighbourhood or content, if unique
///          → weighed candidates, again with the new pairs as neighbours → namesakes of a kindred type
enum ResourceMatching {
  /// Score from which a candidate may become a pair, by what it has going for it.
  enum Threshold {
    static let sameAddress = 200
    static let onlyOne = 340
    static let sameName = 400
    static let renamed = 550
  }

  /// How close the second best must come for a pair to be in doubt.
  static let doubt = 50
  static let rounds = 3

  /// What matching found, and what it read to find it.
  struct Result {
    var pairs: [ResourcePair]
    var features: (response: SideFeatures, ideal: SideFeatures)
    var targets: (response: ReferenceTargets, ideal: ReferenceTargets)
    var limits: MatchingLimits
  }

  static func match(response: Template, ideal: Template, pins: [TemplateDiff.Pin]) -> Result {
    var types = TypeNumbers()
    let targets = (ReferenceTargets(response), ReferenceTargets(ideal))
    let features = (
      FeatureReader.features(of: response, targets: targets.0, types: &types),
      FeatureReader.features(of: ideal, targets: targets.1, types: &types)
    )
    var state = MatchState(
      response: features.0, ideal: features.1, typeCount: types.count, (response, ideal))
    accept(pins + DeclaredPins.find(response, ideal), response, ideal, &state)
    ExactMatching.run(&state)
    weigh(&state, (response, ideal))
    RetypedMatching.run(&state, response, ideal)
    return Result(
      pairs: state.pairs.sorted { $0.ideal < $1.ideal }, features: features, targets: targets,
      limits: state.limits)
  }

  private static func accept(
    _ pins: [TemplateDiff.Pin], _ response: Template, _ ideal: Template, _ state: inout MatchState
  ) {
    if pins.isEmpty { return }
    let first = Dictionary(
      response.resources.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { one, _ in one })
    let second = Dictionary(
      ideal.resources.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { one, _ in one })
    for pin in pins {
      if let one = first[pin.response], let other = second[pin.ideal] {
        state.accept(ResourcePair(response: one, ideal: other, reason: .pinned, score: 1000))
      }
    }
  }

  private static func weigh(_ state: inout MatchState, _ templates: (Template, Template)) {
    guard !state.openResponse.isEmpty, !state.openIdeal.isEmpty else { return }
    let names = (words(templates.0, open: state.openResponse), words(templates.1, open: state.openIdeal))
    let rarity = LeafRarity(state)
    PairScore.countUncompared(&state)
    let scores = PairScore(state, names: names, rarity: rarity, templates: templates)
    for _ in 0..<rounds {
      let candidates = Candidates.find(&state, names: names)
      let weighed = candidates.compactMap { weigh($0, state, scores, templates) }
      if weighed.isEmpty { return }
      let chosen = Assignment.choose(weighed.map(\.edge))
      let alternatives = alternatives(weighed, chosen)
      for (place, index) in chosen.enumerated() {
        let candidate = weighed[index]
        let others = candidate.reason == .sameAddress ? [] : alternatives[place]
        state.limits.likeValues += scores.uncomparedValues(candidate.edge.response, candidate.edge.ideal)
        state.accept(
          ResourcePair(
            response: candidate.edge.response, ideal: candidate.edge.ideal, reason: candidate.reason,
            score: candidate.score, isAmbiguous: !others.isEmpty, alternatives: others))
      }
    }
  }

  private static func words(_ template: Template, open: [Int32]) -> [NameWords] {
    var words = [NameWords](repeating: NameWords(), count: template.resources.count)
    for index in open { words[Int(index)] = NameWords(template.resources[Int(index)]) }
    return words
  }

  private struct Weighed {
    var edge: Assignment.Edge
    var score: Int
    var reason: ResourcePair.Reason
  }

  private static func weigh(
    _ candidate: Candidates.Candidate, _ state: MatchState, _ scores: PairScore,
    _ templates: (Template, Template)
  ) -> Weighed? {
    let (response, ideal) = (Int(candidate.response), Int(candidate.ideal))
    let score = scores.score(response, ideal, partners: state)
    let reason: ResourcePair.Reason
    let threshold: Int
    if Int(state.sameAddressIdeal[response]) == ideal {
      (reason, threshold) = (.sameAddress, Threshold.sameAddress)
    } else if state.response.names[response] == state.ideal.names[ideal] {
      (reason, threshold) = (.sameName, Threshold.sameName)
    } else if state.isAlone(response: response, ideal: ideal) {
      (reason, threshold) = (.onlyOneOfItsType, Threshold.onlyOne)
    } else {
      (reason, threshold) = (.alike, Threshold.renamed)
    }
    guard score >= threshold else { return nil }
    let ranks = (Int(state.responseRanks[response]), Int(state.idealRanks[ideal]))
    return Weighed(
      edge: Assignment.Edge(
        response: response, ideal: ideal, gain: score - threshold, distance: abs(ranks.0 - ranks.1),
        ranks: (min(ranks.0, ranks.1), max(ranks.0, ranks.1))),
      score: score, reason: reason)
  }

  /// For each chosen pair what came close to it on either side, the best first.
  private static func alternatives(_ weighed: [Weighed], _ chosen: [Int]) -> [[ResourcePair.Alternative]] {
    var byResponse = [Int](repeating: -1, count: 1 + (weighed.map(\.edge.response).max() ?? 0))
    var byIdeal = [Int](repeating: -1, count: 1 + (weighed.map(\.edge.ideal).max() ?? 0))
    for (place, index) in chosen.enumerated() {
      byResponse[weighed[index].edge.response] = place
      byIdeal[weighed[index].edge.ideal] = place
    }
    var found = [[ResourcePair.Alternative]](repeating: [], count: chosen.count)
    func compare(_ candidate: Weighed, with place: Int) {
      if place < 0 { return }
      let (best, edge) = (weighed[chosen[place]], candidate.edge)
      let isItself = best.edge.response == edge.response && best.edge.ideal == edge.ideal
      if isItself || candidate.score + doubt < best.score { return }
      found[place].append(
        ResourcePair.Alternative(response: edge.response, ideal: edge.ideal, score: candidate.score))
    }
    for candidate in weighed {
      let (first, second) = (byResponse[candidate.edge.response], byIdeal[candidate.edge.ideal])
      compare(candidate, with: first)
      if second != first { compare(candidate, with: second) }
    }
    for place in found.indices {
      found[place].sort { ($1.score, $0.ideal, $0.response) < ($0.score, $1.ideal, $1.response) }
      if found[place].count > 8 { found[place].removeLast(found[place].count - 8) }
    }
    return found
  }
}
