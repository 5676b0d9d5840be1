package import TemplateModel
import SourceText

/// Reads the lines of a prompt as demands that can be checked.
///
///     Log groups with 30-day retention, encrypted with KMS   thing log group; its retention 30 days; its key
///     If needed, use a NAT gateway                            thing NAT gateway, but not for certain
///
/// A trait belongs to the thing that is named last before it, else to the one behind it, else to the heading's.
package struct RequirementReader: Sendable {
  let table: ConceptTable
  let words: RequirementWords

  package init(_ table: ConceptTable) {
    self.table = table
    words = RequirementWords(table)
  }

  /// The demands in the order of the text, each once: where several lines ask for it, the first of those
  /// that do so most plainly.
  package func demands(in requirements: [Requirement]) -> [Demand] {
    var demands: [Demand] = []
    var index: [Demand.Kind: Int] = [:]
    var headings: [String: [RequirementWords.Found]] = [:]
    for (number, requirement) in requirements.enumerated() {
      for heading in requirement.headings where headings[heading] == nil {
        headings[heading] = words.words(in: heading)
      }
      let line = RequirementLine(
        requirement.text, number: number, words: words.words(in: requirement.text),
        above: requirement.headings.compactMap { headings[$0] }, table: table)
      for demand in line.demands {
        if let known = index[demand.kind] {
          if demand.rank > demands[known].rank { demands[known] = demand }
        } else {
          index[demand.kind] = demands.count
          demands.append(demand)
        }
      }
    }
    return demands
  }
}

extension Demand {
  /// How plainly it is asked for.
  fileprivate var rank: Int { (isCertain ? 2 : 0) + weight }
}
