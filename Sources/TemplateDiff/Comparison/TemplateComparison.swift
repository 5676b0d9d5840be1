package import TemplateModel
import SourceText

extension TemplateDiff {
  /// Compares what the response declares with what the ideal declares.
  package static func compare(response: Template, ideal: Template) -> TemplateDiff {
    let pairs = ResourceMatching.pairs(response: response, ideal: ideal)
    let equality = Equality(
      correspondence: Correspondence(pairs: pairs, response: response, ideal: ideal))
    let deltas =
      resourceDeltas(pairs, response, ideal, equality)
      + DeclarationComparison(equality: equality).deltas(response, ideal)
      + FileComparison.deltas(response, ideal)
    return TemplateDiff(response: response, ideal: ideal, pairs: pairs, deltas: deltas)
  }

  private static func resourceDeltas(
    _ pairs: [ResourcePair], _ response: Template, _ ideal: Template, _ equality: Equality
  ) -> [Delta] {
    var partner = [Int?](repeating: nil, count: ideal.resources.count)
    var isPaired = [Bool](repeating: false, count: response.resources.count)
    for pair in pairs {
      partner[pair.ideal] = pair.response
      isPaired[pair.response] = true
    }
    let comparison = ResourceComparison(equality: equality)
    var deltas: [Delta] = []
    for (index, resource) in ideal.resources.enumerated() {
      if let place = partner[index] {
        deltas += comparison.deltas(
          response.resources[place], resource, subject: .resource(response: place, ideal: index))
      } else {
        deltas.append(
          Delta(
            kind: .added, subject: .resource(response: nil, ideal: index), path: PropertyPath(),
            response: nil,
            ideal: Delta.Side(value: nil, location: resource.location)))
      }
    }
    for (index, resource) in response.resources.enumerated() where !isPaired[index] {
      deltas.append(
        Delta(
          kind: .removed, subject: .resource(response: index, ideal: nil), path: PropertyPath(),
          response: Delta.Side(value: nil, location: resource.location), ideal: nil))
    }
    return deltas
  }
}
