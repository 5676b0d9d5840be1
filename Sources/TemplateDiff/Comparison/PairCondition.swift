import TemplateModel

/// What kind of pair the response and the ideal are; it decides what later stages make of the deltas.
package enum PairCondition: String, Sendable, CaseIterable {
  case ordinary
  /// Nothing differs.
  case identical
  /// Hardly anything of the response is found in the ideal.
  case rewrite
  /// The ideal is an excerpt or a list of fixes: what it lacks is not removed.
  case shortIdeal
  /// One side holds no code of a template at all.
  case noCode

  /// Fewer than this share of the smaller side's resources in pairs, in thousandths, is a rewrite.
  static let rewriteShare = 250
  /// An ideal with fewer than this share of the response's resources, in thousandths, is short.
  static let shortShare = 400

  static func of(
    _ response: Template, _ ideal: Template, pairs: [ResourcePair], deltas: [Delta]
  ) -> PairCondition {
    if !hasCode(response) || !hasCode(ideal) { return .noCode }
    if deltas.isEmpty { return .identical }
    let counts = (response.resources.count, ideal.resources.count)
    let least = min(counts.0, counts.1)
    if counts.0 >= 4, counts.1 * 1000 < counts.0 * shortShare, pairs.count * 2 >= counts.1 {
      return .shortIdeal
    }
    if least >= 3, pairs.count * 1000 < least * rewriteShare { return .rewrite }
    if least == 0, counts.0 + counts.1 >= 4 { return counts.1 == 0 ? .shortIdeal : .rewrite }
    return .ordinary
  }

  private static func hasCode(_ template: Template) -> Bool {
    !template.resources.isEmpty || !template.declarations.isEmpty
      || template.finalFiles.contains { $0.dialect != nil }
  }
}
